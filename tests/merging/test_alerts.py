"""Where stores are merged no alert is lost, and nobody is told twice."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.database import open_store
from storage.records import DeliveryState
from tests.linking.paper import FIRST, OTHER, THIRD, score
from tests.merging.colleague import Colleague, merge_into
from tests.merging.people import address_to, tell, told
from tests.storage.samples import NOW

ANI, DEWI, BUDI = "ani@example.org", "dewi@example.org", "budi@example.org"
EVENING = NOW + timedelta(hours=20)
MERGED_AT = NOW + timedelta(days=1)
LATER = NOW + timedelta(days=2)


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Colleague]:
    """A colleague's store with one award."""
    colleague = Colleague(tmp_path / "theirs.sqlite", "budi")
    colleague.reads(FIRST, score("97,84"), hour=10)
    yield colleague
    colleague.db.close()


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Colleague]:
    """Ours, which knows nothing yet."""
    colleague = Colleague(tmp_path / "ours.sqlite", "ani")
    yield colleague
    colleague.db.close()


def alerts(db: Database) -> list[str]:
    return [kind for (kind,) in db.execute("SELECT kind FROM alerts ORDER BY id")]


def test_what_nobody_was_told_there_is_told_here_by_itself(
    ours: Colleague, theirs: Colleague
) -> None:
    ours.reads(OTHER, hour=1)
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI,))
    address_to(ours.db, ANI, now=LATER)
    assert told(ours.db) == [("new", ANI, "waiting", False)]


def test_who_was_told_there_is_not_told_here_and_the_others_get_it_as_old_news(
    ours: Colleague, theirs: Colleague
) -> None:
    tell(theirs.db, ANI, now=EVENING)
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI, DEWI))
    address_to(ours.db, ANI, DEWI, now=LATER)
    assert told(ours.db) == [("new", ANI, "sent", False), ("new", DEWI, "waiting", True)]


def test_an_award_that_was_told_on_both_sides_is_told_to_nobody_again(
    ours: Colleague, theirs: Colleague
) -> None:
    ours.reads(OTHER, score("97,84"), hour=11)
    tell(theirs.db, ANI, BUDI, now=EVENING)
    tell(ours.db, ANI, DEWI, now=EVENING)
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI, DEWI))
    address_to(ours.db, ANI, DEWI, now=LATER)
    assert alerts(ours.db) == ["new"]
    assert told(ours.db) == [("new", who, "sent", False) for who in (ANI, BUDI, DEWI)]


@pytest.mark.parametrize(
    ("there", "here"),
    [
        (DeliveryState.SENT, "sent"),
        (DeliveryState.UNKNOWN, "unknown"),
        (DeliveryState.HANDING_OVER, "unknown"),
        (DeliveryState.REFUSED, "refused"),
        (DeliveryState.CONNECTING, None),
        (DeliveryState.WAITING, None),
    ],
)
def test_each_state_of_a_mail_there_counts_here(
    ours: Colleague, theirs: Colleague, there: DeliveryState, here: str | None
) -> None:
    tell(theirs.db, ANI, now=EVENING, ends=there)
    merged = merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI,))
    assert told(ours.db) == ([("new", ANI, here, False)] if here else [])
    address_to(ours.db, ANI, now=LATER)
    ((_, _, state, is_in_digest),) = told(ours.db)
    assert (state, is_in_digest) == ((here, False) if here else ("waiting", True))
    assert merged.parts[0].alerts.told == (here is not None)


def test_a_mail_that_waits_there_for_a_stranger_stays_there_and_is_counted(
    ours: Colleague, theirs: Colleague
) -> None:
    tell(theirs.db, BUDI, now=EVENING, ends=DeliveryState.WAITING)
    merged = merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI,))
    assert merged.parts[0].alerts.left == 1
    assert told(ours.db) == []


def test_a_mail_that_waits_there_for_one_of_ours_waits_here_where_the_award_was_told_before(
    ours: Colleague, theirs: Colleague
) -> None:
    ours.reads(OTHER, score("97,84"), hour=11)
    tell(ours.db, ANI, now=EVENING)
    tell(theirs.db, DEWI, now=EVENING, ends=DeliveryState.WAITING)
    merged = merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI, DEWI))
    assert merged.parts[0].alerts.taken_over == 1
    assert told(ours.db) == [("new", ANI, "sent", False), ("new", DEWI, "waiting", False)]


def test_what_is_sent_there_is_taken_out_of_what_waits_here(
    ours: Colleague, theirs: Colleague
) -> None:
    ours.reads(OTHER, score("97,84"), hour=11)
    tell(ours.db, ANI, now=EVENING, ends=DeliveryState.WAITING)
    tell(theirs.db, ANI, now=EVENING)
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI,))
    assert told(ours.db) == [("new", ANI, "sent", False)]


