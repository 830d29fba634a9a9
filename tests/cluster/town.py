"""Two papers that report the same awards and two small ones, crawled by a cluster on loopback."""

import json
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from crawler.newsroom.server import Newsroom
from tests.cluster.services import (
    PATIENCE,
    Services,
    children,
    kill,
    offspring,
    services,
    wait_until,
)
from tests.crawling.conftest import Desk
from tests.crawling.tiny import describe, tiny_site
from tests.forked import Ended, Running, fork
from tests.night import papers

OUTLETS = ("koran", "warta", "desa", "dusun")
DELAY = 1.0
_SHORTEST = DELAY * 0.7 - 0.3
"""Seconds between two requests, with all jitter; the server notes the moment a little late."""


@contextmanager
def town() -> Generator[Newsroom, None, None]:
    """The papers on loopback."""
    tiny = [tiny_site(name) for name in OUTLETS[2:]]
    with Newsroom([*papers.newsroom().sites, *tiny]) as running:
        yield running


def settle_in(folder: Path, newsroom: Newsroom, *, delay: float = DELAY) -> Desk:
    """A desk that reads all four."""
    folder.mkdir(exist_ok=True)
    desk = Desk(folder=folder, newsroom=newsroom)
    for name in OUTLETS:
        describe(desk.outlets_folder, name)
    desk.configure(outlets_folder=str(desk.outlets_folder), outlets=list(OUTLETS), delay=delay)
    with desk.config.open("a", encoding="utf-8") as file:
        file.write(f"[mail]\nto = {json.dumps([papers.ANI])}\n")
    return desk


@dataclass(frozen=True, kw_only=True)
class Night:
    """A desk with a scheduler and two workers."""

    desk: Desk
    services: Services

    def begin(self, deaths: str | None = None) -> Running:
        """A crawl on the cluster, by a coordinator that may die at a boundary."""
        given = ("--config", str(self.desk.config), "crawl", "--cluster", self.services.address)
        if deaths is not None:
            return fork("tests.night.mortal:piagam", (deaths, *given), folder=self.desk.folder)
        return fork("tests.forked:piagam", given, folder=self.desk.folder)

    def crawl(self) -> Ended:
        """The same to its end."""
        return self.begin().wait(PATIENCE)

    def crawl_killing(self, is_victim: Callable[[int], bool], *, worker: bool) -> Ended:
        """A crawl during which each such part, or the worker that has it, is killed."""
        crawl = self.begin()
        while crawl.poll() is None:
            for busy in self.busy_workers():
                for part in children(busy):
                    if is_part(part) and is_victim(part):
                        kill(busy if worker else part)
            time.sleep(0.05)
        return crawl.wait(PATIENCE)

    def wait_for_requests(self, count: int, crawl: Running) -> None:
        """Until the papers were asked so often by this crawl."""
        wait_until(lambda: len(self.desk.newsroom.requests) >= count, crawl)

    def busy_workers(self) -> list[int]:
        """The worker processes that have a part under way."""
        return busy_below(*self.services.pids)

    def wait_for_busy_workers(self, crawl: Running) -> list[int]:
        """Those of the first look that finds any; a part may end before the next look."""
        found: list[int] = []

        def look() -> bool:
            found[:] = self.busy_workers()
            return bool(found)

        wait_until(look, crawl)
        return found

    def parts(self) -> list[int]:
        """The processes that read."""
        return [part for worker in self.busy_workers() for part in children(worker)]


@contextmanager
def night(desk: Desk) -> Generator[Night, None, None]:
    with services(desk.config, workers=2) as running:
        yield Night(desk=desk, services=running)


def busy_below(*pids: int) -> list[int]:
    """The worker processes below these that have a part under way."""
    below = (worker for pid in pids for worker in offspring(pid))
    return [worker for worker in below if any(map(is_part, children(worker)))]


def is_part(pid: int) -> bool:
    """Whether the process reads a part of a run."""
    try:
        return b"crawler.cluster.part" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def is_running(pid: int) -> bool:
    """Whether a process, that need not be our child, still runs."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def assert_polite(newsroom: Newsroom) -> None:
    """No host was asked more often than its delay allows, whoever asked."""
    for host in {each.host for each in newsroom.requests}:
        moments = [each.at for each in newsroom.requests if each.host == host]
        gaps = [(later - sooner).total_seconds() for sooner, later in pairwise(moments)]
        assert min(gaps, default=_SHORTEST) >= _SHORTEST, (host, gaps)


def quiet_for(newsroom: Newsroom, seconds: float) -> bool:
    """Whether nothing is asked for so long."""
    before = len(newsroom.requests)
    time.sleep(seconds)
    return len(newsroom.requests) == before
