"""What became of the alerts: each with its award and its way to each person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.records import AlertKind, DeliveryState
from storage.timestamps import read_moment, utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedAlert:
    """One alert on its way to one person; without a person nobody was to be told so far."""

    alert_id: int
    kind: AlertKind
    created_at: datetime
    recipient: str
    scheme: str
    edition_year: int | None
    person: str | None
    state: DeliveryState | None
    attempts: int
    changed_at: datetime | None
    """When the delivery came into its state."""
    next_try_at: datetime | None
    last_reply: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxCounts:
    """How many alerts and deliveries need somebody."""

    unaddressed: int
    """Alerts that nobody was to be told of so far."""
    waiting: int
    refused: int
    unknown: int


def alert_log(db: Database, limit: int) -> tuple[LoggedAlert, ...]:
    """The latest `limit` alerts, newest first, one row for each person."""
    rows = db.query(
        """
        SELECT alerts.id AS alert_id, alerts.kind, alerts.created_at, awards.recipient,
            awards.scheme, awards.edition_year, deliveries.person, deliveries.state,
            ifnull(deliveries.attempts, 0) AS attempts, deliveries.changed_at,
            deliveries.next_try_at, deliveries.last_reply
        FROM (SELECT * FROM alerts ORDER BY id DESC LIMIT ?) AS alerts
        JOIN awards ON awards.id = alerts.award_id
        LEFT JOIN deliveries ON deliveries.alert_id = alerts.id
        ORDER BY alerts.id DESC, deliveries.id
        """,
        [limit],
    )
    return tuple(_logged(row) for row in rows)


def outbox_counts(db: Database, since: datetime) -> OutboxCounts:
    """What waits now, and what was refused or became unknown since then."""
    row = db.execute(
        """
        SELECT
            (SELECT count(*) FROM alerts WHERE addressed_at IS NULL),
            count(*) FILTER (WHERE state IN ('waiting', 'connecting', 'handing-over')),
            count(*) FILTER (WHERE state = 'refused' AND changed_at >= :since),
            count(*) FILTER (WHERE state = 'unknown' AND changed_at >= :since)
        FROM deliveries
        """,
        {"since": utc_text(since)},
    ).fetchone()
    return OutboxCounts(unaddressed=row[0], waiting=row[1], refused=row[2], unknown=row[3])


def _logged(row: Mapping[str, Any]) -> LoggedAlert:
    state = row["state"]
    return LoggedAlert(
        alert_id=row["alert_id"],
        kind=AlertKind(row["kind"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        recipient=row["recipient"],
        scheme=row["scheme"],
        edition_year=row["edition_year"],
        person=row["person"],
        state=None if state is None else DeliveryState(state),
        attempts=row["attempts"],
        changed_at=read_moment(row["changed_at"]),
        next_try_at=read_moment(row["next_try_at"]),
        last_reply=row["last_reply"],
    )
