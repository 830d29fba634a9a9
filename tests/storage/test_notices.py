"""A notice holds all that a message about an award needs, as the store knows it now."""

from datetime import datetime

import pytest
from sqlite_utils import Database

from storage.awards import attach_claim
from storage.held_claims import supersede
from storage.letter_records import Place, Proof, Report
from storage.notices import notice
from storage.records import (
    AlertKind,
    ClaimRelation,
    EarlierScore,
    UnitScore,
)
from tests.storage.samples import (
    TEXT,
    WIB,
    article,
    begin_run,
    claim,
    evidence,
    second_story,
    store_award,
    store_story,
)


def test_a_notice_tells_the_award_its_proof_and_who_reports_it(db: Database) -> None:
    run_id = begin_run(db)
    _, alert_id = store_award(db, article(), claim(), run_id=run_id)
    told = notice(db, alert_id)
    assert (told.alert_id, told.kind) == (alert_id, AlertKind.NEW)
    assert told.award.id == 1
    assert (told.award.recipient, told.award.score_raw) == ("Kabupaten Blora", "97,84")
    assert (told.grantor, told.confidence) == ("Ombudsman RI", 0.9)
    assert told.warnings == ("edition inferred",)
    assert told.units == (UnitScore(unit="DPMPTSP", score=100.0, raw="100,00"),)
    sentence = "Ombudsman memberi Kabupaten Blora nilai 97,84 untuk kepatuhan pelayanan publik."
    assert told.reports == (
        Report(
            outlet="wartablora",
            outlet_title="Warta Blora",
            url=article().url,
            title=article().title,
            published=datetime(2024, 12, 2, 23, 6, tzinfo=WIB),
            relation=ClaimRelation.FIRST,
            score=97.84,
            score_raw="97,84",
            proof=Proof(
                sentence=sentence,
                start=sentence.index("97,84"),
                end=sentence.index("97,84") + 5,
                outlet="wartablora",
                url=article().url,
            ),
        ),
    )


def test_every_report_is_named_with_its_own_score_and_units_come_once(db: Database) -> None:
    run_id = begin_run(db)
    award_id, alert_id = store_award(db, article(), claim(), run_id=run_id)
    text = TEXT.replace("97,84", "97,48")
    units = (
        UnitScore(unit="DPMPTSP", score=99.0, raw="99"),
        UnitScore(unit="Dinsos", score=95.0, raw="95"),
    )
    said = claim(score=97.48, score_raw="97,48", units=units, evidence=(), proof=None)
    _, claim_id = store_story(db, second_story(text), said, run_id=run_id)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.CONFLICT)
    told = notice(db, alert_id)
    assert [(each.outlet_title, each.relation, each.score_raw) for each in told.reports] == [
        ("Warta Blora", ClaimRelation.FIRST, "97,84"),
        ("Klik Jateng", ClaimRelation.CONFLICT, "97,48"),
    ]
    assert [(each.unit, each.raw) for each in told.units] == [
        ("DPMPTSP", "100,00"),
        ("Dinsos", "95"),
    ]


def test_a_report_that_was_changed_is_one_report_with_its_latest_score(db: Database) -> None:
    run_id = begin_run(db)
    award_id, alert_id = store_award(db, article(), claim(), run_id=run_id)
    text = TEXT.replace("97,84", "97,48")
    said = claim(
        score=97.48,
        score_raw="97,48",
        evidence=(evidence("score", "97,48", text=text),),
        proof=None,
    )
    _, claim_id = store_story(db, article(text=text), said, run_id=run_id)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.CONFLICT)
    (report,) = notice(db, alert_id).reports
    assert (report.score_raw, report.relation) == ("97,48", ClaimRelation.CONFLICT)


def test_a_claim_without_evidence_has_no_proof(db: Database) -> None:
    _, alert_id = store_award(db, article(), claim(evidence=()), run_id=begin_run(db))
    (report,) = notice(db, alert_id).reports
    assert report.proof is None


@pytest.mark.parametrize(
    ("earlier_award", "told", "previous"),
    [
        (None, (), None),
        (None, ((2023, 92.69),), (2023, 92.69)),
        (None, ((2022, 88.0), (2023, 92.69)), (2023, 92.69)),
        (None, ((None, 90.0),), (None, 90.0)),
        (None, ((None, 90.0), (2022, 88.0)), (2022, 88.0)),
        (None, ((2024, 97.0), (2025, 98.0)), None),
        ((2023, 92.7, 100), ((2023, 92.69),), (2023, 92.7)),
        ((2021, 80.0, 100), ((2023, 92.69),), (2023, 92.69)),
        ((2023, 850.0, 1000), (), None),
        ((2025, 98.0, 100), (), None),
    ],
)
def test_the_previous_score_is_the_latest_known_before_this_edition(
    db: Database,
    earlier_award: tuple[int, float, int] | None,
    told: tuple[tuple[int | None, float], ...],
    previous: tuple[int | None, float] | None,
) -> None:
    run_id = begin_run(db)
    if earlier_award is not None:
        year, score, scale = earlier_award
        older = claim(
            edition_year=year,
            score=score,
            score_raw=str(score),
            scale=scale,
            previous=(),
            evidence=(),
        )
        store_award(db, article(url="https://w.example/old"), older, run_id=run_id)
    history = tuple(EarlierScore(year=year, score=score, raw="x") for year, score in told)
    _, alert_id = store_award(db, article(), claim(previous=history), run_id=run_id)
    found = notice(db, alert_id).previous
    assert (found and (found.year, found.score)) == previous


