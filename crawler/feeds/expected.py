"""Which announcements are expected next, from the calendars of the schemes. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.awards.catalogue import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One edition of a scheme, and when it is usually announced."""

    scheme: Scheme
    edition: int
    first: date
    last: date
    known: int
    """Awards of it that are known already; 0: it is still expected."""


def announcements(
    schemes: Iterable[Scheme], announced: Mapping[tuple[str, int], int], today: date
) -> tuple[Announcement, ...]:
    """The next one of each scheme that has a usual time, soonest first.

    One of which awards are known stays until its usual time is over; the next stands beside it.
    """
    found = (each for scheme in schemes for each in _of_scheme(scheme, announced, today))
    return tuple(sorted(found, key=lambda each: (each.first, each.scheme.id)))


def _of_scheme(
    scheme: Scheme, announced: Mapping[tuple[str, int], int], today: date
) -> Iterator[Announcement]:
    span = scheme.calendar.expected
    if span is None:
        return
    # A span reaches two years beyond its edition at most.
    for edition in range(today.year - 3, today.year + 3):
        first, last = _month(edition, span[0]), _month(edition, span[1] + 1) - timedelta(days=1)
        if last < today:
            continue
        known = announced.get((scheme.id, edition), 0)
        yield Announcement(scheme=scheme, edition=edition, first=first, last=last, known=known)
        if not known:
            return


def _month(year: int, number: int) -> date:
    """The first day of the month, counted from January of the year on: 13 is the next January."""
    return date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)
