"""Words around several names that say they went without: not yet, only proposed, the rest."""

import re

from crawler.awards.getting import GETS
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words

WHO_DID_NOT = re.compile(
    r"\byang\s+(?:masih\s+)?(?:belum|tidak|tak|gagal|batal|urung)\b[^;:]{0,140}\b(?:adalah|ialah|yaitu|yakni|"
    r"antara\s+lain|di\s?antaranya|meliputi)\s*$"
    r"|\b(?:tinggal|tersisa|menyisakan)\b[^;:]{0,40}?\b(?:tertinggal|belum)\b[^;:]{0,60}?"
    r"\b(?:yaitu|yakni|adalah|ialah)\s*$"
    r"|\byang\s+(?:masih\s+)?belum\b[^;:]{0,50}?\b(?:tinggal|hanya|cuma)\s*$",
    re.IGNORECASE,
)
"""In front of a run: "dua daerah yang belum memperoleh penghargaan atas ... adalah"."""
_PROPOSES = re.compile(
    r"\b(?:meng|di)(?:usul|aju)kan\b[^;\n]*\b(?:penilaian|seleksi|verifikasi|calon|kandidat|nominasi|"
    r"mengikuti|mewakili)\b",
    re.IGNORECASE,
)
"""In front of "Yakni A, B, dan C": they were only put forward."""
_LEFT_OUT = compile_words(
    r"\b(?:sisanya|selebihnya|lainnya|yang)\b,?\s+(?:\w+\s+){0,2}?(?:belum|tidak|tak|gagal|urung)\b"
)
"""In the sentence before "Seperti A, B, dan C": they are those who have nothing."""
_NOT_GIVEN = (
    r"\b(?:tidak|tak|belum|urung|batal|gagal)\s+(?:\w+\s+)?(?:di(?:libatkan|ikut\w*|nilai|raih|terima)|"
    rf"ikut|turut|{GETS}|masuk|lolos|memiliki\s+(?:nilai|skor|hasil))\b"
)
GOES_WITHOUT = re.compile(
    rf",?\s+(?:(?:masih|justru|sama sekali|hingga kini|sampai kini)\s+)?{_NOT_GIVEN}"
    r"|\s+(?:sempat|hanya|baru|sebatas)\s+(?:sebatas\s+)?(?:menjadi|jadi|masuk|sebagai)\s+"
    r"(?:nominee|nominasi|nominator|finalis|kandidat)\b"
    r"|\s+baru\s+(?:(?:akan|mau)\s+)?(?:ikut|di(?:ikut\w*|nilai|survei|libatkan|masukkan))\b"
    r"|\s+(?:harus\s+)?pulang\s+(?:dengan\s+)?(?:tangan\s+kosong|tanpa)\b",
    re.IGNORECASE,
)
"""Right behind the last of several: "A dan B tidak dilibatkan"."""
HAVE_NOT = compile_words(_NOT_GIVEN)
"""The same anywhere in a sentence."""
_REPORT = r"(?:lhp|laporan\s+hasil\s+pemeriksaan)\b"
_REPORTS_TOO = compile_words(
    rf"\b(?:selain|(?:tidak|bukan)\s+(?:hanya|cuma))\b[^.;\n]*\b{_REPORT}"
    rf"|\b{_REPORT}[^.;\n]*\b(?:selain|(?:tidak|bukan)\s+(?:hanya|cuma))\b"
)
"""Others are handed the auditors' report as well: of their results that tells nothing."""
_RESULT = compile_words(r"\b(?:opini|wtp|wdp|wajar|predikat|serupa|sama)\b")


def told_as_without(story: Story, above: Sentence) -> bool:
    """The sentence above proposes them, or says that they went without."""
    words = above.start, above.end
    return any(pattern.search(story.folded, *words) for pattern in (_PROPOSES, _LEFT_OUT))


def only_handed_reports(folded: str, start: int, end: int) -> bool:
    """Whether the words in front of names hand them a report of the auditors, and no result."""
    is_told = _REPORTS_TOO.search(folded, start, end) is not None
    return is_told and _RESULT.search(folded, start, end) is None
