"""What became of the digests: whom each told, of how much, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.address_records import Occasion, Tells
from storage.letter_records import Frequency
from storage.records import DeliveryState
from storage.timestamps import read_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedDigest:
    """One digest to one person."""

    digest_id: int
    person: str
    channel: str
    tells: Tells
    frequency: Frequency
    occasion: Occasion
    starts_at: datetime
    """Where its period begins."""
    ends_at: datetime | None
    """When it stopped gathering; None while it gathers."""
    alerts: int
    """How many it tells."""
    left_out: int
    """Alerts that were withdrawn or could not be written."""
    outlets: int
    """How many it tells of that came into another state."""
    state: DeliveryState
    attempts: int
    changed_at: datetime
    """When it came into its state."""
    next_try_at: datetime | None
    last_reply: str | None
    message_id: str | None


def digest_log(db: Database, limit: int) -> tuple[LoggedDigest, ...]:
    """The latest `limit` digests, newest first."""
    rows = db.query(
        """
        SELECT id AS digest_id, person, channel, tells, frequency, occasion, starts_at, ends_at,
            state, attempts, changed_at, next_try_at, last_reply, message_id,
            (
                SELECT count(*) FROM deliveries WHERE digest_id = digests.id
                    AND (deliveries.state <> 'refused' OR digests.state = 'refused')
            ) AS alerts,
            (
                SELECT count(*) FROM deliveries WHERE digest_id = digests.id
                    AND deliveries.state = 'refused' AND digests.state <> 'refused'
            ) AS left_out,
            (
                SELECT count(DISTINCT outlet) FROM health_items
                JOIN outlet_states ON outlet_states.id = state_id WHERE digest_id = digests.id
            ) AS outlets
        FROM digests ORDER BY id DESC LIMIT ?
        """,
        [limit],
    )
    return tuple(_logged(row) for row in rows)


def _logged(row: Mapping[str, Any]) -> LoggedDigest:
    return LoggedDigest(
        digest_id=row["digest_id"],
        person=row["person"],
        channel=row["channel"],
        tells=Tells(row["tells"]),
        frequency=Frequency(row["frequency"]),
        occasion=Occasion(row["occasion"]),
        starts_at=datetime.fromisoformat(row["starts_at"]),
        ends_at=read_moment(row["ends_at"]),
        alerts=row["alerts"],
        left_out=row["left_out"],
        outlets=row["outlets"],
        state=DeliveryState(row["state"]),
        attempts=row["attempts"],
        changed_at=datetime.fromisoformat(row["changed_at"]),
        next_try_at=read_moment(row["next_try_at"]),
        last_reply=row["last_reply"],
        message_id=row["message_id"],
    )
