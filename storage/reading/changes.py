"""What became of awards since they were found: reports, corrections, and those taken back."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.timestamps import utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of an award that became another, as the view `award_changes` has it."""

    id: int
    award_id: int
    recipient: str
    scheme: str
    edition_year: int | None
    changed_at: str
    """UTC."""
    cause: str
    """`report`, `revision`, `reprocess`, `correction` or `undo`."""
    field: str
    before: str | None
    after: str | None
    who: str | None
    because: str | None
    run_id: int | None
    article_id: int | None
    """The report that brought it about."""
    outlet: str | None
    url: str | None


def changes_since(db: Database, since: datetime | None, limit: int) -> tuple[Change, ...]:
    """What became of all awards since then (None: ever), latest first."""
    rows = db.query(
        """
        SELECT * FROM award_changes WHERE changed_at > :since
        ORDER BY changed_at DESC, id DESC LIMIT :limit
        """,
        {"since": utc_text(since) if since else "", "limit": limit},
    )
    return tuple(Change(**row) for row in rows)


def changes_of(db: Database, award_id: int, limit: int) -> tuple[Change, ...]:
    """What became of one award since it was found, latest first."""
    rows = db.query(
        "SELECT * FROM award_changes WHERE award_id = ? ORDER BY changed_at DESC, id DESC LIMIT ?",
        [award_id, limit],
    )
    return tuple(Change(**row) for row in rows)
