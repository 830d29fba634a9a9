"""Files that appear whole and together: each grows beside its place as `NAME.part`."""

import hashlib
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

from crawler.exports.errors import ExportError

_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that is written, though perhaps not yet in its place."""

    path: Path
    size: int
    """Bytes."""
    sha256: str


@dataclass(slots=True)
class Parts:
    """The files of one export."""

    kept: frozenset[Path]
    """What none of them may replace."""
    written: list[Written] = field(default_factory=list)

    @contextmanager
    def file(self, path: Path) -> Generator[BinaryIO, None, None]:
        """A file to write that shall lie at `path`. Raises ExportError."""
        place = path.resolve()
        if place in self.kept:
            raise ExportError(f"{path}: is the store or the configuration; name another place")
        if place.exists() and not place.is_file():
            raise ExportError(f"{path}: is no file; name another, or - for standard output")
        if place.parent.exists() and not place.parent.is_dir():
            raise ExportError(f"{path.parent}: is a file; name a folder")
        with _told(path):
            place.parent.mkdir(parents=True, exist_ok=True)
            with _part(place).open("wb") as sink:
                self.written.append(Written(path=place, size=0, sha256=""))
                yield sink
            self.written[-1] = _measured(place)

    def put_in_place(self) -> None:
        """Rename all of them, in the order in which they were written. Raises ExportError."""
        for each in self.written:
            with _told(each.path):
                _part(each.path).replace(each.path)

    def drop(self) -> None:
        """Leave nothing of those that are not in their place."""
        for each in self.written:
            _part(each.path).unlink(missing_ok=True)


@contextmanager
def parts(kept: Iterable[Path] = ()) -> Generator[Parts, None, None]:
    """Put what is written in the block in place at its end; after an error nothing of it.

    The files `kept`, and what SQLite keeps beside them, are never replaced.
    """
    beside = (each.with_name(each.name + suffix) for each in kept for suffix in _BESIDE)
    made = Parts(kept=frozenset(each.resolve() for each in beside))
    try:
        yield made
        made.put_in_place()
    finally:
        made.drop()


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _measured(place: Path) -> Written:
    with _part(place).open("rb") as content:
        return Written(
            path=place,
            size=_size(content),
            sha256=hashlib.file_digest(content, "sha256").hexdigest(),
        )


def _size(content: IO[bytes]) -> int:
    size = content.seek(0, 2)
    content.seek(0)
    return size


@contextmanager
def _told(path: Path) -> Generator[None, None, None]:
    try:
        yield
    except OSError as error:
        told = error.strerror or str(error)
        raise ExportError(f"{path}: cannot be written: {told}; name another place") from error
