"""Millions of rows into a store: many at once, with indexes and search built at the end."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from storage.database import open_store

_AT_ONCE = 20_000
_CACHE = 1_000_000
"""kB of pages kept in memory."""
_SEARCHED = ("articles_fts", "claims_fts")
_HASH = 64 * 1024 * 1024
"""Bytes that the full-text index gathers before it writes: 1 MB as it is by itself."""


class Rows:
    """Rows of the tables, written when enough have gathered; `columns` names those given."""

    def __init__(self, db: Database, columns: dict[str, str]) -> None:
        self._db = db
        self._columns = columns
        self._waiting: dict[str, list[tuple[object, ...]]] = defaultdict(list)

    def add(self, table: str, *values: object) -> None:
        """One row, its values in the order of the table's columns."""
        waiting = self._waiting[table]
        waiting.append(values)
        if len(waiting) >= _AT_ONCE:
            self._write(table)

    def write(self) -> None:
        """All that is left."""
        for table in list(self._waiting):
            self._write(table)

    def _write(self, table: str) -> None:
        rows = self._waiting.pop(table)
        marks = ", ".join("?" * len(rows[0]))
        sql = f"INSERT INTO {table} ({self._columns[table]}) VALUES ({marks})"  # noqa: S608
        self._db.conn.executemany(sql, rows)


@contextmanager
def filling(path: Path) -> Iterator[Database]:
    """A new store without indexes, triggers, journal and foreign keys; at the end it is whole."""
    with closing(open_store(path)) as db:
        for pragma in (
            "foreign_keys = OFF",
            "journal_mode = OFF",
            "synchronous = OFF",
            f"cache_size = -{_CACHE}",
        ):
            db.execute(f"PRAGMA {pragma}").fetchall()
        taken = _take_away(db)
        db.conn.execute("BEGIN")
        yield db
        db.conn.execute("COMMIT")
        _put_back(db, taken)
    with closing(open_store(path)) as db:
        db.execute("PRAGMA optimize").fetchall()


def _take_away(db: Database) -> tuple[str, ...]:
    made = db.execute(
        "SELECT type, name, sql FROM sqlite_schema"
        " WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in made:
        db.execute(f"DROP {kind} {name}")
    return tuple(sql for _, _, sql in made)


def _put_back(db: Database, taken: tuple[str, ...]) -> None:
    for table in _SEARCHED:
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {_HASH})")  # noqa: S608
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608
        # Else the first stories of a crawl have all of it merged into one.
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608
        db.execute(f"DELETE FROM {table}_config WHERE k = 'hashsize'")  # noqa: S608
    for sql in taken:
        db.execute(sql)
