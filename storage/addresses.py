"""The frontier: every address ever discovered, what became of it, and how far each walk came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.outlets import register_outlet
from storage.records import AddressState, Validators
from storage.timestamps import optional_zoned_text, read_moment, utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An address as a discovery page lists it."""

    url: str
    """Canonical."""
    title: str | None = None
    published: datetime | None = None
    """Aware."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovered:
    """What one discovery page brought, each address once and in the page's order."""

    new: tuple[str, ...]
    known: tuple[str, ...]
    """Seen before, by this run or an earlier one, whatever became of them."""


def record_discovered(
    db: Database, *, outlet: str, found: Iterable[Found], run_id: int, now: datetime
) -> Discovered:
    """Put the unknown addresses into the frontier and note that this run saw the known ones.

    Call it in one `atomic()` per discovery page.
    """
    register_outlet(db, name=outlet, now=now)
    unique: dict[str, Found] = {}
    for each in found:
        unique.setdefault(each.url, each)
    new = tuple(url for url, each in unique.items() if _insert(db, outlet, each, run_id, now))
    known = tuple(url for url in unique if url not in new)
    for url in known:
        _note_seen(db, unique[url], run_id)
    return Discovered(new=new, known=known)


def _insert(db: Database, outlet: str, found: Found, run_id: int, now: datetime) -> bool:
    published = optional_zoned_text(found.published)
    cursor = db.execute(
        """
        INSERT INTO addresses (url, outlet, listed_title, listed_published,
            discovered_run, discovered_at, listed_run, counted_run)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING
        """,
        (found.url, outlet, found.title, published, run_id, utc_text(now), run_id, run_id),
    )
    return cursor.rowcount == 1


def _note_seen(db: Database, found: Found, run_id: int) -> None:
    db.execute(
        """
        UPDATE addresses SET listed_run = :run, counted_run = :run,
            listed_title = ifnull(listed_title, :title),
            listed_published = ifnull(listed_published, :published)
        WHERE url = :url AND (listed_run <> :run OR listed_published IS NULL)
        """,
        {
            "url": found.url,
            "run": run_id,
            "title": found.title,
            "published": optional_zoned_text(found.published),
        },
    )


def frontier(db: Database, outlet: str) -> tuple[str, ...]:
    """Addresses of `outlet` still to be read, those that wait longest first.

    They are new, or failed fewer than three times.
    """
    rows = db.execute(
        "SELECT url FROM addresses WHERE outlet = ? AND is_open ORDER BY discovered_at, id",
        (outlet,),
    )
    return tuple(url for (url,) in rows)


def listed_published(db: Database, url: str) -> datetime | None:
    """When the outlet's list says that the page at this address was published."""
    row = db.execute("SELECT listed_published FROM addresses WHERE url = ?", (url,)).fetchone()
    return None if row is None else read_moment(row[0])


def settle(  # noqa: PLR0913 - all by keyword
    db: Database, *, url: str, state: AddressState, reason: str | None, run_id: int, now: datetime
) -> None:
    """Note what became of an address; each failure counts as one try.

    Belongs in the transaction that stores what the page held. A dropped or failed address needs a
    reason. LookupError when the address was never recorded, ValueError for the state `new`.
    """
    if state is AddressState.NEW:
        raise ValueError(f"{url}: an address is not settled as new")
    cursor = db.execute(
        """
        UPDATE addresses SET state = :state, reason = :reason, settled_run = :run,
            settled_at = :now, tries = tries + (:state = 'failed')
        WHERE url = :url
        """,
        {"url": url, "state": state, "reason": reason, "run": run_id, "now": utc_text(now)},
    )
    if cursor.rowcount != 1:
        raise LookupError(f"{url}: never discovered; record it before settling it")


def begin_walk(db: Database, *, outlet: str, source_url: str, run_id: int, now: datetime) -> None:
    """Note that the pages behind `source_url` are being walked; its old validators are forgotten.

    Until `end_walk` the walk counts as interrupted: the next one goes the whole depth.
    """
    register_outlet(db, name=outlet, now=now)
    db.execute(
        """
        INSERT INTO discovery_pages (url, outlet, begun_run, begun_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (url) DO UPDATE SET is_complete = 0, etag = NULL, last_modified = NULL,
            content_sha256 = NULL, outlet = excluded.outlet, begun_run = excluded.begun_run,
            begun_at = excluded.begun_at, ended_run = NULL, ended_at = NULL
        """,
        (source_url, outlet, run_id, utc_text(now)),
    )


def end_walk(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    outlet: str,
    source_url: str,
    validators: Validators | None,
    run_id: int,
    now: datetime,
) -> None:
    """Note that the walk reached its end; `validators` are those of its first page, if any.

    LookupError when no walk of `outlet` was begun there.
    """
    cursor = db.execute(
        """
        UPDATE discovery_pages SET is_complete = 1, etag = ?, last_modified = ?,
            content_sha256 = ?, ended_run = ?, ended_at = ?
        WHERE url = ? AND outlet = ?
        """,
        (
            validators and validators.etag,
            validators and validators.last_modified,
            validators and validators.content_sha256,
            run_id,
            utc_text(now),
            source_url,
            outlet,
        ),
    )
    if cursor.rowcount != 1:
        raise LookupError(f"{source_url}: no walk of {outlet} was begun here")


def walk_is_complete(db: Database, outlet: str, source_url: str) -> bool:
    """Whether the last walk from `source_url` reached its end, so that the next may stop early."""
    row = db.execute(
        "SELECT is_complete FROM discovery_pages WHERE url = ? AND outlet = ?",
        (source_url, outlet),
    ).fetchone()
    return row is not None and bool(row[0])


def validators(db: Database, url: str) -> Validators | None:
    """What the server said about a discovery page whose last walk is complete, else None."""
    row = db.execute(
        "SELECT url, etag, last_modified, content_sha256 FROM discovery_pages"
        " WHERE url = ? AND is_complete",
        (url,),
    ).fetchone()
    if row is None:
        return None
    return Validators(url=row[0], etag=row[1], last_modified=row[2], content_sha256=row[3])
