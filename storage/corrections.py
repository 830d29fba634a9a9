"""What people have corrected, and what became of each award: who, when, why, before and after."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.award_records import (
    AwardChange,
    Cause,
    CorrectedField,
    Correction,
    HistoryEntry,
    Pin,
)
from storage.timestamps import read_moment, utc_text


def add_correction(db: Database, correction: Correction) -> int:
    """Note what a person said, in the transaction that changes the award; returns its number."""
    cursor = db.execute(
        """
        INSERT INTO corrections (award_id, field, before, after, pins, who, because, corrected_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            correction.award_id,
            correction.field,
            correction.before,
            correction.after,
            json.dumps([asdict(pin) for pin in correction.pins], ensure_ascii=False),
            correction.who,
            correction.because,
            utc_text(correction.corrected_at),
        ),
    )
    return int(cursor.lastrowid or 0)


def undo_correction(
    db: Database, correction_id: int, *, who: str, because: str, now: datetime
) -> None:
    """Note that a correction holds no more; what was said is kept."""
    db.execute(
        "UPDATE corrections SET undone_by = ?, undone_because = ?, undone_at = ? WHERE id = ?",
        (who, because, utc_text(now), correction_id),
    )


def corrections_of(db: Database, awards: Iterable[int]) -> tuple[Correction, ...]:
    """All that was ever corrected of these awards, undone or not, the oldest first."""
    rows = db.query(
        "SELECT * FROM corrections WHERE award_id IN (SELECT value FROM json_each(?))"
        " ORDER BY corrected_at, id",
        [json.dumps(list(awards))],
    )
    return tuple(_correction(row) for row in rows)


def hand_on(db: Database, *, award_id: int, heir: int) -> None:
    """An award has merged into another: what people said of it holds for that one."""
    db.execute("UPDATE corrections SET award_id = ? WHERE award_id = ?", (heir, award_id))


def bodies_beside(db: Database, scheme: str, recipients: Iterable[str]) -> frozenset[str]:
    """These recipients, and those to which or from which people have moved their awards."""
    rows = db.execute(
        """
        WITH RECURSIVE moves (source, target) AS (
            SELECT json_extract(pin.value, '$.recipient'), corrections.after
            FROM corrections JOIN awards ON awards.id = corrections.award_id,
                json_each(corrections.pins) AS pin
            WHERE corrections.field = 'recipient' AND awards.scheme = :scheme
        ),
        beside (recipient) AS (
            SELECT value FROM json_each(:recipients)
            UNION
            SELECT iif(source = recipient, target, source) FROM beside
            JOIN moves ON recipient IN (source, target)
        )
        SELECT recipient FROM beside
        """,
        {"scheme": scheme, "recipients": json.dumps(list(recipients))},
    )
    return frozenset(recipient for (recipient,) in rows)


def note_history(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    award_id: int,
    changes: Sequence[AwardChange],
    cause: Cause,
    now: datetime,
    run_id: int | None,
    correction_id: int | None,
    claim_id: int | None,
) -> None:
    """Append what changed to the award's history; either a run or a correction brought it about."""
    for each in changes:
        db.execute(
            """
            INSERT INTO award_history (award_id, changed_at, cause, run_id, correction_id,
                claim_id, field, before, after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                *(award_id, utc_text(now), cause, run_id if correction_id is None else None),
                *(correction_id, claim_id, each.field, each.before, each.after),
            ),
        )


def history_of(db: Database, award_id: int) -> tuple[HistoryEntry, ...]:
    """Every change of the award since it was found, the oldest first."""
    rows = db.query(
        """
        SELECT award_history.*, articles.outlet, articles.url FROM award_history
        LEFT JOIN claims ON claims.id = claim_id
        LEFT JOIN articles ON articles.id = claims.article_id
        WHERE award_history.award_id = ? ORDER BY changed_at, award_history.id
        """,
        [award_id],
    )
    return tuple(_entry(db, row) for row in rows)


def _entry(db: Database, row: Mapping[str, Any]) -> HistoryEntry:
    return HistoryEntry(
        changed_at=datetime.fromisoformat(row["changed_at"]),
        cause=Cause(row["cause"]),
        change=AwardChange(field=row["field"], before=row["before"], after=row["after"]),
        outlet=row["outlet"],
        url=row["url"],
        correction=_by_id(db, row["correction_id"]),
    )


def _by_id(db: Database, correction_id: int | None) -> Correction | None:
    rows = db.query("SELECT * FROM corrections WHERE id = ?", [correction_id])
    return next((_correction(row) for row in rows), None)


def _correction(row: Mapping[str, Any]) -> Correction:
    return Correction(
        id=row["id"],
        award_id=row["award_id"],
        field=CorrectedField(row["field"]),
        before=row["before"],
        after=row["after"],
        pins=tuple(Pin(**pin) for pin in json.loads(row["pins"])),
        who=row["who"],
        because=row["because"],
        corrected_at=datetime.fromisoformat(row["corrected_at"]),
        undone_by=row["undone_by"],
        undone_because=row["undone_because"],
        undone_at=read_moment(row["undone_at"]),
    )
