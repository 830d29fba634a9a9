"""`piagam watch --cluster`: nights that others read, whoever dies of them, and an end like any."""

import re
import sys
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from tests.cluster.contents import READ, differing
from tests.cluster.services import Services, kill, offspring, services
from tests.cluster.town import assert_polite, busy_below, is_running, quiet_for, settle_in
from tests.crawling.conftest import Desk
from tests.crawling.killing import ALERTS_REPEATED, NOT_ARCHIVED
from tests.schedule.watching import Watch, watching

pytestmark = pytest.mark.heavy
LOCAL = "local:2"
BY_HAND = "a scheduler and two workers"
WHERE = pytest.mark.parametrize("where", [BY_HAND, LOCAL])


@dataclass(frozen=True, kw_only=True)
class Watched:
    """A desk whose nights a cluster reads."""

    desk: Desk
    sink: MailSink
    running: Services | None
    """None: the crawl starts its workers itself."""

    @contextmanager
    def watch(self) -> Generator[Watch, None, None]:
        """A watcher in a process of its own; the night was missed, so it crawls at once."""
        where = self.running.address if self.running else LOCAL
        command = [sys.executable, "-m", "crawler.cli", "watch", "--cluster", where]
        with watching(self.desk.folder, command) as watch:
            yield watch

    def wait_for_requests(self, count: int, watch: Watch) -> None:
        """Until the papers were asked so often, and two parts are under way."""
        watch.wait_for(lambda: len(self.desk.newsroom.requests) >= count)
        watch.wait_for(lambda: len(self.busy(watch)) == 2)

    def busy(self, watch: Watch) -> list[int]:
        """The workers that have a part under way."""
        return busy_below(*(self.running.pids if self.running else (watch.process.pid,)))

    def parts(self, watch: Watch) -> list[int]:
        """The processes that read."""
        return [part for worker in self.busy(watch) for part in offspring(worker)]


@pytest.fixture
def watched(tmp_path: Path, papers: Newsroom, where: str) -> Generator[Watched, None, None]:
    papers.forget_requests()
    desk = settle_in(tmp_path, papers)
    at = (datetime.now(UTC) + timedelta(hours=12)).strftime("%H:%M")
    with MailSink() as sink, desk.config.open("a", encoding="utf-8") as file:
        file.write(f'host = "{sink.host}"\nport = {sink.port}\n')
        file.write(f'[watch]\nat = "{at}"\nzone = "UTC"\n')
        file.flush()
        started = services(desk.config, workers=2) if where == BY_HAND else nullcontext()
        with started as running:
            yield Watched(desk=desk, sink=sink, running=running)


@WHERE
def test_a_night_is_read_though_a_worker_is_killed_and_sigterm_ends_the_watcher(
    watched: Watched, alone: Desk
) -> None:
    desk, sink = watched.desk, watched.sink
    with watched.watch() as watch:
        watched.wait_for_requests(7, watch)
        below = offspring(watch.process.pid)
        kill(watched.busy(watch)[0])
        watch.wait_for(lambda: re.search(r"the crawl (is done|ended|was ended)", watch.log))
        assert "the crawl is done after" in watch.log
        watch.stop()
        assert watch.log.splitlines()[-1].endswith(" stopped")
    assert not any(map(is_running, below))
    assert_nobody_reads(watched, parts=[])
    assert differing(desk, alone, READ) == []
    assert desk.query(ALERTS_REPEATED) == []
    assert desk.query(NOT_ARCHIVED) == []
    assert_polite(desk.newsroom)
    assert len(sink.mails) == 1, "a first crawl is told in one digest"


@WHERE
def test_sigterm_while_a_cluster_reads_ends_its_parts_and_the_next_watcher_goes_on(
    watched: Watched, alone: Desk
) -> None:
    desk = watched.desk
    with watched.watch() as watch:
        watched.wait_for_requests(7, watch)
        below, parts = offspring(watch.process.pid), watched.parts(watch)
        watch.stop()
        assert "the crawl was ended after" in watch.log
    assert not any(map(is_running, below))
    assert_nobody_reads(watched, parts)
    ended = {status for (status,) in desk.query("SELECT status FROM outlet_runs")}
    assert "interrupted" in ended
    assert ended <= {"interrupted", "finished"}
    assert not (desk.folder / "piagam.parcels").exists(), "what was read is merged"

    with watched.watch() as watch:
        watch.wait_for(lambda: "the crawl is done after" in watch.log)
        watch.stop()
    assert_nobody_reads(watched, parts=[])
    assert differing(desk, alone, READ) == []
    assert desk.query(ALERTS_REPEATED) == []
    assert_polite(desk.newsroom)


def assert_nobody_reads(watched: Watched, parts: list[int]) -> None:
    """No part is left, and what runs of the cluster are the services that somebody else started."""
    assert not any(map(is_running, parts))
    assert quiet_for(watched.desk.newsroom, 1.5)
    if watched.running:
        assert len(watched.running.pids) == 3
        assert busy_below(*watched.running.pids) == []
