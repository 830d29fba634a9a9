"""The store: can it be opened, is it whole, who holds it, and are there copies?"""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from crawler import backup
from crawler.config import Config
from crawler.doctor.finding import Finding, bad, ok, warn
from storage.database import StoreError, open_read_only
from storage.leases import ALERTS_LEASE, CRAWL_LEASE, WATCH_LEASE, lease_holder
from storage.runs import last_good_run, last_run
from storage.soundness import Soundness, soundness


def latest_start(store: Path) -> datetime | None:
    """When the last run began; None without a store or a run."""
    if not store.exists():
        return None
    try:
        with closing(open_read_only(store)) as db:
            run = last_run(db)
    except StoreError:
        return None  # told by `check_store_file`
    return None if run is None else run.started_at


def check_store_file(config: Config, now: datetime) -> Iterator[Finding]:
    """Opens it for reading only: an old store is not updated by looking at it."""
    if trouble := _unwritable(config.store):
        yield bad("store", f"{config.store}: {trouble}")
        return
    if not config.store.exists():
        yield warn("store", f"{config.store}: not there yet; `piagam crawl` makes it")
        return
    try:
        with closing(open_read_only(config.store)) as db:
            yield judge_soundness(config.store, soundness(db))
            yield _users(db, now)
            yield _copies(db, config, now)
    except StoreError as error:
        yield bad("store", str(error))


def _unwritable(store: Path) -> str | None:
    """Why a crawl could not write there, with the mend."""
    folder = store.parent
    if not folder.is_dir():
        return f"{folder} is no folder; make it, or correct `store`"
    unwritable = [each for each in (folder, store) if each.exists() and not _may_write(each)]
    if unwritable:
        return f"this user may not write {unwritable[0]}; let it, or correct `store`"
    return None


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK)


def judge_soundness(store: Path, found: Soundness) -> Finding:
    """Pure."""
    if found.damage:
        mend = "put a copy back with `piagam restore`"
        return bad("store", f"{store}: is damaged ({'; '.join(found.damage)}); {mend}")
    if found.orphans:
        tables = ", ".join(found.orphans)
        return bad("store", f"{store}: rows in {tables} point to nothing; report this as a bug")
    return ok("store", f"{store}: whole, of this version, {store.stat().st_size / 1e6:.1f} MB")


def _users(db: Database, now: datetime) -> Finding:
    names = (WATCH_LEASE, CRAWL_LEASE, ALERTS_LEASE)
    held = [f"{name} by {who}" for name in names if (who := lease_holder(db, name, now))]
    return ok("in use", ", ".join(held) or "by nobody")


def _copies(db: Database, config: Config, now: datetime) -> Finding:
    good = last_good_run(db, now)
    watched = lease_holder(db, WATCH_LEASE, now) is not None
    ended = None if good is None else good.ended_at
    problem = backup.problem(config.store, config.backup, ended, now, is_watched=watched)
    copies = backup.backups(config.store, config.backup)
    if problem:
        return bad("copies", problem)
    if not copies:
        return warn("copies", "none yet; `piagam watch` and `piagam backup` make them")
    return ok("copies", f"{len(copies)}, the last is {copies[0].path}")
