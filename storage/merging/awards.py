"""Awards, what people have said of them and what became of them, as another store has them.

An award that is unknown here is taken over as it stood there, so that what people were told of it
is known when it is made anew from all that counts.
"""

import json
from typing import Any

from sqlite_utils import Database

from storage.merging.columns import carried, of_runs


def take_awards(db: Database, *, run_id: int) -> None:
    """Take over awards, corrections and history; call inside `atomic()`, when all claims are here.

    `run_id` is the run in which the stores are merged: what its own part changed there is not told.
    """
    _map_awards(db)
    _take_firsts(db)
    _add_awards(db)
    _place_claims(db, run_id)
    _take_corrections(db)
    _take_history(db, run_id)


def _map_awards(db: Database) -> None:
    """An award is known by what it is, else by what the articles behind it say; else it is new."""
    db.execute(
        """
        INSERT INTO temp.award_map (theirs, ours, is_new)
        SELECT s.id, m.id, 0 FROM other.awards AS s JOIN main.awards AS m
        ON m.recipient = s.recipient AND m.scheme = s.scheme
            AND ifnull(m.edition_year, 0) = ifnull(s.edition_year, 0)
        """
    )
    db.execute(
        """
        INSERT INTO temp.award_map (theirs, ours, is_new)
        SELECT theirs, ours, 0 FROM (
            SELECT s.award_id AS theirs, m.award_id AS ours, row_number() OVER (
                PARTITION BY s.award_id ORDER BY count(*) DESC, m.award_id
            ) AS place
            FROM other.award_claims AS s JOIN other.claims AS told ON told.id = s.claim_id
            JOIN temp.article_map AS held ON held.theirs = told.article_id AND NOT held.is_new
            JOIN main.claims AS said ON said.article_id = held.ours
                AND said.recipient = told.recipient AND said.scheme = told.scheme
                AND said.edition_year IS told.edition_year
            JOIN main.award_claims AS m ON m.claim_id = said.id
            WHERE s.award_id NOT IN (SELECT theirs FROM temp.award_map)
            GROUP BY s.award_id, m.award_id
        ) WHERE place = 1
        """
    )
    db.execute(
        """
        INSERT INTO temp.award_map (theirs, ours, is_new)
        SELECT id, row_number() OVER (ORDER BY id) + (SELECT ifnull(max(id), 0) FROM main.awards), 1
        FROM other.awards WHERE id NOT IN (SELECT theirs FROM temp.award_map)
        """
    )


def _take_firsts(db: Database) -> None:
    db.execute(
        f"""
        UPDATE main.awards AS m SET first_stored_at = s.first_stored_at,
            first_run = {of_runs("first_run")["first_run"]}
        FROM other.awards AS s JOIN temp.award_map ON theirs = s.id AND NOT is_new
        WHERE m.id = ours AND s.first_stored_at < m.first_stored_at
        """
    )
    db.execute(
        """
        UPDATE main.awards AS m SET is_backfilled = 0
        FROM other.awards AS s JOIN temp.award_map ON theirs = s.id AND NOT is_new
        WHERE m.id = ours AND m.is_backfilled AND NOT s.is_backfilled
        """
    )


def _add_awards(db: Database) -> None:
    others = of_runs("first_run") | {"id": "ours"}
    db.execute(f"{carried(db, 'awards', others)} JOIN temp.award_map ON theirs = s.id AND is_new")
    _unsettle(db, "SELECT ours FROM temp.award_map WHERE is_new")


def _place_claims(db: Database, run_id: int) -> None:
    """What was behind an award there stays behind it until it is made anew."""
    db.execute(
        """
        INSERT OR IGNORE INTO main.award_claims (claim_id, award_id, relation)
        SELECT held.ours, award.ours, 'same' FROM other.award_claims AS s
        JOIN temp.claim_map AS held ON held.theirs = s.claim_id
        JOIN temp.award_map AS award ON award.theirs = s.award_id
        JOIN main.claims AS said ON said.id = held.ours
            AND (said.superseded_run IS NULL OR said.superseded_run = ?)
        """,
        (run_id,),
    )
    db.execute(
        """
        INSERT OR IGNORE INTO main.unsettled_bodies (scheme, recipient)
        SELECT DISTINCT scheme, recipient FROM main.claims
        WHERE superseded_run = ? AND id IN (SELECT claim_id FROM main.award_claims)
        """,
        (run_id,),
    )


