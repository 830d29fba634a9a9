"""Another store as it is now: a copy of our own, brought to this schema, attached as `other`."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from sqlite_utils import Database

from storage.copying import copy_pages
from storage.database import StoreError, check_store, open_store
from storage.runs import close_interrupted
from storage.store_errors import PlainErrors

_MAPS = ("run", "article", "revision", "claim", "award", "correction", "alert")
"""Tables `temp.…_map`: numbers there and here."""


@contextmanager
def attached(db: Database, source: Path, now: datetime) -> Generator[None, None, None]:
    """While this lasts `other` is what the store at `source` holds; that itself is only read.

    Call `refuse_useless` before. Raises StoreError.
    """
    folder = path_of(db).with_suffix(".merging")
    rmtree(folder, ignore_errors=True)  # of a merge that was killed
    copy = folder / "other.sqlite"
    try:
        folder.mkdir()
        with PlainErrors(source):
            copy_pages(source, copy)
        with closing(open_store(copy)) as other:
            close_interrupted(other, now)
        with PlainErrors(copy):
            db.conn.execute("ATTACH ? AS other", (str(copy),))
        try:
            _make_maps(db)
            yield
        finally:
            _detach(db, copy)
    finally:
        rmtree(folder, ignore_errors=True)


def refuse_useless(target: Path, source: Path) -> None:
    """Raises StoreError when `source` cannot be merged into the store at `target`.

    It is none, damaged, of a newer Piagam, or that very store.
    """
    if source.is_dir():
        raise StoreError(f"{source}: is a folder; name the store in it")
    if source.exists() and target.exists() and source.samefile(target):
        raise StoreError(f"{source}: is the store itself; name another")
    check_store(source)


def path_of(db: Database) -> Path:
    """The file of a store that is open."""
    (file,) = db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
    return Path(file)


def _make_maps(db: Database) -> None:
    with db.atomic():
        for name in _MAPS:
            db.execute(f"DROP TABLE IF EXISTS temp.{name}_map")
            db.execute(
                f"CREATE TEMP TABLE {name}_map"
                " (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL, is_new INTEGER NOT NULL)"
            )
            db.execute(f"CREATE INDEX temp.{name}_map_ours ON {name}_map (ours)")
        db.execute("DROP TABLE IF EXISTS temp.touched_articles")
        db.execute("CREATE TEMP TABLE touched_articles (id INTEGER PRIMARY KEY)")


def _detach(db: Database, copy: Path) -> None:
    if db.conn.in_transaction:
        db.conn.rollback()
    with PlainErrors(copy):
        for name in (*(f"{each}_map" for each in _MAPS), "touched_articles"):
            db.conn.execute(f"DROP TABLE IF EXISTS temp.{name}")
        try:
            db.conn.execute("DETACH other")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{copy}: could not be let go: {error}") from error
