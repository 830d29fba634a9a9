"""Where the store stands: a run by number or day, why addresses brought no article, totals."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.records import AddressState
from storage.runs import RUN, Run, run_of
from storage.timestamps import utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonCount:
    """How many addresses of one outlet were settled in a run for one reason."""

    outlet: str
    state: AddressState
    """`dropped` or `failed`."""
    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What the store holds."""

    articles: int
    awards: int
    runs: int


def run_by_id(db: Database, run_id: int) -> Run | None:
    """The run of this number."""
    return _one(db, f"SELECT {RUN} FROM runs WHERE id = ?", (run_id,))  # noqa: S608 - a constant


def last_run_between(db: Database, start: datetime, end: datetime) -> Run | None:
    """The crawl that was started last at or after `start` and before `end` (both aware)."""
    return _one(
        db,
        f"SELECT {RUN} FROM runs WHERE started_at >= ? AND started_at < ?"  # noqa: S608
        " AND kind = 'crawl' ORDER BY started_at DESC, id DESC LIMIT 1",
        (utc_text(start), utc_text(end)),
    )


def settled_reasons(db: Database, run_id: int) -> tuple[ReasonCount, ...]:
    """Why addresses were dropped or failed in a run, by outlet, the most frequent reason first."""
    rows = db.execute(
        """
        SELECT outlet, json_extract(value, '$.state'), json_extract(value, '$.reason'),
            json_extract(value, '$.count')
        FROM outlet_runs, json_each(outlet_runs.reasons)
        WHERE run_id = ? ORDER BY outlet, json_each.key
        """,
        (run_id,),
    )
    return tuple(
        ReasonCount(outlet=outlet, state=AddressState(state), reason=reason, count=count)
        for outlet, state, reason, count in rows
    )


def totals(db: Database) -> Totals:
    """How much the store holds."""
    articles, awards, runs = db.execute(
        "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM awards),"
        " (SELECT count(*) FROM runs)"
    ).fetchone()
    return Totals(articles=articles, awards=awards, runs=runs)


def finished_since(db: Database, moment: datetime) -> frozenset[str]:
    """The outlets that a run read to their end at `moment` (aware) or later."""
    rows = db.execute(
        """
        SELECT DISTINCT outlet
        FROM runs CROSS JOIN outlet_runs ON outlet_runs.run_id = runs.id -- the few runs first
        WHERE (runs.ended_at IS NULL OR runs.ended_at >= :moment)
            AND outlet_runs.status = 'finished' AND outlet_runs.ended_at >= :moment
        """,
        {"moment": utc_text(moment)},
    )
    return frozenset(outlet for (outlet,) in rows)


def _one(db: Database, sql: str, values: tuple[int | str, ...]) -> Run | None:
    row = db.execute(sql, values).fetchone()
    return None if row is None else run_of(row)
