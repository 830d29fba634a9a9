"""What we hold true: one award for each recipient, scheme and edition, and the claims behind it."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage.claims import store_claims
from storage.records import Award, AwardStatus, ClaimRelation, EditionBasis
from storage.timestamps import utc_text

__all__ = [
    "all_awards",
    "attach_claim",
    "award_by_id",
    "award_from_json",
    "award_of_row",
    "award_to_json",
    "awards_of",
    "awards_of_bodies",
    "detach_claims",
    "insert_award",
    "store_claims",
    "update_award",
]


def awards_of(db: Database, recipient: str, scheme: str) -> tuple[Award, ...]:
    """The known awards of one recipient in one scheme, newest edition first."""
    rows = db.query(
        "SELECT * FROM awards WHERE recipient = ? AND scheme = ? ORDER BY edition_year DESC, id",
        [recipient, scheme],
    )
    return tuple(award_of_row(row) for row in rows)


def all_awards(db: Database) -> tuple[Award, ...]:
    """Every award, withdrawn ones too, the oldest first."""
    return tuple(award_of_row(row) for row in db.query("SELECT * FROM awards ORDER BY id"))


def awards_of_bodies(db: Database, scheme: str, recipients: Iterable[str]) -> tuple[Award, ...]:
    """The known awards of these recipients in one scheme, withdrawn ones too, the oldest first."""
    rows = db.query(
        """
        SELECT * FROM awards
        WHERE recipient IN (SELECT value FROM json_each(?)) AND scheme = ? ORDER BY id
        """,
        [json.dumps(list(recipients)), scheme],
    )
    return tuple(award_of_row(row) for row in rows)


def award_by_id(db: Database, award_id: int) -> Award:
    """The award of this number. LookupError when there is none."""
    rows = db.query("SELECT * FROM awards WHERE id = ?", [award_id])
    row = next(iter(rows), None)
    if row is None:
        raise LookupError(f"award {award_id} is not in the store")
    return award_of_row(row)


def insert_award(
    db: Database, award: Award, *, run_id: int, now: datetime, is_backfilled: bool = False
) -> int:
    """Store a new award and return its id; attach its first claim in the same transaction.

    A back-filled award comes from old pages, read long after they were news.

    IntegrityError when recipient, scheme and edition are known already; an unknown edition counts
    as one edition.
    """
    cursor = db.execute(
        """
        INSERT INTO awards (recipient, recipient_code, scheme, edition_year, edition_basis, status,
            score, score_raw, scale, predicate, category, zone, rank, rank_scope, award_date,
            venue, first_run, first_stored_at, changed_at, is_backfilled)
        VALUES (:recipient, :recipient_code, :scheme, :edition_year, :edition_basis, :status,
            :score, :score_raw, :scale, :predicate, :category, :zone, :rank, :rank_scope,
            :award_date, :venue, :run, :now, :now, :is_backfilled)
        """,
        _values(award) | {"run": run_id, "now": utc_text(now), "is_backfilled": is_backfilled},
    )
    return int(cursor.lastrowid or 0)


def update_award(db: Database, award: Award, *, now: datetime) -> None:
    """Write the award as it stands now, e.g. with a fact that a later report filled in.

    LookupError when it was never stored.
    """
    cursor = db.execute(
        """
        UPDATE awards SET recipient = :recipient, recipient_code = :recipient_code,
            scheme = :scheme, edition_year = :edition_year, edition_basis = :edition_basis,
            status = :status, score = :score, score_raw = :score_raw, scale = :scale,
            predicate = :predicate, category = :category, zone = :zone, rank = :rank,
            rank_scope = :rank_scope, award_date = :award_date, venue = :venue, changed_at = :now
        WHERE id = :id
        """,
        _values(award) | {"now": utc_text(now)},
    )
    if cursor.rowcount != 1:
        raise LookupError(f"award {award.id} is not in the store")


def attach_claim(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    award_id: int,
    claim_id: int,
    relation: ClaimRelation,
    place: int | None = None,
    copy_of: int | None = None,
) -> None:
    """Note which award a claim speaks of and how it stands to it; a claim speaks of one award.

    `place` counts the reports from the first one, `copy_of` is the article that its own copies.
    """
    db.execute(
        "INSERT INTO award_claims (award_id, claim_id, relation, place, copy_of)"
        " VALUES (?, ?, ?, ?, ?)",
        (award_id, claim_id, relation, place, copy_of),
    )


def detach_claims(db: Database, claim_ids: Iterable[int]) -> None:
    """These claims speak of no award, for the moment at least."""
    db.execute(
        "DELETE FROM award_claims WHERE claim_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(claim_ids)),),
    )


def award_of_row(row: dict[str, Any]) -> Award:
    """The award that a row of the table `awards` holds."""
    values = {name: row[name] for name in Award.__dataclass_fields__}
    basis, day = row["edition_basis"], row["award_date"]
    values["status"] = AwardStatus(row["status"])
    values["edition_basis"] = None if basis is None else EditionBasis(basis)
    values["award_date"] = None if day is None else date.fromisoformat(day)
    return Award(**values)


def award_to_json(award: Award) -> str:
    """An award as it stands, to be kept with what is told of it later."""
    return json.dumps(_values(award), ensure_ascii=False)


def award_from_json(text: str) -> Award:
    """The award that `award_to_json` wrote."""
    return award_of_row(json.loads(text))


def _values(award: Award) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(award, name) for name in Award.__dataclass_fields__}
    values["award_date"] = award.award_date and award.award_date.isoformat()
    return values
