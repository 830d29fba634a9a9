"""Runs: what each crawl was to read, what came of it, and the certificate that adds it up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage.coverage import address_counts, oldest_published, settled_for
from storage.looks import look_counts
from storage.outlets import register_outlet
from storage.processes import is_alive, is_dead
from storage.records import OutletRunCounts, RunKind, RunStatus
from storage.timestamps import CLOCK_TOLERANCE, read_moment, utc_text

RUN = "id, status, reason, started_at, ended_at, since"
"""The columns of a run, in the order in which `run_of` takes them."""
_OVER = (RunStatus.FINISHED, RunStatus.FAILED, RunStatus.INTERRUPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One crawl."""

    id: int
    status: RunStatus
    reason: str | None
    started_at: datetime
    ended_at: datetime | None
    """None while it runs."""
    since: date | None = None
    """The day that it was to go back to, whatever was known; None in an ordinary run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """One outlet's line in the coverage certificate of one run."""

    run_id: int
    outlet: str
    status: RunStatus
    reason: str | None
    """Why the outlet failed, was interrupted or refused us; None when all went well."""
    counts: OutletRunCounts
    oldest_published: datetime | None
    """How far back the outlet's discovery pages were read."""
    is_balanced: bool
    """Whether every discovered address is accounted for."""
    seen_since: datetime | None = None
    """From here on nothing that the outlet listed was missed; None when it could not be read."""
    seen_end: str | None = None
    """What kept it from being read further back; None when that was far enough."""


def start_run(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    holder: str,
    version: str,
    now: datetime,
    expected: Iterable[str] = (),
    kind: RunKind = RunKind.CRAWL,
    since: date | None = None,
) -> int:
    """Open a run and name the outlets it is to read; returns its id.

    `holder` is the one that holds the crawl's lease, best `processes.this_process()`; call
    `close_interrupted` first. `since` is the day that a back-filling run goes back to.
    """
    cursor = db.execute(
        "INSERT INTO runs (started_at, holder, version, kind, since) VALUES (?, ?, ?, ?, ?)",
        (utc_text(now), holder, version, kind, since and since.isoformat()),
    )
    run_id = int(cursor.lastrowid or 0)
    for outlet in expected:
        register_outlet(db, name=outlet, now=now)
        db.execute("INSERT INTO outlet_runs (run_id, outlet) VALUES (?, ?)", (run_id, outlet))
    return run_id


def start_outlet_run(db: Database, *, run_id: int, outlet: str, now: datetime) -> None:
    """Open an outlet's part of the run; what its frontier still holds counts as discovered."""
    register_outlet(db, name=outlet, now=now)
    db.execute(
        """
        INSERT INTO outlet_runs (run_id, outlet, status, started_at) VALUES (?, ?, 'running', ?)
        ON CONFLICT (run_id, outlet) DO UPDATE SET status = 'running',
            started_at = excluded.started_at, ended_at = NULL
        """,
        (run_id, outlet, utc_text(now)),
    )
    db.execute(
        "UPDATE addresses SET counted_run = ? WHERE outlet = ? AND is_open", (run_id, outlet)
    )


def end_outlet_run(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    run_id: int,
    outlet: str,
    status: RunStatus,
    now: datetime,
    reason: str | None = None,
    requests: int = 0,
    refused: int = 0,
) -> OutletRunCounts:
    """Close an outlet's part of the run and return its counts, taken from the addresses.

    `requests` and `refused` are what the crawler counted. An outlet that refused us is `failed`
    with the reason, e.g. `robots.txt answered 500`. ValueError when `status` is no end.
    """
    if status not in _OVER:
        raise ValueError(f"run {run_id}, {outlet}: {status} is no end")
    counts = address_counts(db, run_id, outlet) | look_counts(db, run_id, outlet)
    counts |= {"requests": requests, "refused": refused}
    db.execute(
        """
        UPDATE outlet_runs SET status = :status, reason = :reason, ended_at = :now,
            discovered = :discovered, stored = :stored, known = :known, dropped = :dropped,
            failed = :failed, pending = :pending, requests = :requests, refused = :refused,
            reasons = :reasons, oldest_published = :oldest,
            looked_again = :looked_again, revised = :revised
        WHERE run_id = :run AND outlet = :outlet
        """,
        counts
        | {
            "run": run_id,
            "outlet": outlet,
            "status": status,
            "reason": reason,
            "now": utc_text(now),
            "reasons": settled_for(db, run_id, outlet),
            "oldest": oldest_published(db, run_id, outlet),
        },
    )
    return OutletRunCounts(**counts)


