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

from storage.awards import award_to_json
from storage.letter_records import Language
from storage.records import AlertKind, Award, DeliveryState
from storage.timestamps import CLOCKS_APART, read_moment, utc_text

_OPEN = (DeliveryState.CONNECTING, DeliveryState.HANDING_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One alert, or one digest, on its way to one person over one channel."""

    id: int
    """Of the delivery or of the digest; each is numbered for itself."""
    alert_id: int | None
    """None for a digest."""
    person: str
    """The address that gets it; of another channel than mail its name."""
    channel: str
    """`mail`, or the name of a channel of the configuration."""
    language: Language
    state: DeliveryState
    attempts: int
    """Connections begun so far."""
    next_try_at: datetime | None
    """Not before this moment; None means at once."""
    last_reply: str | None
    """What the server said last."""
    message_id: str | None
    quiet: str | None = None
    """Hours in which it rests: `21:00-05:00 Asia/Jakarta`."""


def enqueue_alert(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    award_id: int,
    claim_id: int,
    kind: AlertKind,
    run_id: int,
    now: datetime,
    is_backfilled: bool = False,
    before: Award | None = None,
    correction_id: int | None = None,
) -> int | None:
    """Put an alert into the outbox, in the transaction that stores its award; returns its id.

    None when it is there already: one alert per award, kind, claim and person's correction, and
    one `new` per award. `before` is what a correction corrects. A back-filled one is old news: it
    is told in a digest, never by itself.
    """
    cursor = db.execute(
        """
        INSERT INTO alerts (award_id, claim_id, kind, run_id, created_at, is_backfilled, before,
            correction_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        (
            *(award_id, claim_id, kind, run_id, utc_text(now), is_backfilled),
            *(before and award_to_json(before), correction_id),
        ),
    )
    return cursor.lastrowid if cursor.rowcount == 1 else None


def due(
    db: Database, recipients: Iterable[str], now: datetime, *, channel: str = "mail"
) -> tuple[Delivery, ...]:
    """What waits for these recipients and whose time has come: alerts, oldest first, then digests.

    An alert that a digest tells goes with it. What seems to have been put off in the future was put
    off by a clock that was ahead: its time has come.
    """
    rows = db.query(
        f"""
        SELECT {_PARCEL}, alert_id FROM deliveries WHERE digest_id IS NULL AND {_DUE}
        UNION ALL SELECT {_PARCEL}, NULL FROM digests WHERE {_DUE}
        ORDER BY alert_id NULLS LAST, id
        """,  # noqa: S608 - constants
        {
            "channel": channel,
            "people": json.dumps(tuple(recipients)),
            "now": utc_text(now),
            "ahead": utc_text(now + CLOCKS_APART),
        },
    )
    return tuple(_delivery(row) for row in rows)


_PARCEL = (
    "id, person, channel, language, state, attempts, next_try_at, last_reply, message_id, quiet"
)
_DUE = """state = 'waiting' AND channel = :channel
    AND (next_try_at IS NULL OR next_try_at <= :now OR changed_at > :ahead)
    AND person IN (SELECT value FROM json_each(:people))"""


def put_off(db: Database, parcel: Delivery, *, until: datetime, now: datetime) -> None:
    """It is due, but its person rests; no try is counted."""
    db.execute(
        f"UPDATE {_table(parcel)} SET next_try_at = ?, changed_at = ?"  # noqa: S608 - a constant
        " WHERE id = ? AND state = 'waiting'",
        (utc_text(until), utc_text(now), parcel.id),
    )


def begin_connect(db: Database, parcel: Delivery, *, now: datetime) -> None:
    """A connection is about to be opened; one more attempt. Safe to repeat after a crash."""
    _step(db, parcel, (DeliveryState.WAITING,), DeliveryState.CONNECTING, now)


def begin_hand_over(db: Database, parcel: Delivery, *, message_id: str, now: datetime) -> None:
    """The message is about to leave; from here a crash makes it unknown."""
    before = (DeliveryState.CONNECTING,)
    _step(db, parcel, before, DeliveryState.HANDING_OVER, now, message_id=message_id)


def mark_sent(db: Database, parcel: Delivery, *, reply: str, now: datetime) -> None:
    """The server took the message."""
    before = (DeliveryState.HANDING_OVER,)
    _step(db, parcel, before, DeliveryState.SENT, now, reply=reply)


def mark_deferred(
    db: Database, parcel: Delivery, *, next_try_at: datetime, reply: str, now: datetime
) -> None:
    """The server cannot be reached or says: later (4xx). Tried again from `next_try_at` on."""
    _step(db, parcel, _OPEN, DeliveryState.WAITING, now, reply=reply, next_try_at=next_try_at)


def mark_refused(db: Database, parcel: Delivery, *, reply: str, now: datetime) -> None:
    """The server said no for good (5xx), or the message can never be built."""
    before = (DeliveryState.WAITING, *_OPEN)
    _step(db, parcel, before, DeliveryState.REFUSED, now, reply=reply)


def mark_unknown(db: Database, parcel: Delivery, *, reply: str, now: datetime) -> None:
    """The connection broke after the message was handed over: it may have arrived."""
    before = (DeliveryState.HANDING_OVER,)
    _step(db, parcel, before, DeliveryState.UNKNOWN, now, reply=reply)


def recover(db: Database, now: datetime) -> tuple[Delivery, ...]:
    """Settle what a crashed sender left half done, and return the mails that are now unknown.

    `connecting` goes back to waiting, `handing-over` becomes unknown. Call it after taking
    `ALERTS_LEASE`, never while another sender works. Opens its own transaction.
    """
    with db.atomic():
        lost = _in_state(db, DeliveryState.HANDING_OVER)
        for parcel in lost:
            reply = "the sender stopped while it handed the message over"
            mark_unknown(db, parcel, reply=reply, now=now)
        for table in ("deliveries", "digests"):
            db.execute(
                f"UPDATE {table} SET state = 'waiting', changed_at = ?"  # noqa: S608 - a constant
                " WHERE state = 'connecting'",
                (utc_text(now),),
            )
        return tuple(stands(db, each) for each in lost)


def unknown(db: Database) -> tuple[Delivery, ...]:
    """The mails of which nobody knows whether they arrived."""
    return _in_state(db, DeliveryState.UNKNOWN)


def settle_unknown(
    db: Database, parcel: Delivery, after: DeliveryState, *, reply: str, now: datetime
) -> None:
    """A person has looked: it arrived (sent), is given up (refused), or goes out again (waiting).

    One that goes out again keeps its Message-ID. ValueError when it is not unknown.
    """
    if after not in (DeliveryState.SENT, DeliveryState.REFUSED, DeliveryState.WAITING):
        raise ValueError(f"an unknown mail cannot be settled as {after}")
    _step(db, parcel, (DeliveryState.UNKNOWN,), after, now, reply=reply)


def stands(db: Database, parcel: Delivery) -> Delivery:
    """The same mail as it stands now. LookupError when it is gone."""
    found = _one(db, _table(parcel), parcel.id)
    if found is None:
        raise LookupError(f"there is no mail {parcel.id} in {_table(parcel)}")
    return found


def changed_at(db: Database, parcel: Delivery) -> datetime:
    """When the mail came into its state."""
    (moment,) = db.execute(
        f"SELECT changed_at FROM {_table(parcel)} WHERE id = ?",  # noqa: S608 - a constant
        (parcel.id,),
    ).fetchone()
    return datetime.fromisoformat(moment)


def delivery(db: Database, delivery_id: int) -> Delivery:
    """One delivery of an alert as it stands. LookupError when there is none."""
    found = _one(db, "deliveries", delivery_id)
    if found is None:
        raise LookupError(f"there is no delivery {delivery_id}")
    return found


def _table(parcel: Delivery) -> str:
    return "digests" if parcel.alert_id is None else "deliveries"


def _one(db: Database, table: str, identity: int) -> Delivery | None:
    row = next(db.query(f"{_PARCELS[table]} WHERE id = ?", [identity]), None)
    return None if row is None else _delivery(row)


def _in_state(db: Database, state: DeliveryState) -> tuple[Delivery, ...]:
    alerts = db.query(
        f"{_PARCELS['deliveries']} WHERE state = ? AND digest_id IS NULL ORDER BY id", [state]
    )
    digests = db.query(f"{_PARCELS['digests']} WHERE state = ? ORDER BY id", [state])
    return tuple(_delivery(row) for rows in (alerts, digests) for row in rows)


_PARCELS = {
    "deliveries": f"SELECT {_PARCEL}, alert_id FROM deliveries",  # noqa: S608 - a constant
    "digests": f"SELECT {_PARCEL}, NULL AS alert_id FROM digests",  # noqa: S608 - a constant
}


def _step(  # noqa: PLR0913 - the last three by keyword
    db: Database,
    parcel: Delivery,
    before: Sequence[DeliveryState],
    after: DeliveryState,
    now: datetime,
    *,
    reply: str | None = None,
    message_id: str | None = None,
    next_try_at: datetime | None = None,
) -> None:
    """ValueError when the mail does not stand where the step begins."""
    table = _table(parcel)
    cursor = db.execute(
        f"""
        UPDATE {table} SET state = ?, attempts = attempts + ?, changed_at = ?, next_try_at = ?,
            last_reply = ifnull(?, last_reply), message_id = ifnull(?, message_id)
        WHERE id = ? AND state IN (SELECT value FROM json_each(?))
        """,  # noqa: S608 - one of two constants
        (
            after,
            after is DeliveryState.CONNECTING,
            utc_text(now),
            None if next_try_at is None else utc_text(next_try_at),
            reply,
            message_id,
            parcel.id,
            json.dumps(before),
        ),
    )
    if cursor.rowcount != 1:
        state = stands(db, parcel).state
        raise ValueError(f"mail {parcel.id} in {table} is {state}, it cannot become {after}")
    if table == "digests":
        _step_with_digest(db, parcel.id)


def _step_with_digest(db: Database, digest_id: int) -> None:
    """What a digest tells ends as the digest does; what was left out of it is refused already."""
    db.execute(
        """
        UPDATE deliveries SET state = digests.state, message_id = digests.message_id,
            last_reply = digests.last_reply, changed_at = digests.changed_at
        FROM digests
        WHERE digests.id = ? AND digest_id = digests.id AND deliveries.state <> 'refused'
            AND digests.state IN ('sent', 'refused', 'unknown', 'waiting')
        """,
        (digest_id,),
    )


def _delivery(row: dict[str, Any]) -> Delivery:
    values = {name: row[name] for name in Delivery.__dataclass_fields__}
    values["state"] = DeliveryState(row["state"])
    values["language"] = Language(row["language"])
    values["next_try_at"] = read_moment(row["next_try_at"])
    return Delivery(**values)
