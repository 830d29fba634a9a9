"""How a sentence goes on behind somebody it only compares with, or puts in a clause of his own."""

import re

from crawler.awards.word_tree import compile_words

_GOES_ON = (
    r"(?:\w+\s+){0,2}?(?:meraih|memperoleh|mendapat\w*|mengantongi|"
    r"mengumpulkan|bernilai|mencatat\w*|menempati|menduduki|berada|masuk|menyandang|membukukan)\b"
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
    r"turun|masuk|me(?:raih|nempati|nduduki|mperoleh|ndapat\w*|ngantongi|nyabet|ncatat\w*))\b",
    re.IGNORECASE,
)
AS_IN = re.compile(r"(?<!tidak )(?<!tak )(?<!bukan )\bseperti\s+$", re.IGNORECASE)
PLACED = re.compile(
    r"\s*(?:(?:berada\s+|bertengger\s+)?(?:di|pada|sebagai|menjadi)\s+)?"
    r"(?:(?:juara|peringkat|posisi|urutan|tempat|ranking)\s+)?",
    re.IGNORECASE,
)
"""Between a name and its own place."""
OWN_CLAUSE = re.compile(
    r"\s*,\s*yang\s+(?:(?:harus|hanya|kini|tetap)\s+)*(?:puas|berada|menempati|menduduki|duduk|bertengger|"
    r"meraih|mendapat\w*|memperoleh)\b"
)
"""Behind somebody compared with: what stands there is told of him."""
SERVES = compile_words(
    r"\b(?:satuan\s+kerja|satker|unit(?:\s+kerja)?|instansi|lembaga|kantor|upt|opd)\s+"
    r"(?:(?!di\b)\w+\s+){0,2}di\s?bawah\s+$",
)
"""In front of the body above: "satu-satunya satuan kerja di bawah B yang meraih"."""
