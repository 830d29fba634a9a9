"""`piagam status` says whether all is well, and what to do where it is not."""

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.standing import STALE, problems, read_standing
from storage.database import open_store
from storage.gaps import Gap, GapState, keep_gap
from storage.leases import CRAWL_LEASE, take_lease
from storage.processes import this_process
from storage.records import RunStatus
from storage.runs import start_run
from tests.cli.console import Console, widest
from tests.cli.runs import add_run
from tests.storage.samples import NOW, fill


def test_status_of_a_store_that_was_never_crawled_says_what_to_do(console: Console) -> None:
    console.configure()
    open_store(console.folder / "piagam.sqlite").close()
    said = console.run("status")
    assert said.code == 1
    assert "! nothing was crawled yet; run `piagam crawl`" in said.out


def test_status_is_well_after_a_good_crawl_and_says_so_by_its_exit_code(
    console: Console, db: Database
) -> None:
    add_run(db, RunStatus.FINISHED, started=datetime.now(UTC), reason=None)
    said = console.run("status")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == "all is well"
    assert len(said.out.splitlines()) < 25
    assert widest(said.out.splitlines()) <= 100
    told = json.loads(console.run("status", "--json").out)
    assert (told["is_well"], told["problems"]) == (True, [])


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (GapState.BEYOND_REACH, "`piagam crawl --since 2024-12-01 wartablora`"),
        (GapState.UNFINISHED, None),
        (GapState.LOST, None),
    ],
)
def test_hours_that_were_not_seen_are_a_problem_as_long_as_a_person_can_mend_it(
    console: Console, db: Database, state: GapState, told: str | None
) -> None:
    run_id = add_run(db, RunStatus.FINISHED, started=datetime.now(UTC), reason=None)
    gap = Gap(
        id=None,
        outlet="wartablora",
        starts_at=NOW - timedelta(days=2, hours=1, minutes=5),
        ends_at=NOW - timedelta(days=1),
        state=state,
        reason="the feed reaches no further",
        found_run=run_id,
    )
    with db.atomic():
        keep_gap(db, gap)
    said = console.run("status")
    problems = [line for line in said.out.splitlines() if line.startswith("!")]
    assert (said.code, len(problems)) == ((1, 1) if told else (0, 0))
    assert told is None or told in problems[0]
    shown = console.run("certificate").out.splitlines()[-1]
    assert "not seen: 1 Dec 00.25 – 2 Dec 2024 01.30 WIB (25 h 5 min)" in shown
    (outlet,) = json.loads(console.run("certificate", "--json").out)["outlets"]
    assert [each["state"] for each in outlet["gaps"]] == [state]
    is_open = state is not GapState.LOST
    assert len(json.loads(console.run("status", "--json").out)["gaps"]) == is_open


def test_an_outlet_that_failed_is_named_with_its_reason(console: Console, db: Database) -> None:
    reason = "robots.txt answered 500; nothing was fetched"
    add_run(db, RunStatus.FAILED, started=datetime.now(UTC), reason=reason)
    said = console.run("status")
    assert said.code == 1
    assert f"! wartablora: failed: {reason}" in said.out


@pytest.mark.parametrize("is_read_lately", [True, False])
def test_an_outlet_outside_its_hours_is_a_problem_only_when_it_was_not_read_for_long(
    console: Console, db: Database, is_read_lately: bool
) -> None:
    age = timedelta(hours=12) if is_read_lately else STALE + timedelta(hours=1)
    add_run(db, RunStatus.FINISHED, started=datetime.now(UTC) - age, reason=None)
    reason = "outside its hours 22:00-05:00; 0 addresses wait"
    add_run(db, RunStatus.INTERRUPTED, started=datetime.now(UTC), reason=reason)
    said = console.run("status")
    problems = [line for line in said.out.splitlines() if line.startswith("!")]
    assert (said.code, len(problems)) == ((0, 0) if is_read_lately else (1, 2))
    assert is_read_lately or "no crawl has finished for more than a day" in problems[0]
    assert is_read_lately or problems[1] == f"! wartablora: interrupted: {reason}"


@pytest.mark.parametrize("is_alive", [True, False])
def test_a_crawl_that_was_killed_is_told_from_one_that_runs(
    console: Console, is_alive: bool
) -> None:
    console.configure()
    now, path = datetime.now(UTC), console.folder / "piagam.sqlite"
    with closing(open_store(path)) as db, db.atomic():
        if is_alive:
            assert take_lease(db, CRAWL_LEASE, this_process(), now, timedelta(minutes=5))
        start_run(db, holder=this_process(), version="0", now=now, expected=("wartablora",))
    said = console.run("status")
    assert said.code == (0 if is_alive else 1)
    killed = "! run 1 was killed; the next crawl goes on where it stopped"
    assert (killed in said.out.splitlines()) is not is_alive


@pytest.mark.parametrize(
    ("age", "is_well"),
    [
        pytest.param(timedelta(hours=1), True, id="this night"),
        pytest.param(STALE, True, id="just within bounds"),
        pytest.param(STALE + timedelta(minutes=1), False, id="a night was missed"),
        pytest.param(timedelta(days=-3), True, id="the clock jumped back"),
    ],
)
def test_a_store_that_has_not_been_crawled_lately_is_not_well(
    tmp_path: Path, age: timedelta, is_well: bool
) -> None:
    with closing(open_store(tmp_path / "piagam.sqlite")) as db:
        fill(db)
        assert (problems(read_standing(db, NOW + age)) == ()) is is_well