def test_what_a_digest_told_there_counts_as_told(ours: Colleague, theirs: Colleague) -> None:
    theirs.db.execute("UPDATE alerts SET is_backfilled = 1")
    address_to(theirs.db, ANI, now=EVENING)
    theirs.db.execute(
        "UPDATE digests SET state = 'handing-over', message_id = '<d@x>', next_try_at = NULL"
    )
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI,))
    assert told(ours.db) == [("new", ANI, "unknown", False)]


def test_a_difference_that_comes_of_the_merge_is_told_once_to_all(
    ours: Colleague, theirs: Colleague
) -> None:
    ours.reads(OTHER, score("97,48"), hour=11)
    tell(ours.db, ANI, now=EVENING)
    tell(theirs.db, ANI, now=EVENING)
    for day in (1, 2):
        merge_into(ours.path, theirs.path, now=NOW + timedelta(days=day), subscribed=(ANI, DEWI))
        address_to(ours.db, ANI, DEWI, now=LATER)
    assert told(ours.db) == [
        ("conflict", ANI, "waiting", False),
        ("conflict", DEWI, "waiting", False),
        ("new", ANI, "sent", False),
    ]


def test_who_was_told_there_of_a_difference_is_not_told_of_it_here(
    ours: Colleague, theirs: Colleague
) -> None:
    ours.reads(FIRST, score("97,84"), hour=10)
    tell(ours.db, ANI, DEWI, now=EVENING)
    tell(theirs.db, ANI, now=NOW + timedelta(hours=12))
    theirs.reads(THIRD, score("97,48"), hour=14)
    tell(theirs.db, ANI, now=EVENING)
    for day in (1, 2):
        merge_into(ours.path, theirs.path, now=NOW + timedelta(days=day), subscribed=(ANI, DEWI))
        address_to(ours.db, ANI, DEWI, now=LATER)
    assert [each for each in told(ours.db) if each[0] == "conflict"] == [
        ("conflict", ANI, "sent", False),
        ("conflict", DEWI, "waiting", False),
    ]


def test_a_difference_there_that_our_reports_settle_is_no_news_here(
    ours: Colleague, theirs: Colleague
) -> None:
    ours.reads(OTHER, score("97,84"), hour=11)
    tell(ours.db, ANI, DEWI, now=EVENING)
    tell(theirs.db, ANI, now=NOW + timedelta(hours=12))
    theirs.reads(THIRD, score("97,48"), hour=14)
    tell(theirs.db, ANI, now=EVENING)
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI, DEWI))
    address_to(ours.db, ANI, DEWI, now=LATER)
    assert [each for each in told(ours.db) if each[0] == "conflict"] == [
        ("conflict", ANI, "sent", False)
    ]
    assert ours.db.execute("SELECT status FROM awards").fetchall() == [("agreed",)]


def test_who_was_told_of_an_award_that_nobody_reports_any_more_hears_of_that(
    ours: Colleague, theirs: Colleague
) -> None:
    tell(theirs.db, ANI, now=EVENING)
    ours.reads(FIRST, hour=15, text="Ralat: belum ada penghargaan.")
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI, DEWI))
    address_to(ours.db, ANI, DEWI, now=LATER)
    assert told(ours.db) == [("new", ANI, "sent", False), ("withdrawal", ANI, "waiting", False)]


def test_merged_twice_the_outbox_is_the_same(ours: Colleague, theirs: Colleague) -> None:
    tell(theirs.db, ANI, now=EVENING)
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI, DEWI))
    address_to(ours.db, ANI, DEWI, now=LATER)
    before = (alerts(ours.db), told(ours.db))
    merge_into(ours.path, theirs.path, now=LATER, subscribed=(ANI, DEWI))
    address_to(ours.db, ANI, DEWI, now=LATER)
    assert (alerts(ours.db), told(ours.db)) == before


def test_nothing_is_told_by_the_merge_itself(ours: Colleague, theirs: Colleague) -> None:
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI,))
    with closing(open_store(ours.path)) as db:
        assert told(db) == []


def test_a_person_is_the_same_however_the_address_is_spelt(
    ours: Colleague, theirs: Colleague
) -> None:
    tell(theirs.db, "Ani@Example.org", now=EVENING)
    merge_into(ours.path, theirs.path, now=MERGED_AT, subscribed=(ANI,))
    address_to(ours.db, ANI, now=LATER)
    assert told(ours.db) == [("new", ANI, "sent", False)]


def test_what_waited_there_for_days_is_old_news_here(ours: Colleague, theirs: Colleague) -> None:
    ours.reads(OTHER, hour=1)
    merge_into(ours.path, theirs.path, now=NOW + timedelta(days=9), subscribed=(ANI,))
    address_to(ours.db, ANI, now=NOW + timedelta(days=9))
    assert told(ours.db) == [("new", ANI, "waiting", True)]
