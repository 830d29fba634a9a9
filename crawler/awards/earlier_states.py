"""Whether a predicate, letter, zone or rank is told as one held before, and of which year."""

import re

from crawler.awards.editions import edition_years
from crawler.awards.word_tree import compile_words

_LEFT = compile_words(
    r"\b(?:dari|lepas dari|bukan lagi|tak lagi|tidak lagi|keluar dari)\s+(?:(?:kategori|"
    r"predikat|zona|kelas|status|level|nilai|huruf)\s+)*(?:(?:AA|BB|CC|[A-D])[+-]?\s*(?=\())?[\"'(]*$",
)
_EARLIER = compile_words(
    r"\b(?:(?<!diberitakan )sebelumnya(?!,? (?:telah )?diberitakan)|"
    r"(?<!belum )(?<!tidak )(?<!tak )pernah|beberapa\s(?:waktu|tahun)\s(?:lalu|silam)|"
    r"(?:se|dua\s|tiga\s|empat\s|\d\s)?tahun\s(?:lalu|kemarin|silam)|terdahulu|"
    r"(?:ter)?lebih\s(?:dahulu|dulu)|"
    r"(?:se(?:telah|sudah)|usai) (?:\w+ ){1,2}kali|"
    r"semula|awalnya|edisi\s+lalu|sebelum\s+ini|dibanding(?:kan)?|ketimbang|"
    r"daripada)\b[^.;]{0,90}$",
)
TIMELINE = re.compile(r"\W*((?:19|20)\d\d)\s*(?:[:|]|-\s)")
"""A line of a history begins with its year."""
_NOW = compile_words(
    r"\b(?:menjadi|jadi|naik|meningkat|melonjak|kini|tahun ini|kali ini|sekarang|mencapai|"
    r"sedangkan|sementara|namun|tetapi)\b",
)


def is_earlier_state(folded: str, start: int, at: int) -> bool:
    """Whether an attribute at `at` is told as one held before; `start` begins its sentence."""
    cue = _EARLIER.search(folded, start, at)
    if cue is not None and not _NOW.search(folded, cue.start(), at):
        return True
    return _LEFT.search(folded, start, at) is not None


def year_in_front_of_state(folded: str, start: int, at: int) -> int | None:
    """The year that an attribute follows without a "now" in between."""
    line = TIMELINE.match(folded, start, at)
    if line is not None:
        return int(line[1])
    years = list(edition_years(folded, start, at))
    if not years or _NOW.search(folded, years[-1].end(), at):
        return None
    return int(years[-1][1])
