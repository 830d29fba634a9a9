"""Outlets that came into another state, noted as a checkup after a crawl notes them."""

import json
from datetime import date, datetime

from sqlite_utils import Database

from storage.health_records import OutletStanding, OutletState
from storage.nights import begin_night
from storage.outlets import register_outlet
from storage.records import RunStatus
from storage.runs import end_run, start_run
from storage.standings import keep_standing
from storage.timestamps import utc_text

DAY = date(2024, 12, 3)
EXAMPLE = "https://solopos.example/berita/nilai-layanan-publik-1"


def turn(
    db: Database,
    state: OutletState,
    *outlets: str,
    now: datetime,
    finding: str = "4 of 4 headlines are the site's own name",
    ends: bool = True,
) -> int:
    """A run after which the outlets stand so; one that does not end goes on. Gives its number."""
    is_well = state is OutletState.HEALTHY
    findings = () if is_well else (f"{finding}, e.g. {EXAMPLE}",)
    with db.atomic():
        run_id = start_run(db, holder="test", version="0", now=now)
        for outlet in outlets:
            register_outlet(db, name=outlet, now=now)
            begin_night(db, run_id=run_id, outlet=outlet, day=DAY)
            standing = OutletStanding(
                outlet=outlet,
                state=state,
                reason="2 good nights" if is_well else finding,
                since=DAY,
                findings=findings,
            )
            keep_standing(db, standing, run_id=run_id, now=now)
            _show(db, run_id, outlet)
        if ends:
            end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=now)
    return run_id


def _show(db: Database, run_id: int, outlet: str) -> None:
    db.execute(
        "UPDATE outlet_nights SET examples = ?, counted_at = ? WHERE run_id = ? AND outlet = ?",
        (
            json.dumps({"undated": "https://solopos.example/other", "site-titles": EXAMPLE}),
            utc_text(datetime.fromisoformat("2024-12-03T00:00:00+00:00")),
            run_id,
            outlet,
        ),
    )


def health_states(db: Database) -> list[tuple[str, str]]:
    """Each letter about outlets: to whom, and how it stands."""
    rows = db.execute("SELECT person, state FROM digests WHERE tells = 'health' ORDER BY id")
    return list(rows.fetchall())
