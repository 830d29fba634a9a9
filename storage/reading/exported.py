"""The rows of an exported table, one after the other, in an order that two exports share."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from storage.dictionary import load_dictionary
from storage.reading.exportable import ExportTable, Narrowing
from storage.reading.picked import Picked, conditions, parameters_of
from storage.store_errors import PlainErrors

Row = tuple[str | int | float | None, ...]
"""Values as the store has them, in the order of the columns."""

_AT_ONCE = 1000
_BOARD = """SELECT award_board.*, awards.changed_at
    FROM award_board JOIN awards ON awards.id = award_board.award_id"""


@contextmanager
def snapshot(db: Database) -> Generator[None, None, None]:
    """All that is read in the block is of one moment, whatever a crawl writes meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.conn.rollback()


def exported_rows(
    db: Database, table: ExportTable, picked: Picked, *, with_texts: bool = False
) -> Iterator[Row]:
    """The rows of `table` that are picked, ordered by its key.

    After a moment `awards` has the withdrawn ones too, so that a copy can take them out. What does
    not narrow a table leaves it whole. Raises StoreError.
    """
    names = ", ".join(f'"{column.name}"' for column in table.columns(with_texts=with_texts))
    sql = (
        f"SELECT {names} FROM ({_source(table, picked)}) AS rows"  # noqa: S608 - our own names
        f" WHERE {_choice(table, picked)} ORDER BY {', '.join(table.key)}"
    )
    with PlainErrors(_path(db)):
        yield from _streamed(db.execute(sql, parameters_of(picked)))


def _streamed(cursor: sqlite3.Cursor) -> Iterator[Row]:
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from rows


def _source(table: ExportTable, picked: Picked) -> str:
    if table.relation != "award_board":
        return f"SELECT * FROM {table.relation}"  # noqa: S608 - our own names
    return _BOARD if picked.since is None else f"{_BOARD} UNION ALL {_withdrawn()}"


def _withdrawn() -> str:
    """Awards that hold no more, with what `awards` itself knows of them."""
    known = {column.name for column in load_dictionary()["awards"].columns}
    told = (
        column.name if column.name in known else f"NULL AS {column.name}"
        for column in load_dictionary()["award_board"].columns[1:]
    )
    return f"SELECT id, {', '.join(told)}, changed_at FROM awards WHERE status = 'withdrawn'"  # noqa: S608


def _choice(table: ExportTable, picked: Picked) -> str:
    if not picked.is_narrow and picked.since is None:
        return "1"
    match table.narrowing:
        case Narrowing.AWARD:
            return f"award_id IN ({_awards(picked)})"
        case Narrowing.SCORE:
            return conditions(replace(picked, since=None), year="year")
        case Narrowing.ARTICLE:
            return _choice_of_articles(picked)
        case Narrowing.RUN if picked.since is not None:
            return "run_started_at >= :since"
    return "1"


def _choice_of_articles(picked: Picked) -> str:
    stored = "1" if picked.since is None else "last_stored_at >= :since"
    if not picked.is_narrow:
        return stored
    return f"""{stored} AND id IN (
        SELECT claims.article_id FROM award_claims JOIN claims ON claims.id = award_claims.claim_id
        WHERE award_claims.award_id IN ({_awards(replace(picked, since=None))})
    )"""  # noqa: S608 - our own words


def _awards(picked: Picked) -> str:
    return f"SELECT id FROM awards WHERE {conditions(picked)}"  # noqa: S608 - our own words


def _path(db: Database) -> Path:
    (_, _, path) = db.execute("PRAGMA database_list").fetchone()
    return Path(path)
