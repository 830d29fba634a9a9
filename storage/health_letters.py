"""Outlets that came into another state, on their way to the people who asked for that. Each once.

A digest carries them: one of their own, or that of the awards.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage.address_records import Address, Tells
from storage.addressing import gathering
from storage.health_records import OutletStanding, OutletState
from storage.letter_records import HealthNotice, OutletChange
from storage.timestamps import utc_text


def address_health(db: Database, addresses: Iterable[Address], now: datetime) -> None:
    """Note who is told of what changed; call inside `atomic()`. It is addressed for good by this.

    What a run finds waits for its end, so that one letter tells of all its outlets.
    """
    news = [
        state_id
        for (state_id,) in db.execute(
            """
            SELECT id FROM outlet_states WHERE addressed_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM runs WHERE runs.id = run_id AND status = 'running'
            ) ORDER BY id
            """
        ).fetchall()
    ]
    if not news:
        return
    for each in addresses:
        if each.digest is None:
            raise ValueError(f"{each.person}: health is told in a digest")
        digest_id = gathering(db, each, each.digest, now)
        for state_id in news:
            db.execute(
                "INSERT INTO health_items (digest_id, state_id) VALUES (?, ?)",
                (digest_id, state_id),
            )
    db.execute(
        "UPDATE outlet_states SET addressed_at = ? WHERE id IN (SELECT value FROM json_each(?))",
        (utc_text(now), json.dumps(news)),
    )


def health_notice(db: Database, digest_id: int) -> HealthNotice | None:
    """All that a letter about outlets tells; None when the digest tells awards."""
    tells, created_at = db.execute(
        "SELECT tells, created_at FROM digests WHERE id = ?", (digest_id,)
    ).fetchone()
    if tells != Tells.HEALTH:
        return None
    return HealthNotice(notice_id=f"{digest_id}/{created_at}", changes=changes_of(db, digest_id))


def changes_of(db: Database, digest_id: int) -> tuple[OutletChange, ...]:
    """The outlets that a digest tells of, those that need somebody most first.

    Each stands as it came to stand last; what it went through in between is not told. What a
    person said of it counts as found.
    """
    rows = db.query(
        """
        WITH told AS (
            SELECT outlet, min(state_id) AS first, max(state_id) AS last
            FROM health_items JOIN outlet_states ON outlet_states.id = state_id
            WHERE digest_id = ? GROUP BY outlet
        )
        SELECT states.outlet, ifnull(outlets.title, states.outlet) AS title, states.state,
            states.reason, states.since,
            (
                SELECT state FROM outlet_states AS earlier
                WHERE earlier.outlet = states.outlet AND earlier.id < told.first
                ORDER BY id DESC LIMIT 1
            ) AS before,
            iif(
                states.is_by_person, json_array(states.reason), ifnull(nights.findings, '[]')
            ) AS findings,
            ifnull(nights.examples, '{}') AS examples,
            iif(states.state = 'quarantined', (
                SELECT count(*) FROM held_alerts WHERE held_alerts.outlet = states.outlet
            ), 0) AS held
        FROM told
        JOIN outlet_states AS states ON states.id = told.last
        JOIN outlets ON outlets.name = states.outlet
        LEFT JOIN outlet_nights AS nights
            ON nights.run_id = states.run_id AND nights.outlet = states.outlet
        ORDER BY CASE states.state
            WHEN 'quarantined' THEN 1 WHEN 'ailing' THEN 2 WHEN 'retired' THEN 3 ELSE 4
        END, title
        """,
        [digest_id],
    )
    return tuple(_change(row) for row in rows)


def _change(row: dict[str, Any]) -> OutletChange:
    findings = tuple(json.loads(row["findings"]))
    examples = json.loads(row["examples"]).values()
    return OutletChange(
        title=row["title"],
        standing=OutletStanding(
            outlet=row["outlet"],
            state=OutletState(row["state"]),
            reason=row["reason"],
            since=date.fromisoformat(row["since"]),
            findings=findings,
        ),
        before=row["before"] and OutletState(row["before"]),
        example=next((each for each in examples if any(each in told for told in findings)), None),
        held=row["held"],
    )
