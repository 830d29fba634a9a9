"""A whole crawl against bare Scrapy on the same server, and whether its memory stays flat."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.crawl_server import HOST
from benchmarks.spread import Spread
from benchmarks.table import Row, Table

_LOOK_EVERY = 0.5
_OUTLET = """\
name = "banyak"
title = "Banyak"
home = "https://{host}/"
hosts = ["{host}"]
family = "portal"
verified = true
[[source]]
kind = "sitemap"
url = "{{home}}sitemap.xml"
[article]
address = ['^/berita/\\d+$']
[[example]]
url = "https://{host}/berita/1"
article = true
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlFigures:
    """What was measured over paired rounds."""

    pages: int
    piagam: Spread
    """Pages a second."""
    bare: Spread
    ratio: Spread
    """Bare Scrapy's pages a second divided by Piagam's."""
    memory: tuple[float, ...]
    """Resident megabytes of the last crawl at each tenth of its time."""

    def table(self) -> Table:
        """Both ways, and how many times ours takes."""
        memory = " ".join(f"{each:.0f}" for each in self.memory)
        return Table(
            title=f"a crawl of {self.pages} pages, one request at a time, no delay, wall time",
            rows=(
                Row(name="Piagam, all of it stored and archived", spread=self.piagam, unit="/s"),
                Row(name="bare Scrapy, a trivial callback", spread=self.bare, unit="/s"),
                Row(name="bare Scrapy against Piagam", spread=self.ratio, unit="x"),
            ),
            notes=(f"MB at each tenth of the time: {memory}",),
            facts={"pages": self.pages, "memory_mb": self.memory},
        )


def measure(pages: int, rounds: int) -> CrawlFigures:
    """Crawl so many pages both ways, in turn; each crawl is a process of its own."""
    timed: list[tuple[float, float]] = []
    memory: list[float] = []
    with _server(pages) as address:
        for number in range(rounds):
            memory = []
            if number % 2 == 0:
                ours, theirs = _piagam(address, pages, memory), _bare(address)
            else:
                theirs, ours = _bare(address), _piagam(address, pages, memory)
            timed.append((pages / ours, pages / theirs))
    return CrawlFigures(
        pages=pages,
        piagam=Spread.of([ours for ours, _ in timed]),
        bare=Spread.of([theirs for _, theirs in timed]),
        ratio=Spread.of([theirs / ours for ours, theirs in timed]),
        memory=_tenths(memory),
    )


@contextmanager
def _server(pages: int) -> Generator[str, None, None]:
    command = [sys.executable, "-m", "benchmarks.crawl_server", str(pages)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the server has no streams")
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


def _bare(address: str) -> float:
    return _timed([sys.executable, "-m", "benchmarks.bare_spider", address], [])


def _piagam(address: str, pages: int, memory: list[float]) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "outlets").mkdir()
        (folder / "outlets" / "banyak.toml").write_text(_OUTLET.format(host=HOST))
        config = folder / "piagam.toml"
        config.write_text(
            'contact = "redaksi@example.id"\n'
            f'[crawl]\noutlets = ["banyak"]\noutlets_folder = "outlets"\ndelay = 0\n'
            f'budget = {pages * 2}\n[newsroom]\naddress = "{address}"\ntoday = 2025-09-12\n'
        )
        command = [sys.executable, "-m", "crawler.cli", "--config", str(config), "crawl", "--json"]
        seconds = _timed(command, memory)
        stored = _stored(folder / "piagam.stats" / "banyak.json")
    if stored != pages:
        raise RuntimeError(f"{stored} of {pages} pages were stored")
    return seconds


def _stored(stats: Path) -> int:
    return int(json.loads(stats.read_text())["counts"]["stored"])


def _timed(command: Sequence[str], memory: list[float]) -> float:
    """Seconds that the command takes; `memory` gets its resident megabytes as time goes on."""
    began = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        while process.poll() is None:
            memory.append(_resident(process.pid))
            time.sleep(_LOOK_EVERY)
        error = process.stderr.read() if process.stderr is not None else ""
    if process.returncode != 0:
        raise RuntimeError(f"{command[2]} ended with {process.returncode}: {error.strip()}")
    return time.monotonic() - began


def _resident(pid: int) -> float:
    """Megabytes; 0 where the system does not tell."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    lines = [line for line in text.splitlines() if line.startswith("VmRSS:")]
    return int(lines[0].split()[1]) / 1000 if lines else 0.0


def _tenths(memory: Sequence[float]) -> tuple[float, ...]:
    if not memory:
        return ()
    last = len(memory) - 1
    return tuple(round(memory[last * tenth // 10], 1) for tenth in range(11))
