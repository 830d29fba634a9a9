"""Dates inside a story's text: `Senin (2/12/2024)`, `2 Desember 2024`, `(14/11)`, `(5/5/25)`."""

import re
from dataclasses import dataclass
from datetime import date

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
    rf"(?<![\d/.,-])(?:(?P<first>\d{{1,2}}\s?(?:-|sampai|hingga|dan|s\.?d\.?)\s?)?(?P<day2>\d{{1,2}}),?"
    rf"\s+(?P<name>{MONTH_NAMES})\.?(?:,?\s+(?P<year2>\d{{4}}))?"
    r"|(?P<day>\d{1,2})\s?[/-]\s?(?P<month>\d{1,2})(?:\s?[/-]\s?(?P<year>\d{4}|\d{2}))?"
    r"|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.(?P<year3>20\d\d))(?![\d/,.-]\d|-?\w)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)(?:\s+\w+)?\W{0,3}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMention:
    """A calendar day named in the text."""

    start: int
    end: int
    day: date
    has_year: bool
    """False when the year was taken from the publication date."""


def find_days(folded: str, published: date | None) -> tuple[DayMention, ...]:
    """All days named; one without a year needs `published` and a weekday or brackets around.

    Several days in a row (`8-9 Agustus`) are no day of an award.
    """
    found = (_day(folded, match, published) for match in _DATE.finditer(folded))
    return tuple(day for day in found if day is not None)


def _day(folded: str, match: re.Match[str], published: date | None) -> DayMention | None:
    if match["first"]:
        return None
    month_name = match["name"]
    month = _MONTHS[month_name.casefold()] if month_name else int(match["month"] or match["month3"])
    number = int(match["day2"] or match["day"] or match["day3"])
    year_text = match["year2"] or match["year"] or match["year3"]
    if year_text is None:
        if published is None or not _is_marked(folded, match):
            return None
        year = published.year if (month, number) <= _after(published) else published.year - 1
    else:
        year = int(year_text) + (2000 if len(year_text) == 2 else 0)
    try:
        day = date(year, month, number)
    except ValueError:
        return None
    return DayMention(start=match.start(), end=match.end(), day=day, has_year=year_text is not None)


def _after(published: date) -> tuple[int, int]:
    """A story may announce a day of the same month that is still to come."""
    return (published.month, 31)


def _is_marked(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - 24) : match.start()]
    bracketed = before.endswith("(") and folded[match.end() : match.end() + 1] == ")"
    return bracketed or match["name"] is not None or _WEEKDAY.search(before) is not None
