"""The scores of an award's editions as bars and as one line. Pure.

A bar is a table cell of some width, since mail programs show no SVG; its number stands beside it
as text, so it says the same without colours, pictures and eyes.
"""

from dataclasses import dataclass

from crawler.alerts.comparison import score_of
from crawler.alerts.wording import printed
from crawler.alerts.words import Words
from storage.letter_records import AwardNotice
from storage.records import AwardStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One edition's score."""

    year: str
    score: str
    percent: int
    """Of the whole scale, 1 to 100."""
    is_latest: bool


def bars_of(notice: AwardNotice, words: Words) -> tuple[Bar, ...]:
    """Oldest edition first; none without an earlier one, nor for a disputed or withdrawn award."""
    award = notice.award
    score = score_of(award)
    if award.score is None or score is None or not award.scale or not notice.history:
        return ()
    if award.status in (AwardStatus.DISPUTED, AwardStatus.WITHDRAWN):
        return ()
    told = [(each.year, each.score, printed(each.raw, each.score)) for each in notice.history]
    told.append((award.edition_year, award.score, score))
    return tuple(
        Bar(
            year=str(year),
            score=words.number(digits),
            percent=min(100, max(1, round(value * 100 / award.scale))),
            is_latest=number == len(told),
        )
        for number, (year, value, digits) in enumerate(told, start=1)
    )


def line_of(bars: tuple[Bar, ...]) -> str:
    """`2022 88,10 → 2023 91,50 → 2024 93,74`."""
    return " → ".join(f"{bar.year} {bar.score}" for bar in bars)
