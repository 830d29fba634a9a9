"""The frontier: every address ever discovered, and what became of it."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from storage.frozen import frozen
from storage.outlets import register_outlet
from storage.records import AddressState
from storage.timestamps import optional_zoned_text, read_moment, utc_text

_MOST_TRIES = 3
"""As the table's `is_open` has it."""


@frozen
class Found:
    """An address as a discovery page lists it."""

    url: str
    """Canonical."""
    title: str | None = None
    published: datetime | None = None
    """Aware."""
    modified: datetime | None = None
    """When it was last changed, aware; lists err, so it is only a hint."""
    asked_at: str | None = None
    """Where to ask for it, if not at `url`."""


@frozen
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
    fresh = frozenset(new)
    known = tuple(url for url in unique if url not in fresh)
    for url in known:
        _note_seen(db, unique[url], run_id)
    return Discovered(new=new, known=known)


def _insert(db: Database, outlet: str, found: Found, run_id: int, now: datetime) -> bool:
    published = optional_zoned_text(found.published)
    cursor = db.execute(
        """
        INSERT INTO addresses (url, outlet, listed_title, listed_published,
            discovered_run, discovered_at, listed_run, counted_run, asked_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING
        """,
        (
            *(found.url, outlet, found.title, published),
            *(run_id, utc_text(now), run_id, run_id, found.asked_at),
        ),
    )
    return cursor.rowcount == 1


def _note_seen(db: Database, found: Found, run_id: int) -> None:
    db.execute(
        """
        UPDATE addresses SET listed_run = :run, counted_run = :run,
            listed_title = ifnull(listed_title, :title),
            listed_published = ifnull(listed_published, :published),
            asked_at = ifnull(asked_at, :asked)
        WHERE url = :url AND (listed_run <> :run OR listed_published IS NULL)
        """,
        {
            "url": found.url,
            "run": run_id,
            "title": found.title,
            "published": optional_zoned_text(found.published),
            "asked": found.asked_at,
        },
    )


def frontier(db: Database, outlet: str) -> dict[str, str]:
    """Where to ask for each address of `outlet` still to be read, those that wait longest first.

    They are new, or failed fewer than three times.
    """
    rows = db.execute(
        """
        SELECT url, ifnull(asked_at, url) FROM addresses WHERE outlet = ? AND is_open
        ORDER BY discovered_at, id
        """,
        (outlet,),
    )
    return dict(rows.fetchall())


def listed_published(db: Database, url: str) -> datetime | None:
    """When the outlet's list says that the page at this address was published."""
    row = db.execute("SELECT listed_published FROM addresses WHERE url = ?", (url,)).fetchone()
    return None if row is None else read_moment(row[0])


def state_of(db: Database, url: str) -> AddressState | None:
    """What became of an address; None when it was never recorded."""
    row = db.execute("SELECT state FROM addresses WHERE url = ?", (url,)).fetchone()
    return None if row is None else AddressState(row[0])


def has_one_try_left(db: Database, url: str) -> bool:
    """Whether the next failure closes the address for good."""
    row = db.execute("SELECT tries FROM addresses WHERE url = ?", (url,)).fetchone()
    return row is not None and row[0] + 1 >= _MOST_TRIES


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


def give_back_tries(
    db: Database, *, run_id: int, since: datetime | None, reasons: Iterable[str]
) -> int:
    """Let failures of this run, for one of these reasons, not count as a try; returns how many.

    Only those later than `since` (aware); None means all. They stay failed and are read again.
    """
    cursor = db.execute(
        """
        UPDATE addresses SET tries = tries - 1
        WHERE settled_run = ? AND state = 'failed' AND tries > 0 AND settled_at > ?
            AND replace(reason, 'part: ', '') IN (SELECT value FROM json_each(?))
        """,
        (run_id, utc_text(since) if since else "", json.dumps(tuple(reasons))),
    )
    return cursor.rowcount
