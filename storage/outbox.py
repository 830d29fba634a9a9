"""The outbox: alerts, and the way of each to each person.

`waiting -> connecting -> handing-over -> sent | refused | unknown`, and from connecting or
handing-over back to waiting when the server says: later. Each step is committed before the act that
it announces. Only the holder of `leases.ALERTS_LEASE` works on deliveries.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.records import AlertKind, DeliveryState
from storage.timestamps import read_moment, utc_text

_OPEN = (DeliveryState.CONNECTING, DeliveryState.HANDING_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One alert on its way to one person over one channel."""

    id: int
    alert_id: int
    person: str
    """The address that gets it."""
    channel: str
    """`mail`."""
    state: DeliveryState
    attempts: int
    """Connections begun so far."""
    next_try_at: datetime | None
    """Not before this moment; None means at once."""
    last_reply: str | None
    """What the server said last."""
    message_id: str | None


def enqueue_alert(  # noqa: PLR0913 - all by keyword
    db: Database, *, award_id: int, claim_id: int, kind: AlertKind, run_id: int, now: datetime
) -> int | None:
    """Put an alert into the outbox, in the transaction that stores its award; returns its id.

    None when it is there already: one alert per award, kind and claim, and one `new` per award.
    """
    cursor = db.execute(
        """
        INSERT INTO alerts (award_id, claim_id, kind, run_id, created_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        (award_id, claim_id, kind, run_id, utc_text(now)),
    )
    return cursor.lastrowid if cursor.rowcount == 1 else None


def claim_due(
    db: Database, recipients: Iterable[str], now: datetime, *, channel: str = "mail"
) -> tuple[Delivery, ...]:
    """Address the alerts that nobody has been told of, and return the deliveries to try now.

    An alert is addressed once, to everybody in `recipients` at that moment: who subscribes later
    does not get the alerts of the past. Without recipients alerts wait. Returned are the waiting
    deliveries of these recipients whose time has come, oldest alert first. Opens its own
    transaction.
    """
    people = tuple(dict.fromkeys(recipients))
    if not people:
        return ()
    with db.atomic():
        _address_new_alerts(db, people, channel, now)
        rows = db.query(
            """
            SELECT * FROM deliveries WHERE state = 'waiting' AND channel = ?
                AND (next_try_at IS NULL OR next_try_at <= ?)
                AND person IN (SELECT value FROM json_each(?))
            ORDER BY alert_id, id
            """,
            [channel, utc_text(now), json.dumps(people)],
        )
        return tuple(_delivery(row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What is still to be sent."""

    count: int
    next_try_at: datetime | None
    """When the first of them may be tried; None when one may be at once, or nothing waits."""


def waiting(db: Database, recipients: Iterable[str], *, channel: str = "mail") -> Waiting:
    """The deliveries to these recipients that wait for another try."""
    count, at_once, first = db.execute(
        """
        SELECT count(*), count(*) FILTER (WHERE next_try_at IS NULL), min(next_try_at)
        FROM deliveries WHERE state = 'waiting' AND channel = ?
            AND person IN (SELECT value FROM json_each(?))
        """,
        (channel, json.dumps(tuple(recipients))),
    ).fetchone()
    return Waiting(count=count, next_try_at=None if at_once else read_moment(first))


def _address_new_alerts(db: Database, people: Sequence[str], channel: str, now: datetime) -> None:
    moment = utc_text(now)
    alerts = db.execute("SELECT id FROM alerts WHERE addressed_at IS NULL ORDER BY id").fetchall()
    for (alert_id,) in alerts:
        for person in people:
            db.execute(
                """
                INSERT INTO deliveries (alert_id, person, channel, created_at, changed_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                (alert_id, person, channel, moment, moment),
            )
        db.execute("UPDATE alerts SET addressed_at = ? WHERE id = ?", (moment, alert_id))


def begin_connect(db: Database, delivery_id: int, *, now: datetime) -> None:
    """A connection is about to be opened; one more attempt. Safe to repeat after a crash."""
    _step(db, delivery_id, (DeliveryState.WAITING,), DeliveryState.CONNECTING, now)


def begin_hand_over(db: Database, delivery_id: int, *, message_id: str, now: datetime) -> None:
    """The message is about to leave; from here a crash makes it unknown."""
    before = (DeliveryState.CONNECTING,)
    _step(db, delivery_id, before, DeliveryState.HANDING_OVER, now, message_id=message_id)


def mark_sent(db: Database, delivery_id: int, *, reply: str, now: datetime) -> None:
    """The server took the message."""
    before = (DeliveryState.HANDING_OVER,)
    _step(db, delivery_id, before, DeliveryState.SENT, now, reply=reply)


def mark_deferred(
    db: Database, delivery_id: int, *, next_try_at: datetime, reply: str, now: datetime
) -> None:
    """The server cannot be reached or says: later (4xx). Tried again from `next_try_at` on."""
    _step(db, delivery_id, _OPEN, DeliveryState.WAITING, now, reply=reply, next_try_at=next_try_at)


def mark_refused(db: Database, delivery_id: int, *, reply: str, now: datetime) -> None:
    """The server said no for good (5xx), or the message can never be built."""
    before = (DeliveryState.WAITING, *_OPEN)
    _step(db, delivery_id, before, DeliveryState.REFUSED, now, reply=reply)


def mark_unknown(db: Database, delivery_id: int, *, reply: str, now: datetime) -> None:
    """The connection broke after the message was handed over: it may have arrived."""
    before = (DeliveryState.HANDING_OVER,)
    _step(db, delivery_id, before, DeliveryState.UNKNOWN, now, reply=reply)


def recover(db: Database, now: datetime) -> tuple[Delivery, ...]:
    """Settle what a crashed sender left half done, and return the deliveries that are now unknown.

    `connecting` goes back to waiting, `handing-over` becomes unknown. Call it after taking
    `ALERTS_LEASE`, never while another sender works. Opens its own transaction.
    """
    with db.atomic():
        lost = db.execute("SELECT id FROM deliveries WHERE state = 'handing-over' ORDER BY id")
        identities = [delivery_id for (delivery_id,) in lost.fetchall()]
        for delivery_id in identities:
            reply = "the sender stopped while it handed the message over"
            mark_unknown(db, delivery_id, reply=reply, now=now)
        db.execute(
            "UPDATE deliveries SET state = 'waiting', changed_at = ? WHERE state = 'connecting'",
            (utc_text(now),),
        )
        return tuple(delivery(db, each) for each in identities)


def delivery(db: Database, delivery_id: int) -> Delivery:
    """One delivery as it stands. LookupError when there is none."""
    row = next(db.query("SELECT * FROM deliveries WHERE id = ?", [delivery_id]), None)
    if row is None:
        raise LookupError(f"there is no delivery {delivery_id}")
    return _delivery(row)


def _step(  # noqa: PLR0913 - the last three by keyword
    db: Database,
    delivery_id: int,
    before: Sequence[DeliveryState],
    after: DeliveryState,
    now: datetime,
    *,
    reply: str | None = None,
    message_id: str | None = None,
    next_try_at: datetime | None = None,
) -> None:
    """ValueError when the delivery does not stand where the step begins."""
    cursor = db.execute(
        """
        UPDATE deliveries SET state = ?, attempts = attempts + ?, changed_at = ?, next_try_at = ?,
            last_reply = ifnull(?, last_reply), message_id = ifnull(?, message_id)
        WHERE id = ? AND state IN (SELECT value FROM json_each(?))
        """,
        (
            after,
            after is DeliveryState.CONNECTING,
            utc_text(now),
            None if next_try_at is None else utc_text(next_try_at),
            reply,
            message_id,
            delivery_id,
            json.dumps(before),
        ),
    )
    if cursor.rowcount != 1:
        stands = delivery(db, delivery_id).state
        raise ValueError(f"delivery {delivery_id} is {stands}, it cannot become {after}")


def _delivery(row: dict[str, Any]) -> Delivery:
    values = {name: row[name] for name in Delivery.__dataclass_fields__}
    values["state"] = DeliveryState(row["state"])
    values["next_try_at"] = read_moment(row["next_try_at"])
    return Delivery(**values)
