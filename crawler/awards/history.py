"""Which year a score belongs to, and whether it is told as history."""

import re

from crawler.awards.editions import edition_years
from crawler.awards.numbers import NumberMention
from crawler.awards.text import Sentence

_LATER_THAN = re.compile(
    r"\b(?:dibanding(?:kan)?|dari|sebelumnya|setelah|sejak|ketimbang|daripada)\b", re.IGNORECASE
)
_NOW = re.compile(
    r"\b(?:menjadi|jadi|naik|meningkat|melonjak|kini|tahun ini|kali ini|sekarang|mencapai)\b",
    re.IGNORECASE,
)
_EARLIER_BEFORE = re.compile(
    r"\b(?:sebelumnya|tahun lalu|tahun kemarin|tahun silam|semula|dibanding(?:kan)?|ketimbang|"
    r"daripada)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"\s*(?:poin|point)?\s*\)?\s*(?:,\s*)?(?:pada|di|untuk|yang diraih|yang diperoleh|"
    r"dari)?\s*(?:nilai\s+)?"
    r"(?:tahun|periode|edisi)\s+(?:sebelumnya|lalu|kemarin|silam)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bdari\s+(?:[^\d,.;]{0,45})$", re.IGNORECASE)
_FROM_FIRST = re.compile(
    r"\bdari\s+(?:(?:nilai|skor|angka|indeks|sebelumnya|semula|hanya|yang|posisi|capaian|"
    r"poin)\s+){0,4}$",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;]{0,70}?\b(?:menjadi|ke(?:\s+angka)?|hingga)\s", re.IGNORECASE)
_FROM_STATE = re.compile(
    r"\b(?:dari|lepas dari|bukan lagi|tak lagi|tidak lagi|keluar dari)\s+(?:(?:kategori|"
    r"predikat|zona|kelas|status|level)\s+)*$",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(
    r"\s*(?:poin|point)?\s*(?:(?:tadi|itu|tersebut)\s+)?(?:(?:merupakan|adalah|diraih|"
    r"diperoleh|dicapai)\s+)?\(?\s*"
    r"(?:pada|di|untuk|dalam|hasil|nilai|capaian)?"
    r"\s*(?:(?:penilaian\s+)?tahun\s+)?(20[012]\d)(?![\d/]|[.,]\d)\)?",
    re.IGNORECASE,
)


def is_earlier_state(folded: str, start: int, at: int) -> bool:
    cue = _EARLIER_BEFORE.search(folded, start, at)
    if cue is not None and not _NOW.search(folded, cue.start(), at):
        return True
    return _FROM_STATE.search(folded, start, at) is not None


def year_in_front_of_state(folded: str, start: int, at: int) -> int | None:
    """The year that an attribute follows without a "now" in between."""
    years = list(edition_years(folded, start, at))
    if not years or _NOW.search(folded, years[-1].end(), at):
        return None
    return int(years[-1][1])


def is_earlier_score(folded: str, sentence: Sentence, number: NumberMention) -> bool:
    before = folded[sentence.start : number.start]
    after = folded[number.end : sentence.end]
    if _EARLIER_AFTER.match(after):
        return True
    if _FROM.search(before) and _TO.match(after):
        return True
    if _FROM_FIRST.search(before) and re.search(r"\d", before):
        return True
    cue = _EARLIER_BEFORE.search(before)
    return cue is not None and not _NOW.search(before, cue.start())


def year_of_score(
    folded: str, sentence: Sentence, number: NumberMention, numbers: tuple[NumberMention, ...]
) -> int | None:
    """The year that the words tie a number to.

    A sentence names its years before its scores ("pada 2022 sebesar 93,14") or behind them
    ("93,14 pada 2022"); its first score tells which.
    """
    scores = [n for n in numbers if n.not_a_score is None and sentence.start <= n.start]
    first = next((n for n in scores if n.is_decimal), number)
    fence = max((n.end for n in scores if n.end <= number.start), default=sentence.start)
    behind = _YEAR_BEHIND.match(folded, number.end, sentence.end)
    years_first = next(edition_years(folded, sentence.start, first.start), None) is not None
    before = _year_in_front(folded, sentence, fence, number.start)
    chosen = (before, behind) if years_first else (behind, before if not behind else None)
    for each in chosen:
        if isinstance(each, int):
            return each
        if each is not None:
            return int(each[1])
    return None


def _year_in_front(folded: str, sentence: Sentence, fence: int, at: int) -> int | None:
    tied_to_last = _YEAR_BEHIND.match(folded, fence) if fence > sentence.start else None
    start = tied_to_last.end() if tied_to_last else fence
    years = list(edition_years(folded, start, at))
    if not years:
        return None
    last = years[-1]
    compared = _LATER_THAN.search(folded, max(sentence.start, last.start() - 30), last.start())
    if compared and _NOW.search(folded, last.end(), at):
        return None
    return int(last[1])
