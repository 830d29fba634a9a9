"""The task of a worker: read one part of a run in a process of its own, and pack what came of it.

Needs the extra `cluster`.
"""

import gzip
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from distributed import get_worker
from sqlite_utils import Database

from crawler.archive.shelf import mend
from crawler.cluster import part
from crawler.cluster.crew import crew
from crawler.cluster.leash import BEAT, beat
from crawler.cluster.order import (
    ARCHIVE,
    OUTLETS,
    STORE,
    Order,
    Parcel,
    Told,
    clean_environment,
)
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import certificate, end_outlet_run

_STEP = 0.1
_LOG = "log"
_GONE = "told to end before it was through"


class Child:
    """The process that reads; it ends when this one does."""

    def __init__(self, home: Path, order: Order) -> None:
        since = () if order.since is None else (order.since.isoformat(),)
        with (home / _LOG).open("wb") as log:
            # The command line is our own: this interpreter and our own module.
            self._process = subprocess.Popen(  # noqa: S603
                (sys.executable, "-P", "-m", part.__name__, str(home), str(order.run_id), *since),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=clean_environment(os.environ),
                start_new_session=True,  # a Ctrl-C at the worker's terminal is not for it
            )

    def end(self, *, gently: bool) -> None:
        """Have it end: with the page at hand, or at once; never waits."""
        if gently:
            self._process.terminate()
        else:
            self._process.kill()

    def wait(self) -> int:
        """Its exit code, minus the signal that ended it."""
        beaten = time.monotonic()
        while (code := self._process.poll()) is None:
            if time.monotonic() - beaten >= BEAT:
                beat(self._process)
                beaten = time.monotonic()
            time.sleep(_STEP)
        if self._process.stdin is not None:
            self._process.stdin.close()
        return code


def read_part(order: Order) -> Parcel:
    """Read the outlets of the order, as far as this comes."""
    ours, key = crew(), str(get_worker().get_current_task())
    home = Path(mkdtemp(prefix="part-", dir=ours.folder))
    try:
        unpack(order, home)
        child = Child(home, order)
        ours.take(key, order.run, child)
        try:
            code = child.wait()
        finally:
            child.end(gently=False)
            ours.give_back(key)
        return pack(order, home, code)
    finally:
        rmtree(home)


def unpack(order: Order, home: Path) -> None:
    """Lay out what the child needs."""
    (home / OUTLETS).mkdir()
    for name, text in order.files.items():
        (home / OUTLETS / f"{name}.toml").write_text(text, "utf-8")
    (home / part.FACTS).write_text(order.facts, "utf-8")
    (home / STORE).write_bytes(gzip.decompress(order.seed))


def pack(order: Order, home: Path, code: int) -> Parcel:
    """What the child left, also where it was killed: the store holds each page whole or not."""
    archive, told, trouble = home / ARCHIVE, _told(home), _trouble(code, home / _LOG)
    with closing(open_store(home / STORE)) as db:
        mend(archive, db)
        _end_open(db, order.run_id, trouble or _GONE)
    return Parcel(
        name=order.name,
        store=gzip.compress((home / STORE).read_bytes(), 6),
        archive=_files(archive, "*/*.warc.gz"),
        stats=_files(home / f"{Path(STORE).stem}.stats", "*.json"),
        progress=told.progress,
        unread=told.unread,
        trouble=trouble,
    )


def _end_open(db: Database, run_id: int, reason: str) -> None:
    """The process did not say of these outlets how they ended."""
    for row in certificate(db, run_id):
        if row.status is RunStatus.RUNNING:
            with db.atomic():
                end_outlet_run(
                    db,
                    run_id=run_id,
                    outlet=row.outlet,
                    status=RunStatus.INTERRUPTED,
                    reason=reason,
                    now=datetime.now(UTC),
                )


def _files(folder: Path, pattern: str) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob(pattern)}


def _told(home: Path) -> Told:
    try:
        written = (home / part.TOLD).read_text("utf-8")
    except FileNotFoundError:
        return Told()  # it was killed
    return Told.read(written)


def _trouble(code: int, log: Path) -> str | None:
    if code == 0:
        return None
    lines = log.read_text("utf-8", "replace").split("\n")
    last = next((line for line in reversed(lines) if line.strip()), "")
    how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
    return f"its process {how}{f': {last.strip()[:200]}' if code > 0 and last else ''}"
