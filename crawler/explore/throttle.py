"""Slows down guessing: how often somebody may fail within a span."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta

_MOST_KEYS = 10_000


class Throttle:
    """Remembers the tries of each key; the oldest keys go first when there are too many."""

    def __init__(self, most: int, span: timedelta) -> None:
        self.most = most
        self.span = span
        self._tries: OrderedDict[str, tuple[datetime, ...]] = OrderedDict()

    def waits(self, keys: Iterable[str], now: datetime) -> timedelta | None:
        """How long until every one of these may try again; None: now."""
        waits = [self._wait(key, now) for key in keys]
        longest = max(waits, default=timedelta(0))
        return longest if longest > timedelta(0) else None

    def note(self, keys: Iterable[str], now: datetime) -> None:
        """One try of each."""
        for key in keys:
            self._tries[key] = (*self._late(key, now), now)[-self.most :]
            self._tries.move_to_end(key)
        while len(self._tries) > _MOST_KEYS:
            self._tries.popitem(last=False)

    def forgive(self, keys: Iterable[str], now: datetime) -> None:
        """Take back the try that was noted at this moment: it was none."""
        for key in keys:
            kept = list(self._tries.get(key, ()))
            if now in kept:
                kept.remove(now)
            self._tries[key] = tuple(kept)

    def _wait(self, key: str, now: datetime) -> timedelta:
        late = self._late(key, now)
        if len(late) < self.most:
            return timedelta(0)
        return late[0] + self.span - now

    def _late(self, key: str, now: datetime) -> tuple[datetime, ...]:
        # A clock that was set back must not lock anybody out.
        return tuple(each for each in self._tries.get(key, ()) if abs(now - each) < self.span)
