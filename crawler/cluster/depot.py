"""Parcels that have come but are not merged: kept on the disk first, so that a kill loses none."""

import gzip
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from crawler.cluster.order import ARCHIVE, STORE, Parcel

_HALF, _DONE = ".half", ".done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A parcel on the disk."""

    folder: Path

    @property
    def store(self) -> Path:
        """What was read."""
        return self.folder / STORE

    @property
    def archive(self) -> Path:
        """The responses."""
        return self.folder / ARCHIVE


class Depot:
    """The folder of parcels beside a store; only for who holds the crawl's lease."""

    def __init__(self, store: Path) -> None:
        self._folder = store.with_suffix(".parcels")

    def keep(self, parcel: Parcel) -> Kept:
        """Keep a parcel, whole or not at all. Raises OSError."""
        kept = Kept(folder=self._folder / parcel.name)
        half = Kept(folder=self._folder / f"{parcel.name}{_HALF}")
        rmtree(half.folder, ignore_errors=True)
        _write(half.store, gzip.decompress(parcel.store))
        for name, content in parcel.archive.items():
            _write(half.archive / name, content)
        half.folder.rename(kept.folder)
        _sync(self._folder)
        return kept

    def waiting(self) -> tuple[Kept, ...]:
        """What a killed crawl has left to be merged; what it left half is taken away."""
        for path in (*self._folder.glob(f"*{_HALF}"), *self._folder.glob(f"*{_DONE}")):
            rmtree(path)
        return tuple(Kept(folder=path) for path in sorted(self._folder.glob("*")) if path.is_dir())

    def forget(self, kept: Kept) -> None:
        """Take away a parcel that was merged."""
        done = kept.folder.with_name(f"{kept.folder.name}{_DONE}")
        kept.folder.rename(done)
        rmtree(done)

    @contextmanager
    def room_for(self, name: str) -> Generator[Path, None, None]:
        """A file for a moment."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / name
        path.unlink(missing_ok=True)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave no empty folder behind."""
        if self._folder.is_dir() and not any(self._folder.iterdir()):
            self._folder.rmdir()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
