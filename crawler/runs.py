"""One crawl at a time on one store: the lease of a run, its beginning and its end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from crawler import __version__
from crawler.told_errors import ToldError
from storage.leases import CRAWL_LEASE, lease_holder, release_lease, renew_lease, take_lease
from storage.processes import this_process
from storage.records import RunKind, RunStatus
from storage.runs import close_interrupted, end_run, start_run

LEASE_TERM = timedelta(minutes=5)
"""A crawl that has not renewed its lease for so long is dead, if nothing tells so earlier."""
HEARTBEAT = 60.0
"""Seconds between two renewals."""


class RunError(ToldError):
    """A run cannot begin; the message is one line with the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRun:
    """A run that this process began and must end."""

    id: int

    @classmethod
    def begin(
        cls,
        db: Database,
        *,
        expected: Iterable[str],
        now: datetime,
        kind: RunKind = RunKind.CRAWL,
        since: date | None = None,
    ) -> "OwnRun":
        """Take the lease, close what a killed crawl left open, open the run.

        Raises RunError when another process crawls into the store.
        """
        holder = this_process()
        if not take_lease(db, CRAWL_LEASE, holder, now, LEASE_TERM):
            other = lease_holder(db, CRAWL_LEASE, now) or "another process"
            raise RunError(
                f"the store is being crawled into already, by {other};"
                " wait until that crawl has ended, or end it"
            )
        close_interrupted(db, now)
        with db.atomic():
            run_id = start_run(
                db,
                holder=holder,
                version=__version__,
                now=now,
                expected=expected,
                kind=kind,
                since=since,
            )
        return cls(id=run_id)

    def end(self, db: Database, status: RunStatus, reason: str | None, now: datetime) -> None:
        """Close the run and give the lease back."""
        with db.atomic():
            end_run(db, run_id=self.id, status=status, reason=reason, now=now)
            release_lease(db, CRAWL_LEASE, this_process())


def keep_lease(db: Database, now: datetime) -> bool:
    """Renew this process' lease; False when another has taken the store over."""
    return renew_lease(db, CRAWL_LEASE, this_process(), now, LEASE_TERM)


class LeaseKeeper:
    """Renews the lease of a run's process now and then; to be called often."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now
        self._renewed = now()

    def __call__(self) -> None:
        """Raises RunError when another process has taken the store over."""
        now = self._now()
        if abs((now - self._renewed).total_seconds()) < HEARTBEAT:
            return
        if not keep_lease(self._db, now):
            raise RunError("another process has taken over the store; run it again later")
        self._renewed = now
