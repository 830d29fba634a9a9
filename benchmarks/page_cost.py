"""CPU per page from response bytes to stored row: Piagam against the loops others would write."""

import gc
import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import trafilatura

from benchmarks.mix import ORDINARY_SHARE, even, of_a_night
from benchmarks.pages import RecordedPage, of_unknown_make, record_pages, without_rules
from benchmarks.spread import Spread
from benchmarks.table import Row, Table, decimal
from crawler import __version__
from crawler.awards.reader import read_story
from crawler.collector import searching_seldom
from crawler.extraction.page import read_page
from crawler.keeping import Entry, Story, keep_story
from crawler.newsroom.stories import StoryKind
from storage.addresses import Found, record_discovered
from storage.database import open_store
from storage.processes import this_process
from storage.runs import start_run

_MILLISECONDS = 1000.0
_WARMING = 8
"""Of so many pages one is read before the clock runs."""
_PLAIN = ("CREATE TABLE pages (url TEXT PRIMARY KEY, text TEXT)", "INSERT INTO pages VALUES (?, ?)")
_SEARCHED = (
    "CREATE VIRTUAL TABLE pages USING fts5(url, title, author, date, text)",
    "INSERT INTO pages VALUES (?, ?, ?, ?, ?)",
)
"""A table and how a row comes into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Seconds of CPU that one page took."""

    extract: float = 0.0
    read: float = 0.0
    """Reading awards: only Piagam does that."""
    store: float = 0.0

    @property
    def whole(self) -> float:
        """All of it."""
        return self.extract + self.read + self.store


