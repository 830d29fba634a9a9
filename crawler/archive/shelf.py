"""The archive's files: of one outlet in one run each, `.open` until they are whole."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from crawler.archive.record import Response, read_record
from crawler.told_errors import ToldError
from storage.responses import Place, each_file, files_before, forget_file, indexed_bytes

OPEN = ".open"
"""Behind the name of a file that is being written."""


class ArchiveError(ToldError):
    """The archive cannot be written; the message is one line with the mend."""


class Shelf:
    """Takes the responses of one outlet in one run, in files of limited size."""

    def __init__(
        self, folder: Path, name: str, *, most_bytes: int, head: Callable[[str], bytes]
    ) -> None:
        """`name` is the part of the file names that tells outlet and run; `head` is the record
        that begins a file, by the file's name."""
        self._folder = folder
        self._name = name
        self._most_bytes = most_bytes
        self._head = head
        self._part = 0
        self._file = ""
        self._handle: int | None = None
        self._size = 0

    def keep(self, record: bytes) -> Place:
        """Write one record; it is with the operating system when this returns.

        Raises ArchiveError; nothing of the record is left in the file then.
        """
        if self._handle is None or self._size + len(record) > self._most_bytes:
            self.close()
            self._begin()
        return Place(file=self._file, start_byte=self._append(record), length=len(record))

    def close(self) -> None:
        """End the file that is being written, if any."""
        if self._handle is None:
            return
        path = self._folder / self._file
        with suppress(OSError):  # what cannot be made safe or renamed now, the next run mends
            os.fsync(self._handle)
        os.close(self._handle)
        self._handle = None
        with suppress(OSError):
            _open_twin(path).rename(path)

    def _begin(self) -> None:
        self._part += 1
        self._file = f"{self._name}-{self._part:02}.warc.gz"
        path = _open_twin(self._folder / self._file)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC)
        except OSError as error:
            raise _failure(path, error) from None
        self._size = 0
        self._append(self._head(Path(self._file).name))

    def _append(self, record: bytes) -> int:
        start = self._size
        handle = self._handle
        if handle is None:
            raise ValueError("no file is open")
        try:
            rest = memoryview(record)
            while rest:
                rest = rest[os.write(handle, rest) :]
        except OSError as error:
            os.ftruncate(handle, start)
            os.lseek(handle, start, os.SEEK_SET)
            raise _failure(self._folder / self._file, error) from None
        self._size = start + len(record)
        return start


def read_response(folder: Path, place: Place, *, longest: int, is_own: bool = True) -> Response:
    """The response that lies there. OSError, or RecordError when it is damaged.

    `is_own`: in a file that Piagam wrote, see `read_record`.
    """
    path = folder / place.file
    if not path.exists():
        path = _open_twin(path)
    with path.open("rb") as file:
        file.seek(place.start_byte)
        return read_record(file.read(place.length), longest=longest, is_own=is_own)


def mend(folder: Path, db: Database, name: str = "*") -> None:
    """Close the files that a killed crawl left open; what the index does not know is cut off.

    `name` is that of the files, up to their number. Only for who holds the crawl's lease.
    """
    for left in sorted(folder.glob(f"*/{name}-[0-9][0-9].warc.gz{OPEN}")):
        path = left.with_name(left.name.removesuffix(OPEN))
        end = indexed_bytes(db, path.relative_to(folder).as_posix())
        if end == 0:
            left.unlink()
            continue
        os.truncate(left, end)
        left.rename(path)


def sweep(folder: Path, db: Database, before: datetime) -> int:
    """Delete the files whose every response came before this moment (aware); how many.

    The index forgets a file before it is deleted. One that the index does not know, since the
    process ended in between, is deleted when it is as old.
    """
    for file in files_before(db, before):
        with db.atomic():
            forget_file(db, file)
    known = set(each_file(db))
    gone = [
        path
        for path in sorted(folder.glob("*/*.warc.gz*"))  # what was never closed too
        if path.relative_to(folder).as_posix().removesuffix(OPEN) not in known
        and path.stat().st_mtime < before.timestamp()
    ]
    for path in gone:
        path.unlink()
        with suppress(OSError):
            path.parent.rmdir()  # the month's folder, when it was the last
    return len(gone)


def _open_twin(path: Path) -> Path:
    return path.with_name(path.name + OPEN)


def _failure(path: Path, error: OSError) -> ArchiveError:
    return ArchiveError(
        f"{path}: cannot be written: {error.strerror}; mend it and crawl again:"
        " what was not kept was not read"
    )
