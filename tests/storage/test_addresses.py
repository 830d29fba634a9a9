"""The frontier: seen means stored."""

from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from storage.addresses import (
    Discovered,
    Found,
    frontier,
    record_discovered,
    settle,
)
from storage.records import AddressState
from tests.storage.samples import NOW, WIB, begin_run


def found(*names: str) -> tuple[Found, ...]:
    return tuple(Found(url=f"https://klikjateng.id/{name}") for name in names)


def urls(*names: str) -> tuple[str, ...]:
    return tuple(each.url for each in found(*names))


def discover(db: Database, run_id: int, *names: str, now: datetime = NOW) -> Discovered:
    return record_discovered(db, outlet="klikjateng", found=found(*names), run_id=run_id, now=now)


def end(db: Database, run_id: int, name: str, state: AddressState) -> None:
    (url,) = urls(name)
    reason = None if state is AddressState.STORED else "404"
    settle(db, url=url, state=state, reason=reason, run_id=run_id, now=NOW)


def test_an_address_is_new_once_and_listed_once_per_page(db: Database) -> None:
    run_id = begin_run(db)
    assert discover(db, run_id, "a", "b", "a") == Discovered(new=urls("a", "b"), known=())
    assert discover(db, run_id, "b", "c") == Discovered(new=urls("c"), known=urls("b"))


def test_the_frontier_says_where_the_outlet_prints_an_address(db: Database) -> None:
    run_id = begin_run(db)
    (url,) = urls("a")
    for asked_at in (None, f"{url}/", None):  # an older Piagam did not keep it
        each = Found(url=url, asked_at=asked_at)
        record_discovered(db, outlet="klikjateng", found=(each,), run_id=run_id, now=NOW)
    assert frontier(db, "klikjateng") == {url: f"{url}/"}


def test_the_frontier_gives_first_what_waits_longest(db: Database) -> None:
    run_id = begin_run(db)
    discover(db, run_id, "late")
    discover(db, run_id, "early", now=NOW - timedelta(days=1))
    assert tuple(frontier(db, "klikjateng")) == urls("early", "late")
    assert tuple(frontier(db, "wartablora")) == ()


@pytest.mark.parametrize(
    ("states", "waits"),
    [
        ([], True),
        ([AddressState.STORED], False),
        ([AddressState.DROPPED], False),
        ([AddressState.FAILED], True),
        ([AddressState.FAILED] * 2, True),
        ([AddressState.FAILED] * 3, False),
        ([AddressState.FAILED, AddressState.STORED], False),
    ],
)
def test_an_address_waits_until_it_is_settled_or_failed_three_times(
    db: Database, states: list[AddressState], waits: bool
) -> None:
    run_id = begin_run(db)
    discover(db, run_id, "a")
    for state in states:
        end(db, run_id, "a", state)
    assert tuple(frontier(db, "klikjateng")) == (urls("a") if waits else ())


def test_the_frontier_is_read_from_its_own_index(db: Database) -> None:
    plan = db.execute(
        "EXPLAIN QUERY PLAN SELECT url FROM addresses WHERE outlet = 'a' AND is_open"
        " ORDER BY discovered_at, id"
    ).fetchall()
    assert [row[3] for row in plan] == [
        "SEARCH addresses USING INDEX addresses_frontier (outlet=?)"
    ]


def test_what_a_list_tells_later_fills_in_but_does_not_replace(db: Database) -> None:
    run_id = begin_run(db)
    published = datetime(2024, 12, 2, 23, 6, tzinfo=WIB)
    (url,) = urls("a")
    for title, moment in ((None, None), ("First", published), ("Other", NOW)):
        each = Found(url=url, title=title, published=moment)
        record_discovered(db, outlet="klikjateng", found=(each,), run_id=run_id, now=NOW)
    row = db.execute("SELECT listed_title, listed_published FROM addresses").fetchone()
    assert row == ("First", "2024-12-02T23:06:00+07:00")


def test_settling_needs_a_recorded_address_an_end_and_a_reason(db: Database) -> None:
    run_id = begin_run(db)
    with pytest.raises(LookupError, match="never discovered"):
        end(db, run_id, "a", AddressState.STORED)
    discover(db, run_id, "a")
    with pytest.raises(ValueError, match="not settled as new"):
        end(db, run_id, "a", AddressState.NEW)
    for reason in (None, ""):
        with pytest.raises(Exception, match="CHECK constraint failed"):
            settle(
                db,
                url=urls("a")[0],
                state=AddressState.DROPPED,
                reason=reason,
                run_id=run_id,
                now=NOW,
            )


def test_a_time_without_an_offset_is_refused(db: Database) -> None:
    run_id = begin_run(db)
    with pytest.raises(ValueError, match="has no offset"):
        discover(db, run_id, "a", now=NOW.replace(tzinfo=None))
