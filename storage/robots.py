"""robots.txt of each host, kept for as long as it may be used again."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.timestamps import utc_text


def keep_robots(
    db: Database, *, authority: str, body: bytes, now: datetime, lifetime: timedelta
) -> None:
    """Keep what `authority` (scheme, host and port, `https://klikjateng.id`) sent at `now`.

    With a lifetime of nothing what was kept before is forgotten.
    """
    if lifetime <= timedelta():
        db.execute("DELETE FROM robots WHERE authority = ?", (authority,))
        return
    db.execute(
        "INSERT OR REPLACE INTO robots (authority, body, fetched_at, valid_until)"
        " VALUES (?, ?, ?, ?)",
        (authority, body, utc_text(now), utc_text(now + lifetime)),
    )


def kept_robots(db: Database, authority: str, *, now: datetime) -> bytes | None:
    """What was kept of `authority`, if it may still be used at `now`.

    What was fetched in the future is of a clock that was wrong.
    """
    row = db.execute(
        "SELECT body FROM robots WHERE authority = ? AND fetched_at <= ? AND valid_until > ?",
        (authority, utc_text(now), utc_text(now)),
    ).fetchone()
    return None if row is None else bytes(row[0])
