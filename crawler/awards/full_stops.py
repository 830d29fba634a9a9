"""Full stops that end no sentence: of a title, an initial, a number of a list, or for a colon."""

import re

_ABBREVIATIONS = frozenset({
    "a.n", "adm", "akbp", "amd", "an", "brigjen", "dkk", "dll", "dr", "dra", "drs", "ds", "dsb",
    "gus", "h", "hal", "hj", "ir", "jl", "kab", "kec", "kel", "kep", "kh", "kol", "kombes",
    "kompol", "letkol", "lt", "m.h", "m.m", "m.pd", "m.si", "mayjen", "mh", "mm", "mpd", "msi",
    "mt", "no", "ny", "ph.d", "pj", "pjs", "plh", "plt", "prof", "prov", "rp", "rt", "rw", "s.d",
    "s.e", "s.h", "s.ip", "s.km", "s.sos", "s.stp", "sag", "sd", "sdr", "se", "sh", "sip", "skm",
    "spd", "ssi", "ssos", "st", "stp", "tgl", "tn", "ttd", "ust", "vol",
})  # fmt: skip
_CUT_SHORT = re.compile(r"[,;] (?:dan |serta )?(?:Kabupaten|Kecamatan|Provinsi)$")
"""In a list, printed with a stray full stop in front of a name, as their short forms are."""
_OPENINGS = (
    r"Hal|Ini|Itu|Bupati|Wali|Wakil|Gubernur|Sekda|Kepala|Selain|Sementara|Menurut|Untuk|Dengan|"
    r"Dalam|Pada|Kami|Kita|Dia|Ia|Karena|Namun|Sebab|Tak|Tidak|Adapun|Atas"
)
"""Words that begin a sentence and no name of a region."""
_OF_NAME = re.compile(
    rf"\bpem(?:kab|kot?|prov|da)\. (?!(?:{_OPENINGS})\b)(?-i:[A-Z])", re.IGNORECASE
)
"""Printed with a stray full stop in front of its name: "Pemkab. Batang"."""
_LEADS_ON = re.compile(r"\b(?:yakni|yaitu|antara lain|di ?antaranya)$")
_OF_THEM = re.compile(
    r"\b(?:satu|dua|tiga|empat|lima|\d+|beberapa|banyak|salah satu) di ?antaranya$"
)
"""Words that a list follows, with a full stop for a colon; not "dua di antaranya."."""
_LAST_WORD = re.compile(r"[\w.]+$")
_NUMBERING = re.compile(r"(?:^|[\s:(])([1-9]\d?)$")
_GRADE = re.compile(
    r"\b(?:kategori|nilai|predikat|huruf|grade|mutu|kelas|kualifikasi|opini|lain(?:nya)?|"
    r"(?:sisa|selebih|semua)nya|semua)\s+[\"'(]?$",
    re.IGNORECASE,
)


def goes_on_behind(line: str, dot: int) -> bool:
    """Whether the full stop at `dot` ends no sentence."""
    return _is_abbreviation(line, dot) or _is_numbering(line, dot) or _leads_on(line, dot)


def _leads_on(line: str, dot: int) -> bool:
    """Printed for the colon in front of a list: "antara lain. Polres Batang, Polres Kendal"."""
    head = max(0, dot - 30)
    return bool(_LEADS_ON.search(line, head, dot)) and not _OF_THEM.search(line, head, dot)


def _is_numbering(line: str, dot: int) -> bool:
    """The number of a list printed on one line: "Provinsi: 1. Bali 2. Banten"."""
    number = _NUMBERING.search(line, max(0, dot - 4), dot)
    if number is None:
        return False
    return (
        number[1] == "1"
        or re.search(rf"(?:^|[\s:(])1[.)] .*[\s(]{number[1]}$", line[:dot]) is not None
    )


def _is_abbreviation(line: str, dot: int) -> bool:
    """True for `Dr.`, `S.IP.` and initials; not for a letter that is a grade or a number."""
    begin = max(0, dot - 20)
    word = _LAST_WORD.search(line, max(begin, line.rfind(" ", begin, dot) + 1), dot)
    if word is None:
        return False
    if _OF_NAME.match(line, word.start()):
        return True
    if word[0].casefold() in _ABBREVIATIONS or _CUT_SHORT.search(line, max(0, dot - 30), dot):
        return True
    letter = word[0].rsplit(".", 1)[-1]
    if len(letter) != 1 or not letter.isupper() or letter in "IVX":
        return False
    return _GRADE.search(line, max(0, word.start() - 20), word.start()) is None
