"""Processes of their own, forked off one that has imported Scrapy, the spiders and the reader.

To import them takes seconds, a crawl of a small outlet tenths of one. The first process of a test
run pays for all; each child has its own memory, signals, folder and standard streams, as a command
that a person starts.
"""

import importlib
import multiprocessing
import os
import random
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from crawler.cli import main as command

PRELOADED = [
    *("crawler.cli.entry", "crawler.cli.crawl", "crawler.cli.outlets", "crawler.cli.read"),
    *("crawler.cli.reprocess", "crawler.cli.backfill", "spiders.archived"),
    *("crawler.newsroom.bundle", "crawler.newsroom.handler", "crawler.pipelines"),
    *("crawler.middlewares.guard", "crawler.middlewares.queue", "crawler.middlewares.retry"),
    *("crawler.middlewares.archive", "crawler.middlewares.budget", "crawler.middlewares.reach"),
    *("spiders.loader", "spiders.checking", "spiders.probe", "spiders.recording"),
    *("scrapy.extensions.closespider", "scrapy.extensions.memusage"),
]
_OUT, _ERR = "out", "err"


@dataclass(frozen=True, kw_only=True)
class Ended:
    """What a process left."""

    returncode: int
    stdout: str
    stderr: str


class Running:
    """A process under way, to be used as one of `subprocess`."""

    def __init__(self, process: BaseProcess, streams: Path) -> None:
        self._process, self._streams = process, streams

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """None while it runs; minus the signal that ended it."""
        return self._process.exitcode

    def poll(self) -> int | None:
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):  # it has just ended by itself
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def said(self) -> str:
        """What it has written to its output so far; buffered lines are not in it yet."""
        return (self._streams / _OUT).read_text("utf-8", "replace")

    def wait(self, timeout: float) -> "Ended":
        """What it said, once it has ended; what does not end in time is killed: TimeoutExpired."""
        self._process.join(timeout)
        code = self.returncode
        if code is None:
            self.kill()
            raise subprocess.TimeoutExpired(self._process.name, timeout)
        out, err = ((self._streams / each).read_text("utf-8", "replace") for each in (_OUT, _ERR))
        rmtree(self._streams)
        return Ended(returncode=code, stdout=out, stderr=err)


def fork(
    main: str,
    arguments: Sequence[str],
    *,
    folder: Path,
    environment: Mapping[str, str] | None = None,
) -> Running:
    """Start `package.module:function`, which takes the arguments and returns the exit code."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    streams = Path(mkdtemp(prefix="piagam-streams-"))
    for each in (_OUT, _ERR):  # here, not in the child: it may be killed before its first line
        (streams / each).touch()
    process = context.Process(
        target=_begin,
        args=(main, tuple(arguments), folder, dict(environment or {}), streams),
        name=" ".join((main, *arguments)),
    )
    process.start()
    return Running(process, streams)


def _begin(
    main: str, arguments: Sequence[str], folder: Path, environment: dict[str, str], streams: Path
) -> None:
    for stream, name in ((sys.stdout, _OUT), (sys.stderr, _ERR)):
        with (streams / name).open("wb") as file:
            os.dup2(file.fileno(), stream.fileno())
    os.chdir(folder)
    os.environ.update(environment)
    random.seed()  # else every child would draw the same delays
    module, _, name = main.partition(":")
    sys.exit(getattr(importlib.import_module(module), name)(*arguments))


def piagam(*arguments: str) -> int:
    """Our own command, to be forked: `fork("tests.forked:piagam", …)`."""
    return command(arguments)
