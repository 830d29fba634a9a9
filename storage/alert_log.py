"""What became of the alerts: each with its award and its way to each person."""

import json
from collections.abc import Iterable, Mapping
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
    is_backfilled: bool
    """Of old pages: told in a digest."""
    is_addressed: bool
    """Whether it is decided who is told; without a person then, nobody asked for it."""
    person: str | None
    state: DeliveryState | None
    attempts: int
    changed_at: datetime | None
    """When the delivery came into its state."""
    next_try_at: datetime | None
    last_reply: str | None
    held_for: str | None
    """The outlet in quarantine for whose sake nobody is told yet."""
    digest_id: int | None
    """The digest that tells it; None when it has a mail of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxCounts:
    """How many alerts and deliveries need somebody."""

    unaddressed: int
    """Alerts that nobody was to be told of so far, held ones included."""
    held: int
    """Of these, the ones that wait for an outlet in quarantine."""
    waiting: int
    """Mails to be sent, each digest that gathers among them."""
    eased: int
    """Alerts that wait for a digest because their person got too many mails in a day."""
    refused: int
    unknown: int


def alert_log(db: Database, limit: int) -> tuple[LoggedAlert, ...]:
    """The latest `limit` alerts, newest first, one row for each person."""
    rows = db.query(
        """
        SELECT alerts.id AS alert_id, alerts.kind, alerts.created_at, awards.recipient,
            awards.scheme, awards.edition_year, alerts.is_backfilled,
            alerts.addressed_at, deliveries.person,
            deliveries.state,
            ifnull(deliveries.attempts, 0) AS attempts, deliveries.changed_at,
            deliveries.next_try_at, deliveries.last_reply, held_alerts.outlet AS held_for,
            deliveries.digest_id
        FROM (SELECT * FROM alerts ORDER BY id DESC LIMIT ?) AS alerts
        JOIN awards ON awards.id = alerts.award_id
        LEFT JOIN deliveries ON deliveries.alert_id = alerts.id
        LEFT JOIN held_alerts ON held_alerts.alert_id = alerts.id
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
            (SELECT count(*) FROM alerts WHERE addressed_at IS NULL AND NOT is_backfilled),
            (SELECT count(*) FROM held_alerts),
            count(*) FILTER (WHERE state IN ('waiting', 'connecting', 'handing-over')),
            (
                SELECT count(*) FROM deliveries JOIN digests ON digests.id = digest_id
                WHERE digests.occasion = 'many' AND deliveries.state = 'waiting'
            ),
            count(*) FILTER (WHERE state = 'refused' AND changed_at >= :since),
            count(*) FILTER (WHERE state = 'unknown' AND changed_at >= :since)
        FROM (
            SELECT state, changed_at FROM deliveries WHERE digest_id IS NULL
            UNION ALL SELECT state, changed_at FROM digests
        )
        """,
        {"since": utc_text(since)},
    ).fetchone()
    names = OutboxCounts.__dataclass_fields__
    return OutboxCounts(**dict(zip(names, row, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What is still to be sent."""

    count: int
    next_try_at: datetime | None
    """When the first of them may be tried; None when one may be at once, or nothing waits."""


def waiting(db: Database, recipients: Iterable[str], *, channel: str = "mail") -> Waiting:
    """The mails to these recipients that wait for another try; a digest that gathers does not."""
    count, at_once, first = db.execute(
        """
        WITH parcels AS (
            SELECT * FROM (
                SELECT person, channel, state, next_try_at FROM deliveries WHERE digest_id IS NULL
                UNION ALL
                SELECT person, channel, state, next_try_at FROM digests WHERE ends_at IS NOT NULL
            ) WHERE state = 'waiting'
        )
        SELECT count(*), count(*) FILTER (WHERE next_try_at IS NULL), min(next_try_at)
        FROM parcels WHERE channel = ? AND person IN (SELECT value FROM json_each(?))
        """,
        (channel, json.dumps(tuple(recipients))),
    ).fetchone()
    return Waiting(count=count, next_try_at=None if at_once else read_moment(first))


def delivery_counts(db: Database) -> dict[DeliveryState, int]:
    """How many deliveries are in each state; a state without any is left out."""
    rows = db.execute("SELECT state, count(*) FROM deliveries GROUP BY state").fetchall()
    return {DeliveryState(state): count for state, count in rows}


def _logged(row: Mapping[str, Any]) -> LoggedAlert:
    state = row["state"]
    return LoggedAlert(
        alert_id=row["alert_id"],
        kind=AlertKind(row["kind"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        recipient=row["recipient"],
        scheme=row["scheme"],
        edition_year=row["edition_year"],
        is_backfilled=bool(row["is_backfilled"]),
        is_addressed=row["addressed_at"] is not None,
        person=row["person"],
        state=None if state is None else DeliveryState(state),
        attempts=row["attempts"],
        changed_at=read_moment(row["changed_at"]),
        next_try_at=read_moment(row["next_try_at"]),
        last_reply=row["last_reply"],
        held_for=row["held_for"],
        digest_id=row["digest_id"],
    )


def told_last(db: Database, award_id: int) -> AlertKind | None:
    """What people were told last of an award; None when nobody was told anything yet."""
    row = db.execute(
        """
        SELECT kind FROM alerts WHERE award_id = ? AND (
            addressed_at IS NOT NULL OR EXISTS (SELECT 1 FROM deliveries WHERE alert_id = alerts.id)
        ) ORDER BY created_at DESC, id DESC LIMIT 1
        """,
        (award_id,),
    ).fetchone()
    return None if row is None else AlertKind(row[0])
