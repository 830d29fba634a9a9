"""Leases: one holder at a time, freed by its term, its heartbeat's end or its death."""

from datetime import timedelta

import pytest
from sqlite_utils import Database

from storage.leases import lease_holder, release_lease, renew_lease, take_lease
from storage.processes import this_process
from tests.storage.samples import NOW

TTL = timedelta(minutes=5)
SECOND = timedelta(seconds=1)


def test_a_lease_has_one_holder_until_its_term(db: Database) -> None:
    assert take_lease(db, "crawl", "a", NOW, TTL)
    assert not take_lease(db, "crawl", "b", NOW + TTL - SECOND, TTL)
    assert lease_holder(db, "crawl", NOW + TTL - SECOND) == "a"
    assert lease_holder(db, "crawl", NOW + TTL) is None
    assert take_lease(db, "crawl", "b", NOW + TTL, TTL)
    assert lease_holder(db, "crawl", NOW + TTL) == "b"


def test_leases_of_other_names_do_not_hinder_each_other(db: Database) -> None:
    assert take_lease(db, "crawl", "a", NOW, TTL)
    assert take_lease(db, "alerts", "b", NOW, TTL)


def test_a_heartbeat_prolongs_it_and_taking_it_again_does_too(db: Database) -> None:
    assert take_lease(db, "crawl", "a", NOW, TTL)
    assert renew_lease(db, "crawl", "a", NOW + TTL / 2, TTL)
    assert not take_lease(db, "crawl", "b", NOW + TTL, TTL)
    assert take_lease(db, "crawl", "a", NOW + TTL, TTL)
    assert not take_lease(db, "crawl", "b", NOW + 2 * TTL - SECOND, TTL)
    taken = db.execute("SELECT taken_at FROM leases").fetchone()
    assert taken == (NOW.isoformat(),)


def test_who_has_lost_the_lease_learns_it_from_the_heartbeat(db: Database) -> None:
    assert take_lease(db, "crawl", "a", NOW, TTL)
    assert take_lease(db, "crawl", "b", NOW + TTL, TTL)
    assert not renew_lease(db, "crawl", "a", NOW + TTL, TTL)
    release_lease(db, "crawl", "a")
    assert lease_holder(db, "crawl", NOW + TTL) == "b"


def test_a_released_lease_is_free_at_once(db: Database) -> None:
    assert take_lease(db, "crawl", "a", NOW, TTL)
    release_lease(db, "crawl", "a")
    assert lease_holder(db, "crawl", NOW) is None
    assert take_lease(db, "crawl", "b", NOW, TTL)


def test_the_lease_of_a_dead_process_is_free_at_once(db: Database) -> None:
    dead = this_process() + "0"
    assert take_lease(db, "crawl", dead, NOW, TTL)
    assert lease_holder(db, "crawl", NOW) is None
    assert take_lease(db, "crawl", this_process(), NOW, TTL)
    assert lease_holder(db, "crawl", NOW) == this_process()


def test_who_lives_on_this_machine_keeps_its_lease_however_far_the_clock_went(
    db: Database,
) -> None:
    assert take_lease(db, "crawl", this_process(), NOW, TTL)
    for moment in (NOW + timedelta(days=7), NOW - timedelta(days=7)):
        assert not take_lease(db, "crawl", "elsewhere:1:2", moment, TTL)
        assert lease_holder(db, "crawl", moment) == this_process()


def test_a_lease_from_a_clock_that_was_ahead_is_free(db: Database) -> None:
    assert take_lease(db, "crawl", "elsewhere:1:2", NOW + timedelta(days=1), TTL)
    assert take_lease(db, "crawl", "elsewhere:3:4", NOW, TTL)
    assert not take_lease(db, "crawl", "elsewhere:1:2", NOW, TTL)


def test_a_time_without_an_offset_is_refused(db: Database) -> None:
    with pytest.raises(ValueError, match="has no offset"):
        take_lease(db, "crawl", "a", NOW.replace(tzinfo=None), TTL)
