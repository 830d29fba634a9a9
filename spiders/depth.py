"""How deep the walks of one run go: as the outlet's file says, deeper after missed nights. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from spiders.outlet import Source

_WEEK = 7
_LONGEST_ABSENCE = 366
"""Nights; a longer one is rather a clock that was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """What bounds the walks of one run, beside the outlet's budget."""

    began: datetime
    """When the run began, by the crawl's own clock and in the outlet's zone."""
    last_read: datetime | None = None
    """When the outlet was last read before that, in its zone; None: never."""
    owed_since: datetime | None = None
    """Where walks that were cut short still have to come to, in its zone; None: nowhere."""
    since: date | None = None
    """The day that a person wants to go back to, whatever is known."""

    @property
    def today(self) -> date:
        """The outlet's calendar day."""
        return self.began.date()

    @property
    def is_thorough(self) -> bool:
        """Once a week nothing is left out for what was seen on the nights before."""
        return self.today.toordinal() % _WEEK == 0

    @property
    def nights(self) -> int:
        """Nights since the outlet was last read to its end, at least one."""
        moments = [each for each in (self.last_read, self.owed_since) if each is not None]
        if not moments:
            return 1
        return min(max(1, (self.today - min(moments).date()).days), _LONGEST_ABSENCE)

    @property
    def oldest_needed(self) -> date | None:
        """What did not change since this day need not be read; None: all may be needed."""
        if self.since is None:
            return None
        return self.since if self.last_read is None else min(self.since, self.last_read.date())

    def days(self, source: Source) -> int:
        """How many days of an index by day are asked for, today among them."""
        if self.since is not None:
            return max((self.today - self.since).days, self.nights) + 1
        return max(source.days, self.nights + 1)

    def pages(self, source: Source) -> int:
        """The most pages of one nightly walk: so many for each missed night."""
        return source.pages * self.nights

    def horizon(self, source: Source) -> date:
        """A page that lies wholly before this day ends a nightly walk."""
        return self.today - timedelta(days=max(source.days, self.nights))
