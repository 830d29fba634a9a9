"""What articles say: claims with their unit scores, earlier scores and the proof of each field."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from storage.records import Claim, Evidence

_PROVES_BEST = ("score", "predicate", "zone", "category", "rank", "scheme", "recipient")
_STORED_APART = {"units", "previous", "evidence", "proof"}


def store_claims(
    db: Database, *, article_id: int, revision_id: int, claims: Sequence[Claim]
) -> tuple[int, ...]:
    """Store what one revision says; returns the claims' ids in the given order.

    Call it inside `atomic()`, once per revision and version of the rules. ValueError when a quote
    is not what stands at its offsets: a fact without its proof is never kept.
    """
    row = db.execute(
        "SELECT title, text FROM revisions WHERE id = ? AND article_id = ?",
        (revision_id, article_id),
    ).fetchone()
    if row is None:
        raise LookupError(f"article {article_id} has no revision {revision_id}")
    sources = {"title": row[0], "text": row[1]}
    for claim in claims:
        _check_quotes(claim, sources)
    owner = {"article_id": article_id, "revision_id": revision_id}
    return tuple(
        _store(db, claim, owner | {"position": position} | _proof(claim))
        for position, claim in enumerate(claims)
    )


def _check_quotes(claim: Claim, sources: dict[str, str]) -> None:
    for each in (*claim.evidence, *([claim.proof] if claim.proof else [])):
        found = sources[each.source][each.start : each.end]
        if each.quote != found or not found:
            raise ValueError(
                f"{claim.recipient}, {claim.scheme}, {each.field}: the {each.source} has {found!r}"
                f" at {each.start}:{each.end}, not {each.quote!r}"
            )


def _proof(claim: Claim) -> dict[str, Any]:
    """The passage that best proves the claim, and where the quote stands in it."""
    passage = claim.proof
    inside = () if passage is None else [e for e in claim.evidence if _holds(passage, e)]
    best = _best_evidence(inside)
    if passage is None or best is None:
        return {"proof": None, "proof_start": None, "proof_end": None}
    return {
        "proof": passage.quote,
        "proof_start": best.start - passage.start,
        "proof_end": best.end - passage.start,
    }


def _holds(passage: Evidence, each: Evidence) -> bool:
    within = passage.start <= each.start and each.end <= passage.end
    return passage.source == each.source and within


def _best_evidence(evidence: Iterable[Evidence]) -> Evidence | None:
    """Score first, then what stands for one; of one field the text proves better than the title."""

    def rank(each: Evidence) -> tuple[int, bool]:
        known = each.field in _PROVES_BEST
        return _PROVES_BEST.index(each.field) if known else len(_PROVES_BEST), each.source != "text"

    return min(evidence, key=rank, default=None)


def _store(db: Database, claim: Claim, values: dict[str, Any]) -> int:
    fields = Claim.__dataclass_fields__.keys() - _STORED_APART
    values |= {name: getattr(claim, name) for name in fields}
    values["award_date"] = claim.award_date and claim.award_date.isoformat()
    values["warnings"] = json.dumps(claim.warnings, ensure_ascii=False)
    cursor = db.execute(
        """
        INSERT INTO claims (article_id, revision_id, position, recipient, recipient_code,
            recipient_kind, scheme, grantor, year, edition_year, edition_basis, score, score_raw,
            scale, predicate, category, zone, rank, rank_scope, award_date, venue, confidence,
            warnings, rules_version, proof, proof_start, proof_end)
        VALUES (:article_id, :revision_id, :position, :recipient, :recipient_code,
            :recipient_kind, :scheme, :grantor, :year, :edition_year, :edition_basis, :score,
            :score_raw, :scale, :predicate, :category, :zone, :rank, :rank_scope, :award_date,
            :venue, :confidence, :warnings, :rules_version, :proof, :proof_start, :proof_end)
        """,
        values,
    )
    claim_id = int(cursor.lastrowid or 0)
    _store_parts(db, claim_id, claim)
    return claim_id


def _store_parts(db: Database, claim_id: int, claim: Claim) -> None:
    for position, unit in enumerate(claim.units):
        db.execute(
            "INSERT INTO claim_units (claim_id, position, unit, score, raw) VALUES (?, ?, ?, ?, ?)",
            (claim_id, position, unit.unit, unit.score, unit.raw),
        )
    for position, earlier in enumerate(claim.previous):
        db.execute(
            "INSERT INTO claim_previous (claim_id, position, year, score, raw)"
            " VALUES (?, ?, ?, ?, ?)",
            (claim_id, position, earlier.year, earlier.score, earlier.raw),
        )
    for position, each in enumerate(claim.evidence):
        db.execute(
            "INSERT INTO evidence (claim_id, position, field, source, start_char, end_char, quote)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (claim_id, position, each.field, each.source, each.start, each.end, each.quote),
        )
