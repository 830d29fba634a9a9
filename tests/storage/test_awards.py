"""Claims and awards: every fact with its proof, one award per recipient, scheme and edition."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from storage.articles import store_article
from storage.awards import (
    attach_claim,
    awards_of,
    insert_award,
    store_claims,
    update_award,
)
from storage.records import (
    AwardStatus,
    Claim,
    ClaimRelation,
    EarlierScore,
    EditionBasis,
    Evidence,
    UnitScore,
)
from tests.storage.samples import (
    NOW,
    TEXT,
    article,
    award_of,
    begin_run,
    claim,
    evidence,
    store_story,
)

FULL = claim(
    year=2024,
    edition_basis=EditionBasis.STATED,
    predicate="Kualitas Tertinggi",
    category="A",
    rank=2,
    rank_scope="Jawa Tengah",
    venue="Hotel Quest Semarang",
)
EMPTY = Claim(
    recipient="Kota Tegal",
    recipient_code=None,
    recipient_kind="kota",
    scheme="pekppp-ipp",
    grantor="Kementerian PANRB",
)


@pytest.mark.parametrize("said", [FULL, EMPTY], ids=["full", "empty"])
def test_a_claim_keeps_every_field_and_what_is_not_stated_stays_null(
    db: Database, said: Claim
) -> None:
    _, claim_id = store_story(db, article(), said, run_id=begin_run(db))
    row = next(db.query("SELECT * FROM claims WHERE id = ?", [claim_id]))
    for name in said.__dataclass_fields__:
        value = getattr(said, name)
        if isinstance(value, date):
            value = value.isoformat()
        if not isinstance(value, tuple | Evidence):
            assert row[name] == value, name
    parts = {
        "claim_units": [(each.unit, each.score, each.raw) for each in said.units],
        "claim_previous": [(each.year, each.score, each.raw) for each in said.previous],
    }
    units = db.execute("SELECT unit, score, raw FROM claim_units ORDER BY position").fetchall()
    earlier = db.execute("SELECT year, score, raw FROM claim_previous ORDER BY position").fetchall()
    assert {"claim_units": units, "claim_previous": earlier} == parts
    spans = db.execute(
        "SELECT field, source, start_char, end_char, quote FROM evidence ORDER BY position"
    ).fetchall()
    assert spans == [(e.field, e.source, e.start, e.end, e.quote) for e in said.evidence]


def test_several_claims_of_one_story_keep_their_order(db: Database) -> None:
    run_id = begin_run(db)
    with db.atomic():
        stored = store_article(db, article(), run_id=run_id, now=NOW)
        first, second = store_claims(
            db,
            article_id=stored.article_id,
            revision_id=stored.revision_id,
            claims=(claim(), EMPTY),
        )
    rows = db.execute("SELECT id, position, recipient FROM claims ORDER BY position").fetchall()
    assert rows == [(first, 0, "Kabupaten Blora"), (second, 1, "Kota Tegal")]


@pytest.mark.parametrize(
    "wrong",
    [
        Evidence(field="score", source="text", start=0, end=5, quote="97,84"),
        Evidence(field="score", source="title", start=0, end=5, quote="97,84"),
        Evidence(field="score", source="text", start=len(TEXT), end=len(TEXT) + 5, quote="97,84"),
        Evidence(field="score", source="text", start=3, end=3, quote=""),
    ],
    ids=["elsewhere", "other source", "behind the end", "empty"],
)
def test_a_claim_whose_quote_does_not_stand_there_is_refused(db: Database, wrong: Evidence) -> None:
    run_id = begin_run(db)
    with pytest.raises(ValueError, match="Kabupaten Blora, ombudsman-kepatuhan, score"):
        store_story(db, article(), claim(evidence=(wrong,)), run_id=run_id)
    assert db.table("articles").count == 0


@pytest.mark.parametrize(
    ("said", "proof", "quote"),
    [
        (
            claim(),
            "Ombudsman memberi Kabupaten Blora nilai 97,84 untuk kepatuhan pelayanan publik.",
            "97,84",
        ),
        (
            claim(
                evidence=(evidence("recipient", "Blora"), evidence("zone", "Zona hijau")),
                proof=evidence("proof", "Zona hijau pun diraih."),
            ),
            "Zona hijau pun diraih.",
            "Zona hijau",
        ),
        (
            claim(
                evidence=(
                    Evidence(field="scheme", source="title", start=0, end=5, quote="Blora"),
                    evidence("units[0]", "100,00"),
                ),
                proof=Evidence(field="proof", source="title", start=0, end=11, quote="Blora raih "),
            ),
            "Blora raih ",
            "Blora",
        ),
    ],
    ids=["score", "zone", "title"],
)
def test_the_proof_is_the_passage_with_its_best_evidence_marked(
    db: Database, said: Claim, proof: str, quote: str
) -> None:
    store_story(db, article(), said, run_id=begin_run(db))
    kept, start, end = db.execute("SELECT proof, proof_start, proof_end FROM claims").fetchone()
    assert (kept, kept[start:end]) == (proof, quote)


def test_an_award_comes_back_as_it_was_stored_newest_edition_first(db: Database) -> None:
    run_id = begin_run(db)
    award = award_of(FULL)
    older = replace(award, edition_year=2022, score=None, score_raw=None, award_date=None)
    ids = [insert_award(db, each, run_id=run_id, now=NOW) for each in (older, award)]
    assert awards_of(db, "Kabupaten Blora", "ombudsman-kepatuhan") == (
        replace(award, id=ids[1]),
        replace(older, id=ids[0]),
    )
    assert awards_of(db, "Kabupaten Blora", "pekppp-ipp") == ()


@pytest.mark.parametrize("year", [2024, None])
def test_one_recipient_scheme_and_edition_is_one_award_also_when_it_is_unknown(
    db: Database, year: int | None
) -> None:
    run_id = begin_run(db)
    basis = None if year is None else EditionBasis.STATED
    award = replace(award_of(claim()), edition_year=year, edition_basis=basis)
    insert_award(db, award, run_id=run_id, now=NOW)
    with pytest.raises(sqlite3.IntegrityError, match="awards_identity"):
        insert_award(db, award, run_id=run_id, now=NOW)
    insert_award(db, replace(award, edition_year=2020), run_id=run_id, now=NOW)


def test_an_award_can_be_filled_in_and_disputed(db: Database) -> None:
    run_id = begin_run(db)
    award = replace(award_of(claim()), score=None, score_raw=None)
    award_id = insert_award(db, award, run_id=run_id, now=NOW)
    filled = replace(award_of(claim()), id=award_id)
    update_award(db, filled, now=NOW)
    assert awards_of(db, award.recipient, award.scheme) == (filled,)
    disputed = replace(filled, status=AwardStatus.DISPUTED)
    update_award(db, disputed, now=NOW)
    assert awards_of(db, award.recipient, award.scheme) == (disputed,)


def test_an_award_that_was_never_stored_cannot_be_changed(db: Database) -> None:
    with pytest.raises(LookupError, match="award None"):
        update_award(db, award_of(claim()), now=NOW)
    with pytest.raises(LookupError, match="award 7"):
        update_award(db, replace(award_of(claim()), id=7), now=NOW)


def test_a_claim_speaks_of_one_award_and_an_award_has_one_first_claim(db: Database) -> None:
    run_id = begin_run(db)
    _, claim_id = store_story(db, article(), claim(), run_id=run_id)
    _, other_id = store_story(db, article(url="https://w.example/2"), claim(), run_id=run_id)
    award_id = insert_award(db, award_of(claim()), run_id=run_id, now=NOW)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.FIRST)
    with pytest.raises(sqlite3.IntegrityError):
        attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.SAME)
    with pytest.raises(sqlite3.IntegrityError):
        attach_claim(db, award_id=award_id, claim_id=other_id, relation=ClaimRelation.FIRST)
    with pytest.raises(sqlite3.IntegrityError):
        attach_claim(db, award_id=99, claim_id=other_id, relation=ClaimRelation.SAME)


@pytest.mark.parametrize(
    "wrong",
    [
        {"confidence": 1.5},
        {"score": 97.84, "score_raw": None},
        {"edition_year": 2024, "edition_basis": None},
        {"edition_year": 20244},
        {"scale": 0},
        {"rank": 0},
        {"recipient": ""},
        {"units": (UnitScore(unit="", score=1.0, raw="1"),)},
        {"previous": (EarlierScore(year=23, score=1.0, raw="1"),)},
    ],
    ids=str,
)
def test_a_value_that_cannot_be_is_refused_by_the_schema(
    db: Database, wrong: dict[str, object]
) -> None:
    run_id = begin_run(db)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        store_story(db, article(), claim(**wrong), run_id=run_id)
    assert db.table("claims").count == 0
