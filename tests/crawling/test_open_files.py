"""A crawl makes room for the files of its outlets, and does not begin where there is none."""

import resource
from pathlib import Path

from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import PATIENCE, Desk
from tests.crawling.tiny import describe, tiny_site
from tests.forked import Ended, fork

NAMES = tuple(f"koran-{letter}" for letter in "abcdefghijkl")


def crawl(folder: Path, *, soft: int, hard: int) -> tuple[Desk, Ended]:
    """A crawl of twelve outlets at once, in a process with these limits of open files."""
    with Newsroom([tiny_site(name) for name in NAMES]) as newsroom:
        desk = Desk(folder=folder, newsroom=newsroom)
        for name in NAMES:
            describe(desk.outlets_folder, name)
        desk.configure(outlets_folder=str(desk.outlets_folder), outlets=list(NAMES))
        limits = (str(soft), str(hard), str(desk.config))
        ended = fork("tests.crawling.crawl_once:short_of_files", limits, folder=folder)
        return desk, ended.wait(PATIENCE)


def test_a_soft_limit_that_is_too_low_is_raised(tmp_path: Path) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    desk, ended = crawl(tmp_path, soft=50, hard=hard)
    assert ended.returncode == 0, ended.stderr
    states = desk.query("SELECT DISTINCT status FROM outlet_runs")
    assert states == [("finished",)]


def test_without_room_the_crawl_does_not_begin_and_says_what_it_needs(tmp_path: Path) -> None:
    desk, ended = crawl(tmp_path, soft=100, hard=120)
    assert ended.returncode == 1
    assert ended.stderr.startswith("a crawl of 12 outlets needs 140 open files, and the system")
    assert ended.stderr.count("\n") == 1
    assert desk.query("SELECT count(*) FROM runs") == [(0,)]
