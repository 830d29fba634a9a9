"""How long a search takes beside plain FTS5, which ranks all that match; rare and common words."""

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from benchmarks.big_store import Size, make_store
from benchmarks.spread import Spread
from benchmarks.table import Row, Table
from storage.database import open_read_only
from storage.search import search

AT_MOST = 100.0
"""Milliseconds that a search may take."""
SMALL = Size(articles=5_000, awards=200, nights=60)
"""Where no store is given."""
_SHARES = {"a rare word": 0.001, "a common word": 0.1, "a very common word": 0.5}
"""The word whose share of the articles is nearest."""
_PLAIN = """
    SELECT articles.id, articles.title, snippet(articles_fts, 1, '[', ']', '…', 24)
    FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid
    WHERE articles_fts MATCH ? ORDER BY articles_fts.rank LIMIT 20
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFigures:
    """One kind of query over all rounds, in milliseconds."""

    name: str
    ours: tuple[float, ...]
    plain: tuple[float, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Ours with its budget, and how many times as long plain FTS5 takes."""
        ratios = [plain / ours for ours, plain in zip(self.ours, self.plain, strict=True)]
        return (
            Row(name=self.name, spread=Spread.of(self.ours), unit="ms", at_most=AT_MOST),
            Row(name="  plain FTS5 against it", spread=Spread.of(ratios), unit="x"),
        )


def measure(rounds: int) -> Table:
    """On a small store that is made for it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.sqlite"
        make_store(file, SMALL)
        return measure_on(file, rounds)


def measure_on(store: Path, rounds: int) -> Table:
    """On a store of any size, which is only read. Raises StoreError when it is none."""
    with closing(open_read_only(store)) as db:
        ((articles,),) = db.execute("SELECT count(*) FROM articles").fetchall()
        queries = _queries(db, articles)
        figures = tuple(_measured(db, name, query, rounds) for name, query in queries.items())
    return Table(
        title=f"search among {articles} articles, CPU time",
        rows=tuple(row for each in figures for row in each.rows),
        facts={"articles": articles, "queries": queries},
    )


def _measured(db: Database, name: str, query: str, rounds: int) -> SearchFigures:
    plain_query = " ".join(f'"{word}"' for word in query.split())
    timed = [
        (_timed(lambda: search(db, query)), _timed(lambda: _plain(db, plain_query)))
        for _ in range(rounds + 1)
    ][1:]  # the first fetches the pages from the disk
    return SearchFigures(
        name=name,
        ours=tuple(ours for ours, _ in timed),
        plain=tuple(plain for _, plain in timed),
    )


def _plain(db: Database, query: str) -> list[tuple[object, ...]]:
    return list(db.execute(_PLAIN, [query]).fetchall())


def _timed(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


def _queries(db: Database, articles: int) -> dict[str, str]:
    """Words of the store itself by how many articles have them, and two of them together."""
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'articles_fts', 'row')")
    nearest = "SELECT term FROM temp.words WHERE length(term) > 3 ORDER BY abs(doc - ?) LIMIT 1"
    found = {
        name: str(db.execute(nearest, [share * articles]).fetchone()[0])
        for name, share in _SHARES.items()
    }
    return found | {"two common words": f"{found['a common word']} {found['a very common word']}"}
