"""Adds up what one outlet's part of a run came to; the addresses tell, not a counter of the crawl.

Each count is taken by itself, so that the certificate can find them at odds.
"""

from sqlite_utils import Database


def address_counts(db: Database, run_id: int, outlet: str) -> dict[str, int]:
    """`discovered`, `stored`, `known`, `dropped`, `failed` and `pending` addresses."""
    row = db.execute(
        """
        SELECT
            count(*) FILTER (WHERE counted_run = :run),
            count(*) FILTER (WHERE settled_run IS :run AND state = 'stored'),
            count(*) FILTER (
                WHERE counted_run = :run AND settled_run IS NOT :run AND NOT is_open),
            count(*) FILTER (WHERE settled_run IS :run AND state = 'dropped'),
            count(*) FILTER (WHERE settled_run IS :run AND state = 'failed'),
            count(*) FILTER (WHERE settled_run IS NOT :run AND is_open)
        FROM addresses WHERE outlet = :outlet
            AND (counted_run = :run OR settled_run = :run OR is_open)
        """,
        {"run": run_id, "outlet": outlet},
    ).fetchone()
    names = ("discovered", "stored", "known", "dropped", "failed", "pending")
    return dict(zip(names, row, strict=True))


def settled_for(db: Database, run_id: int, outlet: str) -> str:
    """Why addresses were dropped or failed: a JSON array of `state`, `reason` and `count`.

    Kept with the run, since a later run may settle the same addresses otherwise.
    """
    (reasons,) = db.execute(
        """
        SELECT json_group_array(json_object('state', state, 'reason', reason, 'count', count))
        FROM (
            SELECT state, reason, count(*) AS count FROM addresses
            WHERE outlet = ? AND settled_run = ? AND state IN ('dropped', 'failed')
            GROUP BY state, reason ORDER BY state, count DESC, reason
        )
        """,
        (outlet, run_id),
    ).fetchone()
    return str(reasons)


def oldest_published(db: Database, run_id: int, outlet: str) -> str | None:
    """How far back the outlet's lists went; a list without times is dated by its articles."""
    row = db.execute(
        """
        SELECT moment FROM (
            SELECT ifnull(listed_published, articles.published) AS moment
            FROM addresses LEFT JOIN articles USING (url)
            WHERE addresses.outlet = ? AND listed_run = ?
        ) WHERE moment IS NOT NULL ORDER BY julianday(moment) LIMIT 1
        """,
        (outlet, run_id),
    ).fetchone()
    return None if row is None else str(row[0])
