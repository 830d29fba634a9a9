"""What each night brought of each outlet: the facts from which its health is judged."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage.health_records import (
    LAYOUT_WARNING,
    NO_STORY_REASONS,
    STEPS,
    OutletNight,
    Reach,
    Sign,
    Trouble,
)
from storage.timestamps import read_moment, utc_text

MEMORY = 200
"""The latest so many nights of an outlet that are looked at."""


def begin_night(db: Database, *, run_id: int, outlet: str, day: date) -> None:
    """Note on which day of its own calendar the outlet's part of a run begins.

    Until `end_night` the part counts as killed.
    """
    db.execute(
        "INSERT INTO outlet_nights (run_id, outlet, day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (run_id, outlet, day.isoformat()),
    )


def end_night(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    run_id: int,
    reach: Reach,
    is_reached: bool,
    trouble: Trouble | None,
    now: datetime,
) -> None:
    """Count what the outlet brought so far on the day of this run, earlier runs included.

    Call it in the transaction that ends the outlet's part. Runs before a person last vouched for
    the outlet are left out.
    """
    db.execute(
        _COUNT,
        {
            "run": run_id,
            "outlet": reach.outlet,
            "now": utc_text(now),
            "is_reached": is_reached,
            "trouble": trouble,
            "answers": reach.answers,
            "losses": reach.losses,
            "last_answer": reach.last_answer_at and utc_text(reach.last_answer_at),
            "last_loss": reach.last_loss_at and utc_text(reach.last_loss_at),
            "steps": STEPS,
            "layout": f"{LAYOUT_WARNING}%",
            "no_story": json.dumps(NO_STORY_REASONS),
        },
    )


_COUNT = f"""
WITH RECURSIVE same_day (run_id) AS (
    SELECT run_id FROM outlet_nights
    WHERE outlet = :outlet AND run_id <= :run
        AND day = (SELECT day FROM outlet_nights WHERE run_id = :run AND outlet = :outlet)
        AND run_id > ifnull((
            SELECT max(run_id) FROM outlet_states WHERE outlet = :outlet AND is_by_person
        ), 0)
),
site (name) AS (
    SELECT name FROM outlets WHERE name = :outlet
    UNION SELECT lower(title) FROM outlets WHERE name = :outlet AND title IS NOT NULL
    UNION SELECT lower(trim(replace(replace(site, 'https://', ''), 'http://', ''), '/'))
        FROM outlets WHERE name = :outlet AND site IS NOT NULL
),
brought AS MATERIALIZED (
    SELECT id, url, length(text) AS size, published_source, authors, section,
        lower(trim(title)) IN (SELECT name FROM site) AS is_site_title,
        count(*) OVER (PARTITION BY lower(trim(title))) > 1 AS is_same_title,
        EXISTS (SELECT 1 FROM json_each(warnings) WHERE value LIKE :layout) AS is_odd_body
    FROM articles WHERE outlet = :outlet AND first_run IN (SELECT run_id FROM same_day)
),
sized AS (
    SELECT size, row_number() OVER (ORDER BY size) AS place, count(*) OVER () AS total FROM brought
),
steps (step) AS (VALUES (0) UNION ALL SELECT step + 1 FROM steps WHERE step < :steps),
no_story AS MATERIALIZED (
    SELECT id, url, reason FROM addresses
    WHERE outlet = :outlet AND settled_run IN (SELECT run_id FROM same_day) AND state = 'dropped'
        AND reason IN (SELECT value FROM json_each(:no_story))
)
UPDATE outlet_nights SET counted_at = :now, is_reached = :is_reached, trouble = :trouble,
    answers = :answers, losses = :losses, last_answer_at = :last_answer, last_loss_at = :last_loss,
    waiting = (SELECT count(*) FROM addresses WHERE outlet = :outlet AND is_open),
    stored = (SELECT count(*) FROM brought),
    dated = (SELECT count(*) FROM brought WHERE published_source <> 'listing'),
    date_sources = (
        SELECT json_group_object(published_source, stories) FROM (
            SELECT published_source, count(*) AS stories FROM brought
            WHERE published_source IS NOT NULL GROUP BY published_source
        )
    ),
    with_authors = (SELECT count(*) FROM brought WHERE authors <> '[]'),
    with_section = (SELECT count(*) FROM brought WHERE section IS NOT NULL),
    lengths = (
        SELECT json_group_array(size) FROM (
            SELECT size FROM steps
            JOIN sized ON place = max(1, (step * total + :steps - 1) / :steps) ORDER BY step
        )
    ),
    site_titles = (SELECT count(*) FROM brought WHERE is_site_title),
    same_titles = (SELECT count(*) FROM brought WHERE is_same_title),
    odd_bodies = (SELECT count(*) FROM brought WHERE is_odd_body),
    no_story = (
        SELECT json_group_object(reason, pages)
        FROM (SELECT reason, count(*) AS pages FROM no_story GROUP BY reason)
    ),
    examples = json_patch('{{}}', json_object(
        '{Sign.SITE_TITLES}', (SELECT url FROM brought WHERE is_site_title ORDER BY id LIMIT 1),
        '{Sign.SAME_TITLES}', (SELECT url FROM brought WHERE is_same_title ORDER BY id LIMIT 1),
        '{Sign.ODD_BODIES}', (SELECT url FROM brought WHERE is_odd_body ORDER BY id LIMIT 1),
        '{Sign.LONG_BODIES}', (SELECT url FROM brought ORDER BY size DESC, id LIMIT 1),
        '{Sign.UNDATED}', (
            SELECT url FROM brought WHERE ifnull(published_source, 'listing') = 'listing'
            ORDER BY id LIMIT 1
        ),
        '{Sign.NO_STORY}', (SELECT url FROM no_story ORDER BY id LIMIT 1)
    ))
