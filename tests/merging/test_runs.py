"""Runs, standings of outlets, gaps and the frontier of two stores."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.addresses import Found, frontier, record_discovered, settle
from storage.gaps import Gap, GapState, keep_gap
from storage.health_records import OutletStanding, OutletState
from storage.records import AddressState
from storage.runs import last_run
from storage.standings import keep_standing, state_of
from storage.walks import begin_walk, fail_walk, note_page
from tests.linking.paper import FIRST, OTHER
from tests.merging.colleague import Colleague, merge_into
from tests.merging.contents import contents
from tests.storage.samples import NOW

PAGE = "https://news.wartablora.com/2"
SICK, WELL = OutletState.QUARANTINED, OutletState.HEALTHY


@pytest.fixture
def ani(tmp_path: Path) -> Iterator[Colleague]:
    made = Colleague(tmp_path / "ani.sqlite", "ani").reads(FIRST, hour=10)
    yield made
    made.db.close()


@pytest.fixture
def budi(tmp_path: Path) -> Iterator[Colleague]:
    made = Colleague(tmp_path / "budi.sqlite", "budi").reads(OTHER, hour=9)
    yield made
    made.db.close()


def stands(who: Colleague, state: OutletState, hour: float) -> None:
    standing = OutletStanding(
        outlet="wartablora", state=state, reason=f"seen at {hour}", since=date(2024, 12, 2)
    )
    who.db.execute(
        "INSERT OR IGNORE INTO outlets (name, added_at) VALUES ('wartablora', ?)",
        (NOW.isoformat(),),
    )
    with who.db.atomic():
        keep_standing(who.db, standing, run_id=1, now=NOW + timedelta(hours=hour))


def merge_both_ways(ani: Colleague, budi: Colleague) -> None:
    merge_into(ani.path, budi.path)
    merge_into(budi.path, ani.path)
    assert contents(ani.db) == contents(budi.db)


def test_the_last_crawl_is_the_one_that_began_last(ani: Colleague, budi: Colleague) -> None:
    merge_both_ways(ani, budi)
    for each in (ani, budi):
        run = last_run(each.db)
        assert run is not None
        assert run.started_at == NOW + timedelta(hours=10)


def test_an_outlet_stands_as_was_noted_last_in_either_store(
    ani: Colleague, budi: Colleague
) -> None:
    for hour, state in ((11, SICK), (13, WELL), (17, SICK)):
        stands(ani, state, hour)
    for hour, state in ((12, SICK), (18, WELL)):
        stands(budi, state, hour)
    merge_both_ways(ani, budi)
    for each in (ani, budi):
        rows = each.db.execute("SELECT reason FROM outlet_states ORDER BY id").fetchall()
        assert [reason for (reason,) in rows] == [
            f"seen at {hour}" for hour in (11, 12, 13, 17, 18)
        ]
        assert state_of(each.db, "wartablora") is WELL


def test_what_ours_noted_keeps_its_order_though_a_clock_was_wrong(
    ani: Colleague, budi: Colleague
) -> None:
    for hour, state in ((500, SICK), (13, WELL)):
        stands(ani, state, hour)
    stands(budi, SICK, 12)
    merge_into(ani.path, budi.path)
    assert state_of(ani.db, "wartablora") is WELL


def test_a_digest_of_health_goes_on_telling_the_same(ani: Colleague, budi: Colleague) -> None:
    stands(ani, SICK, 20)
    (state_id,) = ani.db.execute("SELECT id FROM outlet_states").fetchone()
    moment = NOW.isoformat()
    ani.db.execute(
        "INSERT INTO digests (id, person, frequency, starts_at, created_at, changed_at, tells)"
        " VALUES (1, 'a@example.org', 'daily', ?, ?, ?, 'health')",
        (moment, moment, moment),
    )
    ani.db.execute("INSERT INTO health_items VALUES (1, ?)", (state_id,))
    stands(budi, SICK, 12)
    merge_into(ani.path, budi.path)
    told = ani.db.execute(
        "SELECT reason FROM health_items JOIN outlet_states ON outlet_states.id = state_id"
    ).fetchall()
    assert told == [("seen at 20",)]
    assert ani.db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("mine", "other", "both"),
    [
        (AddressState.FAILED, AddressState.STORED, "stored"),
        (AddressState.DROPPED, AddressState.FAILED, "dropped"),
        (AddressState.DROPPED, AddressState.STORED, "stored"),
        (None, AddressState.FAILED, "failed"),
        (None, None, "new"),
    ],
)
def test_of_an_address_the_further_state_counts(
    ani: Colleague,
    budi: Colleague,
    mine: AddressState | None,
    other: AddressState | None,
    both: str,
) -> None:
    for hour, who, state in ((12, ani, mine), (11, budi, other)):
        now = NOW + timedelta(hours=hour)
        with who.db.atomic():
            found = [Found(url=PAGE, title=f"seen by {who.who}")]
            record_discovered(who.db, outlet="wartablora", found=found, run_id=1, now=now)
            if state is not None:
                reason = None if state is AddressState.STORED else "thin"
                settle(who.db, url=PAGE, state=state, reason=reason, run_id=1, now=now)
    merge_both_ways(ani, budi)
    (state, title, moment) = ani.db.execute(
        "SELECT state, listed_title, discovered_at FROM addresses WHERE url = ?", (PAGE,)
    ).fetchone()
    assert (state, title) == (both, "seen by ani")
    assert moment == (NOW + timedelta(hours=11)).isoformat()
    assert (PAGE in frontier(ani.db, "wartablora")) == (both in ("new", "failed"))


def test_a_gap_that_was_closed_in_either_store_is_closed(ani: Colleague, budi: Colleague) -> None:
    gap = Gap(
        id=None,
        outlet="wartablora",
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=3),
        state=GapState.UNFINISHED,
        reason="cut short",
        found_run=1,
    )
    with ani.db.atomic():
        keep_gap(ani.db, gap)
    merge_into(budi.path, ani.path)
    with ani.db.atomic():
        ani.db.execute("UPDATE gaps SET state = 'closed', closed_run = 1")
    merge_both_ways(ani, budi)
    for each in (ani, budi):
        assert each.db.execute("SELECT state FROM gaps").fetchall() == [("closed",)]


def begun_again(db: Database) -> None:
    begin_walk(db, outlet="wartablora", source_url=PAGE, run_id=1, now=NOW + timedelta(days=1))


def come_further(db: Database) -> None:
    note_page(db, source_url=PAGE, page=3, page_url=PAGE)


def failed(db: Database) -> None:
    fail_walk(db, source_url=PAGE, today=date(2024, 12, 5))


@pytest.mark.parametrize(
    ("later", "is_now"),
    [
        (begun_again, ("2024-12-03", None, None)),
        (come_further, ("2024-12-02", 3, None)),
        (failed, ("2024-12-02", None, "2024-12-05")),
    ],
)
def test_of_a_list_the_row_that_was_written_later_counts(
    ani: Colleague,
    budi: Colleague,
    later: Callable[[Database], None],
    is_now: tuple[str, int | None, str | None],
) -> None:
    with ani.db.atomic():
        begin_walk(ani.db, outlet="wartablora", source_url=PAGE, run_id=1, now=NOW)
    merge_into(budi.path, ani.path)
    with budi.db.atomic():
        later(budi.db)
    merge_both_ways(ani, budi)
    rows = ani.db.execute("SELECT date(begun_at), page, failed_on FROM discovery_pages")
    assert rows.fetchall() == [is_now]
