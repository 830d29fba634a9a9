"""Which discovery pages an outlet's sources ask for: one walk for each section, day and sitemap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from spiders.outlet import Source, SourceKind
from storage.addresses import Found
from storage.records import Validators
from storage.walks import WalkRecord

PAGED = (SourceKind.RSS, SourceKind.WORDPRESS_REST, SourceKind.LISTING)
"""Lists whose further pages lead back in time."""
_TAIL = 3
"""Entries at the end of a list without times; a new story may stand in a side bar behind it."""


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
    brood: list["Walk"] = field(default_factory=list)
    """The walks that a sitemap index led to."""
    waits_for: int = 0
    """How many of them have not ended."""
    known: WalkRecord = field(default_factory=WalkRecord)
    """How the last walk from here went."""
    archive: WalkRecord | None = None
    """How the last walk went that a person sent further back; None: this one goes no further."""
    is_met: bool = False
    """What the nights need is read; a walk that goes further back may go on."""
    has_ended: bool = False
    is_bounded: bool = False
    """Ended by the bound on its pages, not by the list."""
    is_useless: bool = False
    """Its first page could be fetched, but tells nothing."""
    said: Validators | None = None
    """What the server says of the first page this time."""
    full_on: date | None = None
    """When the first page was last read whatever the validators say."""
    hints_lie: bool = False
    page: int = 1
    pages_read: int = 0
    seen: set[str] = field(default_factory=set)
    stale: int = 0
    """How many of the last pages in a row showed nothing that this walk had not seen."""
    last: Found | None = None
    """The last entry so far, under its canonical address."""
    meets_known: bool = False
    """It has come to what an earlier, complete walk knew."""
    knows_all: bool = False
    """All that its last page lists was known to an earlier, complete walk."""
    seen_from: datetime | None = None
    """When it has ended: from here on nothing that the source lists was missed."""

    @property
    def is_dated(self) -> bool:
        """Whether it goes through one day of an index by day."""
        return self.source.kind is SourceKind.DATED_INDEX

    @property
    def depth(self) -> int:
        """How many sitemap indexes led here."""
        return 0 if self.parent is None else self.parent.depth + 1

    @property
    def reach(self) -> datetime | None:
        """How far back it has come, as far as the list tells."""
        return None if self.last is None else self.last.published

    def resume(self) -> tuple[int, str] | None:
        """The page, further on, to which an unfinished walk from here came before."""
        record = self.archive if self.is_met else self.known
        if record is None or record.page_url is None or record.page <= self.page:
            return None
        if record is self.archive and not self._has_seen_all_since(record.seen_to):
            return None
        return record.page, record.page_url

    def _has_seen_all_since(self, moment: datetime | None) -> bool:
        """Whether the nightly walks missed nothing since then: else there is a hole in between."""
        start = self.known.seen_from
        return moment is not None and start is not None and start <= moment


def walks_of(source: Source, *, today: date, days: int) -> Iterator[Walk]:
    """The walks that a source may need on the calendar day `today`, newest day first."""
    for section in source.sections or ("",):
        for day in _days(source, today, days):
            yield Walk(source=source, url=source.first_url(day, section), day=day, section=section)


def past_mark(url: str) -> str:
    """Under what the store notes that a dated page was walked after its day was over.

    Such a day is never asked for again; the others are, so missed nights are made up for.
    """
    return f"{url}#past"


def archive_mark(url: str) -> str:
    """Under what the store notes a walk that a person sent further back than the nights need."""
    return f"{url}#archive"


def last_of(source: Source, found: Iterable[Found]) -> Found | None:
    """The entry by which a page tells how far back it reaches; what is pinned stands at the top."""
    entries = list(found)
    if source.kind is not SourceKind.SITEMAP:
        return entries[-1] if entries else None
    dated = [each for each in entries if each.published is not None]
    return next(reversed(dated or entries), None)


def telling_of(source: Source, found: Sequence[Found]) -> Iterator[str]:
    """The addresses of which one that was known says that a page joins what was read before."""
    if source.kind is SourceKind.SITEMAP:
        return (each.url for each in found)  # in no order, and nothing pinned
    is_dated = found[-1].published is not None
    return (each.url for each in found[-1 if is_dated else -_TAIL :])


def _days(source: Source, today: date, days: int) -> Iterator[date]:
    if source.kind is not SourceKind.DATED_INDEX:
        yield today
        return
    for back in range(days):
        yield today - timedelta(days=back)
