"""How each outlet stands: the states it went through, and what a person said of it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage.health_records import OutletStanding, OutletState
from storage.outlets import register_outlet
from storage.timestamps import utc_text


def keep_standing(db: Database, standing: OutletStanding, *, run_id: int, now: datetime) -> None:
    """Note how an outlet stands after a run; another state than before goes into the history."""
    db.execute(
        """
        UPDATE outlet_nights SET state = ?, state_since = ?, state_reason = ?, findings = ?
        WHERE run_id = ? AND outlet = ?
        """,
        (
            standing.state,
            standing.since.isoformat(),
            standing.reason,
            json.dumps(standing.findings, ensure_ascii=False),
            run_id,
            standing.outlet,
        ),
    )
    before = state_of(db, standing.outlet)
    is_new = before is not None or standing.state is not OutletState.HEALTHY
    if is_new and before is not standing.state:
        _add_state(db, standing, run_id=run_id, is_by_person=False, now=now)


def vouch_for(db: Database, outlet: str, *, reason: str, day: date, now: datetime) -> None:
    """A person has looked: the outlet is healthy, and only what comes from now on is judged."""
    register_outlet(db, name=outlet, now=now)
    (last_run,) = db.execute("SELECT max(id) FROM runs").fetchone()
    standing = OutletStanding(outlet=outlet, state=OutletState.HEALTHY, reason=reason, since=day)
    _add_state(db, standing, run_id=last_run, is_by_person=True, now=now)


def state_of(db: Database, outlet: str) -> OutletState | None:
    """The outlet's state; None as long as nothing was ever the matter with it."""
    row = db.execute("SELECT state FROM outlet_standing WHERE outlet = ?", (outlet,)).fetchone()
    return None if row is None else OutletState(row[0])


def known_outlets(db: Database) -> frozenset[str]:
    """The names of all outlets that the store knows."""
    return frozenset(name for (name,) in db.execute("SELECT name FROM outlets"))


def standings(db: Database) -> dict[str, OutletStanding]:
    """How each outlet stands that was ever judged, by name, with the findings of its last night."""
    rows = db.query(
        """
        SELECT outlets.name AS outlet, ifnull(stands.state, nights.state) AS state,
            ifnull(stands.since, nights.state_since) AS since,
            ifnull(stands.reason, nights.state_reason) AS reason,
            iif(stands.run_id > nights.run_id OR stands.is_by_person OR nights.findings IS NULL,
                '[]', nights.findings) AS findings
        FROM outlets
        LEFT JOIN outlet_standing AS stands ON stands.outlet = outlets.name
        LEFT JOIN outlet_nights AS nights ON nights.outlet = outlets.name AND nights.run_id = (
            SELECT max(run_id) FROM outlet_nights AS judged
            WHERE judged.outlet = outlets.name AND judged.state IS NOT NULL
        )
        WHERE stands.state IS NOT NULL OR nights.state IS NOT NULL
        ORDER BY outlets.name
        """
    )
    return {row["outlet"]: _standing(row) for row in rows}


def standings_of_run(db: Database, run_id: int) -> dict[str, OutletStanding]:
    """How the outlets of one run stood after it, by name; those then retired as well."""
    rows = db.query(
        """
        SELECT outlet, state, state_since AS since, state_reason AS reason, findings
        FROM outlet_nights WHERE run_id = :run AND state IS NOT NULL
        UNION ALL
        SELECT states.outlet, states.state, states.since, states.reason, '[]'
        FROM outlet_states AS states
        WHERE states.state = 'retired' AND states.id = (
            SELECT max(id) FROM outlet_states AS until
            WHERE until.outlet = states.outlet AND until.run_id <= :run
        ) AND NOT EXISTS (
            SELECT 1 FROM outlet_nights AS judged
            WHERE judged.run_id = :run AND judged.outlet = states.outlet AND state IS NOT NULL
        )
        ORDER BY 1
        """,
        {"run": run_id},
    )
    return {row["outlet"]: _standing(row) for row in rows}


def _add_state(
    db: Database,
    standing: OutletStanding,
    *,
    run_id: int | None,
    is_by_person: bool,
    now: datetime,
) -> None:
    db.execute(
        """
        INSERT INTO outlet_states (outlet, state, reason, since, run_id, is_by_person, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (
            standing.outlet,
            standing.state,
            standing.reason,
            standing.since.isoformat(),
            run_id,
            is_by_person,
            utc_text(now),
        ),
    )


def _standing(row: Mapping[str, Any]) -> OutletStanding:
    return OutletStanding(
        outlet=row["outlet"],
        state=OutletState(row["state"]),
        reason=row["reason"],
        since=date.fromisoformat(row["since"]),
        findings=tuple(json.loads(row["findings"])),
    )
