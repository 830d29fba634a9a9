"""What articles say as the store holds it: the claims that count now, of one article or one award.

A claim that a later reading of its article has replaced is kept, but counts no more.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlite_utils import Database

from storage.award_records import HeldClaim
from storage.records import Claim, ClaimRelation, EarlierScore, EditionBasis, UnitScore
from storage.timestamps import read_moment

_STORED_APART = {"units", "previous", "evidence", "proof"}
_SELECT = """
    SELECT claims.*, award_id, relation, place, copy_of, articles.outlet, articles.url,
        articles.published
    FROM claims JOIN articles ON articles.id = claims.article_id
    LEFT JOIN award_claims ON award_claims.claim_id = claims.id
"""


def claims_of_article(db: Database, article_id: int) -> tuple[HeldClaim, ...]:
    """What the article says by its latest reading, in the text's order."""
    where = "WHERE article_id = ? AND superseded_run IS NULL ORDER BY position"
    return _held(db, db.query(_SELECT + where, [article_id]))


def claims_of_award(db: Database, award_id: int) -> tuple[HeldClaim, ...]:
    """What stands behind an award, the first reporter first."""
    where = "WHERE award_id = ? AND superseded_run IS NULL ORDER BY place, article_id, position"
    return _held(db, db.query(_SELECT + where, [award_id]))


def claims_of_bodies(db: Database, scheme: str, recipients: Iterable[str]) -> tuple[HeldClaim, ...]:
    """What all articles say of these recipients under one scheme, whatever the edition."""
    where = """
        WHERE recipient IN (SELECT value FROM json_each(?)) AND scheme = ?
            AND superseded_run IS NULL ORDER BY claims.id
    """
    return _held(db, db.query(_SELECT + where, [json.dumps(list(recipients)), scheme]))


def claims_left_behind(
    db: Database, scheme: str, recipients: Iterable[str]
) -> tuple[HeldClaim, ...]:
    """What no longer counts of these bodies though it still stands behind an award."""
    where = """
        WHERE recipient IN (SELECT value FROM json_each(?)) AND scheme = ?
            AND superseded_run IS NOT NULL AND award_id IS NOT NULL ORDER BY claims.id
    """
    return _held(db, db.query(_SELECT + where, [json.dumps(list(recipients)), scheme]))


def supersede(db: Database, claim_ids: Iterable[int], *, run_id: int) -> None:
    """The claims count no more: a later reading of their article, in this run, replaces them."""
    ids = json.dumps(list(claim_ids))
    db.execute(
        "UPDATE claims SET superseded_run = ? WHERE id IN (SELECT value FROM json_each(?))",
        (run_id, ids),
    )
    db.execute(
        "DELETE FROM award_claims WHERE claim_id IN (SELECT value FROM json_each(?))", (ids,)
    )


def _held(db: Database, rows: Iterable[Mapping[str, Any]]) -> tuple[HeldClaim, ...]:
    return tuple(
        HeldClaim(
            id=row["id"],
            article_id=row["article_id"],
            position=row["position"],
            outlet=row["outlet"],
            url=row["url"],
            published=read_moment(row["published"]),
            award_id=row["award_id"],
            relation=None if row["relation"] is None else ClaimRelation(row["relation"]),
            place=row["place"],
            copy_of=row["copy_of"],
            claim=_claim(db, row),
        )
        for row in rows
    )


def _claim(db: Database, row: Mapping[str, Any]) -> Claim:
    values = {name: row[name] for name in Claim.__dataclass_fields__.keys() - _STORED_APART}
    basis, day = row["edition_basis"], row["award_date"]
    values["edition_basis"] = None if basis is None else EditionBasis(basis)
    values["award_date"] = None if day is None else date.fromisoformat(day)
    values["warnings"] = tuple(json.loads(row["warnings"]))
    return Claim(**values, units=_units(db, row["id"]), previous=_previous(db, row["id"]))


def _units(db: Database, claim_id: int) -> tuple[UnitScore, ...]:
    rows = db.execute(
        "SELECT unit, score, raw FROM claim_units WHERE claim_id = ? ORDER BY position", (claim_id,)
    )
    return tuple(UnitScore(unit=unit, score=score, raw=raw) for unit, score, raw in rows)


def _previous(db: Database, claim_id: int) -> tuple[EarlierScore, ...]:
    rows = db.execute(
        "SELECT year, score, raw FROM claim_previous WHERE claim_id = ? ORDER BY position",
        (claim_id,),
    )
    return tuple(EarlierScore(year=year, score=score, raw=raw) for year, score, raw in rows)