def end_run(
    db: Database, *, run_id: int, status: RunStatus, now: datetime, reason: str | None = None
) -> None:
    """Close a run; outlets it never reached stay `expected`. ValueError when `status` is no end."""
    if status not in _OVER:
        raise ValueError(f"run {run_id}: {status} is no end")
    db.execute(
        "UPDATE runs SET status = ?, reason = ?, ended_at = ? WHERE id = ?",
        (status, reason, utc_text(now), run_id),
    )


def close_interrupted(db: Database, now: datetime) -> tuple[int, ...]:
    """Mark the runs that a killed process left open as interrupted and return their ids.

    A run is alive as long as its holder has a lease, and is seen to live or, where that cannot be
    seen, the lease has not run out; it is never touched. Opens its own transaction.
    """
    with db.atomic():
        rows = db.execute(
            """
            SELECT id, holder, (
                SELECT max(expires_at) FROM leases WHERE leases.holder = runs.holder
            ) FROM runs WHERE status = 'running' ORDER BY id
            """
        ).fetchall()
        dead = tuple(run for run, holder, ends in rows if not _lives(holder, ends, utc_text(now)))
        for run_id in dead:
            _close(db, run_id, now)
    return dead


def _lives(holder: str, lease_ends: str | None, now: str) -> bool:
    if lease_ends is None or is_dead(holder):
        return False
    return lease_ends > now or is_alive(holder)


def last_good_run(db: Database, now: datetime) -> Run | None:
    """The crawl that was started last among those that finished.

    One that seems to have started more than a day from now, by a clock that was wrong then or is
    wrong now, counts only where there is no other.
    """
    row = db.execute(
        f"SELECT {RUN} FROM runs WHERE status = 'finished' AND kind = 'crawl'"  # noqa: S608
        " ORDER BY started_at > ?, started_at DESC, id DESC LIMIT 1",
        (utc_text(now + CLOCK_TOLERANCE),),
    ).fetchone()
    return None if row is None else run_of(row)


def last_run(db: Database) -> Run | None:
    """The crawl that was started last, however it stands.

    Where stores were merged its number need not be the highest; one that a clock which was wrong
    put into the future does not count as the last.
    """
    row = db.execute(
        f"SELECT {RUN} FROM runs WHERE kind = 'crawl'"  # noqa: S608 - a constant
        " ORDER BY datetime(started_at) > datetime('now', '+1 day'), started_at DESC, id DESC"
        " LIMIT 1"
    ).fetchone()
    return None if row is None else run_of(row)


def run_of(row: tuple[Any, ...]) -> Run:
    """The run in a row of the columns RUN."""
    run_id, status, reason, started_at, ended_at, since = row
    return Run(
        id=run_id,
        status=RunStatus(status),
        reason=reason,
        started_at=datetime.fromisoformat(started_at),
        ended_at=read_moment(ended_at),
        since=None if since is None else date.fromisoformat(since),
    )


def certificate(db: Database, run_id: int) -> tuple[CertificateRow, ...]:
    """The coverage certificate of one run: a row for each expected outlet, by name."""
    rows = db.query("SELECT * FROM certificate WHERE run_id = ? ORDER BY outlet", [run_id])
    return tuple(_certificate_row(row) for row in rows)


def _close(db: Database, run_id: int, now: datetime) -> None:
    reason = "the process ended without a word"
    outlets = db.execute(
        "SELECT outlet FROM outlet_runs WHERE run_id = ? AND status = 'running'", (run_id,)
    ).fetchall()
    for (outlet,) in outlets:
        end_outlet_run(
            db,
            run_id=run_id,
            outlet=outlet,
            status=RunStatus.INTERRUPTED,
            reason=reason,
            now=now,
        )
    end_run(db, run_id=run_id, status=RunStatus.INTERRUPTED, reason=reason, now=now)


def _certificate_row(row: dict[str, Any]) -> CertificateRow:
    names = OutletRunCounts.__dataclass_fields__
    return CertificateRow(
        run_id=row["run_id"],
        outlet=row["outlet"],
        status=RunStatus(row["status"]),
        reason=row["reason"],
        counts=OutletRunCounts(**{name: row[name] for name in names}),
        oldest_published=read_moment(row["oldest_published"]),
        is_balanced=bool(row["balanced"]),
        seen_since=read_moment(row["seen_since"]),
        seen_end=row["seen_end"],
    )
