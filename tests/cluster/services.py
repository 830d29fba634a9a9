"""A scheduler and workers on loopback, each a process of its own, started by our own command."""

import os
import signal
import socket
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from tests.forked import Ended, Running, fork

PATIENCE = 180
"""Seconds; bounds what hangs, also on a machine that has much else to do."""
OURS = "tests.forked:piagam"


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Services:
    """What runs on this machine for a test, ended with it."""

    def __init__(self, config: Path, scheme: str = "tcp") -> None:
        self.config = config
        self.address = f"{scheme}://127.0.0.1:{free_port()}"
        self._running: list[Running] = []

    @property
    def pids(self) -> tuple[int, ...]:
        """Of the services that still run."""
        return tuple(each.pid for each in self._running if each.poll() is None)

    def start_scheduler(self) -> Running:
        process = self._start("scheduler", "--listen", self.address)
        host, _, port = self.address.partition("://")[2].partition(":")
        wait_until(lambda: _answers(host, int(port)), process)
        return process

    def start_worker(self, config: Path | None = None, *, main: str = OURS) -> Running:
        folder = self.config.parent / f"worker-{len(self._running)}"
        folder.mkdir()
        given = ("worker", self.address, "--folder", str(folder))
        return self._start(*given, config=config, main=main)

    def run(self, *arguments: str) -> Ended:
        """A command that ends by itself."""
        return self._start(*arguments).wait(PATIENCE)

    def end(self) -> None:
        for each in self._running:
            each.terminate()
        for each in self._running:
            try:
                each.wait(PATIENCE)
            except Exception:  # noqa: BLE001 - it is killed then
                each.kill()

    def _start(self, *arguments: str, config: Path | None = None, main: str = OURS) -> Running:
        given = ("--config", str(config or self.config), "cluster", *arguments)
        process = fork(main, given, folder=self.config.parent)
        self._running.append(process)
        return process


@contextmanager
def services(config: Path, *, workers: int, scheme: str = "tcp") -> Generator[Services, None, None]:
    """A scheduler and so many workers."""
    made = Services(config, scheme)
    try:
        made.start_scheduler()
        for _ in range(workers):
            made.start_worker()
        yield made
    finally:
        made.end()


def wait_until(is_so: Callable[[], bool], process: Running | None = None) -> None:
    """Wait for something that comes; a process that ends meanwhile says why it does not."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert process is None or process.poll() is None, process and process.wait(1)
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)


def children(pid: int) -> tuple[int, ...]:
    """The processes that a process has started and that still run."""
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = each.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue  # it has just ended
        if int(parent) == pid and state != "Z":
            found.append(int(each.parent.name))
    return tuple(found)


def offspring(pid: int) -> tuple[int, ...]:
    """The processes below a process, near ones first."""
    near = children(pid)
    return (*near, *(far for each in near for far in offspring(each)))


def kill(pid: int) -> None:
    """SIGKILL, if it still runs."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False
