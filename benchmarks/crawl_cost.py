"""The CPU of a whole crawl against Scrapy alone on the same server, and whether memory stays flat.

The pages are the newsroom's own, mixed as `benchmarks.served` says. Fundus and news-please are not
among the peers: the first asks the real sites of its publishers only, the second has no handler
that leads to the newsroom.
"""

import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.outlets import HOST, ONLY, configuration, outlet_file
from benchmarks.served import Mix
from benchmarks.spread import Spread
from benchmarks.table import Row, Table

OF_BARE = 0.6
"""Of the pages a CPU second of bare Scrapy, at least."""
OF_EXTRACTING = 3.0
_ENOUGH = 2000
_FEW = f"a start costs as much as 300 pages: with fewer than {_ENOUGH} the ratios are too low"
_WAYS = ("piagam", "bare", "extracting")
_LOOK_EVERY = 0.5
_TOLD = {
    Mix.NIGHT: "19 in 20 ordinary news",
    Mix.NEWSROOM: "the newsroom's mix",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlFigures:
    """What was measured over paired rounds: pages for each second of CPU of the crawling process.

    Its start is in it, the server's CPU is not.
    """

    pages: int
    mix: Mix
    piagam: Spread
    bare: Spread
    """Scrapy with an empty callback."""
    extracting: Spread
    """Scrapy with `trafilatura.extract`, an insert and a commit in its callback."""
    of_bare: Spread
    """Piagam divided by bare Scrapy."""
    of_extracting: Spread
    """Piagam divided by the extracting Scrapy."""
    memory: tuple[float, ...]
    """Resident megabytes of the last crawl at each tenth of its time."""

    def table(self) -> Table:
        """The three ways, ours against each of the others, and its memory."""
        memory = " ".join(f"{each:.0f}" for each in self.memory)
        title = f"a crawl of {self.pages} pages, {_TOLD[self.mix]}: pages a CPU second"
        return Table(
            title=title,
            rows=(
                Row(name="Piagam, all of it stored and archived", spread=self.piagam, unit="/s"),
                Row(name="Scrapy with an empty callback", spread=self.bare, unit="/s"),
                Row(
                    name="Scrapy, trafilatura.extract, insert, commit",
                    spread=self.extracting,
                    unit="/s",
                ),
                Row(
                    name="Piagam / Scrapy with an empty callback",
                    spread=self.of_bare,
                    unit="x",
                    at_least=OF_BARE,
                ),
                Row(
                    name="Piagam / Scrapy with trafilatura.extract",
                    spread=self.of_extracting,
                    unit="x",
                    at_least=OF_EXTRACTING,
                ),
            ),
            notes=(
                "one request at a time, no delay",
                f"MB at each tenth of the time: {memory}",
                *((_FEW,) if self.pages < _ENOUGH else ()),
            ),
            facts={"pages": self.pages, "mix": self.mix, "memory_mb": self.memory},
        )


def measure(pages: int, rounds: int, mix: Mix = Mix.NIGHT) -> CrawlFigures:
    """Crawl so many pages each way, the order turned from round to round, a process each."""
    spent: dict[str, list[float]] = {name: [] for name in _WAYS}
    memory: list[float] = []
    with _server(mix, pages) as address:
        for number in range(rounds):
            first = number % len(_WAYS)
            for name in (*_WAYS, *_WAYS)[first : first + len(_WAYS)]:
                memory = [] if name == "piagam" else memory
                spent[name].append(_crawled(name, address, pages, memory))
    speeds = {name: [pages / seconds for seconds in each] for name, each in spent.items()}
    return CrawlFigures(
        pages=pages,
        mix=mix,
        piagam=Spread.of(speeds["piagam"]),
        bare=Spread.of(speeds["bare"]),
        extracting=Spread.of(speeds["extracting"]),
        of_bare=_ratio(speeds["piagam"], speeds["bare"]),
        of_extracting=_ratio(speeds["piagam"], speeds["extracting"]),
        memory=_tenths(memory),
    )


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    return Spread.of([mine / other for mine, other in zip(ours, theirs, strict=True)])


@contextmanager
def _server(mix: Mix, pages: int) -> Generator[str, None, None]:
    command = [sys.executable, "-m", "benchmarks.crawl_server", mix, str(pages)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the server has no streams")
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


def _crawled(name: str, address: str, pages: int, memory: list[float]) -> float:
    """CPU seconds of one crawl; `memory` gets the resident megabytes of ours."""
    if name == "bare":
        return _spent([sys.executable, "-m", "benchmarks.bare_spider", address], [])
    with tempfile.TemporaryDirectory() as folder:
        if name == "piagam":
            return _piagam(Path(folder), address, pages, memory)
        store = Path(folder) / "pages.sqlite"
        seconds = _spent([sys.executable, "-m", "benchmarks.bare_spider", address, str(store)], [])
        with closing(sqlite3.connect(store)) as db:
            _check(pages, *db.execute("SELECT count(*) FROM pages").fetchone())
        return seconds


def _piagam(folder: Path, address: str, pages: int, memory: list[float]) -> float:
    (folder / "outlets").mkdir()
    (folder / "outlets" / f"{ONLY}.toml").write_text(outlet_file(ONLY, HOST))
    config = folder / "piagam.toml"
    config.write_text(configuration(address, pages))
    command = [sys.executable, "-m", "crawler.cli", "--config", str(config), "crawl", "--json"]
    seconds = _spent(command, memory)
    _check(pages, _stored(folder / "piagam.stats" / f"{ONLY}.json"))
    return seconds


def _check(pages: int, stored: int) -> None:
    if stored != pages:
        raise RuntimeError(f"{stored} of {pages} pages were stored")


def _stored(stats: Path) -> int:
    return int(json.loads(stats.read_text())["counts"]["stored"])


def _spent(command: Sequence[str], memory: list[float]) -> float:
    """CPU seconds that the command takes; `memory` gets its resident megabytes as time goes on."""
    before = _of_children()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        while _still_runs(process):
            memory += filter(None, [_resident(process.pid)])  # none of a process just ended
        error = process.stderr.read() if process.stderr is not None else ""
    if process.returncode != 0:
        raise RuntimeError(f"{command[2]} ended with {process.returncode}: {error.strip()}")
    return _of_children() - before


def _still_runs(process: subprocess.Popen[str]) -> bool:
    """Whether it does after another wait: right behind the fork it has no memory to speak of."""
    try:
        process.wait(_LOOK_EVERY)
    except subprocess.TimeoutExpired:
        return True
    return False


def _of_children() -> float:
    """CPU seconds of the processes that have ended; the server has not."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
