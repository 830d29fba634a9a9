"""What we hold true: one award for each recipient, scheme and edition, and the claims behind it."""

from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage.claims import store_claims
from storage.records import Award, AwardStatus, ClaimRelation, EditionBasis
from storage.timestamps import utc_text

__all__ = [
    "attach_claim",
    "award_of_row",
    "awards_of",
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


def insert_award(db: Database, award: Award, *, run_id: int, now: datetime) -> int:
    """Store a new award and return its id; attach its first claim in the same transaction.

    IntegrityError when recipient, scheme and edition are known already; an unknown edition counts
    as one edition.
    """
    cursor = db.execute(
        """
        INSERT INTO awards (recipient, recipient_code, scheme, edition_year, edition_basis, status,
            score, score_raw, scale, predicate, category, zone, rank, rank_scope, award_date,
            venue, first_run, first_stored_at, changed_at)
        VALUES (:recipient, :recipient_code, :scheme, :edition_year, :edition_basis, :status,
            :score, :score_raw, :scale, :predicate, :category, :zone, :rank, :rank_scope,
            :award_date, :venue, :run, :now, :now)
        """,
        _values(award) | {"run": run_id, "now": utc_text(now)},
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


def attach_claim(db: Database, *, award_id: int, claim_id: int, relation: ClaimRelation) -> None:
    """Note which award a claim speaks of and how it stands to it; a claim speaks of one award."""
    db.execute(
        "INSERT INTO award_claims (award_id, claim_id, relation) VALUES (?, ?, ?)",
        (award_id, claim_id, relation),
    )


def award_of_row(row: dict[str, Any]) -> Award:
    """The award that a row of the table `awards` holds."""
    values = {name: row[name] for name in Award.__dataclass_fields__}
    basis, day = row["edition_basis"], row["award_date"]
    values["status"] = AwardStatus(row["status"])
    values["edition_basis"] = None if basis is None else EditionBasis(basis)
    values["award_date"] = None if day is None else date.fromisoformat(day)
    return Award(**values)


def _values(award: Award) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(award, name) for name in Award.__dataclass_fields__}
    values["award_date"] = award.award_date and award.award_date.isoformat()
    return values
