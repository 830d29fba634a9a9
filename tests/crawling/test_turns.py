"""Outlets begin in turn, so many at once; a crawl that is told to end begins no other."""

import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.turns import Turns
from tests.crawling.conftest import PATIENCE, Desk
from tests.crawling.tiny import describe, host_of, tiny_site
from tests.forked import Running, fork

NAMES = tuple(f"koran-{letter}" for letter in "abcdef")
AT_ONCE = 2


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Newsroom([tiny_site(name) for name in NAMES]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        for name in NAMES:
            describe(desk.outlets_folder, name)
        desk.configure(outlets_folder=str(desk.outlets_folder), outlets=list(NAMES))
        yield desk


def begin(desk: Desk) -> Running:
    arguments = (str(AT_ONCE), str(desk.config))
    return fork("tests.crawling.crawl_once:few_at_once", arguments, folder=desk.folder)


def test_the_next_begins_when_one_has_ended(desk: Desk) -> None:
    ended = begin(desk).wait(PATIENCE)
    assert ended.returncode == 0, ended.stderr
    spans = desk.query("SELECT started_at, ended_at, status FROM outlet_runs")
    assert [status for _, _, status in spans] == ["finished"] * len(NAMES)
    for moment, _, _ in spans:
        assert sum(start <= moment < end for start, end, _ in spans) <= AT_ONCE


def test_a_crawl_runs_on_the_loop_that_costs_less_and_seldom_searches_for_garbage(
    desk: Desk,
) -> None:
    told = json.loads(begin(desk).wait(PATIENCE).stdout)
    assert (told["loops"], told["objects_between_searches"]) == (["uvloop"], [5_000])


def test_a_crawl_told_to_end_begins_no_other(desk: Desk) -> None:
    desk.newsroom.faults.add(Fault(target="/berita/*", delay=0.3))
    running = begin(desk)
    while not any(each.target.startswith("/berita/") for each in desk.newsroom.requests):
        time.sleep(0.02)
    running.send_signal(signal.SIGTERM)
    told = json.loads(running.wait(PATIENCE).stdout)
    assert (running.returncode, told["status"]) == (1, "interrupted")
    reasons = {(row["status"], row["reason"]) for row in told["rows"]}
    assert reasons == {("interrupted", "told to end before it was through")}
    asked = {each.host for each in desk.newsroom.requests}
    assert asked == {host_of(name) for name in NAMES[:AT_ONCE]}
    desk.newsroom.faults.clear()
    assert desk.crawl().code == 0


def test_as_many_begin_as_have_room_in_the_order_given() -> None:
    begun: list[str] = []
    turns = Turns("abcde", 2, begun.append)
    turns.go_on()
    assert begun == ["a", "b"]
    turns.end_one()
    assert begun == ["a", "b", "c"]
    turns.stop()
    turns.end_one()
    assert begun == ["a", "b", "c"]