STEPS = tuple(each.name for each in fields(Spent))
_Timed = Sequence[Mapping[str, Sequence[Spent]]]
"""For each round and way what each page took."""
_Way = Callable[[Sequence[RecordedPage]], list[Spent]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One kind of pages: milliseconds of CPU per page, and ratios of paired rounds."""

    name: str
    pages: int
    steps: Mapping[str, Spread]
    """Piagam's cost by step."""
    piagam: Spread
    plain: Spread
    ratio: Spread
    """The plain loop divided by Piagam: how many times the pages per CPU second."""
    ratio_metadata: Spread
    """The same of trafilatura with metadata and a searchable row."""
    at_least: float | None = None
    """The aim of the one ratio."""
    at_least_metadata: float | None = None

    def rows(self) -> tuple[Row, ...]:
        """What these pages cost, step by step, and the aims."""
        steps = (Row(name=f"  {name}", spread=each, unit="ms") for name, each in self.steps.items())
        return (
            Row(name=f"{self.name}: Piagam", spread=self.piagam, unit="ms"),
            *steps,
            Row(name="  the plain loop", spread=self.plain, unit="ms"),
            Row(name="  times its speed", spread=self.ratio, unit="x", at_least=self.at_least),
            Row(
                name="  times the speed of it with metadata",
                spread=self.ratio_metadata,
                unit="x",
                at_least=self.at_least_metadata,
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured."""

    mean_kilobytes: float
    groups: tuple[Group, ...]
    """A night of configured outlets, their pages as the newsroom has them, and unknown pages."""
    kinds: tuple[Group, ...]
    """The configured outlets by kind of story: the awards are what takes longest."""

    def table(self) -> Table:
        """What a page costs, and how many times the pages per CPU second of the others that is."""
        pages, kilobytes = self.groups[0].pages, decimal(self.mean_kilobytes)
        ordinary = f"{ORDINARY_SHARE:.0%}"
        kinds = (
            Row(name=f"  times its speed, {each.name} ({each.pages})", spread=each.ratio, unit="x")
            for each in self.kinds
        )
        night, newsroom, *others = self.groups
        return Table(
            title=f"{pages} pages of the newsroom, {kilobytes} kB each on average, CPU time a page",
            rows=(
                *night.rows(),
                *newsroom.rows(),
                *kinds,
                *(row for each in others for row in each.rows()),
            ),
            notes=(
                f"a night: the same pages, weighed so that {ordinary} are ordinary news (assumed)",
                "the plain loop: trafilatura.extract, insert, commit; with metadata: into FTS5",
            ),
            facts={"pages": pages, "mean_kilobytes": round(self.mean_kilobytes, 1)},
        )


def measure(rounds: int) -> Figures:
    """Interleave all ways over `rounds` rounds; their order turns from round to round."""
    pages = record_pages()
    known = _interleave(pages, rounds)
    unruled = _interleave(without_rules(pages), rounds)
    unknown = _interleave(of_unknown_make(pages), rounds)
    return Figures(
        mean_kilobytes=sum(len(page.body) for page in pages) / len(pages) / 1000,
        groups=(
            _group(
                "a night of configured outlets",
                known,
                weights=of_a_night([page.kind for page in pages]),
                at_least=6.0,
                at_least_metadata=8.0,
            ),
            _group("configured outlets", known),
            _group("no rules", unruled, at_least=1.35),
            _group("unknown make", unknown, at_least=1.35),
        ),
        kinds=tuple(_group(kind.value, _of_kind(kind, pages, known)) for kind in StoryKind),
    )


def _of_kind(kind: StoryKind, pages: Sequence[RecordedPage], timed: _Timed) -> _Timed:
    at = [number for number, page in enumerate(pages) if page.kind is kind]
    return [{way: [spent[n] for n in at] for way, spent in each.items()} for each in timed]


def _interleave(pages: Sequence[RecordedPage], rounds: int) -> _Timed:
    ways: dict[str, _Way] = {"piagam": _piagam, "plain": _plain, "metadata": _with_metadata}
    for way in ways.values():
        way(pages[::_WARMING])
    timed: list[dict[str, list[Spent]]] = []
    for number in range(rounds):
        names = sorted(ways, reverse=number % 2 == 1)
        spent = {}
        for name in names:
            gc.collect()
            spent[name] = ways[name](pages)
        timed.append(spent)
    return timed


def _group(
    name: str,
    timed: _Timed,
    *,
    weights: Sequence[float] = (),
    at_least: float | None = None,
    at_least_metadata: float | None = None,
) -> Group:
    """The pages count evenly where no `weights`, which are 1 together, are given."""
    pages = len(timed[0]["piagam"])
    weights = weights or even(pages)

    def mean(spent: Sequence[Spent], part: str) -> float:
        seconds: list[float] = [getattr(each, part) for each in spent]
        weighed = zip(weights, seconds, strict=True)
        return _MILLISECONDS * sum(weight * each for weight, each in weighed)

    means = [{way: mean(spent, "whole") for way, spent in each.items()} for each in timed]
    return Group(
        name=name,
        pages=pages,
        steps={n: Spread.of([mean(each["piagam"], n) for each in timed]) for n in STEPS},
        piagam=Spread.of([each["piagam"] for each in means]),
        plain=Spread.of([each["plain"] for each in means]),
        ratio=Spread.of([each["plain"] / each["piagam"] for each in means]),
        ratio_metadata=Spread.of([each["metadata"] / each["piagam"] for each in means]),
        at_least=at_least,
        at_least_metadata=at_least_metadata,
    )


def _piagam(pages: Sequence[RecordedPage]) -> list[Spent]:
    """Bytes -> Page -> claims -> one transaction a page, as a crawl does it."""
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        db = open_store(Path(folder) / "bench.sqlite")
        with db.atomic():
            run = start_run(db, holder=this_process(), version=__version__, now=now)
            for page in pages:
                found = [Found(url=page.url)]
                record_discovered(db, outlet=page.outlet, found=found, run_id=run, now=now)
        entry = Entry(run_id=run, now=now, began=now)

        def keep(page: RecordedPage) -> Spent:
            started = process_time()
            read = read_page(page.body, outlet=page.outlet, url=page.url, rules=page.rules)
            if read.article is None:
                raise RuntimeError(f"{page.url}: read as no article")
            extracted = process_time()
            claims = read_story(read.article).claims
            told = process_time()
            keep_story(
                db, Story(address=page.url, article=read.article, url=page.url), claims, entry
            )
            kept = process_time()
            return Spent(extract=extracted - started, read=told - extracted, store=kept - told)

        with searching_seldom():
            spent = [keep(page) for page in pages]
        db.close()
    return spent


def _plain(pages: Sequence[RecordedPage]) -> list[Spent]:
    """The loop anybody would write first: extract, insert, commit."""
    return _loop(pages, _PLAIN, lambda page: (page.url, trafilatura.extract(page.body)))


def _with_metadata(pages: Sequence[RecordedPage]) -> list[Spent]:
    """The same with what an article needs: title, author and date, in a row that is searched."""

    def row(page: RecordedPage) -> tuple[str | None, ...]:
        found = trafilatura.bare_extraction(page.body, with_metadata=True)
        told = (getattr(found, name, None) for name in ("title", "author", "date", "text"))
        return (page.url, *told)

    return _loop(pages, _SEARCHED, row)


def _loop(
    pages: Sequence[RecordedPage],
    statements: tuple[str, str],
    row: Callable[[RecordedPage], tuple[str | None, ...]],
) -> list[Spent]:
    table, insert = statements
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder) / "loop.sqlite")) as db,
    ):
        db.execute(table)

        def keep(page: RecordedPage) -> Spent:
            started = process_time()
            values = row(page)
            extracted = process_time()
            db.execute(insert, values)
            db.commit()
            return Spent(extract=extracted - started, store=process_time() - extracted)

        return [keep(page) for page in pages]
