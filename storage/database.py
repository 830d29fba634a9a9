"""Opens a store: one SQLite file, migrated to the schema of this version, safe to share.

StoreError
    The file cannot be used as a store; one line that names the file and the mend.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x50696167
"""`Piag`: marks the file as a Piagam store, `PRAGMA application_id`."""

_BUSY_SECONDS = 30
_MIGRATIONS = Path(__file__).parent / "migrations"


class StoreError(Exception):
    """The store cannot be used; the message is one line with the file and the mend."""


class Store(Database):
    """A `sqlite_utils.Database` whose transactions take the write lock at their start.

    A plain BEGIN that reads first and writes later fails at once, in spite of the busy timeout,
    when another process has written in between; BEGIN IMMEDIATE waits for its turn instead.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        super().__init__(connection, strict=True)

    def execute(
        self, sql: str, parameters: Sequence[Any] | dict[str, Any] | None = None
    ) -> sqlite3.Cursor:
        """One statement; outside `atomic()` it is a transaction of its own. Raises StoreError."""
        with _plain_errors(self.path):
            return super().execute(sql, parameters)

    @contextmanager
    def atomic(self) -> Generator[Database, None, None]:
        """All or nothing; nested blocks are savepoints.

        Raises StoreError when the file fails: disk full, locked too long, damaged.
        """
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        with _plain_errors(self.path):
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self.conn.execute("COMMIT")
            except BaseException:
                self.rollback()
                raise


def open_store(path: Path) -> Database:
    """Open the store at `path` for reading and writing; a missing one is made, an old one migrated.

    WAL, synchronous NORMAL, foreign keys on, 30 s of patience with other writers. The connection
    belongs to the thread that opened it. Raises StoreError.
    """
    _refuse_useless_path(path)
    with _plain_errors(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS)
        try:
            return _prepare(Store(connection, path))
        except BaseException:
            connection.close()
            raise


def open_read_only(path: Path) -> Database:
    """Open an existing store for reading; it sees what others commit and never makes them wait.

    Raises StoreError, also when the store is of another version than this Piagam.
    """
    _refuse_useless_path(path)
    if not path.exists():
        raise StoreError(f"{path}: no such store; `piagam crawl` makes one, or name another file")
    with _plain_errors(path):
        uri = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS)
        try:
            return _check_version(Store(connection, path))
        except BaseException:
            connection.close()
            raise


def _refuse_useless_path(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it, {path / 'piagam.sqlite'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: {path.parent} is no folder; make it or name another store")


@contextmanager
def _plain_errors(path: Path) -> Generator[None, None, None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        mend = _mend(error, path)
        if mend is None:
            raise
        raise StoreError(f"{path}: {mend}") from error


def _mend(error: sqlite3.Error, path: Path) -> str | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    mends = {
        sqlite3.SQLITE_CANTOPEN: f"cannot be opened; may this user write in {path.parent}?",
        sqlite3.SQLITE_READONLY: f"cannot be written; may this user write it and {path.parent}?",
        sqlite3.SQLITE_PERM: "access is denied; may this user write it?",
        sqlite3.SQLITE_AUTH: "access is denied; may this user write it?",
        sqlite3.SQLITE_NOTADB: "is no SQLite file; name another store or move the file away",
        sqlite3.SQLITE_CORRUPT: "is damaged; put back a copy, or save what `.recover` reads",
        sqlite3.SQLITE_FULL: "the disk is full; make room and run again, nothing half was kept",
        sqlite3.SQLITE_IOERR: f"the disk does not answer ({error}); look after it and run again",
        sqlite3.SQLITE_BUSY: f"another program has kept it locked for {_BUSY_SECONDS} s; end that",
    }
    return mends.get(code)


def _prepare(db: Store) -> Store:
    _refuse_strangers(db)
    if db.path.exists() and not os.access(db.path, os.W_OK):
        raise StoreError(f"{db.path}: cannot be written; may this user write it?")
    _switch_to_wal(db)
    db.conn.execute("PRAGMA synchronous = NORMAL")
    db.conn.execute("PRAGMA foreign_keys = ON")
    if _migrations().pending(db):
        with db.atomic():  # one writer migrates, the others wait and find nothing pending
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrations().apply(db)
    return db


def _check_version(db: Store) -> Store:
    _refuse_strangers(db)
    if _migrations().pending(db):
        raise StoreError(f"{db.path}: is of an older Piagam; run `piagam status` once to update it")
    return db


def _refuse_strangers(db: Store) -> None:
    (identity,) = db.conn.execute("PRAGMA application_id").fetchone()
    (objects,) = db.conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if objects and identity != APPLICATION_ID:
        raise StoreError(f"{db.path}: belongs to another program; name another store")
    known = {path.stem for path in _migration_files()}
    newer = [each.name for each in _migrations().applied(db) if each.name not in known]
    if newer:
        raise StoreError(f"{db.path}: is of a newer Piagam (it has {newer[-1]}); update Piagam")


def _switch_to_wal(db: Store) -> None:
    # Two processes that open a new file at once may be told "locked" without any waiting.
    deadline = time.monotonic() + _BUSY_SECONDS
    while db.conn.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            db.conn.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _migrations() -> Migrations:
    migrations = Migrations("piagam")
    for path in _migration_files():
        migrations(name=path.stem)(_script(path))
    return migrations


def _migration_files() -> list[Path]:
    return sorted(_MIGRATIONS.glob("[0-9]*.sql"))


def _script(path: Path) -> Callable[[Database], None]:
    def run(db: Database, /) -> None:
        for statement in _statements(path.read_text(encoding="utf-8")):
            db.execute(statement)

    return run


def _statements(script: str) -> Generator[str, None, None]:
    """The script's statements, each of which ends a line; `executescript` tries every character."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