def _take_corrections(db: Database) -> None:
    same = """
        m.field = s.field AND m.who = s.who AND m.corrected_at = s.corrected_at
        AND (SELECT scheme FROM main.awards WHERE id = m.award_id)
            = (SELECT scheme FROM other.awards WHERE id = s.award_id)
    """
    db.execute(
        f"""
        INSERT INTO temp.correction_map (theirs, ours, is_new)
        SELECT s.id, min(m.id), 0 FROM other.corrections AS s JOIN main.corrections AS m ON {same}
        GROUP BY s.id
        """
    )
    _take_undoings(db)
    for row in db.query(
        """
        SELECT s.*, award.ours AS ours FROM other.corrections AS s
        JOIN temp.award_map AS award ON award.theirs = s.award_id
        WHERE s.id NOT IN (SELECT theirs FROM temp.correction_map) ORDER BY s.corrected_at, s.id
        """
    ):
        _add_correction(db, row)
    _unsettle(
        db,
        "SELECT award_id FROM main.corrections WHERE id IN"
        " (SELECT ours FROM temp.correction_map WHERE is_new)",
    )


def _take_undoings(db: Database) -> None:
    is_earlier = """
        m.id = ours AND NOT is_new AND s.undone_at IS NOT NULL
        AND (m.undone_at IS NULL OR (s.undone_at, s.undone_by, s.undone_because)
            < (m.undone_at, m.undone_by, m.undone_because))
    """
    _unsettle(
        db,
        "SELECT m.award_id FROM main.corrections AS m, temp.correction_map"
        f" JOIN other.corrections AS s ON s.id = theirs WHERE {is_earlier}",
    )
    db.execute(
        f"""
        UPDATE main.corrections AS m SET undone_by = s.undone_by, undone_at = s.undone_at,
            undone_because = s.undone_because
        FROM temp.correction_map JOIN other.corrections AS s ON s.id = theirs WHERE {is_earlier}
        """
    )


def _add_correction(db: Database, row: dict[str, Any]) -> None:
    pins = [
        pin | {"article_id": article}
        for pin in json.loads(row["pins"])
        if (article := _article(db, pin["article_id"])) is not None
    ]
    cursor = db.execute(
        """
        INSERT INTO main.corrections (award_id, field, before, after, pins, who, because,
            corrected_at, undone_by, undone_because, undone_at)
        VALUES (:ours, :field, :before, :after, :pins, :who, :because, :corrected_at, :undone_by,
            :undone_because, :undone_at)
        """,
        row | {"pins": json.dumps(pins, ensure_ascii=False)},
    )
    db.execute(
        "INSERT INTO temp.correction_map (theirs, ours, is_new) VALUES (?, ?, 1)",
        (row["id"], cursor.lastrowid),
    )


def _article(db: Database, theirs: int) -> int | None:
    row = db.execute("SELECT ours FROM temp.article_map WHERE theirs = ?", (theirs,)).fetchone()
    return None if row is None else int(row[0])


def moved_bodies(db: Database) -> tuple[tuple[str, str], ...]:
    """Scheme and recipient of the awards that a person there has moved, unknown to us till now."""
    rows = db.execute(
        """
        SELECT DISTINCT scheme, recipient FROM main.awards WHERE id IN (
            SELECT award_id FROM main.corrections JOIN temp.correction_map ON ours = id AND is_new
            WHERE field IN ('recipient', 'edition_year')
        ) ORDER BY scheme, recipient
        """
    )
    return tuple(rows.fetchall())


def _take_history(db: Database, run_id: int) -> None:
    others = of_runs("run_id") | {
        "award_id": "award.ours",
        "correction_id": "(SELECT ours FROM temp.correction_map WHERE theirs = s.correction_id)",
        "claim_id": "(SELECT ours FROM temp.claim_map WHERE theirs = s.claim_id)",
    }
    db.execute(
        f"""
        {carried(db, "award_history", others, without="id")}
        JOIN temp.award_map AS award ON award.theirs = s.award_id
        WHERE {others["run_id"]} IS NOT :run AND NOT EXISTS (
            SELECT 1 FROM main.award_history AS m WHERE m.award_id = award.ours
                AND m.changed_at = s.changed_at AND m.field = s.field AND m.cause = s.cause
                AND m.before IS s.before AND m.after IS s.after
        ) ORDER BY s.changed_at, s.id
        """,
        {"run": run_id},
    )


def _unsettle(db: Database, awards: str) -> None:
    db.execute(
        "INSERT OR IGNORE INTO main.unsettled_bodies (scheme, recipient)"
        f" SELECT DISTINCT scheme, recipient FROM main.awards WHERE id IN ({awards})"
    )
