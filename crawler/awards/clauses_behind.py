"""How a sentence goes on behind somebody it only compares with, or puts in a clause of his own."""

import re

from crawler.awards.getting import SCORES
from crawler.awards.word_tree import compile_words

_GOES_ON = (
    rf"(?:\w+\s+){{0,3}}?(?:{SCORES}|naik|turun|melorot|merosot|"
    r"anjlok|bernilai|menempati|menduduki|berada|masuk)\b"
)
RESUMES = compile_words(
    rf"\s*(?:\([^)]{{0,30}}\))?(?:,\s*(?-i:[A-Z])[\w ]{{2,25}})?,\s*"
    rf"(?:{_GOES_ON}|dengan\s+(?:(?:per|ke)?\w+an\s+)?(?:nilai|skor|indeks|poin)\b)"
)
"""Behind somebody who was only compared with."""
RELATIVE = re.compile(r"\s+yang\b[^,;.\n]*")
CLOSES = compile_words(rf"\s+{_GOES_ON}")
"""Behind the clause that `RELATIVE` opens: "A yang berada di bawah B hanya mendapat"."""
ACTS = re.compile(
    r"\s+(?:gagal|hanya|harus|tetap|kini|berhasil|kembali|sukses|justru|raih|berada|bertengger|naik|"
    rf"turun|masuk|menempati|menduduki|{SCORES})\b",
    re.IGNORECASE,
)
AS_IN = re.compile(r"(?<!tidak )(?<!tak )(?<!bukan )\bseperti\s+$", re.IGNORECASE)
PLACED = re.compile(
    r"\s*(?:(?:berada\s+|bertengger\s+)?(?:di|pada|sebagai|menjadi)\s+)?"
    r"(?:(?:juara|peringkat|posisi|urutan|tempat|ranking)\s+)?",
    re.IGNORECASE,
)
"""Between a name and its own place."""
_ITS_OWN = (
    r"(?:puas|berada|menempati|menduduki|duduk|bertengger|memiliki|bernilai|"
    rf"{SCORES})\b"
)
_OWN_CLAUSE = re.compile(rf"\s*,\s*yang\s+(?:(?:harus|hanya|kini|tetap)\s+)*{_ITS_OWN}")
"""Behind somebody compared with: what stands there is told of him."""
_OUTDOES = compile_words(
    r"\b(?:mengungguli|ungguli|mengalahkan|kalahkan|unggul (?:atas|dari)|melampaui|"
    r"menggeser|menyalip|meninggalkan|kalah (?:dari|oleh))\s+"
    r"(?:(?:[A-Z][\w.-]*(?: |(?=,))){1,4},\s(?:dan\s|serta\s)?|"
    r"(?:[A-Z][\w.-]*\s){1,4}(?:dan|serta)\s){0,6}$",
    flags=0,
)
_AT_ONCE = re.compile(
    r"\s+yang\s+(?:(?:(?:pada|di)\s+)?tahun\s+(?:(?:20\d\d|lalu|sebelumnya|kemarin)\s+){1,2})?"
    rf"(?:(?:harus|hanya|cuma|kini|tetap|baru|masih|sama-sama)\s+)*{_ITS_OWN}"
    r"(?:[^,;.\n]|[,.](?=\d))*\Z"
)
_HAS_ONLY = re.compile(r"\s+yang\s+(?:hanya|cuma|baru)\s+\Z")
SERVES = compile_words(
    r"\b(?:satuan\s+kerja|satker|unit(?:\s+kerja)?|instansi|lembaga|kantor|upt|opd)\s+"
    r"(?:(?!di\b)\w+\s+){0,2}di\s?bawah\s+$",
)
"""In front of the body above: "satu-satunya satuan kerja di bawah B yang meraih"."""
THROUGH = re.compile(
    r"(?:\s*\([^()\n]{1,40}\))?,?\s+(?:melalui|lewat)\s+(?:\(?(?-i:[A-Z])\w*\)?\s+){0,6}",
    re.IGNORECASE,
)
"""Between a region and the unit that brings it something."""
_NEXT_TO = compile_words(
    r"\b(?:kedua|ketiga|ke(?:empat|lima|enam|tujuh|delapan|sembilan)|ke-?\d{1,2}|"
    r"(?:peringkat|posisi|urutan|tempat|ranking|terbaik|tertinggi)\s+(?:\d{1,2}|[IVX]{1,4})|"
    r"runner[ -]?up)"
    r"(?:\s+\w+){0,4}?\s+(?:tepat\s+)?(?:setelah|sesudah|di\s?(?:belakang|bawah))\s+$",
)
"""In front of the one ahead: "di posisi kedua setelah B"."""
_WITH_SCORE = re.compile(
    rf",?\s+(?:yakni\s+|yaitu\s+)?(?:dengan|{SCORES}|lewat)\s+"
    r"(?:\w+\s+){0,3}",
    re.IGNORECASE,
)
_SCORED = re.compile(r"\d{1,3}[.,]\d")


def goes_back(folded: str, before: int, name: tuple[int, int], start: int) -> bool:
    """ "A di posisi kedua setelah B dengan skor 94,12": what starts at `start` is A's, not B's.

    `before` is where A's name ends, `name` the span of B's. A has no number of its own yet.
    """
    return (
        _WITH_SCORE.fullmatch(folded, name[1], start) is not None
        and _NEXT_TO.search(folded, max(before, name[0] - 70), name[0]) is not None
        and _SCORED.search(folded, before, name[0]) is None
    )


def is_its_own_clause(folded: str, name: tuple[int, int], at: int) -> bool:
    """ "A unggul atas B yang hanya meraih 90,57": what is told at `at` is told of B."""
    start, end = name
    if _OWN_CLAUSE.match(folded, end, at) is not None:
        return True
    outdone = _OUTDOES.search(folded, max(0, start - 150), start)
    if outdone is None:
        return False
    is_measure = outdone[0].startswith("melampaui")
    only = not is_measure and _HAS_ONLY.match(folded, end, at) is not None
    return only or _AT_ONCE.match(folded, end, at) is not None
