"""Puts a copy of a store in the place of the store, and keeps what it replaces."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from storage.copying import copy_database
from storage.database import StoreError, check_store, open_store
from storage.leases import (
    ALERTS_LEASE,
    CRAWL_LEASE,
    WATCH_LEASE,
    lease_holder,
    release_lease,
    take_lease,
)
from storage.processes import this_process

_TERM = timedelta(minutes=10)
_USES = {WATCH_LEASE: "watched", CRAWL_LEASE: "crawled into", ALERTS_LEASE: "emptied of its mails"}


def restore_store(copy: Path, store: Path, now: datetime) -> Path | None:
    """Put `copy` in the place of `store`; returns where the store that was there lies now.

    Raises StoreError when the copy is no store that this version can use, or somebody uses the
    store; nothing is changed then.
    """
    check_store(copy)
    fresh = store.with_name(f"{store.name}.restored")
    copy_database(copy, fresh)
    try:
        _free_leases(fresh)
        _claim(store, now)
        kept = _set_aside(store, now)
        fresh.replace(store)
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _free_leases(fresh: Path) -> None:
    """Whoever held the store when the copy was made does not hold this one."""
    with closing(Database(fresh)) as db, db.atomic():
        db.execute("DELETE FROM leases")


def _claim(store: Path, now: datetime) -> None:
    """Hold the store, so that nobody begins to use it now. Raises StoreError when one does."""
    if not store.exists():
        return
    try:
        check_store(store)
    except StoreError:
        return  # damaged: nobody can use it, and that is why it is replaced
    with closing(open_store(store)) as db:
        taken: list[str] = []
        for name, use in _USES.items():
            if not take_lease(db, name, this_process(), now, _TERM):
                who = lease_holder(db, name, now) or "another process"
                for each in taken:
                    release_lease(db, each, this_process())
                raise StoreError(f"{store}: is being {use} by {who}; end that, then restore")
            taken.append(name)


def _set_aside(store: Path, now: datetime) -> Path | None:
    if not store.exists():
        return None
    kept = store.with_name(f"{store.stem}.replaced-{now:%Y%m%dT%H%M%SZ}{store.suffix}")
    # The log first: SQLite would play it back into the copy that comes in its place.
    for ending in ("-wal", "-shm", ""):
        part = store.with_name(f"{store.name}{ending}")
        if part.exists():
            part.replace(kept.with_name(f"{kept.name}{ending}"))
    return kept