def test_the_history_is_the_last_five_editions_as_printed_oldest_first(db: Database) -> None:
    run_id = begin_run(db)
    store_award(
        db,
        article(url="https://w.example/old"),
        claim(edition_year=2022, score=88.1, score_raw="88,10", previous=(), evidence=()),
        run_id=run_id,
    )
    told = [(2016, 50.0, "50"), (2017, 60.5, "60,5"), (2018, 70.0, "70"), (2019, 71.0, "71")]
    told += [(2020, 72.0, "72"), (2022, 88.0, "88"), (2023, 92.6, "92,60")]
    previous = tuple(EarlierScore(year=year, score=score, raw=raw) for year, score, raw in told)
    _, alert_id = store_award(db, article(), claim(previous=previous), run_id=run_id)
    found = notice(db, alert_id)
    assert [(each.year, each.raw) for each in found.history] == [
        *((2018, "70"), (2019, "71"), (2020, "72")),
        *((2022, "88,10"), (2023, "92,60")),
    ]
    assert found.previous == found.history[-1]


def test_a_place_is_told_among_known_results_of_one_kind_edition_and_scale(db: Database) -> None:
    run_id = begin_run(db)
    others = [
        *(("Kabupaten Kudus", "33.19", 98.5), ("Kabupaten Demak", "33.21", 97.84)),
        *(("Kabupaten Pati", "33.18", 80.0), ("Kabupaten Ngawi", "35.21", 99.0)),
        *(("Kota Tegal", "33.76", 99.5), ("Dinas Kesehatan Kabupaten Pati", "33.18", 99.9)),
    ]
    for number, (recipient, code, score) in enumerate(others):
        _rival(db, run_id, number, recipient=recipient, recipient_code=code, score=score)
    _rival(db, run_id, 10, recipient="Kabupaten Jepara", recipient_code="33.20", edition_year=2023)
    _rival(db, run_id, 11, recipient="Kabupaten Sragen", recipient_code="33.14", scale=1000)
    gone = _rival(db, run_id, 12, recipient="Kabupaten Batang", recipient_code="33.25", score=99.9)
    db.execute("UPDATE awards SET status = 'withdrawn' WHERE id = ?", (gone,))
    _, alert_id = store_award(db, article(), claim(), run_id=run_id)
    told = notice(db, alert_id)
    assert told.province == Place(position=2, known=4, is_shared=True)
    assert told.country == Place(position=3, known=5, is_shared=True)


def test_no_place_is_told_among_too_few_or_for_bodies_of_no_common_kind(db: Database) -> None:
    run_id = begin_run(db)
    for number, name in enumerate(
        ("Kabupaten Kudus", "Dinas Sosial", "Dinas Kesehatan", "Dinas X")
    ):
        _rival(db, run_id, number, recipient=name, recipient_code="33.19")
    _, few = store_award(db, article(), claim(), run_id=run_id)
    office = claim(recipient="Dinas Perizinan Kabupaten Blora")
    _, unlike = store_award(db, article(url="https://w.example/dinas"), office, run_id=run_id)
    for alert_id in (few, unlike):
        told = notice(db, alert_id)
        assert (told.province, told.country) == (None, None)


def test_a_withdrawn_award_still_names_who_had_told_it(db: Database) -> None:
    run_id = begin_run(db)
    award_id, alert_id = store_award(db, article(), claim(), run_id=run_id)
    supersede(db, [1], run_id=run_id)
    db.execute("UPDATE awards SET status = 'withdrawn' WHERE id = ?", (award_id,))
    (report,) = notice(db, alert_id).reports
    assert (report.outlet_title, report.score_raw) == ("Warta Blora", "97,84")
    assert report.proof is not None


def _rival(db: Database, run_id: int, number: int, **changes: object) -> int:
    """Another award of the same edition; returns its id."""
    said = claim(previous=(), evidence=(), proof=None, **changes)
    story = article(url=f"https://w.example/{number}")
    return store_award(db, story, said, run_id=run_id)[0]


def test_an_award_of_unknown_edition_has_no_earlier_award(db: Database) -> None:
    run_id = begin_run(db)
    store_award(db, article(url="https://w.example/old"), claim(edition_year=2023), run_id=run_id)
    said = claim(edition_year=None, edition_basis=None, previous=())
    _, alert_id = store_award(db, article(), said, run_id=run_id)
    assert notice(db, alert_id).previous is None


def test_an_alert_that_is_not_there_is_a_lookup_error(db: Database) -> None:
    with pytest.raises(LookupError, match="there is no row 7"):
        notice(db, 7)
