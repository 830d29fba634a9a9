"""One watcher at a time on one store: the lease of the watcher.

WatchError
    A watcher cannot start, or has lost the store to another one.
"""

from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from crawler.told_errors import ToldError
from storage.database import open_store
from storage.leases import WATCH_LEASE, lease_holder, release_lease, renew_lease, take_lease
from storage.processes import this_process


class WatchError(ToldError):
    """A watcher cannot start or go on; one line with the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLease:
    """This process' right to watch over a store; each call opens the store, from any thread."""

    store: Path
    term: timedelta
    """A watcher on another machine that has not renewed for so long is taken for dead."""
    holder: str = field(default_factory=this_process)

    def take(self) -> None:
        """Raises WatchError when another watcher has the store, and StoreError."""
        now = datetime.now(UTC)
        with closing(open_store(self.store)) as db:
            if take_lease(db, WATCH_LEASE, self.holder, now, self.term):
                return
            other = watcher_of(db, now) or "another process"
        raise WatchError(
            f"{self.store}: another watcher has this store, {other}; stop that one first"
            f" (if its machine has died, the store is free in {self.term.seconds} s)"
        )

    def renew(self) -> bool:
        """The heartbeat; False when another watcher has taken over. Raises StoreError."""
        with closing(open_store(self.store)) as db:
            return renew_lease(db, WATCH_LEASE, self.holder, datetime.now(UTC), self.term)

    def give_back(self) -> None:
        """Let the next watcher start at once. Raises StoreError."""
        with closing(open_store(self.store)) as db:
            release_lease(db, WATCH_LEASE, self.holder)


def watcher_of(db: Database, now: datetime) -> str | None:
    """Who watches over the store at `now`, if anybody does."""
    return lease_holder(db, WATCH_LEASE, now)
