"""A crawl on a cluster leaves the store that a crawl on one machine leaves."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom
from tests.cluster.contents import READ, differing
from tests.cluster.services import PATIENCE, free_port
from tests.cluster.town import (
    OUTLETS,
    Night,
    assert_polite,
    is_running,
    night,
    quiet_for,
    settle_in,
)
from tests.crawling.conftest import Desk
from tests.crawling.killing import ALERTS_REPEATED, NOT_ARCHIVED
from tests.forked import Ended


@pytest.fixture
def many(tmp_path: Path, papers: Newsroom) -> Generator[Night, None, None]:
    """A desk with two workers."""
    papers.forget_requests()
    with night(settle_in(tmp_path, papers, delay=0)) as begun:
        yield begun


def test_two_workers_leave_the_store_that_one_machine_leaves(many: Night, alone: Desk) -> None:
    said = many.crawl()
    assert said.returncode == 0, said.stderr
    assert differing(many.desk, alone) == []
    assert many.desk.query("SELECT count(*) FROM alerts")[0][0] >= 4
    assert many.desk.query(NOT_ARCHIVED) == []
    assert all(f"{name}: begins" in said.stderr for name in OUTLETS)
    assert "koran: 4 of 4 pages read, 6 requests, finished" in said.stderr
    assert (many.desk.folder / "piagam.stats" / "koran.json").is_file()
    assert not (many.desk.folder / "piagam.parcels").exists()


@pytest.mark.heavy
def test_the_next_night_finds_nothing_new_and_asks_no_more_than_one_machine(
    many: Night, tmp_path: Path
) -> None:
    one = settle_in(tmp_path / "one", many.desk.newsroom, delay=0)
    asked = {}
    crawls: dict[Path, Callable[[], Ended]] = {
        one.folder: partial(one.piagam, "crawl"),
        many.desk.folder: many.crawl,
    }
    for folder, crawl in crawls.items():
        assert crawl().returncode == 0
        one.newsroom.forget_requests()
        said = crawl()
        assert said.returncode == 0, said.stderr
        asked[folder] = sorted((each.host, each.target) for each in one.newsroom.requests)
    assert asked[many.desk.folder] == asked[one.folder]
    assert differing(many.desk, one) == []
    assert many.desk.query(ALERTS_REPEATED) == []


@pytest.mark.heavy
@pytest.mark.parametrize("arguments", [(), ("--since", "2024-10-01")])
def test_the_bundled_newsroom_is_read_as_by_one_machine(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    with Newsroom() as newsroom:
        one, many = (Desk(folder=tmp_path / name, newsroom=newsroom) for name in ("one", "many"))
        for desk in (one, many):
            desk.folder.mkdir()
            desk.configure()
        assert one.piagam("crawl", *arguments).returncode == 0
        said = many.piagam("crawl", "--cluster", "local:2", *arguments)
    assert said.returncode == 0, said.stderr
    assert differing(many, one) == []
    assert len(many.query("SELECT 1 FROM alerts")) >= 40


@pytest.mark.heavy
def test_sigterm_ends_a_crawl_with_the_pages_at_hand(
    tmp_path: Path, papers: Newsroom, alone: Desk
) -> None:
    papers.forget_requests()
    with night(settle_in(tmp_path, papers)) as begun:
        crawl = begun.begin()
        begun.wait_for_requests(7, crawl)
        parts = begun.parts()
        crawl.terminate()
        said = crawl.wait(PATIENCE)
        assert said.returncode == 1
        assert not any(map(is_running, parts))
        asked = len(papers.requests)
        assert quiet_for(papers, 1.5)
        shipped = begun.desk.query("SELECT count(*) FROM responses")[0][0]
        assert shipped == len([each for each in papers.requests if each.target != "/robots.txt"])
        ended = [status for (status,) in begun.desk.query("SELECT status FROM outlet_runs")]
        assert set(ended) <= {"interrupted", "finished"}
        assert ended.count("interrupted") >= len(parts) > 0

        said = begun.crawl()
        assert said.returncode == 0, said.stderr
        assert len(papers.requests) > asked
    assert differing(begun.desk, alone, READ) == []
    assert_polite(papers)


def test_a_cluster_that_is_not_there_is_one_line_before_a_run_begins(
    tmp_path: Path, papers: Newsroom
) -> None:
    desk = settle_in(tmp_path, papers)
    said = desk.piagam("crawl", "--cluster", f"tcp://127.0.0.1:{free_port()}")
    assert said.returncode == 1
    assert said.stderr.count("\n") == 1
    assert (
        "no scheduler answers; start it with `piagam cluster scheduler`; to one with TLS"
        in said.stderr
    )
    assert not desk.store.exists()
