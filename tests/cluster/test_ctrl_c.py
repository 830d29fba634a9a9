"""Ctrl+C, which a terminal sends to all processes of a command, ends a cluster as SIGTERM does."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom
from tests.cli.console import PIAGAM
from tests.cluster.services import PATIENCE, Services, children
from tests.cluster.town import settle_in
from tests.crawling.killing import NOT_ARCHIVED


@contextmanager
def terminal(config: Path, *arguments: str) -> Generator["subprocess.Popen[str]", None, None]:
    """A command with all that it begins in a group of its own, which Ctrl+C reaches."""
    with subprocess.Popen(
        [*PIAGAM, "--config", str(config), *arguments],
        cwd=config.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def press(process: "subprocess.Popen[str]", when: Callable[[], bool]) -> tuple[str, str]:
    deadline = time.monotonic() + PATIENCE
    while not when():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    return process.communicate(timeout=PATIENCE)


@pytest.mark.heavy
def test_a_crawl_with_workers_of_its_own_ends_with_the_pages_at_hand(
    tmp_path: Path, papers: Newsroom
) -> None:
    papers.forget_requests()
    desk = settle_in(tmp_path, papers)
    with terminal(desk.config, "crawl", "--cluster", "local:2") as crawl:
        out, err = press(crawl, lambda: len(papers.requests) >= 5)
    assert crawl.returncode == 1
    assert "run 1: interrupted" in out
    assert "Traceback" not in err
    assert all(line.endswith((": begins", "interrupted", "finished")) for line in err.splitlines())
    shipped = desk.query("SELECT count(*) FROM responses")[0][0]
    assert shipped == len([each for each in papers.requests if each.target != "/robots.txt"])
    assert desk.query(NOT_ARCHIVED) == []


@pytest.mark.heavy
@pytest.mark.parametrize("moment", ["when it begins its process", "when it waits for orders"])
def test_a_worker_ends_without_any_talk(tmp_path: Path, moment: str) -> None:
    config = tmp_path / "piagam.toml"
    config.write_text("")
    made = Services(config)
    try:
        made.start_scheduler()
        with terminal(config, "cluster", "worker", made.address) as worker:

            def is_there() -> bool:
                if moment.endswith("orders"):
                    assert worker.stdout is not None
                    return "waits for orders" in worker.stdout.readline()
                return any(b"spawn_main" in _command(each) for each in children(worker.pid))

            _, err = press(worker, is_there)
    finally:
        made.end()
    assert (worker.returncode, err) == (0, "")


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""  # it has just ended
