"""Dates inside a story's text: `Senin (2/12/2024)`, `2 Desember 2024`, `(14/11)`, `(5/5/25)`."""

import re
from collections.abc import Iterator
from datetime import date

from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb pebruari", "maret mar", "april apr", "mei",
            "juni jun", "juli jul", "agustus agu ags agt", "september sep sept",
            "oktober okt", "november nov nopember", "desember des",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?=\d)(?<![\d/.,-])(?:(?P<first>\d{{1,2}}\s?(?:-|sampai|hingga|dan|s\.?d\.?)\s?)?(?P<day2>\d{{1,2}}),?"
    rf"\s+(?P<name>{MONTH_NAMES})\.?(?:,?\s+(?P<year2>\d{{4}}))?"
    r"|(?P<day>\d{1,2})\s?[/-]\s?(?P<month>\d{1,2})(?:\s?[/-]\s?(?P<year>\d{4}|\d{2}))?"
    r"|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.(?P<year3>20\d\d))(?![\d/,.-]\d|-?\w)",
    re.IGNORECASE,
)
_DAY_BEGINS = re.compile(r"\d(?<![\d/.,-].)\d?(?!\d)")
_WEEKDAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5,
    "minggu": 6, "ahad": 6,
}  # fmt: skip
_WEEKDAY = compile_words(rf"\b({'|'.join(_WEEKDAYS)})(?:\s+\w+)?\W{{0,3}}$")
_PRINTED_YEAR = re.compile(r"(?<![\d.,/-])20\d\d(?![\d]|[.,]\d)")
_LOOK_BACK = 24


@frozen
class DayMention:
    """A calendar day named in the text."""

    start: int
    end: int
    day: date
    has_year: bool
    """False when the year was taken from the publication date, or from the weekday."""


def find_days(folded: str, published: date | None) -> tuple[DayMention, ...]:
    """All days named; one without a year needs `published` and a weekday or brackets around.

    Without `published` the weekday tells the year, if the story prints a year that fits: 6 December
    was a Tuesday in 2016 and in 2022. Several days in a row (`8-9 Agustus`) are no day of an award.
    """
    found = (_day(folded, match, published) for match in _dates(folded))
    return tuple(day for day in found if day is not None)


def _dates(folded: str) -> Iterator[re.Match[str]]:
    """Tried only where a day may begin: at every place of the text it takes four times as long."""
    behind = 0
    for begun in _DAY_BEGINS.finditer(folded):
        match = _DATE.match(folded, begun.start()) if begun.start() >= behind else None
        if match is not None:
            behind = match.end()
            yield match


def _day(folded: str, match: re.Match[str], published: date | None) -> DayMention | None:
    if match["first"]:
        return None
    month_name = match["name"]
    month = _MONTHS[month_name.casefold()] if month_name else int(match["month"] or match["month3"])
    number = int(match["day2"] or match["day"] or match["day3"])
    year_text = match["year2"] or match["year"] or match["year3"]
    if year_text is not None:
        day = _calendar_day(_full_year(year_text), month, number)
    elif published is None:
        day = _by_weekday(folded, match.start(), month, number)
    elif _is_marked(folded, match):
        year = published.year if (month, number) <= _after(published) else published.year - 1
        day = _calendar_day(year, month, number)
    else:
        day = None
    if day is None:
        return None
    return DayMention(start=match.start(), end=match.end(), day=day, has_year=year_text is not None)


def _full_year(printed: str) -> int:
    return int(printed) + (2000 if len(printed) == 2 else 0)


def _calendar_day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _by_weekday(folded: str, start: int, month: int, number: int) -> date | None:
    """The latest day that fell on the weekday told, in a year the story prints or the next."""
    weekday = _WEEKDAY.search(folded, max(0, start - _LOOK_BACK), start)
    if weekday is None:
        return None
    printed = {int(year) for year in _PRINTED_YEAR.findall(folded)}
    years = sorted(printed | {year + 1 for year in printed}, reverse=True)
    days = (_calendar_day(year, month, number) for year in years)
    fitting = (day for day in days if day and day.weekday() == _WEEKDAYS[weekday[1].casefold()])
    return next(fitting, None)


def _after(published: date) -> tuple[int, int]:
    """A story may announce a day of the same month that is still to come."""
    return (published.month, 31)


def _is_marked(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
    bracketed = before.endswith("(") and folded[match.end() : match.end() + 1] == ")"
    return bracketed or match["name"] is not None or _WEEKDAY.search(before) is not None
