"""When each outlet was read, and the hours of which nobody can say what it published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from storage.timestamps import utc_text


class GapState(StrEnum):
    """How a gap stands."""

    BEYOND_REACH = "beyond-reach"
    """The outlet's lists did not reach back so far; a walk through its archives may."""
    UNFINISHED = "unfinished"
    """The walk was cut short; the next one goes on."""
    LOST = "lost"
    """The outlet's own history ends after it: it cannot be recovered."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Hours of an outlet that were not seen."""

    id: int | None
    """None until stored."""
    outlet: str
    starts_at: datetime
    ends_at: datetime
    state: GapState
    reason: str
    """What keeps it open, or kept it open until it was closed."""
    found_run: int
    closed_run: int | None = None


def note_reading(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    run_id: int,
    outlet: str,
    read_at: datetime,
    seen_since: datetime,
    seen_end: str | None,
) -> None:
    """Note when an outlet was read and from when on nothing it listed was missed.

    `seen_end` says what kept it from being read further back, None where that was far enough.
    """
    db.execute(
        "UPDATE outlet_runs SET read_at = ?, seen_since = ?, seen_end = ?"
        " WHERE run_id = ? AND outlet = ?",
        (utc_text(read_at), utc_text(seen_since), seen_end, run_id, outlet),
    )


def last_read(db: Database, outlet: str, *, run_id: int, until: datetime) -> datetime | None:
    """When `outlet` was last read by an earlier run, in UTC; None when it never was.

    Readings after `until` are of a clock that was wrong.
    """
    (moment,) = db.execute(
        "SELECT max(read_at) FROM outlet_runs WHERE outlet = ? AND run_id < ? AND read_at <= ?",
        (outlet, run_id, utc_text(until)),
    ).fetchone()
    return None if moment is None else datetime.fromisoformat(moment)


def open_gaps(db: Database, outlet: str | None = None) -> tuple[Gap, ...]:
    """The gaps of `outlet`, else of all, that are not closed, by outlet and time."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM gaps WHERE closed_run IS NULL"  # noqa: S608 - a constant
        " AND (:outlet IS NULL OR outlet = :outlet) ORDER BY outlet, starts_at, id",
        {"outlet": outlet},
    )
    return tuple(_gap(row) for row in rows)


def gaps_at(db: Database, run_id: int) -> tuple[Gap, ...]:
    """The gaps that were open when this run ended, or that it closed, by outlet and time."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM gaps"  # noqa: S608 - a constant
        " WHERE found_run <= :run AND (closed_run IS NULL OR closed_run >= :run)"
        " AND outlet IN (SELECT outlet FROM outlet_runs WHERE run_id = :run)"
        " ORDER BY outlet, starts_at, id",
        {"run": run_id},
    )
    return tuple(_gap(row) for row in rows)


def keep_gap(db: Database, gap: Gap) -> None:
    """Store a new gap, or how a known one stands now."""
    values = {
        "id": gap.id,
        "outlet": gap.outlet,
        "starts": utc_text(gap.starts_at),
        "ends": utc_text(gap.ends_at),
        "state": gap.state,
        "reason": gap.reason,
        "found": gap.found_run,
        "closed": gap.closed_run,
    }
    db.execute(
        """
        INSERT INTO gaps (id, outlet, starts_at, ends_at, state, reason, found_run, closed_run)
        VALUES (:id, :outlet, :starts, :ends, :state, :reason, :found, :closed)
        ON CONFLICT (id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at,
            state = excluded.state, reason = excluded.reason, closed_run = excluded.closed_run
        """,
        values,
    )


_COLUMNS = "id, outlet, starts_at, ends_at, state, reason, found_run, closed_run"


def _gap(row: tuple[Any, ...]) -> Gap:
    gap_id, outlet, starts_at, ends_at, state, reason, found_run, closed_run = row
    return Gap(
        id=gap_id,
        outlet=outlet,
        starts_at=datetime.fromisoformat(starts_at),
        ends_at=datetime.fromisoformat(ends_at),
        state=GapState(state),
        reason=reason,
        found_run=found_run,
        closed_run=closed_run,
    )
