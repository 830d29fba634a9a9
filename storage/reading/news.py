"""What is new: the last run, what it found, and what changed since a moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.timestamps import utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class NightSummary:
    """One run in figures."""

    run_id: int
    started_at: str
    """UTC."""
    ended_at: str | None
    status: str
    reason: str | None
    outlets: int
    finished: int
    discovered: int
    stored: int
    known: int
    dropped: int
    failed: int
    pending: int
    unbalanced: int
    """Outlets whose counts do not add up."""


def last_night(db: Database) -> NightSummary | None:
    """The latest crawl that ended; None before the first."""
    (run_id,) = db.execute(
        "SELECT max(id) FROM runs WHERE kind = 'crawl' AND status <> 'running'"
    ).fetchone()
    return None if run_id is None else night_of(db, run_id)


def night_of(db: Database, run_id: int) -> NightSummary | None:
    """The run of this number; None where there is none."""
    rows = db.query(
        """
        SELECT runs.id AS run_id, runs.started_at, runs.ended_at, runs.status, runs.reason,
            count(outlet_runs.outlet) AS outlets,
            ifnull(sum(outlet_runs.status = 'finished'), 0) AS finished,
            ifnull(sum(discovered), 0) AS discovered, ifnull(sum(stored), 0) AS stored,
            ifnull(sum(known), 0) AS known, ifnull(sum(dropped), 0) AS dropped,
            ifnull(sum(failed), 0) AS failed, ifnull(sum(pending), 0) AS pending,
            ifnull(sum(discovered <> stored + known + dropped + failed + pending), 0) AS unbalanced
        FROM runs LEFT JOIN outlet_runs ON outlet_runs.run_id = runs.id
        WHERE runs.id = ? GROUP BY runs.id
        """,
        [run_id],
    )
    return next((NightSummary(**row) for row in rows), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAward:
    """An award as a list of news shows it."""

    award_id: int
    recipient: str
    recipient_code: str | None
    province: str | None
    scheme: str
    scheme_short: str | None
    edition_year: int | None
    score: float | None
    score_raw: str | None
    scale: int | None
    predicate: str | None
    zone: str | None
    rank: int | None
    status: str
    reports: int
    first_outlet: str | None
    first_url: str | None
    proof: str | None
    first_stored_at: str


def awards_of_run(db: Database, run_id: int, limit: int) -> tuple[NewAward, ...]:
    """What a run found first, without old pages; public service first, then by score."""
    rows = db.query(
        """
        SELECT award_id, recipient, recipient_code, province, scheme,
            schemes.short AS scheme_short, edition_year, score, score_raw, board.scale, predicate,
            zone, rank, status, reports, first_outlet, first_url, proof, first_stored_at
        FROM award_board AS board LEFT JOIN schemes ON schemes.id = board.scheme
        WHERE award_id IN (SELECT id FROM awards WHERE first_run = :run AND is_backfilled = 0)
        ORDER BY board.family = 'public-service' DESC, scheme, score DESC, recipient LIMIT :limit
        """,
        {"run": run_id, "limit": limit},
    )
    return tuple(NewAward(**row) for row in rows)


def awards_since(db: Database, since: datetime, limit: int) -> tuple[NewAward, ...]:
    """What came into the store since then, latest first."""
    rows = db.query(
        """
        SELECT award_id, recipient, recipient_code, province, scheme,
            schemes.short AS scheme_short, edition_year, score, score_raw, board.scale, predicate,
            zone, rank, status, reports, first_outlet, first_url, proof, first_stored_at
        FROM award_board AS board LEFT JOIN schemes ON schemes.id = board.scheme
        WHERE award_id IN (
            SELECT id FROM awards WHERE first_stored_at > :since AND status <> 'withdrawn'
            ORDER BY first_stored_at DESC LIMIT :limit
        )
        ORDER BY first_stored_at DESC, award_id DESC
        """,
        {"since": utc_text(since), "limit": limit},
    )
    return tuple(NewAward(**row) for row in rows)
