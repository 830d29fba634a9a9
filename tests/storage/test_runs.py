"""Runs and the certificate: counts come from the addresses, so a killed process cannot lie."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from storage.addresses import Found, record_discovered, settle
from storage.articles import store_article
from storage.leases import take_lease
from storage.processes import this_process
from storage.records import AddressState, OutletRunCounts, RunStatus
from storage.runs import (
    certificate,
    close_interrupted,
    end_outlet_run,
    end_run,
    last_good_run,
    last_run,
    start_outlet_run,
    start_run,
)
from storage.standing import ReasonCount, settled_reasons
from tests.storage.samples import NOW, WIB, article, begin_run

OUTLET = "klikjateng"
TTL = timedelta(minutes=5)


def discover(db: Database, run_id: int, *names: str, published: datetime | None = None) -> None:
    found = tuple(Found(url=f"https://k.example/{name}", published=published) for name in names)
    record_discovered(db, outlet=OUTLET, found=found, run_id=run_id, now=NOW)


def end(db: Database, run_id: int, name: str, state: AddressState) -> None:
    reason = None if state is AddressState.STORED else "why"
    url = f"https://k.example/{name}"
    settle(db, url=url, state=state, reason=reason, run_id=run_id, now=NOW)


def opened(db: Database) -> int:
    run_id = begin_run(db)
    start_outlet_run(db, run_id=run_id, outlet=OUTLET, now=NOW)
    return run_id


def closed(db: Database, run_id: int) -> OutletRunCounts:
    return end_outlet_run(
        db, run_id=run_id, outlet=OUTLET, status=RunStatus.FINISHED, now=NOW, requests=9, refused=1
    )


def test_the_first_run_accounts_for_every_address(db: Database) -> None:
    run_id = opened(db)
    discover(db, run_id, "a", "b", "c")
    discover(db, run_id, "c", "d")
    end(db, run_id, "a", AddressState.STORED)
    end(db, run_id, "b", AddressState.DROPPED)
    end(db, run_id, "c", AddressState.FAILED)
    assert closed(db, run_id) == OutletRunCounts(
        discovered=4, stored=1, known=0, dropped=1, failed=1, pending=1, requests=9, refused=1
    )


def test_the_next_run_counts_what_it_lists_again_and_what_was_left(db: Database) -> None:
    first = opened(db)
    discover(db, first, "stored", "dropped", "failed", "left", "gone")
    end(db, first, "stored", AddressState.STORED)
    end(db, first, "gone", AddressState.STORED)
    end(db, first, "dropped", AddressState.DROPPED)
    end(db, first, "failed", AddressState.FAILED)
    closed(db, first)
    second = opened(db)
    discover(db, second, "stored", "dropped", "new")
    end(db, second, "left", AddressState.STORED)
    end(db, second, "failed", AddressState.FAILED)
    assert closed(db, second) == OutletRunCounts(
        discovered=5, stored=1, known=2, dropped=0, failed=1, pending=1, requests=9, refused=1
    )
    assert [row.is_balanced for row in certificate(db, second)] == [True, True]


def test_an_address_given_up_is_known_when_it_is_listed_again(db: Database) -> None:
    for _ in range(3):
        run_id = opened(db)
        discover(db, run_id, "a")
        end(db, run_id, "a", AddressState.FAILED)
        assert closed(db, run_id).failed == 1
    run_id = opened(db)
    discover(db, run_id, "a")
    counts = closed(db, run_id)
    assert (counts.discovered, counts.known, counts.pending) == (1, 1, 0)


def test_a_later_run_does_not_change_an_earlier_certificate(db: Database) -> None:
    first = opened(db)
    discover(db, first, "a", "b")
    end(db, first, "a", AddressState.STORED)
    closed(db, first)
    before = certificate(db, first)
    second = opened(db)
    discover(db, second, "a", "b")
    end(db, second, "b", AddressState.STORED)
    closed(db, second)
    assert certificate(db, first) == before


def test_a_certificate_keeps_its_reasons_when_a_later_run_settles_the_addresses(
    db: Database,
) -> None:
    first = opened(db)
    discover(db, first, "a", "b", "c")
    end(db, first, "a", AddressState.FAILED)
    end(db, first, "b", AddressState.FAILED)
    end(db, first, "c", AddressState.DROPPED)
    closed(db, first)
    second = opened(db)
    end(db, second, "a", AddressState.STORED)
    closed(db, second)
    assert settled_reasons(db, first) == (
        ReasonCount(outlet=OUTLET, state=AddressState.DROPPED, reason="why", count=1),
        ReasonCount(outlet=OUTLET, state=AddressState.FAILED, reason="why", count=2),
    )
    assert settled_reasons(db, second) == ()


def test_an_address_settled_but_never_counted_unbalances_the_certificate(db: Database) -> None:
    first = opened(db)
    discover(db, first, "a")
    end(db, first, "a", AddressState.STORED)
    closed(db, first)
    second = opened(db)
    end(db, second, "a", AddressState.STORED)
    closed(db, second)
    (row,) = (row for row in certificate(db, second) if row.outlet == OUTLET)
    assert not row.is_balanced
    assert (row.counts.discovered, row.counts.stored) == (0, 1)


def test_the_certificate_names_who_failed_and_who_was_never_reached(db: Database) -> None:
    run_id = opened(db)
    reason = "robots.txt answered 500"
    end_outlet_run(
        db, run_id=run_id, outlet=OUTLET, status=RunStatus.FAILED, reason=reason, now=NOW
    )
    end_run(db, run_id=run_id, status=RunStatus.FAILED, now=NOW)
    assert [(row.outlet, row.status, row.reason) for row in certificate(db, run_id)] == [
        (OUTLET, RunStatus.FAILED, reason),
        ("wartablora", RunStatus.EXPECTED, "never reached"),
    ]


def test_the_certificate_says_how_far_back_the_lists_went(db: Database) -> None:
    run_id = opened(db)
    oldest = datetime(2024, 12, 2, 1, 0, tzinfo=WIB)
    an_hour_later = datetime(2024, 12, 1, 19, 0, tzinfo=UTC)
    discover(db, run_id, "a", published=an_hour_later)
    discover(db, run_id, "b", published=oldest)
    discover(db, run_id, "c")
    closed(db, run_id)
    end_outlet_run(db, run_id=run_id, outlet="wartablora", status=RunStatus.FINISHED, now=NOW)
    assert [row.oldest_published for row in certificate(db, run_id)] == [oldest, None]


def test_a_list_without_times_is_dated_by_its_articles(db: Database) -> None:
    run_id = opened(db)
    story = article(outlet=OUTLET, url="https://k.example/a")
    discover(db, run_id, "a")
    store_article(db, story, run_id=run_id, now=NOW)
    closed(db, run_id)
    assert certificate(db, run_id)[0].oldest_published == story.published


def test_a_run_whose_process_was_killed_is_closed_with_true_counts(db: Database) -> None:
    run_id = opened(db)
    discover(db, run_id, "a", "b")
    end(db, run_id, "a", AddressState.STORED)
    assert close_interrupted(db, NOW) == (run_id,)
    reached, missed = certificate(db, run_id)
    assert reached.status is RunStatus.INTERRUPTED
    assert reached.reason == "the process ended without a word"
    assert (reached.counts.discovered, reached.counts.stored, reached.counts.pending) == (2, 1, 1)
    assert reached.is_balanced
    assert (missed.status, missed.reason) == (RunStatus.EXPECTED, "never reached")
    assert close_interrupted(db, NOW) == ()


@pytest.mark.parametrize(
    ("holder", "age", "is_closed"),
    [
        (this_process(), timedelta(0), False),
        (this_process(), TTL, False),
        ("elsewhere/pid:1:1", timedelta(0), False),
        ("elsewhere/pid:1:1", TTL, True),
        (this_process() + "0", timedelta(0), True),
    ],
    ids=["alive", "alive, the clock went on", "alive elsewhere", "heart stopped elsewhere", "dead"],
)
def test_a_run_of_a_living_process_is_never_closed(
    db: Database, holder: str, age: timedelta, is_closed: bool
) -> None:
    run_id = start_run(db, holder=holder, version="1", now=NOW)
    db.execute(
        "INSERT INTO leases VALUES ('crawl', ?, ?, ?, ?)",
        (holder, NOW.isoformat(), NOW.isoformat(), (NOW + TTL).isoformat()),
    )
    assert close_interrupted(db, NOW + age) == ((run_id,) if is_closed else ())


def test_a_lease_of_somebody_else_keeps_no_run_alive(db: Database) -> None:
    run_id = start_run(db, holder="watcher", version="1", now=NOW)
    assert take_lease(db, "crawl", this_process(), NOW, TTL)
    assert close_interrupted(db, NOW) == (run_id,)


def test_the_last_good_run_is_the_latest_that_finished(db: Database) -> None:
    assert last_good_run(db, NOW) is None
    assert last_run(db) is None
    ends = (RunStatus.FINISHED, RunStatus.FINISHED, RunStatus.FAILED)
    for night, status in enumerate(ends):
        now = NOW + timedelta(days=night)
        run_id = begin_run(db, now)
        end_run(db, run_id=run_id, status=status, now=now + timedelta(hours=1))
    running = begin_run(db, NOW + timedelta(days=3))
    good, latest = last_good_run(db, NOW + timedelta(days=3)), last_run(db)
    assert good is not None
    assert (good.id, good.started_at) == (2, NOW + timedelta(days=1))
    assert good.ended_at == NOW + timedelta(days=1, hours=1)
    assert latest is not None
    assert (latest.id, latest.status, latest.ended_at) == (running, RunStatus.RUNNING, None)


def test_a_run_from_a_clock_that_was_ahead_is_not_the_last_good_one(db: Database) -> None:
    for ahead in (timedelta(days=400), timedelta()):
        run_id = begin_run(db, NOW + ahead)
        end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=NOW + ahead)
    good = last_good_run(db, NOW)
    assert good is not None
    assert good.started_at == NOW


@pytest.mark.parametrize("status", [RunStatus.RUNNING, RunStatus.EXPECTED])
def test_only_an_end_ends_a_run(db: Database, status: RunStatus) -> None:
    run_id = opened(db)
    with pytest.raises(ValueError, match="is no end"):
        end_run(db, run_id=run_id, status=status, now=NOW)
    with pytest.raises(ValueError, match="is no end"):
        end_outlet_run(db, run_id=run_id, outlet=OUTLET, status=status, now=NOW)
