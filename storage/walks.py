"""How far each walk through an outlet's discovery pages came, and what it has seen without a break.

A walk is known by the address of its first page.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage.outlets import register_outlet
from storage.records import Validators
from storage.timestamps import optional_zoned_text, read_moment, utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkRecord:
    """What the store knows of a walk before it is walked again."""

    failed_on: date | None = None
    """The day on which the first page could not be read, as long as it never was since."""
    is_complete: bool = False
    """The last walk reached its end: the next may stop where it meets the known."""
    ended_run: int | None = None
    """The run of the last walk that reached its end."""
    validators: Validators | None = None
    """What the server said of the first page; only of a walk that reached its end."""
    full_on: date | None = None
    """The day on which the first page was last read whatever its validators said."""
    hints_lie: bool = False
    """The server's validators said "unchanged" of a page that had changed."""
    seen_from: datetime | None = None
    """From here to `seen_to` nothing listed was missed; None when only `last_address` tells."""
    seen_to: datetime | None = None
    last_address: str | None = None
    """The last address that the last walk came to."""
    page: int = 1
    """The page that an unfinished walk came to."""
    page_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkEnd:
    """What is kept of a walk that reached its end."""

    validators: Validators | None = None
    full_on: date | None = None
    hints_lie: bool = False
    seen_from: datetime | None = None
    seen_to: datetime | None = None
    last_address: str | None = None


def walk_record(db: Database, outlet: str, source_url: str) -> WalkRecord:
    """What is known of the walk of `outlet` that begins at `source_url`."""
    row = db.execute(
        """
        SELECT is_complete, ended_run, etag, last_modified, content_sha256, full_on, hints_lie,
            seen_from, seen_to, last_address, page, page_url, failed_on
        FROM discovery_pages WHERE url = ? AND outlet = ?
        """,
        (source_url, outlet),
    ).fetchone()
    return WalkRecord() if row is None else _record(source_url, row)


def _record(url: str, row: tuple[Any, ...]) -> WalkRecord:
    is_complete, ended_run, etag, last_modified, digest, full_on, hints_lie, *seen = row
    seen_from, seen_to, last_address, page, page_url, failed_on = seen
    said = Validators(url=url, etag=etag, last_modified=last_modified, content_sha256=digest)
    return WalkRecord(
        is_complete=bool(is_complete),
        ended_run=ended_run,
        validators=said if is_complete else None,
        full_on=None if full_on is None else date.fromisoformat(full_on),
        hints_lie=bool(hints_lie),
        seen_from=read_moment(seen_from),
        seen_to=read_moment(seen_to),
        last_address=last_address,
        page=page or 1,
        page_url=page_url,
        failed_on=None if failed_on is None else date.fromisoformat(failed_on),
    )


def begin_walk(db: Database, *, outlet: str, source_url: str, run_id: int, now: datetime) -> None:
    """Note that the pages behind `source_url` are being walked; its old validators are forgotten.

    Until `end_walk` the walk counts as interrupted, and keeps the page that `note_page` told.
    """
    register_outlet(db, name=outlet, now=now)
    db.execute(
        """
        INSERT INTO discovery_pages (url, outlet, begun_run, begun_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (url) DO UPDATE SET is_complete = 0, etag = NULL, last_modified = NULL,
            content_sha256 = NULL, outlet = excluded.outlet, begun_run = excluded.begun_run,
            begun_at = excluded.begun_at
        """,
        (source_url, outlet, run_id, utc_text(now)),
    )


def note_page(
    db: Database, *, source_url: str, page: int, page_url: str, seen_to: datetime | None = None
) -> None:
    """Note how far a walk has come; belongs in the transaction that records what the page lists.

    `seen_to` is left as it is where it is None.
    """
    db.execute(
        "UPDATE discovery_pages SET page = ?, page_url = ?, seen_to = ifnull(?, seen_to),"
        " failed_on = NULL WHERE url = ?",
        (page, page_url, optional_zoned_text(seen_to), source_url),
    )


def fail_walk(db: Database, *, source_url: str, today: date) -> None:
    """Note that the first page of a walk could not be read today."""
    db.execute(
        "UPDATE discovery_pages SET failed_on = ? WHERE url = ?", (today.isoformat(), source_url)
    )


def end_walk(  # noqa: PLR0913 - all by keyword
    db: Database, *, outlet: str, source_url: str, end: WalkEnd, run_id: int, now: datetime
) -> None:
    """Note that the walk reached its end. LookupError when no walk of `outlet` was begun there."""
    said = end.validators
    cursor = db.execute(
        """
        UPDATE discovery_pages SET is_complete = 1, etag = :etag, last_modified = :last_modified,
            content_sha256 = :digest, full_on = :full_on, hints_lie = :hints_lie,
            seen_from = :seen_from, seen_to = :seen_to, last_address = :last_address,
            page = NULL, page_url = NULL, failed_on = NULL, ended_run = :run, ended_at = :now
        WHERE url = :url AND outlet = :outlet
        """,
        {
            "url": source_url,
            "outlet": outlet,
            "etag": said and said.etag,
            "last_modified": said and said.last_modified,
            "digest": said and said.content_sha256,
            "full_on": end.full_on and end.full_on.isoformat(),
            "hints_lie": end.hints_lie,
            "seen_from": optional_zoned_text(end.seen_from),
            "seen_to": optional_zoned_text(end.seen_to),
            "last_address": end.last_address,
            "run": run_id,
            "now": utc_text(now),
        },
    )
    if cursor.rowcount != 1:
        raise LookupError(f"{source_url}: no walk of {outlet} was begun here")


def known_by(db: Database, urls: Iterable[str], *, run_id: int) -> frozenset[str]:
    """Those of the addresses that were discovered by that run or an earlier one."""
    rows = db.execute(
        "SELECT url FROM addresses JOIN json_each(?) ON url = value WHERE discovered_run <= ?",
        (json.dumps(list(urls)), run_id),
    )
    return frozenset(url for (url,) in rows)


def published_at(db: Database, url: str) -> datetime | None:
    """When the page at this address was published, as its list says, else as itself says."""
    row = db.execute(
        """
        SELECT ifnull(listed_published, articles.published)
        FROM addresses LEFT JOIN articles USING (url) WHERE url = ?
        """,
        (url,),
    ).fetchone()
    return None if row is None else read_moment(row[0])
