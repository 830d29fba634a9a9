"""What feeds tell: the awards that changed last, and which editions have been announced."""

from datetime import datetime

from sqlite_utils import Database

from storage.letter_records import FeedEntry
from storage.timestamps import utc_text


def latest_changed(db: Database, limit: int) -> tuple[FeedEntry, ...]:
    """The awards that changed last, the latest first; withdrawn ones too.

    One of which an alert waits for an outlet in quarantine is held back here, too.
    """
    rows = db.execute(
        """
        SELECT awards.id, max(alerts.id), first_stored_at, changed_at
        FROM awards JOIN alerts ON alerts.award_id = awards.id
        WHERE awards.id NOT IN (
            SELECT award_id FROM held_alerts JOIN alerts ON alerts.id = alert_id
        )
        GROUP BY awards.id
        ORDER BY changed_at DESC, awards.id DESC LIMIT ?
        """,
        (limit,),
    )
    return tuple(
        FeedEntry(
            award_id=award_id,
            alert_id=alert_id,
            first_stored_at=datetime.fromisoformat(first_stored_at),
            changed_at=datetime.fromisoformat(changed_at),
        )
        for award_id, alert_id, first_stored_at, changed_at in rows
    )


def announced_editions(db: Database) -> dict[tuple[str, int], int]:
    """How many awards are known of each scheme and edition that has any."""
    rows = db.execute(
        """
        SELECT scheme, edition_year, count(*) FROM awards
        WHERE status <> 'withdrawn' AND edition_year IS NOT NULL GROUP BY scheme, edition_year
        """
    )
    return {(scheme, year): count for scheme, year, count in rows}


def has_changed(db: Database, since: datetime) -> bool:
    """Whether any award is new or another since then."""
    (changed,) = db.execute(
        "SELECT EXISTS (SELECT 1 FROM awards WHERE changed_at >= ?)", (utc_text(since),)
    ).fetchone()
    return bool(changed)
