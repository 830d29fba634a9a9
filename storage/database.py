"""Opens a store: one SQLite file, migrated to the schema of this version, safe to share."""

import os
import sqlite3
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from storage.copying import backups_folder, check_whole, copy_database, reader_of
from storage.store_errors import BUSY_SECONDS, PlainErrors, StoreError

__all__ = ["APPLICATION_ID", "Store", "StoreError", "check_store", "open_read_only", "open_store"]

APPLICATION_ID = 0x50696167
"""`Piag`: marks the file as a Piagam store, `PRAGMA application_id`."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class Store(Database):
    """A `sqlite_utils.Database` whose transactions take the write lock at their start.

    A plain BEGIN that reads first and writes later fails at once, in spite of the busy timeout,
    when another process has written in between; BEGIN IMMEDIATE waits for its turn instead.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._errors = PlainErrors(path)
        super().__init__(connection, strict=True)

    def execute(
        self, sql: str, parameters: Sequence[Any] | dict[str, Any] | None = None
    ) -> sqlite3.Cursor:
        """One statement; outside `atomic()` it is a transaction of its own. Raises StoreError."""
        with self._errors:
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
        with self._errors:
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
    with PlainErrors(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            return _prepare(Store(connection, path))
        except BaseException:
            connection.close()
            raise


def open_existing(path: Path) -> Database:
    """The same where a new store would be of no use. Raises StoreError, also when there is none."""
    _refuse_missing(path)
    return open_store(path)


def open_read_only(path: Path) -> Database:
    """Open an existing store for reading; it sees what others commit and never makes them wait.

    Raises StoreError, also when the store is of another version than this Piagam.
    """
    _refuse_missing(path)
    with PlainErrors(path):
        uri = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
        try:
            return _check_version(Store(connection, path))
        except BaseException:
            connection.close()
            raise


def check_store(path: Path) -> None:
    """Raises StoreError when the file is no whole store, or one of a newer Piagam; reads only."""
    if not path.is_file():
        raise StoreError(f"{path}: no such store; name another file")
    with PlainErrors(path), closing(reader_of(path)) as connection:
        store = Store(connection, path)
        _refuse_strangers(store)
        if not _migrations().applied(store):
            raise StoreError(f"{path}: is no store of Piagam; name another file")
        check_whole(connection, path)


def _refuse_missing(path: Path) -> None:
    _refuse_useless_path(path)
    if not path.exists():
        raise StoreError(f"{path}: no such store; `piagam crawl` makes one, or name another file")


def _refuse_useless_path(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it, {path / 'piagam.sqlite'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: {path.parent} is no folder; make it or name another store")


def _prepare(db: Store) -> Store:
    _refuse_strangers(db)
    if db.path.exists() and not os.access(db.path, os.W_OK):
        raise StoreError(f"{db.path}: cannot be written; may this user write it?")
    _switch_to_wal(db)
    db.conn.execute("PRAGMA synchronous = NORMAL")
    if _migrations().pending(db):
        _migrate(db)  # before foreign keys are on: else dropping a table empties those beneath it
    db.conn.execute("PRAGMA foreign_keys = ON")
    return db


def _migrate(db: Store) -> None:
    with db.atomic():  # one writer migrates, the others wait and find nothing pending
        _copy_before(db)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _migrations().apply(db)
        broken = db.conn.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise StoreError(
                f"{db.path}: cannot be updated, {broken[0]} lacks rows; put a copy back with"
                " `piagam restore FILE`"
            )


def _copy_before(db: Store) -> None:
    """Keep the store as it was before an update; a new one has nothing to keep."""
    pending = _migrations().pending(db)
    if pending and _migrations().applied(db):
        name = f"{db.path.stem}-before-{pending[0].name}.sqlite"
        # The copy reads what was committed; this connection's lock keeps other writers away.
        copy_database(db.path, backups_folder(db.path) / name)


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
    deadline = time.monotonic() + BUSY_SECONDS
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
