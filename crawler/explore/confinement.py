"""What stands below every query: it reads, in bounded time and memory, and does nothing else.

Datasette stops a query by the clock between two steps of SQLite. What happens within one step is
bounded here: the length of values, of patterns, of an answer, and the functions that take the
square of both.
"""

import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from crawler.explore.functions import LONGEST_VALUE, bounded_functions

LONGEST_OF_PAGES = 8_000_000
"""The same for pages of ours, whose queries are known."""
LARGEST_ANSWER = 20_000_000
"""Characters of text that one query may answer with."""
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 50_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 200,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 500,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_RECURSIVE,
    sqlite3.SQLITE_SAVEPOINT,  # sqlite-utils reads inside one
}
_PERSONAL = frozenset({"person", "last_reply"})
"""Columns with the e-mail addresses of subscribers: nobody needs them to read awards."""
_PRAGMAS = frozenset(
    {
        "application_id", "database_list", "foreign_key_list", "index_info", "index_list",
        "index_xinfo", "schema_version", "table_info", "table_list", "table_xinfo", "user_version",
        "function_list", "compile_options", "data_version", "page_count", "page_size",
    }
)  # fmt: skip
_FUNCTIONS = frozenset(
    {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "json_patch"}
)
"""Never, whatever SQLite was built with: files, code, and the square of two objects."""


def confine(connection: sqlite3.Connection) -> None:
    """Let the connection read the store and nothing else, and make nothing without end."""
    connection.set_authorizer(_authorize)
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    for name, function in bounded_functions().items():
        arguments = -1 if name in ("printf", "format") else 2
        connection.create_function(name, arguments, function, deterministic=True)
    connection.row_factory = _Weighing()


@contextmanager
def widened(connection: sqlite3.Connection) -> Iterator[None]:
    """For queries of ours, which read whole articles."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_OF_PAGES)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)


def _authorize(
    action: int, first: str | None, second: str | None, _schema: str | None, _source: str | None
) -> int:
    if action == sqlite3.SQLITE_READ and second in _PERSONAL:
        return sqlite3.SQLITE_IGNORE  # it reads as NULL
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if second in _FUNCTIONS else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        return sqlite3.SQLITE_OK  # how a full-text index is opened; the file is open for reading
    return sqlite3.SQLITE_DENY


class _Weighing:
    """Makes rows, and stops a query whose answer grows too large to be held."""

    def __init__(self) -> None:
        self._cursor: weakref.ref[sqlite3.Cursor] | None = None
        self._weight = 0

    def __call__(self, cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> sqlite3.Row:
        if self._cursor is None or self._cursor() is not cursor:
            self._cursor, self._weight = weakref.ref(cursor), 0
        self._weight += sum(len(cell) for cell in row if isinstance(cell, str | bytes))
        if self._weight > LARGEST_ANSWER:
            self._weight = 0
            raise sqlite3.OperationalError(
                f"the answer has more than {LARGEST_ANSWER // 1_000_000} MB; ask for less"
            )
        return sqlite3.Row(cursor, row)
