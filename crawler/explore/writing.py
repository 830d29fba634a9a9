"""A form's writing: with a connection of its own, in a thread, waiting for others a while."""

import sqlite3
from contextlib import closing

from sqlite_utils import Database

from crawler.explore.options import WindowOptions
from crawler.explore.routes import Take
from crawler.explore.visits import BadVisit, Visit
from storage.database import StoreError, open_store


class Busy(BadVisit):
    """Somebody else is writing; the message is one line with the mend."""

    status = 503


def written(options: WindowOptions, take: Take, visit: Visit) -> str:
    """Do what a form says; returns where to go then.

    Raises BadVisit, Busy when the store stays locked, StoreError when it cannot be written.
    """
    try:
        with closing(open_store(options.store)) as db:
            _wait(db, options.patience_seconds)
            return take(db, visit)
    except StoreError as error:
        if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise Busy(
                "the store is being written by a crawl; nothing was kept, try again"
            ) from None
        raise


def _wait(db: Database, seconds: float) -> None:
    db.conn.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
