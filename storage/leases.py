"""Leases: at most one process at a time does a thing, and a dead one does not block it for long.

Whether the holder, named by `storage.processes.this_process`, lives can be seen on its own machine:
there the lease ends with it and never before, however the clock was set or the machine slept. From
elsewhere a lease ends at its term unless it is renewed.
"""

from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.processes import is_alive, is_dead
from storage.timestamps import CLOCKS_APART, utc_text

CRAWL_LEASE = "crawl"
"""Held by the process that crawls into the store."""
ALERTS_LEASE = "alerts"
"""Held by the process that empties the outbox."""
WATCH_LEASE = "watch"
"""Held by the watcher."""


def take_lease(db: Database, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
    """Take the lease until `now + ttl`; False when another holder has it. Taking it again renews.

    Each statement stands by itself: of two processes that try at once exactly one succeeds.
    """
    if _is_held_here(db, name, holder):
        return False
    cursor = db.execute(
        """
        INSERT INTO leases (name, holder, taken_at, renewed_at, expires_at)
        VALUES (:name, :holder, :now, :now, :expires)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder,
            taken_at = iif(holder = excluded.holder, taken_at, excluded.taken_at),
            renewed_at = excluded.renewed_at, expires_at = excluded.expires_at
        WHERE holder = excluded.holder OR expires_at <= :now OR renewed_at > :never
        """,
        {
            "name": name,
            "holder": holder,
            "now": utc_text(now),
            "expires": utc_text(now + ttl),
            # A clock was ahead then; were the holder alive, its heartbeat would have mended this.
            "never": utc_text(now + CLOCKS_APART),
        },
    )
    return cursor.rowcount == 1


def renew_lease(db: Database, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
    """The heartbeat: extend the lease to `now + ttl`; False when `holder` has lost it."""
    cursor = db.execute(
        "UPDATE leases SET renewed_at = ?, expires_at = ? WHERE name = ? AND holder = ?",
        (utc_text(now), utc_text(now + ttl), name, holder),
    )
    return cursor.rowcount == 1


def release_lease(db: Database, name: str, holder: str) -> None:
    """Give the lease back; nothing happens when `holder` does not have it."""
    db.execute("DELETE FROM leases WHERE name = ? AND holder = ?", (name, holder))


def lease_holder(db: Database, name: str, now: datetime) -> str | None:
    """Who holds the lease at `now`; None when it is free, has run out or its holder has died."""
    row = db.execute(
        "SELECT holder, expires_at > ? FROM leases WHERE name = ?", (utc_text(now), name)
    ).fetchone()
    if row is None or is_dead(row[0]):
        return None
    return str(row[0]) if row[1] or is_alive(row[0]) else None


def _is_held_here(db: Database, name: str, taker: str) -> bool:
    """Whether another process that is seen to live holds it; the lease of a dead one is freed."""
    row = db.execute("SELECT holder FROM leases WHERE name = ?", (name,)).fetchone()
    if row is None or row[0] == taker:
        return False
    if is_dead(row[0]):
        release_lease(db, name, row[0])
    return is_alive(row[0])
