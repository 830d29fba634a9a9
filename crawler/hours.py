"""The hours of the day in which an outlet may be asked; pure, the clock is handed in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from crawler.nights import Nightly
from storage.records import RunStatus

_SPAN = re.compile(r"((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)")
_OUTSIDE = "outside its hours"


def closed_words(spans: Iterable["Hours"]) -> str:
    """Why an outlet is not asked now: these hours do not include the moment."""
    return f"{_OUTSIDE} {' and '.join(map(str, spans))}"


def was_not_due(status: RunStatus, reason: str | None) -> bool:
    """Whether an outlet was not asked in a run since its hours were over all the while."""
    return status is RunStatus.INTERRUPTED and (reason or "").startswith(_OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A span of the day by the clock on the wall; it may go over midnight."""

    begin: time
    """Naive, the first minute."""
    end: time
    """Naive, the first minute no more."""
    zone: ZoneInfo

    @classmethod
    def parse(cls, text: str, zone: str) -> "Hours":
        """From `22:00-05:00` and `Asia/Jakarta`; ValueError says how to write it."""
        found = _SPAN.fullmatch(text)
        if found is None:
            raise ValueError("no span of hours; write for instance 22:00-05:00")
        if found[1] == found[2]:
            raise ValueError("a span without length; leave the key out for the whole day")
        begin, end = map(time.fromisoformat, found.groups())
        return cls(begin=begin, end=end, zone=ZoneInfo(zone))

    def includes(self, now: datetime) -> bool:
        """Whether `now` (aware) lies within."""
        at = now.astimezone(self.zone).time()
        if self.begin < self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end

    def over(self, moment: datetime) -> datetime:
        """The first moment from `moment` on (aware) that does not lie within."""
        if not self.includes(moment):
            return moment
        return Nightly(at=self.end, zone=self.zone).next_due(moment)

    @property
    def written(self) -> str:
        """`22:00-05:00 Asia/Jakarta`, which `read` understands."""
        return f"{self} {self.zone.key}"

    @classmethod
    def read(cls, written: str) -> "Hours":
        """From what `written` gave; ValueError when it is nothing like that."""
        span, _, zone = written.partition(" ")
        return cls.parse(span, zone)

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"
