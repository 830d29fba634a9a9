"""Whether a crawl is slowed while somebody reads the window: stories stored alone and beside."""

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median

from sqlite_utils import Database

from benchmarks.digest_cost import award_story
from benchmarks.pages_cost import ask, connection_to
from benchmarks.spread import Spread
from benchmarks.table import Row, Table
from crawler import __version__
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.reader import read_story
from crawler.keeping import Entry, Story, keep_story
from storage.addresses import Found, record_discovered
from storage.database import open_store
from storage.processes import this_process
from storage.records import RunStatus
from storage.runs import end_run, start_run

SLOWED_AT_MOST = 1.2
"""Times as long as alone that a write may take while pages are read."""
_STORIES = 10
"""In one round, alone and beside."""
_PACE = 0.1
"""Seconds from one write to the next."""
_PATIENCE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteTimes:
    """Stories stored as a crawl does, alone and while pages are read; milliseconds each."""

    alone: tuple[float, ...]
    beside: tuple[float, ...]
    pages: int
    """Read meanwhile."""

    @property
    def ratio(self) -> float:
        """Of the medians."""
        return median(self.beside) / median(self.alone)

    def table(self) -> Table:
        """Both, and how many times as long the second takes."""
        ratio = Spread.of([self.ratio])
        slowed = "times as long beside as alone"
        return Table(
            title="a story with its award stored, wall time",
            rows=(
                Row(name="alone", spread=Spread.of(self.alone), unit="ms"),
                Row(name="while pages are read", spread=Spread.of(self.beside), unit="ms"),
                Row(name=slowed, spread=ratio, unit="x", at_most=SLOWED_AT_MOST),
            ),
            notes=(f"{self.pages} pages were read meanwhile",),
            facts={"pages_meanwhile": self.pages},
        )


def measure_writes(store: Path, base: str, paths: Sequence[str], rounds: int) -> WriteTimes:
    """Write ten stories a round, twice, into the store that is served, alone, then beside a reader.

    It stays in the store. Raises StoreError.
    """
    alone: list[float] = []
    beside: list[float] = []
    pages = 0
    with closing(open_store(store)) as db, _writing(db) as writer:
        for _ in range(rounds):
            alone += writer.write(_STORIES)
            with _reading(base, paths) as counted:
                beside += writer.write(_STORIES)
            pages += counted[0]
    return WriteTimes(alone=tuple(alone), beside=tuple(beside), pages=pages)


class _Writer:
    """Stores one award story after another, each new, of one region after another."""

    def __init__(self, db: Database, run_id: int) -> None:
        self._db = db
        self._run_id = run_id
        self._regions = [each.full_name for each in load_gazetteer().by_code.values()]
        self._number = 0
        self._first = time.time_ns()

    def write(self, count: int) -> list[float]:
        """Milliseconds of each transaction."""
        return [self._one() for _ in range(count)]

    def _one(self) -> float:
        time.sleep(_PACE)
        self._number += 1
        name = self._regions[self._number * 7 % len(self._regions)]
        article = award_story(name, self._first + self._number, score=90 + self._number % 100 / 11)
        claims = read_story(article).claims
        now = datetime.now(UTC)
        story = Story(address=article.url, article=article, url=article.url)
        began = time.perf_counter()
        with self._db.atomic():
            found = [Found(url=article.url)]
            record_discovered(
                self._db, outlet=article.outlet, found=found, run_id=self._run_id, now=now
            )
        keep_story(self._db, story, claims, Entry(run_id=self._run_id, now=now, began=now))
        return (time.perf_counter() - began) * 1000


@contextmanager
def _writing(db: Database) -> Iterator[_Writer]:
    began = datetime.now(UTC)
    with db.atomic():
        run_id = start_run(db, holder=this_process(), version=__version__, now=began)
    yield _Writer(db, run_id)
    ended = max(datetime.now(UTC), began + timedelta(milliseconds=1))
    with db.atomic():
        end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=ended)


@contextmanager
def _reading(base: str, paths: Sequence[str]) -> Iterator[list[int]]:
    """A process of its own asks for one page after another; how many is known at the end."""
    context = multiprocessing.get_context("spawn")
    stop, ready, counts = context.Event(), context.Event(), context.SimpleQueue()
    reader = context.Process(target=_read_on, args=(base, tuple(paths), ready, stop, counts))
    reader.start()
    pages = [0]
    try:
        if not ready.wait(_PATIENCE):
            raise ValueError(f"{base}: no page came within {_PATIENCE} s; is the window open?")
        yield pages
    finally:
        stop.set()
        reader.join(_PATIENCE)
    pages[0] = counts.get()


def _read_on(
    base: str, paths: tuple[str, ...], ready: Event, stop: Event, counts: SimpleQueue[int]
) -> None:
    count = 0
    with closing(connection_to(base)) as connection:
        while not stop.is_set():
            ask(connection, paths[count % len(paths)])
            count += 1
            ready.set()
    counts.put(count)
