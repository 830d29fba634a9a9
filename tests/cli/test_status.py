"""`piagam status` answers on one screen, whatever there is to tell and however bad the store is."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import open_store
from storage.health_records import OutletState
from storage.records import RunStatus
from storage.runs import end_outlet_run, end_run, start_run
from tests.alerts.outlets import turn
from tests.cli.console import Console
from tests.storage.samples import NOW

MANY = [f"media-{number:03}" for number in range(144)]
SCREEN = 24


def night(store: Path, failed: int, *, now: datetime) -> None:
    """A crawl of 144 outlets; the first so many could not be read."""
    with closing(open_store(store)) as db, db.atomic():
        run_id = start_run(db, holder="test", version="0", now=now, expected=MANY)
        for number, name in enumerate(MANY):
            is_bad = number < failed
            status = RunStatus.FAILED if is_bad else RunStatus.FINISHED
            reason = "feed: connection refused" if is_bad else None
            end_outlet_run(db, run_id=run_id, outlet=name, status=status, reason=reason, now=now)
        end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=now)


def test_a_night_of_144_outlets_that_is_well_is_told_by_its_sums(console: Console) -> None:
    console.configure()
    night(console.folder / "piagam.sqlite", 0, now=datetime.now(UTC))
    said = console.run("status")
    assert said.code == 0, said.out
    assert "144 outlets: 144 finished; each in `piagam certificate`" in said.out
    assert said.out.splitlines()[-1] == "all is well"
    assert len(said.out.splitlines()) < SCREEN


def test_many_outlets_that_are_not_well_still_fit_on_one_screen(console: Console) -> None:
    console.configure()
    store = console.folder / "piagam.sqlite"
    with closing(open_store(store)) as db:
        turn(db, OutletState.AILING, *MANY[:40], now=NOW)
        turn(db, OutletState.QUARANTINED, MANY[50], now=NOW)
        turn(db, OutletState.RETIRED, *MANY[60:80], now=NOW)
    night(store, 60, now=datetime.now(UTC))
    said = console.run("status")
    lines = said.out.splitlines()
    problems = [line for line in lines if line.startswith("!")]
    assert said.code == 1
    assert problems[0].startswith("! media-050: quarantined since 2024-12-03, its alerts wait")
    assert problems[-1].startswith("! and 50 more outlets; see `piagam certificate`")
    assert "84 finished, 60 failed" in said.out
    assert "outlets  and 10 more are retired; see `piagam outlets list`" in lines
    assert len(lines) < 2 * SCREEN
    assert len(json.loads(console.run("status", "--json").out)["problems"]) == 60


def test_looking_at_a_store_that_is_not_there_makes_none(console: Console) -> None:
    console.configure()
    said = console.run("status")
    assert said.code == 1
    assert said.complaints == [
        "piagam: piagam.sqlite: no store yet; run `piagam crawl`, or correct `store`"
    ]
    assert not (console.folder / "piagam.sqlite").exists()


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("future", "is of a newer Piagam (it has 9999_later); update Piagam"),
        ("cut", "is damaged; take a copy: for your own store `piagam restore FILE`"),
        ("strange", "is no SQLite file; name another store"),
        ("none", "no store yet; run `piagam crawl`"),
    ],
)
def test_a_store_that_cannot_be_used_is_one_line_and_one_object(
    console: Console, harm: str, told: str
) -> None:
    console.configure()
    store = console.folder / "piagam.sqlite"
    spoil(store, harm)
    said = console.run("status")
    assert (said.code, said.out, len(said.complaints)) == (1, "", 1)
    assert told in said.err
    scripts = console.run("status", "--json")
    answer = json.loads(scripts.out)
    assert (scripts.code, scripts.err, answer["is_well"]) == (1, "", False)
    assert told in answer["problems"][0]


def spoil(store: Path, harm: str) -> None:
    with closing(open_store(store)) as db:
        turn(db, OutletState.AILING, *MANY, now=NOW)
        if harm == "future":
            db.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                " VALUES ('piagam', '9999_later', '2024-12-02')"
            )
    whole = store.read_bytes()
    match harm:
        case "cut":
            store.write_bytes(whole[:50_000])
        case "strange":
            store.write_bytes(b"no store at all " * 500)
        case "none":
            store.unlink()
