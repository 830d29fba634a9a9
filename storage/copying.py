"""A whole copy of a store that others go on using: made aside, checked, then put in place."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from storage.store_errors import BUSY_SECONDS, PlainErrors, StoreError


def backups_folder(path: Path) -> Path:
    """Where copies of the store at `path` lie unless the configuration says otherwise."""
    return path.with_suffix(".backups")


def copy_database(source: Path, target: Path) -> int:
    """Copy what is committed in `source` to `target`, whole or not at all; returns its bytes.

    Nobody waits meanwhile. A copy that is there already is replaced. Raises StoreError, and leaves
    nothing half then.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        copy_pages(source, part)
        with PlainErrors(part), closing(sqlite3.connect(part)) as copy:
            check_whole(copy, part)
        _sync(part)
        size = part.stat().st_size
        part.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise StoreError(
            f"{target}: cannot be written: {error.strerror}; make room, or name another folder"
        ) from error
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):  # what went wrong is told already
                part.with_name(f"{part.name}{ending}").unlink()
    return size


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Raises StoreError when SQLite finds the file damaged."""
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise StoreError(f"{path}: is damaged ({said}); use another copy")


def reader_of(path: Path) -> sqlite3.Connection:
    """Read a store and leave it, and the files beside it, as they were.

    Who may only read cannot take away the log that SQLite lays beside a store. So where there is
    none yet the connection may write, but does not. Where it must not, on a share that is only to
    be read, it needs no log. Raises sqlite3.Error.
    """
    how = "immutable=1" if _is_still(path) else f"mode={'ro' if _log(path).exists() else 'rw'}"
    uri = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _is_still(path: Path) -> bool:
    """Whether this user may not write the store or beside it, and nobody has it open."""
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return not may_write and not _log(path).exists()


def _last_write(path: Path) -> int | None:
    """When a store that is still was written last; None when it is not still."""
    return path.stat().st_mtime_ns if _is_still(path) else None


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def copy_pages(source: Path, target: Path) -> None:
    """Copy what is committed in `source` to `target`, a file of our own; it may end up half.

    Raises StoreError.
    """
    before = _last_write(source)
    with (
        PlainErrors(source),
        closing(reader_of(source)) as reader,
        closing(sqlite3.connect(target)) as copy,
    ):
        reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        with PlainErrors(target):
            # Page by page in one step: VACUUM INTO stumbles over our generated columns.
            reader.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    if before is not None and before != _last_write(source):
        raise StoreError(f"{source}: another program wrote to it meanwhile; try again")


def _sync(path: Path) -> None:
    """Have it on the disk before the next step counts on it."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
