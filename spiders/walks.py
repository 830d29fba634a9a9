"""Which discovery pages an outlet's sources ask for: one walk for each section, day and sitemap."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from spiders.outlet import Source, SourceKind
from storage.records import Validators


@dataclass(slots=True, kw_only=True, eq=False)
class Walk:
    """The way through the pages of one source, newest first; it lives as long as it is walked."""

    source: Source
    url: str
    """The first page, by which the store knows the walk."""
    day: date
    """What {date} stands for: the day of a dated index, else today."""
    section: str = ""
    parent: "Walk | None" = None
    """The sitemap index that led here; its walk ends when all its children's have."""
    was_complete: bool = False
    """The last walk from here reached its end: this one may stop where it meets the known."""
    validators: Validators | None = None
    """What the server said of the first page: the last time, then this time."""
    page: int = 1
    seen: set[str] = field(default_factory=set)
    children: int = 0
    """Walks that this one waits for."""

    @property
    def depth(self) -> int:
        """How many sitemap indexes led here."""
        return 0 if self.parent is None else self.parent.depth + 1


def walks_of(source: Source, *, today: date) -> Iterator[Walk]:
    """The walks that a source may need on the calendar day `today`, newest day first."""
    for section in source.sections or ("",):
        for day in _days(source, today):
            yield Walk(source=source, url=source.first_url(day, section), day=day, section=section)


def past_mark(url: str) -> str:
    """Under what the store notes that a dated page was walked after its day was over.

    Such a day is never asked for again; the others are, so missed nights are made up for.
    """
    return f"{url}#past"


def _days(source: Source, today: date) -> Iterator[date]:
    if source.kind is not SourceKind.DATED_INDEX:
        yield today
        return
    for back in range(source.days):
        yield today - timedelta(days=back)
