"""Merges what parcels hold into the store, those too that an earlier crawl has left behind."""

import logging
from datetime import UTC, datetime

from sqlite_utils import Database

from crawler.archive.shelf import ArchiveError
from crawler.cluster.depot import Depot, Kept
from crawler.config import Config
from crawler.keeping import Entry
from crawler.merging import Source, merge_stores
from storage.database import StoreError

log = logging.getLogger(__name__)


def merge_parcel(db: Database, config: Config, run_id: int, kept: Kept) -> None:
    """Take over what a parcel holds; done twice it changes nothing. Raises StoreError."""
    now = datetime.now(UTC)
    archive = config.archive.folder if config.archive.keep_days else None
    merge_stores(
        db,
        [Source(path=kept.store, archive=kept.archive)],
        entry=Entry(run_id=run_id, now=now, began=now),
        archive=archive,
        subscribed=frozenset(config.people),
    )


def merge_leftovers(db: Database, config: Config, run_id: int) -> None:
    """Take over what a killed crawl had fetched from its workers and not yet merged.

    What cannot be merged stays where it is, with a line of the log.
    """
    depot = Depot(config.store)
    for kept in depot.waiting():
        try:
            merge_parcel(db, config, run_id, kept)
        except (StoreError, ArchiveError) as error:
            log.error("%s: cannot be merged and stays there: %s", kept.folder, error)
        else:
            depot.forget(kept)
    depot.close()
