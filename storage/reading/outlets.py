"""Outlets: how each is, what of its time was read; and what each brought in a run."""

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """One outlet: its last seven runs, its state, and what was not read."""

    outlet: str
    title: str | None
    state: str
    """`healthy`, `ailing`, `quarantined` or `retired`."""
    state_since: str | None
    state_reason: str | None
    last_run: int | None
    last_run_at: str | None
    last_status: str | None
    last_reason: str | None
    last_success_at: str | None
    runs_7: int
    finished_7: int
    discovered_7: int
    stored_7: int
    dropped_7: int
    failed_7: int
    requests_7: int
    oldest_story: str | None
    newest_story: str | None
    open_gaps: int
    hours_to_repair: float
    hours_lost: float


def all_outlets(db: Database) -> tuple[OutletRow, ...]:
    """Every outlet we ever knew: those with trouble first, then by name.

    As the views `outlet_health` and `coverage`, without counting each outlet's stories.
    """
    rows = db.query(
        """
        WITH known AS MATERIALIZED (
            SELECT name, title,
                (SELECT run_id FROM outlet_runs WHERE outlet = name
                    ORDER BY run_id DESC LIMIT 1) AS last_run,
                ifnull((SELECT run_id FROM outlet_runs WHERE outlet = name
                    ORDER BY run_id DESC LIMIT 1 OFFSET 6), 0) AS from_run
            FROM outlets
        ),
        sums AS MATERIALIZED (
            SELECT name, count(run_id) AS runs_7, ifnull(sum(status = 'finished'), 0) AS finished_7,
                ifnull(sum(discovered), 0) AS discovered_7, ifnull(sum(stored), 0) AS stored_7,
                ifnull(sum(dropped), 0) AS dropped_7, ifnull(sum(failed), 0) AS failed_7,
                ifnull(sum(requests), 0) AS requests_7
            FROM known LEFT JOIN outlet_runs ON outlet = name AND run_id >= from_run
            GROUP BY name
        ),
        missed AS MATERIALIZED (
            SELECT outlet, count(*) FILTER (WHERE closed_run IS NULL) AS open_gaps,
                sum(hours) FILTER (WHERE closed_run IS NULL AND state <> 'lost') AS to_repair,
                sum(hours) FILTER (WHERE state = 'lost') AS lost
            FROM (SELECT *, (julianday(ends_at) - julianday(starts_at)) * 24 AS hours FROM gaps)
            GROUP BY outlet
        )
        SELECT known.name AS outlet, known.title, ifnull(standing.state, 'healthy') AS state,
            standing.since AS state_since, standing.reason AS state_reason,
            last_run, runs.started_at AS last_run_at, latest.status AS last_status,
            latest.reason AS last_reason,
            (SELECT ended_at FROM outlet_runs WHERE outlet = known.name AND status = 'finished'
                ORDER BY run_id DESC LIMIT 1) AS last_success_at,
            runs_7, finished_7, discovered_7, stored_7, dropped_7, failed_7, requests_7,
            (SELECT published FROM articles WHERE outlet = known.name AND published IS NOT NULL
                ORDER BY published LIMIT 1) AS oldest_story,
            (SELECT published FROM articles WHERE outlet = known.name AND published IS NOT NULL
                ORDER BY published DESC LIMIT 1) AS newest_story,
            ifnull(open_gaps, 0) AS open_gaps, round(ifnull(to_repair, 0), 1) AS hours_to_repair,
            round(ifnull(lost, 0), 1) AS hours_lost
        FROM known JOIN sums ON sums.name = known.name
        LEFT JOIN outlet_runs AS latest ON latest.outlet = known.name AND latest.run_id = last_run
        LEFT JOIN runs ON runs.id = last_run
        LEFT JOIN missed ON missed.outlet = known.name
        LEFT JOIN outlet_standing AS standing ON standing.outlet = known.name
        ORDER BY ifnull(standing.state, 'healthy') = 'healthy', known.name
        """
    )
    return tuple(OutletRow(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """What one outlet brought in one run."""

    outlet: str
    title: str | None
    status: str
    reason: str | None
    discovered: int
    stored: int
    known: int
    dropped: int
    failed: int
    pending: int
    is_balanced: int
    """1: discovered is the sum of what became of it."""
    requests: int
    refused: int
    """By robots.txt."""
    looked_again: int
    revised: int
    oldest_published: str | None
    seen_since: str | None
    read_at: str | None


def certificate_of(db: Database, run_id: int) -> tuple[CertificateRow, ...]:
    """The certificate of a run, what did not go well first."""
    rows = db.query(
        """
        SELECT outlet, title, status, reason, discovered, stored, known, dropped, failed, pending,
            balanced AS is_balanced, requests, refused, looked_again, revised, oldest_published,
            seen_since, read_at
        FROM certificate LEFT JOIN outlets ON outlets.name = outlet
        WHERE run_id = ? ORDER BY balanced, status = 'finished', outlet
        """,
        [run_id],
    )
    return tuple(CertificateRow(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The crawls before and after one."""

    before: int | None
    after: int | None


def crawls_around(db: Database, run_id: int) -> Neighbours:
    """The run that came before this one and the one after it."""
    before, after = db.execute(
        """
        SELECT
            (SELECT max(id) FROM runs WHERE id < :run AND kind = 'crawl'),
            (SELECT min(id) FROM runs WHERE id > :run AND kind = 'crawl' AND status <> 'running')
        """,
        {"run": run_id},
    ).fetchone()
    return Neighbours(before=before, after=after)
