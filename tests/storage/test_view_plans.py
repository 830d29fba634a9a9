"""The views answer by index: no question of an analyst passes a table that grows every night."""

import pytest
from sqlite_utils import Database

GROWS_WITH_NIGHTS = (
    "addresses",
    "articles",
    "award_claims",
    "awards",
    "claims",
    "claim_units",
    "claim_previous",
    "evidence",
    "gaps",
    "outlet_runs",
    "responses",
    "revisions",
    "runs",
)
QUESTIONS = (
    "SELECT * FROM award_board WHERE scheme = 'spbe' AND edition_year = 2024 ORDER BY score DESC",
    "SELECT * FROM award_board WHERE province_code = '33' AND scheme = 'spbe' AND edition_year = 1",
    "SELECT * FROM award_board WHERE province_code = '33' ORDER BY edition_year DESC",
    "SELECT * FROM award_board WHERE recipient_code = '33.16'",
    "SELECT * FROM award_board WHERE recipient = 'Kota Tegal'",
    "SELECT * FROM award_board WHERE award_id = 1",
    "SELECT * FROM award_board WHERE edition_year = 2024",
    "SELECT * FROM award_board ORDER BY first_stored_at DESC LIMIT 100",
    "SELECT * FROM award_reports WHERE award_id = 1 ORDER BY place",
    "SELECT * FROM award_reports WHERE article_id = 1",
    "SELECT * FROM award_reports WHERE outlet = 'wartablora'",
    "SELECT * FROM score_history WHERE recipient = 'Kota Tegal' AND scheme = 'spbe'",
    "SELECT * FROM unit_scores WHERE award_id = 1",
    "SELECT * FROM unit_scores WHERE recipient = 'Kota Tegal' AND scheme = 'spbe'",
    "SELECT * FROM unit_scores WHERE scheme = 'spbe' AND edition_year = 2024",
    "SELECT * FROM disputes WHERE scheme = 'spbe' AND edition_year = 2024",
    "SELECT * FROM disputes WHERE award_id = 1",
    "SELECT * FROM first_reporters WHERE scheme = 'spbe' AND edition_year = 2024",
    "SELECT outlet, count(*) FROM first_reporters WHERE edition_year = 2025 GROUP BY outlet",
    "SELECT * FROM first_reporters WHERE outlet = 'wartablora'",
    "SELECT * FROM first_reporters WHERE award_id = 1",
    "SELECT * FROM certificate WHERE run_id = 1",
    "SELECT * FROM certificate WHERE outlet = 'wartablora' ORDER BY run_id DESC LIMIT 100",
    "SELECT * FROM coverage",
    "SELECT * FROM outlet_health",
    "SELECT * FROM outlet_standing",
    "SELECT * FROM held_alerts",
)


def passed(db: Database, sql: str) -> list[str]:
    """The steps of its plan that pass a whole table or index of those that grow."""
    steps = [step for (*_, step) in db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    assert steps
    aliases = ("behind", "saying", "others", "opening", "back", "good", "latest", "reports")
    named = tuple(f"SCAN {name}" for name in (*GROWS_WITH_NIGHTS, *aliases))
    return [step for step in steps if step.removesuffix(" USING").startswith(named)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_by_look_ups(db: Database, question: str) -> None:
    allowed = {"SCAN awards USING INDEX awards_found"} if "first_stored_at" in question else set()
    assert set(passed(db, question)) <= allowed


def test_a_count_looks_up_nothing_that_it_does_not_tell(db: Database) -> None:
    steps = [
        step
        for (*_, step) in db.execute(
            "EXPLAIN QUERY PLAN SELECT scheme, edition_year, count(*), avg(score)"
            " FROM award_board GROUP BY scheme, edition_year"
        ).fetchall()
    ]
    assert steps == ["SCAN awards USING INDEX awards_scheme"]


@pytest.mark.parametrize(
    ("question", "step"),
    [
        (
            "SELECT waiting FROM outlet_health",
            "SEARCH addresses USING INDEX addresses_waiting (outlet=?)",
        ),
        (
            "SELECT read_to FROM coverage",
            "SEARCH outlet_runs USING COVERING INDEX outlet_runs_read (outlet=?)",
        ),
    ],
)
def test_what_waits_and_what_was_read_is_found_without_all_of_an_outlet(
    db: Database, question: str, step: str
) -> None:
    steps = db.execute(f"EXPLAIN QUERY PLAN {question}").fetchall()
    assert step in [each for (*_, each) in steps]


def test_the_plan_without_an_index_would_be_seen(db: Database) -> None:
    assert passed(db, "SELECT * FROM award_board WHERE venue = 'Semarang'") == ["SCAN awards"]
    assert passed(db, "SELECT count(*) FROM articles WHERE editor = 'a'") == ["SCAN articles"]
