"""One award: what we hold true, the reports behind it, its units, and what became of it."""

import json
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAward:
    """An award as it stands, withdrawn or not, with the names behind its codes."""

    award_id: int
    recipient: str
    recipient_code: str | None
    region: str | None
    province: str | None
    scheme: str
    scheme_title: str | None
    scheme_short: str | None
    grantor: str | None
    edition_year: int | None
    edition_basis: str | None
    status: str
    score: float | None
    score_raw: str | None
    scale: int | None
    predicate: str | None
    category: str | None
    zone: str | None
    rank: int | None
    rank_scope: str | None
    award_date: str | None
    venue: str | None
    first_stored_at: str
    changed_at: str
    is_backfilled: bool
    """Found in old pages, long after it was news."""


def held_award(db: Database, award_id: int) -> HeldAward | None:
    """The award of this number; None when there is none."""
    rows = db.query(
        """
        SELECT awards.id AS award_id, recipient, recipient_code, regions.full_name AS region,
            provinces.name AS province, scheme, schemes.title AS scheme_title,
            schemes.short AS scheme_short, schemes.grantor, edition_year, edition_basis, status,
            score, score_raw, awards.scale, predicate, category, zone, rank, rank_scope,
            award_date, venue, first_stored_at, changed_at, is_backfilled
        FROM awards
        LEFT JOIN schemes ON schemes.id = awards.scheme
        LEFT JOIN regions ON regions.code = awards.recipient_code
        LEFT JOIN regions AS provinces ON provinces.code = substr(awards.recipient_code, 1, 2)
        WHERE awards.id = ?
        """,
        [award_id],
    )
    row = next(iter(rows), None)
    return None if row is None else HeldAward(**(row | {"is_backfilled": row["is_backfilled"] > 0}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of an award."""

    claim_id: int
    award_id: int
    place: int | None
    """1 is the first reporter's."""
    relation: str
    article_id: int
    outlet: str
    outlet_title: str | None
    title: str
    url: str
    published: str | None
    score: float | None
    score_raw: str | None
    scale: int | None
    predicate: str | None
    category: str | None
    zone: str | None
    rank: int | None
    rank_scope: str | None
    award_date: str | None
    venue: str | None
    confidence: float
    warnings: tuple[str, ...]
    proof: str | None
    proof_start: int | None
    proof_end: int | None
    copy_of: int | None
    """The article whose words it prints."""
    copied_outlet: str | None


def reports_of(db: Database, award_id: int, limit: int) -> tuple[Report, ...]:
    """Every claim behind an award, the first reporter first."""
    rows = db.query(
        """
        SELECT claims.id AS claim_id, award_claims.award_id, award_claims.place, relation,
            articles.id AS article_id, articles.outlet, outlets.title AS outlet_title,
            articles.title, articles.url, articles.published, score, score_raw, scale, predicate,
            category, zone, rank, rank_scope, award_date, venue, confidence, claims.warnings, proof,
            proof_start, proof_end, copy_of, copied.outlet AS copied_outlet
        FROM award_claims
        JOIN claims ON claims.id = award_claims.claim_id
        JOIN articles ON articles.id = claims.article_id
        LEFT JOIN outlets ON outlets.name = articles.outlet
        LEFT JOIN articles AS copied ON copied.id = award_claims.copy_of
        WHERE award_claims.award_id = ?
        ORDER BY award_claims.place IS NULL, award_claims.place, claims.id LIMIT ?
        """,
        [award_id, limit],
    )
    return tuple(Report(**(row | {"warnings": tuple(json.loads(row["warnings"]))})) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOfAward:
    """The score of a unit inside the recipient, as one report tells it."""

    unit: str
    score: float
    score_raw: str
    scale: int | None
    outlet: str
    url: str


def units_of(db: Database, award_id: int, limit: int) -> tuple[UnitOfAward, ...]:
    """The scores of units, the best first, report by report."""
    rows = db.query(
        """
        SELECT unit, score, score_raw, scale, outlet, url FROM unit_scores
        WHERE award_id = ? ORDER BY score DESC, unit, outlet LIMIT ?
        """,
        [award_id, limit],
    )
    return tuple(UnitOfAward(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What a person said of one field, and whether it was taken back."""

    correction_id: int
    field: str
    before: str | None
    after: str | None
    who: str
    because: str
    corrected_at: str
    undone_by: str | None
    undone_because: str | None
    undone_at: str | None


def corrected_of(db: Database, award_id: int, limit: int) -> tuple[Corrected, ...]:
    """All that was ever corrected of it, the latest first."""
    rows = db.query(
        """
        SELECT id AS correction_id, field, before, after, who, because, corrected_at, undone_by,
            undone_because, undone_at
        FROM corrections WHERE award_id = ?
        ORDER BY corrected_at DESC, id DESC LIMIT ?
        """,
        [award_id, limit],
    )
    return tuple(Corrected(**row) for row in rows)