WHERE run_id = :run AND outlet = :outlet
"""  # noqa: S608 - only names of ours


def reaches(db: Database, run_id: int) -> tuple[Reach, ...]:
    """How each outlet of a run was reached, by name."""
    rows = db.execute(
        """
        SELECT outlet, answers, losses, last_answer_at, last_loss_at FROM outlet_nights
        WHERE run_id = ? ORDER BY outlet
        """,
        (run_id,),
    )
    return tuple(
        Reach(
            outlet=outlet,
            answers=answers,
            losses=losses,
            last_answer_at=read_moment(answer),
            last_loss_at=read_moment(loss),
        )
        for outlet, answers, losses, answer, loss in rows
    )


def mark_ours(db: Database, run_id: int, outlets: Iterable[str]) -> None:
    """Note that our own network was down for these outlets: the night counts against none."""
    db.execute(
        """
        UPDATE outlet_nights SET is_ours = 1
        WHERE run_id = ? AND outlet IN (SELECT value FROM json_each(?))
        """,
        (run_id, json.dumps(tuple(outlets))),
    )


def outlets_of_lost_network(db: Database, run_id: int) -> frozenset[str]:
    """The outlets of a run for which our own network was down."""
    rows = db.execute("SELECT outlet FROM outlet_nights WHERE run_id = ? AND is_ours", (run_id,))
    return frozenset(outlet for (outlet,) in rows)


def nights(db: Database, outlet: str) -> tuple[OutletNight, ...]:
    """The outlet's latest nights since a person last vouched for it, oldest first, one a day."""
    rows = db.query(
        """
        SELECT * FROM (
            SELECT days.*, outlet_runs.reason,
                min(days.is_ours) OVER day AS was_ours,
                max(days.is_reached) OVER day AS was_reached,
                max(days.trouble IS NULL) OVER day AS was_read,
                row_number() OVER (
                    PARTITION BY days.day ORDER BY counted_at IS NULL, run_id DESC
                ) AS place
            FROM outlet_nights AS days LEFT JOIN outlet_runs USING (run_id, outlet)
            WHERE outlet = :outlet AND run_id > ifnull((
                SELECT max(run_id) FROM outlet_states WHERE outlet = :outlet AND is_by_person
            ), 0)
            WINDOW day AS (PARTITION BY days.day)
        )
        WHERE place = 1 ORDER BY day DESC LIMIT :memory
        """,
        {"outlet": outlet, "memory": MEMORY},
    )
    return tuple(_night(row) for row in reversed(list(rows)))


def last_asked(db: Database, outlet: str) -> date | None:
    """The last day on which the outlet was asked; None when it never was."""
    (day,) = db.execute("SELECT max(day) FROM outlet_nights WHERE outlet = ?", (outlet,)).fetchone()
    return None if day is None else date.fromisoformat(day)


def _night(row: Mapping[str, Any]) -> OutletNight:
    counts = ("stored", "waiting", "dated", "with_authors", "with_section")
    signs = ("site_titles", "same_titles", "odd_bodies")
    is_read = bool(row["was_read"])
    return OutletNight(
        day=date.fromisoformat(row["day"]),
        is_ours=bool(row["was_ours"]),
        is_reached=bool(row["was_reached"]),
        trouble=None if is_read else Trouble(row["trouble"]),
        reason=row["reason"],
        date_sources=json.loads(row["date_sources"]),
        lengths=tuple(json.loads(row["lengths"])),
        no_story=json.loads(row["no_story"]),
        examples=json.loads(row["examples"]),
        **{name: row[name] for name in (*counts, *signs)},
    )
