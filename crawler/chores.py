"""What the watcher does beside crawls and deliveries: copies, the dead man's switch, figures.

Each opens the store for itself, and what goes wrong in one is a line of the log.
"""

import logging
from contextlib import closing
from datetime import UTC, datetime

from crawler.alerts.switch import ping, tell_silence
from crawler.backup import back_up, is_behind
from crawler.config import Config
from crawler.feeds import PublishError
from crawler.files import replace_file
from crawler.metrics import exposition, read_figures
from crawler.publishing import publish
from storage.database import StoreError, open_store
from storage.runs import last_good_run

log = logging.getLogger(__name__)


def last_good_id(config: Config) -> int | None:
    """The number of the last good crawl; None when there is none, or the store fails us now."""
    try:
        with closing(open_store(config.store)) as db:
            run = last_good_run(db, datetime.now(UTC))
    except StoreError as error:
        log.warning("%s", error)
        return None
    return None if run is None else run.id


def copy_store(config: Config) -> None:
    """Copy the store, if copies are to be made."""
    if not config.backup.keep:
        return
    try:
        made = back_up(config.store, config.backup, datetime.now(UTC))
    except (StoreError, OSError) as error:  # OSError: an old copy cannot be deleted
        log.error("the store was not copied: %s", error)
    else:
        log.info("the store was copied to %s", made.path)


def catch_up_copy(config: Config) -> None:
    """Copy the store when the last good crawl was not copied, since there was no room or time."""
    try:
        with closing(open_store(config.store)) as db:
            run = last_good_run(db, datetime.now(UTC))
    except StoreError as error:
        log.warning("%s", error)
        return
    if run is None or run.ended_at is None:
        return
    if is_behind(config.store, config.backup, run.ended_at, datetime.now(UTC)):
        copy_store(config)


def ping_home(config: Config) -> None:
    """Tell whoever watches over this machine that a crawl was good."""
    if config.watch.ping_url is not None and (trouble := ping(config.watch.ping_url)):
        log.warning("%s", trouble)


def watch_silence(config: Config, since: datetime) -> None:
    """Send the letters of the dead man's switch that are due."""
    if not config.watch.tell:
        return
    try:
        with closing(open_store(config.store)) as db:
            lines = tell_silence(db, config, since=since, now=datetime.now(UTC))
    except StoreError as error:
        lines = [str(error)]
    for line in lines:
        log.warning("no good crawl: %s", line)


def write_feeds(config: Config) -> None:
    """Write the feed and the calendar, if they are wanted."""
    try:
        publish(config, datetime.now(UTC))
    except (PublishError, StoreError) as error:
        log.error("%s", error)


def write_metrics(config: Config) -> None:
    """Write the figures for Prometheus, if they are wanted."""
    path = config.watch.metrics_file
    if path is None:
        return
    try:
        with closing(open_store(config.store)) as db:
            figures = read_figures(db, config.store, datetime.now(UTC))
    except StoreError as error:
        log.warning("figures: %s", error)
    else:
        replace_file(path, exposition(figures))
