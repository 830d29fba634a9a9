"""The views an analyst looks at first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlite_utils import Database

from storage.awards import attach_claim, insert_award
from storage.records import (
    AwardStatus,
    ClaimRelation,
    EarlierScore,
    EditionBasis,
    RunStatus,
    UnitScore,
)
from storage.runs import end_outlet_run, end_run, start_outlet_run
from tests.storage.samples import (
    NOW,
    TEXT,
    article,
    award_of,
    begin_run,
    claim,
    fill,
    store_award,
    store_story,
)


def test_the_award_board_has_one_row_for_each_award_with_its_proof(db: Database) -> None:
    fill(db)
    (row,) = db.query("SELECT * FROM award_board")
    expected = {
        "recipient": "Kabupaten Blora",
        "recipient_code": "33.16",
        "province_code": "33",
        "scheme": "ombudsman-kepatuhan",
        "grantor": "Ombudsman RI",
        "edition_year": 2024,
        "edition_basis": "calendar",
        "score": 97.84,
        "score_raw": "97,84",
        "scale": 100,
        "zone": "hijau",
        "award_date": "2024-12-02",
        "status": "agreed",
        "reports": 2,
        "outlets": 2,
        "first_outlet": "wartablora",
        "first_url": article().url,
        "first_published": "2024-12-02T23:06:00+07:00",
        "proof": "Ombudsman memberi Kabupaten Blora nilai 97,84 untuk kepatuhan pelayanan publik.",
    }
    assert {name: row[name] for name in expected} == expected


def test_an_award_without_claims_stays_on_the_board(db: Database) -> None:
    insert_award(db, award_of(claim()), run_id=begin_run(db), now=NOW)
    (row,) = db.query("SELECT reports, first_url, proof FROM award_board")
    assert row == {"reports": 0, "first_url": None, "proof": None}


def history(db: Database) -> list[tuple[object, ...]]:
    return db.execute(
        "SELECT year, score, source, since_year, change FROM score_history ORDER BY year"
    ).fetchall()


def test_score_history_prefers_awards_and_fills_in_what_reports_tell(db: Database) -> None:
    run_id = begin_run(db)
    older = claim(edition_year=2022, score=88.5, score_raw="88,5", previous=(), evidence=())
    store_award(db, article(url="https://w.example/old"), older, run_id=run_id)
    told = (
        EarlierScore(year=2023, score=92.69, raw="92,69"),
        EarlierScore(year=2022, score=80.0, raw="80"),
        EarlierScore(year=None, score=70.0, raw="70"),
    )
    store_award(db, article(), claim(previous=told), run_id=run_id)
    assert history(db) == [
        (2022, 88.5, "award", None, None),
        (2023, 92.69, "told", 2022, 4.19),
        (2024, 97.84, "award", 2023, 5.15),
    ]


def test_of_told_scores_the_one_that_most_reports_tell_counts(db: Database) -> None:
    run_id = begin_run(db)
    for number, score in enumerate((92.69, 92.96, 92.69)):
        earlier = (EarlierScore(year=2023, score=score, raw=str(score)),)
        story = article(url=f"https://w.example/{number}")
        store_story(db, story, claim(previous=earlier), run_id=run_id)
    assert history(db) == [(2023, 92.69, "told", None, None)]


def test_a_change_of_scale_is_no_change_of_score(db: Database) -> None:
    run_id = begin_run(db)
    for number, (year, score, scale) in enumerate(((2023, 4.4, 5), (2024, 88.0, 100))):
        said = claim(
            edition_year=year,
            score=score,
            score_raw=str(score),
            scale=scale,
            previous=(),
            evidence=(),
        )
        store_award(db, article(url=f"https://w.example/{number}"), said, run_id=run_id)
    assert history(db) == [(2023, 4.4, "award", None, None), (2024, 88.0, "award", 2023, None)]


def test_an_award_of_unknown_edition_is_not_in_the_history(db: Database) -> None:
    said = claim(edition_year=None, edition_basis=None, previous=())
    store_award(db, article(), said, run_id=begin_run(db))
    assert history(db) == []


def test_what_no_longer_counts_is_not_in_the_history(db: Database) -> None:
    run_id = begin_run(db)
    award_id, _ = store_award(db, article(), claim(), run_id=run_id)
    assert [year for year, *_ in history(db)] == [2023, 2024]
    db.execute("UPDATE awards SET status = 'withdrawn' WHERE id = ?", [award_id])
    assert [year for year, *_ in history(db)] == [2023]
    db.execute("UPDATE claims SET superseded_run = ?", [run_id])  # read again by other rules
    assert history(db) == []


def test_the_first_reporter_is_told_with_who_followed(db: Database) -> None:
    fill(db)
    (row,) = db.query("SELECT outlet, hours_ahead, followers FROM first_reporters")
    assert row == {"outlet": "wartablora", "hours_ahead": 8.9, "followers": 1}
    db.execute("UPDATE awards SET status = 'withdrawn'")
    assert list(db.query("SELECT outlet FROM first_reporters")) == []


def test_unit_scores_come_from_the_latest_revision_of_each_report(db: Database) -> None:
    run_id = begin_run(db)
    award_id, _ = store_award(db, article(), claim(), run_id=run_id)
    units = (UnitScore(unit="DPMPTSP", score=99.0, raw="99"),)
    said = claim(units=units, evidence=())
    _, claim_id = store_story(db, article(text=TEXT + " Ralat."), said, run_id=run_id)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.SAME)
    rows = db.execute(
        "SELECT unit, score, score_raw, relation, outlet, edition_year FROM unit_scores"
    ).fetchall()
    assert rows == [("DPMPTSP", 99.0, "99", "same", "wartablora", 2024)]


def test_outlet_health_looks_at_the_last_seven_runs(db: Database) -> None:
    statuses = [RunStatus.FINISHED] * 8 + [RunStatus.FAILED]
    for night, status in enumerate(statuses):
        now = NOW + timedelta(days=night)
        run_id = begin_run(db, now)
        start_outlet_run(db, run_id=run_id, outlet="wartablora", now=now)
        reason = "robots.txt answered 500" if status is RunStatus.FAILED else None
        end_outlet_run(
            db,
            run_id=run_id,
            outlet="wartablora",
            status=status,
            reason=reason,
            now=now,
            requests=2,
        )
        end_run(db, run_id=run_id, status=status, now=now)
    rows = {row["outlet"]: row for row in db.query("SELECT * FROM outlet_health")}
    expected = {
        "title": "Warta Blora",
        "last_run": 9,
        "last_status": "failed",
        "last_reason": "robots.txt answered 500",
        "last_success_at": (NOW + timedelta(days=7)).isoformat(),
        "runs_7": 7,
        "finished_7": 6,
        "requests_7": 14,
        "waiting": 0,
        "articles": 0,
        "newest_published": None,
    }
    assert {name: rows["wartablora"][name] for name in expected} == expected
    assert rows["klikjateng"]["last_status"] == "expected"
    assert rows["klikjateng"]["last_success_at"] is None


def test_an_outlet_that_was_never_crawled_has_a_row(db: Database) -> None:
    begin_run(db)
    db.execute("DELETE FROM outlet_runs")
    rows = db.execute("SELECT outlet, last_run, runs_7 FROM outlet_health").fetchall()
    assert sorted(rows) == [("klikjateng", None, 0), ("wartablora", None, 0)]


@pytest.mark.parametrize("year", [None, 2024])
def test_the_board_says_where_the_edition_comes_from(db: Database, year: int | None) -> None:
    basis = None if year is None else EditionBasis.STATED
    award = replace(award_of(claim()), edition_year=year, edition_basis=basis)
    insert_award(db, award, run_id=begin_run(db), now=NOW)
    (row,) = db.execute("SELECT edition_year, edition_basis FROM award_board").fetchall()
    assert row == (year, basis)


def test_a_withdrawn_award_is_no_history(db: Database) -> None:
    run_id = begin_run(db)
    for year, status in ((2022, AwardStatus.WITHDRAWN), (2023, AwardStatus.AGREED)):
        award = replace(award_of(claim(edition_year=year)), status=status)
        insert_award(db, award, run_id=run_id, now=NOW)
    rows = [(row["year"], row["change"]) for row in db.query("SELECT * FROM score_history")]
    assert rows == [(2023, None)]
