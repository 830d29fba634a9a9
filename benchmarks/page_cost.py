"""CPU per page from response bytes to stored row, paired against a plain trafilatura loop."""

import gc
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import trafilatura

from benchmarks.pages import RecordedPage, record_pages
from benchmarks.spread import Spread
from benchmarks.table import Row, Table, decimal
from crawler import __version__
from crawler.awards.reader import read_story
from crawler.extraction.page import read_page
from crawler.keeping import Entry, Story, keep_story
from storage.addresses import Found, record_discovered
from storage.database import open_store
from storage.processes import this_process
from storage.runs import start_run

_MILLISECONDS = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured: milliseconds of CPU per page, and ratios of paired rounds."""

    pages: int
    mean_kilobytes: float
    rounds: int
    piagam: Spread
    plain: Spread
    ratio: Spread
    """Plain loop divided by Piagam: how many times the pages per CPU second."""
    steps: dict[str, Spread]
    """Piagam's cost by step."""
    reading_share: Spread
    """Reading awards, as a share of `trafilatura.extract` on the same pages."""

    def table(self) -> Table:
        """What a page costs, step by step and against the plain loop."""
        steps = (Row(name=f"  {name}", spread=each, unit="ms") for name, each in self.steps.items())
        plain = "plain loop: trafilatura.extract + insert"
        share = "reading awards, share of trafilatura.extract"
        return Table(
            title=f"{self.pages} pages of the newsroom, {decimal(self.mean_kilobytes)} kB each on"
            " average, CPU time a page",
            rows=(
                Row(name="Piagam, bytes to stored row", spread=self.piagam, unit="ms"),
                *steps,
                Row(name=plain, spread=self.plain, unit="ms"),
                Row(name="pages per CPU second against it", spread=self.ratio, unit="x"),
                Row(name=share, spread=self.reading_share, unit="x"),
            ),
            facts={"pages": self.pages, "mean_kilobytes": round(self.mean_kilobytes, 1)},
        )


def measure(rounds: int) -> Figures:
    """Interleave both ways over `rounds` rounds; the order changes from round to round."""
    pages = record_pages()
    _piagam(pages)
    _plain(pages)
    timed: list[dict[str, float]] = []
    for number in range(rounds):
        ways: list[Callable[[Sequence[RecordedPage]], dict[str, float]]] = [_piagam, _plain]
        figures: dict[str, float] = {}
        for way in ways if number % 2 == 0 else reversed(ways):
            gc.collect()
            figures |= way(pages)
        timed.append(figures)
    return _figures(pages, timed)


def _figures(pages: Sequence[RecordedPage], timed: Sequence[dict[str, float]]) -> Figures:
    def spread(name: str) -> Spread:
        return Spread.of([each[name] * _MILLISECONDS / len(pages) for each in timed])

    return Figures(
        pages=len(pages),
        mean_kilobytes=sum(len(page.body) for page in pages) / len(pages) / 1000,
        rounds=len(timed),
        piagam=spread("piagam"),
        plain=spread("plain"),
        ratio=Spread.of([each["plain"] / each["piagam"] for each in timed]),
        steps={name: spread(name) for name in ("extract", "read", "store")},
        reading_share=Spread.of([each["read"] / each["plain_extract"] for each in timed]),
    )


def _piagam(pages: Sequence[RecordedPage]) -> dict[str, float]:
    """Bytes -> Page -> claims -> one transaction a page, as a crawl does it."""
    now = datetime.now(UTC)
    spent = {"extract": 0.0, "read": 0.0, "store": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        db = open_store(Path(folder) / "bench.sqlite")
        with db.atomic():
            run = start_run(db, holder=this_process(), version=__version__, now=now)
            for page in pages:
                found = [Found(url=page.url)]
                record_discovered(db, outlet=page.outlet, found=found, run_id=run, now=now)
        for page in pages:
            started = process_time()
            article = read_page(
                page.body, outlet=page.outlet, url=page.url, rules=page.rules
            ).article
            extracted = process_time()
            if article is None:
                raise RuntimeError(f"{page.url}: read as no article")
            claims = read_story(article).claims
            read = process_time()
            story = Story(address=page.url, article=article, url=page.url)
            keep_story(db, story, claims, Entry(run_id=run, now=now, began=now))
            kept = process_time()
            spent["extract"] += extracted - started
            spent["read"] += read - extracted
            spent["store"] += kept - read
        db.close()
    return {**spent, "piagam": sum(spent.values())}


def _plain(pages: Sequence[RecordedPage]) -> dict[str, float]:
    """The loop anybody would write first: extract, insert, commit."""
    extracting = 0.0
    started = process_time()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder) / "plain.sqlite")) as db,
    ):
        db.execute("CREATE TABLE pages (url TEXT PRIMARY KEY, text TEXT)")
        for page in pages:
            before = process_time()
            text = trafilatura.extract(page.body)
            extracting += process_time() - before
            db.execute("INSERT INTO pages VALUES (?, ?)", (page.url, text))
            db.commit()
    return {"plain": process_time() - started, "plain_extract": extracting}
