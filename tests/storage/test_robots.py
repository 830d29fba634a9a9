"""What hosts sent as robots.txt: used again within its lifetime, and by no clock that was wrong."""

from datetime import timedelta

from sqlite_utils import Database

from storage.robots import keep_robots, kept_robots
from tests.storage.samples import NOW

HOST = "https://klikjateng.id"
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
BODY = b"User-agent: *\nDisallow: /\xff"


def test_it_may_be_used_within_its_lifetime_only(db: Database) -> None:
    keep_robots(db, authority=HOST, body=BODY, now=NOW, lifetime=HOUR)
    assert kept_robots(db, HOST, now=NOW) == BODY
    assert kept_robots(db, HOST, now=NOW + HOUR - SECOND) == BODY
    assert kept_robots(db, HOST, now=NOW + HOUR) is None
    assert kept_robots(db, HOST, now=NOW - SECOND) is None
    assert kept_robots(db, "http://klikjateng.id", now=NOW) is None


def test_the_last_one_counts_and_one_without_a_lifetime_takes_it_away(db: Database) -> None:
    keep_robots(db, authority=HOST, body=BODY, now=NOW, lifetime=HOUR)
    keep_robots(db, authority=HOST, body=b"", now=NOW + SECOND, lifetime=HOUR)
    assert kept_robots(db, HOST, now=NOW + SECOND) == b""
    keep_robots(db, authority=HOST, body=BODY, now=NOW + 2 * SECOND, lifetime=timedelta())
    assert kept_robots(db, HOST, now=NOW + 2 * SECOND) is None
