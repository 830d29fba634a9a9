"""What one article says of awards, reading by reading, with the proof of every field."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from storage.records import Claim, EarlierScore, EditionBasis, Evidence, UnitScore

_MOST = 1_000
"""Claims of one article that are looked at; a list of results has some dozens."""
_APART = ("units", "previous", "evidence", "proof")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim, where it belongs, and what it is called."""

    claim_id: int
    claim: Claim
    """With the evidence of its fields; its passage stands beside it."""
    passage: str | None
    """The sentence that says so; the store does not tell where it stands in the text."""
    passage_start: int | None
    """Where in it the fact stands that counts most."""
    passage_end: int | None
    superseded_run: int | None
    """The run that replaced it; None while it counts."""
    scheme_short: str | None
    award_id: int | None
    award_status: str | None
    place: int | None
    """Among the reports of its award; 1 is the first."""
    relation: str | None
    copy_of: int | None
    """The article whose words are printed here."""
    copied_outlet: str | None


def told_in(db: Database, article_id: int, revision_id: int) -> tuple[Told, ...]:
    """What counts of that version; of one that was replaced, what counted last."""
    rows = list(
        db.query(
            """
            SELECT claims.*, schemes.short AS scheme_short, award_claims.award_id,
                awards.status AS award_status, award_claims.place, award_claims.relation,
                award_claims.copy_of, copied.outlet AS copied_outlet
            FROM claims
            LEFT JOIN schemes ON schemes.id = claims.scheme
            LEFT JOIN award_claims ON award_claims.claim_id = claims.id
            LEFT JOIN awards ON awards.id = award_claims.award_id
            LEFT JOIN articles AS copied ON copied.id = award_claims.copy_of
            WHERE claims.article_id = ? AND claims.revision_id = ?
            ORDER BY superseded_run IS NOT NULL, superseded_run DESC, position LIMIT ?
            """,
            [article_id, revision_id, _MOST],
        )
    )
    latest = [row for row in rows if row["superseded_run"] == rows[0]["superseded_run"]]
    return _told(db, latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A claim that counts no more."""

    claim_id: int
    revision: int
    recipient: str
    scheme: str
    edition_year: int | None
    score: float | None
    score_raw: str | None
    predicate: str | None
    zone: str | None
    rank: int | None
    superseded_run: int
    superseded_at: str
    rules_version: str
    proof: str | None


def replaced_of(db: Database, article_id: int, limit: int) -> tuple[Replaced, ...]:
    """What the article was once read to say, the latest first."""
    rows = db.query(
        """
        SELECT claims.id AS claim_id, revisions.number AS revision, recipient, scheme,
            edition_year, score, score_raw, predicate, zone, rank, superseded_run,
            runs.started_at AS superseded_at, rules_version, proof
        FROM claims JOIN revisions ON revisions.id = claims.revision_id
        JOIN runs ON runs.id = claims.superseded_run
        WHERE claims.article_id = ? AND superseded_run IS NOT NULL
        ORDER BY superseded_run DESC, position LIMIT ?
        """,
        [article_id, limit],
    )
    return tuple(Replaced(**row) for row in rows)


def _told(db: Database, rows: Sequence[Mapping[str, Any]]) -> tuple[Told, ...]:
    ids = json.dumps([row["id"] for row in rows])
    evidence, units, previous = _evidence(db, ids), _units(db, ids), _previous(db, ids)
    return tuple(
        Told(
            claim_id=row["id"],
            claim=_claim(row, evidence[row["id"]], units[row["id"]], previous[row["id"]]),
            passage=row["proof"],
            passage_start=row["proof_start"],
            passage_end=row["proof_end"],
            **{name: row[name] for name in _BESIDE},
        )
        for row in rows
    )


_BESIDE = (
    *("superseded_run", "scheme_short", "award_id", "award_status", "place", "relation"),
    *("copy_of", "copied_outlet"),
)


def _claim(
    row: Mapping[str, Any],
    evidence: Iterable[Evidence],
    units: Iterable[UnitScore],
    previous: Iterable[EarlierScore],
) -> Claim:
    values = {name: row[name] for name in Claim.__dataclass_fields__ if name not in _APART}
    basis, day = row["edition_basis"], row["award_date"]
    values["edition_basis"] = None if basis is None else EditionBasis(basis)
    values["award_date"] = None if day is None else date.fromisoformat(day)
    values["warnings"] = tuple(json.loads(row["warnings"]))
    return Claim(**values, evidence=tuple(evidence), units=tuple(units), previous=tuple(previous))


def _evidence(db: Database, ids: str) -> Mapping[int, list[Evidence]]:
    rows = db.execute(
        "SELECT claim_id, field, source, start_char, end_char, quote FROM evidence"
        " WHERE claim_id IN (SELECT value FROM json_each(?)) ORDER BY claim_id, position",
        (ids,),
    )
    found: dict[int, list[Evidence]] = defaultdict(list)
    for claim_id, field, source, start, end, quote in rows:
        found[claim_id].append(
            Evidence(field=field, source=source, start=start, end=end, quote=quote)
        )
    return found


def _units(db: Database, ids: str) -> Mapping[int, list[UnitScore]]:
    rows = db.execute(
        "SELECT claim_id, unit, score, raw FROM claim_units"
        " WHERE claim_id IN (SELECT value FROM json_each(?)) ORDER BY claim_id, position",
        (ids,),
    )
    found: dict[int, list[UnitScore]] = defaultdict(list)
    for claim_id, unit, score, raw in rows:
        found[claim_id].append(UnitScore(unit=unit, score=score, raw=raw))
    return found


def _previous(db: Database, ids: str) -> Mapping[int, list[EarlierScore]]:
    rows = db.execute(
        "SELECT claim_id, year, score, raw FROM claim_previous"
        " WHERE claim_id IN (SELECT value FROM json_each(?)) ORDER BY claim_id, position",
        (ids,),
    )
    found: dict[int, list[EarlierScore]] = defaultdict(list)
    for claim_id, year, score, raw in rows:
        found[claim_id].append(EarlierScore(year=year, score=score, raw=raw))
    return found
