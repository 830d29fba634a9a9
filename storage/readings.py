"""When a story's page was read the last time, so that an older copy does not take its place."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from storage.looks import remember_page
from storage.timestamps import utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LastReading:
    """What the store holds of one article."""

    address: str
    """Where it was asked for."""
    read_at: str
    """UTC, as texts of the store are written."""
    text_sha256: str


def last_reading(db: Database, url: str) -> LastReading | None:
    """The latest reading of the article at `url`; None when the store has no such article."""
    row = db.execute(
        """
        SELECT ifnull(articles.address, articles.url), nullif(max(
            ifnull((SELECT read_at FROM looks WHERE url = articles.address), ''),
            ifnull((SELECT max(fetched_at) FROM responses WHERE address = articles.address), '')
        ), ''), last_stored_at, text_sha256
        FROM articles WHERE url = ?
        """,
        (url,),
    ).fetchone()
    if row is None:
        return None
    address, read_at, stored_at, digest = row
    return LastReading(address=address, read_at=read_at or stored_at, text_sha256=digest)


def note_reading(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    address: str,
    outlet: str,
    url: str,
    read_at: datetime,
    is_award: bool,
    today: date,
) -> None:
    """Note that a later copy of a stored story was read, at `url`; part of its transaction.

    What the server said of the copy before is forgotten: the next look is a full one.
    """
    remember_page(
        db,
        address=address,
        outlet=outlet,
        url=url,
        said=None,
        is_award=is_award,
        today=today,
        due_on=None,
        read_at=read_at,
    )
    db.execute(
        "UPDATE looks SET read_at = :read, is_award = is_award OR :award,"
        " etag = NULL, last_modified = NULL, body_sha256 = NULL WHERE url = :address",
        {"read": utc_text(read_at), "award": is_award, "address": address},
    )
