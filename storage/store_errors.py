"""What SQLite says of a failing file, as one line that names the file and the mend.

StoreError
    The file cannot be used as a store.
"""

import sqlite3
from pathlib import Path

BUSY_SECONDS = 30
"""Patience with another program that has the store locked."""


class StoreError(Exception):
    """The store cannot be used; the message is one line with the file and the mend."""


class PlainErrors:
    """Turns SQLite's errors about the file at `path` into StoreError; our own bugs pass."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to begin: so it may be entered again and again."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.DatabaseError):
            mend = _mend(error, self._path)
            if mend is not None:
                raise StoreError(f"{self._path}: {mend}") from error


def _mend(error: sqlite3.Error, path: Path) -> str | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    mends = {
        sqlite3.SQLITE_CANTOPEN: f"cannot be opened; may this user write in {path.parent}?",
        sqlite3.SQLITE_READONLY: f"cannot be written; may this user write it and {path.parent}?",
        sqlite3.SQLITE_PERM: "access is denied; may this user write it?",
        sqlite3.SQLITE_AUTH: "access is denied; may this user write it?",
        sqlite3.SQLITE_NOTADB: "is no SQLite file; name another store or move the file away",
        sqlite3.SQLITE_CORRUPT: "is damaged; take a copy: for your own store `piagam restore FILE`",
        sqlite3.SQLITE_FULL: "the disk is full; make room and run again, nothing half was kept",
        sqlite3.SQLITE_IOERR: f"the disk does not answer ({error}); look after it and run again",
        sqlite3.SQLITE_BUSY: f"another program has kept it locked for {BUSY_SECONDS} s; end that",
    }
    return mends.get(code)
