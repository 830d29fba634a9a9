"""Stories to be looked at again: who is due, and which hints are believed."""

from datetime import date, datetime, timedelta

from sqlite_utils import Database

from storage.addresses import Found, record_discovered
from storage.looks import (
    LookOutcome,
    due_looks,
    look_counts,
    note_hints,
    remember_page,
    settle_look,
)
from storage.records import Validators
from tests.storage.samples import NOW, begin_run

OUTLET = "klikjateng"
TODAY = date(2024, 12, 3)


def url(name: str) -> str:
    return f"https://klikjateng.id/{name}"


def remember(db: Database, run_id: int, name: str, *, due: date | None, award: bool = True) -> None:
    found = (Found(url=url(name)),)
    record_discovered(db, outlet=OUTLET, found=found, run_id=run_id, now=NOW)
    remember_page(
        db,
        address=url(name),
        outlet=OUTLET,
        url=url(name),
        said=Validators(url=url(name), etag='"1"', last_modified=None, content_sha256="ab"),
        is_award=award,
        today=TODAY,
        due_on=due,
        read_at=NOW,
    )


def due(db: Database, today: date = TODAY, most: int = 9) -> list[str]:
    return [
        each.address.rpartition("/")[2] for each in due_looks(db, OUTLET, today=today, most=most)
    ]


def hint(db: Database, name: str, at: datetime) -> None:
    note_hints(db, OUTLET, [Found(url=url(name), modified=at)], today=TODAY)


def settle(db: Database, run_id: int, name: str, outcome: LookOutcome) -> None:
    settle_look(db, address=url(name), outcome=outcome, due_on=None, run_id=run_id, read_at=NOW)


def test_awards_come_first_then_who_waits_longest_and_no_more_than_asked_for(db: Database) -> None:
    run_id = begin_run(db)
    remember(db, run_id, "hinted", due=TODAY - timedelta(days=2), award=False)
    remember(db, run_id, "late", due=TODAY)
    remember(db, run_id, "early", due=TODAY - timedelta(days=1))
    remember(db, run_id, "tomorrow", due=TODAY + timedelta(days=1))
    remember(db, run_id, "never", due=None)
    assert due(db) == ["early", "late", "hinted"]
    assert due(db, most=2) == ["early", "late"]


def test_what_a_clock_that_was_ahead_put_off_for_months_is_due(db: Database) -> None:
    remember(db, begin_run(db), "a", due=TODAY + timedelta(days=300))
    assert due(db) == ["a"]


def test_a_hint_counts_once_and_only_when_it_is_newer_than_what_we_hold(db: Database) -> None:
    run_id = begin_run(db)
    remember(db, run_id, "a", due=None)
    hint(db, "a", NOW - timedelta(minutes=1))
    assert due(db) == []
    hint(db, "a", NOW + timedelta(minutes=1))
    assert due(db) == ["a"]
    settle(db, run_id, "a", LookOutcome.REVISED)
    hint(db, "a", NOW + timedelta(minutes=1))
    assert due(db) == []


def test_a_story_whose_hints_were_false_twice_or_that_is_gone_is_not_asked_for(
    db: Database,
) -> None:
    run_id = begin_run(db)
    remember(db, run_id, "a", due=None)
    for number in (1, 2):
        hint(db, "a", NOW + timedelta(days=number))
        assert due(db) == ["a"]
        settle(db, run_id, "a", LookOutcome.UNCHANGED)
    hint(db, "a", NOW + timedelta(days=3))
    assert due(db) == []
    remember(db, run_id, "b", due=None)
    settle(db, run_id, "b", LookOutcome.GONE)
    hint(db, "b", NOW + timedelta(days=3))
    assert due(db) == []


def test_an_outlet_whose_hints_are_nearly_always_false_is_not_believed(db: Database) -> None:
    run_id = begin_run(db)
    for number in range(11):
        remember(db, run_id, f"a{number}", due=None)
        hint(db, f"a{number}", NOW + timedelta(days=1))
        assert due(db) == ([f"a{number}"] if number < 10 else [])
        settle(db, run_id, f"a{number}", LookOutcome.UNCHANGED)


def test_looks_are_counted_for_the_run_that_made_them(db: Database) -> None:
    first, second = begin_run(db), begin_run(db)
    for name, run_id, outcome in (
        ("a", first, LookOutcome.REVISED),
        ("b", second, LookOutcome.FAILED),
        ("c", second, LookOutcome.REVISED),
    ):
        remember(db, first, name, due=TODAY)
        settle(db, run_id, name, outcome)
    assert look_counts(db, first, OUTLET) == {"looked_again": 1, "revised": 1}
    assert look_counts(db, second, OUTLET) == {"looked_again": 2, "revised": 1}
