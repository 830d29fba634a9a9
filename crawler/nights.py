"""When the nightly crawl is due, and whether a night was missed; pure, the clock is handed in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.timestamps import CLOCK_TOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Nightly:
    """A wall-clock time at which the crawl starts every day."""

    at: time
    """Naive; read in `zone`."""
    zone: ZoneInfo

    @classmethod
    def parse(cls, at: str, zone: str) -> "Nightly":
        """From the configuration's `"01:30"` and `"Asia/Jakarta"`, both already checked."""
        return cls(at=time.fromisoformat(at), zone=ZoneInfo(zone))

    def last_due(self, now: datetime) -> datetime:
        """The latest moment at or before `now` (aware) when a crawl was due, in UTC."""
        today = now.astimezone(self.zone).date()
        due = self._on(today)
        return due if due <= now else self._on(today - timedelta(days=1))

    def next_due(self, now: datetime) -> datetime:
        """The first moment after `now` (aware) when a crawl is due, in UTC."""
        today = now.astimezone(self.zone).date()
        due = self._on(today)
        return due if due > now else self._on(today + timedelta(days=1))

    def is_missed(self, now: datetime, last_good: datetime | None) -> bool:
        """Whether no good run has started since the crawl was last due.

        `last_good` is when the last good run started (aware), None if there never was one. A run
        that seems to start more than a day from now says nothing: the clock was wrong then.
        """
        if last_good is None or last_good > now + CLOCK_TOLERANCE:
            return True
        return last_good < self.last_due(now)

    def _on(self, day: date) -> datetime:
        # In UTC, where no wall time is skipped or told twice by a change to summer time.
        return datetime.combine(day, self.at, self.zone).astimezone(UTC)
