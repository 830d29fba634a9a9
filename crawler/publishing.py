"""Writes the files of `[feeds]`: what the store holds, for feed readers and calendars."""

import logging
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from crawler import __version__
from crawler.awards.catalogue import load_catalogue
from crawler.config import Config
from crawler.feeds import PublishError
from crawler.feeds.atom import Masthead, Told, write_atom
from crawler.feeds.calendar import write_calendar
from crawler.feeds.expected import announcements
from crawler.files import write_whole
from storage.database import open_read_only
from storage.feed_entries import announced_editions, has_changed, latest_changed
from storage.notices import notice

_LIMIT = 100
"""Awards in the feed."""
_log = logging.getLogger(__name__)


def publish(config: Config, now: datetime) -> tuple[Path, ...]:
    """Write what is configured, each file whole; returns them. Raises PublishError, StoreError."""
    feeds = config.feeds
    if not (feeds.atom or feeds.calendar):
        return ()
    with closing(open_read_only(config.store)) as db:
        if feeds.atom:
            _write("atom", feeds.atom, _atom(db, config, now))
        if feeds.calendar:
            _write("calendar", feeds.calendar, _calendar(db, config, now))
    return tuple(path for path in (feeds.atom, feeds.calendar) if path)


def publish_news(config: Config, since: datetime, now: datetime) -> tuple[Path, ...]:
    """The same, if an award changed since then, or a file is not there yet."""
    paths = [path for path in (config.feeds.atom, config.feeds.calendar) if path]
    if not paths:
        return ()
    with closing(open_read_only(config.store)) as db:
        is_stale = has_changed(db, since)
    return publish(config, now) if is_stale or not all(path.exists() for path in paths) else ()


def _write(key: str, path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as error:
        raise PublishError(
            f"feeds.{key}: {path} cannot be written: {error.strerror}; correct it"
        ) from None


def _atom(db: Database, config: Config, now: datetime) -> bytes:
    feeds = config.feeds
    name = feeds.atom.name if feeds.atom else ""
    head = Masthead(
        authority=parseaddr(config.mail.sender)[1].rpartition("@")[2] or "localhost",
        version=__version__,
        updated=now,
        address=f"{feeds.address.rstrip('/')}/{name}" if feeds.address else None,
    )
    return write_atom(tuple(_told(db, head)), head=head, schemes=load_catalogue())


def _told(db: Database, head: Masthead) -> Iterator[Told]:
    for entry in latest_changed(db, _LIMIT):
        told = Told(entry=entry, notice=notice(db, entry.alert_id))
        try:
            write_atom((told,), head=head, schemes=load_catalogue())
        except Exception as error:  # noqa: BLE001 - one poison award must not block the others
            _log.warning("award %d is left out of the feed: %s", entry.award_id, error)
        else:
            yield told


def _calendar(db: Database, config: Config, now: datetime) -> bytes:
    played = config.newsroom and config.newsroom.today
    today = played or now.astimezone(ZoneInfo(config.watch.zone)).date()
    expected = announcements(load_catalogue().values(), announced_editions(db), today)
    return write_calendar(expected, version=__version__, now=now)
