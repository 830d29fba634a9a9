"""What a story says now replaces what it said: awards made anew, corrections, old news."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.awards import award_by_id
from storage.database import open_store
from storage.held_claims import claims_of_award
from storage.notices import notice
from storage.outbox import begin_connect, begin_hand_over, mark_sent
from storage.records import EditionBasis
from tests.addressing import claim_due
from tests.linking.paper import FIRST, GRANTORS, OTHER, THIRD, Paper, score
from tests.storage.samples import NOW, begin_run, claim


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with open_store(tmp_path / "piagam.sqlite") as db:
        yield Paper(db=db, run_id=begin_run(db))


def test_a_score_that_its_own_story_corrects_corrects_the_award(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    paper.tells(FIRST, score("94,87"))

    assert paper.awards == [(2024, "94,87", "agreed")]
    assert paper.alerts == ["new", "correction"]
    assert paper.board == [(FIRST, "94,87", 1)]


def test_a_story_that_only_says_more_or_the_same_again_is_no_correction(paper: Paper) -> None:
    paper.tells(FIRST, score("97,8", venue=None, predicate=None))
    paper.tells(FIRST, score("97,84", venue="Hotel Quest", predicate="Kualitas Tertinggi"))
    paper.tells(FIRST, score("97,84", venue="Hotel Quest", predicate="Kualitas Tertinggi"))

    assert paper.alerts == ["new"]
    assert paper.awards == [(2024, "97,84", "agreed")]
    claims = paper.db.execute("SELECT count(*) FROM claims WHERE superseded_run IS NULL")
    assert claims.fetchone() == (1,)


@pytest.mark.parametrize("change", [{"predicate": "Kualitas Tinggi"}, {"zone": "kuning"}])
def test_another_predicate_or_zone_is_a_correction_too(
    paper: Paper, change: dict[str, str]
) -> None:
    paper.tells(FIRST, claim(predicate="Kualitas Tertinggi"))
    paper.addresses()
    paper.tells(FIRST, claim(**{"predicate": "Kualitas Tertinggi", **change}))

    assert paper.alerts == ["new", "correction"]


def test_an_edition_that_its_story_corrects_stays_the_same_award(paper: Paper) -> None:
    paper.tells(FIRST, claim(edition_year=2023))
    paper.addresses()
    paper.tells(FIRST, claim(edition_year=2024))

    assert paper.awards == [(2024, "97,84", "agreed")]
    assert paper.alerts == ["new", "correction"]


def test_what_changes_before_anybody_was_told_is_told_once_as_it_stands(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.tells(OTHER, score("97,48"))
    paper.tells(THIRD, score("97,48"))
    assert paper.alerts == ["new"]
    assert notice(paper.db, 1).award.score_raw == "97,48"


def test_an_award_that_no_story_reports_any_more_is_withdrawn_and_comes_back(paper: Paper) -> None:
    paper.tells(FIRST, claim())
    paper.tells(FIRST)
    assert paper.awards == [(2024, "97,84", "withdrawn")]
    assert paper.board == []
    assert claim_due(paper.db, ["humas@example.id"], NOW) == ()

    paper.tells(FIRST, claim())
    assert paper.awards == [(2024, "97,84", "agreed")]
    assert paper.alerts == ["new"]
    assert len(claim_due(paper.db, ["humas@example.id"], NOW)) == 1


ANI, BUDI = "ani@example.id", "budi@example.id"


def test_who_was_told_of_an_award_is_told_when_nobody_reports_it_any_more(paper: Paper) -> None:
    paper.tells(FIRST, claim())
    paper.tells(OTHER, claim())
    (first,) = claim_due(paper.db, [ANI], NOW)
    begin_connect(paper.db, first, now=NOW)
    begin_hand_over(paper.db, first, message_id="<1@example.id>", now=NOW)
    mark_sent(paper.db, first, reply="250", now=NOW)
    paper.tells(FIRST)
    assert paper.alerts == ["new"]
    paper.tells(OTHER)
    assert paper.alerts == ["new", "withdrawal"]
    told = notice(paper.db, 2)
    assert (told.award.status, told.award.score_raw) == ("withdrawn", "97,84")

    (due,) = claim_due(paper.db, [ANI, BUDI], NOW)
    assert (due.person, due.alert_id) == (ANI, 2)
    paper.tells(OTHER, text="Lain.")
    paper.tells(OTHER, claim())
    assert paper.alerts == ["new", "withdrawal", "correction"]


def test_a_dispute_ends_when_the_story_that_erred_is_corrected(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    paper.tells(OTHER, score("97,48"))
    assert paper.awards == [(2024, "97,84", "disputed")]
    paper.tells(OTHER, score("97,48", venue="Hotel Quest"))
    assert paper.alerts == ["new", "conflict"]

    paper.tells(OTHER, score("97,84"))
    assert paper.awards == [(2024, "97,84", "agreed")]
    assert paper.alerts == ["new", "conflict"]


def test_the_next_report_becomes_the_first_when_the_first_takes_its_word_back(
    paper: Paper,
) -> None:
    paper.tells(FIRST, claim())
    paper.tells(OTHER, claim())
    paper.tells(FIRST)
    assert paper.board == [(OTHER, "97,84", 1)]

    paper.tells(FIRST, claim())
    assert paper.board == [(FIRST, "97,84", 2)]
    relations = [held.relation for held in claims_of_award(paper.db, 1)]
    assert relations == ["first", "same"]


def test_what_is_found_in_old_pages_is_kept_for_the_digest(paper: Paper) -> None:
    paper.tells(FIRST, claim(), is_backfilled=True)
    assert paper.alerts == ["new"]
    assert claim_due(paper.db, ["humas@example.id"], NOW) == ()
    assert paper.db.execute("SELECT is_backfilled FROM awards").fetchall() == [(1,)]

    paper.tells(FIRST, claim(), claim(recipient="Kabupaten Batang"))
    (due,) = claim_due(paper.db, ["humas@example.id"], NOW)
    told = "SELECT recipient FROM alerts JOIN awards ON awards.id = award_id WHERE alerts.id = ?"
    assert paper.db.execute(told, (due.alert_id,)).fetchone() == ("Kabupaten Batang",)


def test_a_later_majority_corrects_what_people_were_told(paper: Paper) -> None:
    paper.tells(FIRST, score("98,02"))
    paper.addresses()
    paper.tells(OTHER, score("98,2"))
    paper.tells(THIRD, score("98,2"))

    assert paper.awards == [(2024, "98,2", "agreed")]
    assert paper.alerts == ["new", "conflict", "correction"]
    told = notice(paper.db, 3)
    assert told.before is not None
    assert (told.before.score_raw, told.before.status) == ("98,02", "disputed")
    assert told.award.score_raw == "98,2"
    changes = [(e.cause, e.change.field, e.change.before, e.change.after) for e in paper.history]
    assert changes == [
        ("report", "status", "agreed", "disputed"),
        ("report", "status", "disputed", "agreed"),
        ("report", "score", "98,02", "98,2"),
    ]
    assert {entry.url for entry in paper.history} == {OTHER, THIRD}


def test_a_report_that_differs_from_a_majority_disputes_nothing(paper: Paper) -> None:
    for url in (FIRST, OTHER):
        paper.tells(url, score("98,2"))
    paper.tells(THIRD, score("98,02"))

    assert paper.awards == [(2024, "98,2", "agreed")]
    assert paper.alerts == ["new"]
    relations = [held.relation for held in claims_of_award(paper.db, 1)]
    assert relations == ["first", "same", "conflict"]


def test_the_word_of_the_grantors_own_site_settles_it(paper: Paper) -> None:
    for url in (FIRST, OTHER):
        paper.tells(url, score("98,02"))
    paper.addresses()
    paper.tells(GRANTORS, score("98,2"))

    assert paper.awards == [(2024, "98,2", "agreed")]
    assert paper.alerts == ["new", "correction"]


def test_a_third_side_is_told_and_a_further_report_of_a_known_side_is_not(paper: Paper) -> None:
    paper.tells(FIRST, score("98,02"))
    paper.addresses()
    paper.tells(OTHER, score("98,2"))
    paper.tells(THIRD, score("91,5"))
    assert paper.alerts == ["new", "conflict", "conflict"]

    paper.tells(THIRD, score("91,5", venue="Hotel Quest"))
    assert paper.alerts == ["new", "conflict", "conflict"]


def test_an_award_of_a_guessed_edition_becomes_the_stated_one_and_keeps_its_alert(
    paper: Paper,
) -> None:
    paper.tells(FIRST, score("98,2", edition_year=2023))
    paper.addresses()
    paper.tells(OTHER, score("98,2", edition_basis=EditionBasis.STATED))

    assert paper.awards == [(2024, "98,2", "agreed")]
    assert paper.alerts == ["new", "correction"]
    assert notice(paper.db, 2).before == replace(
        award_by_id(paper.db, 1), edition_year=2023, edition_basis=EditionBasis.CALENDAR
    )


def test_two_awards_that_prove_one_keep_one_alert_each_and_raise_no_third(paper: Paper) -> None:
    paper.tells(FIRST, score("98,2", edition_year=2023))
    paper.tells(OTHER, claim(score=None, score_raw=None, scale=None, award_date=None))
    assert paper.awards == [(2023, "98,2", "agreed"), (2024, None, "agreed")]

    stated = EditionBasis.STATED
    paper.tells(THIRD, score("98,2", edition_basis=stated))
    assert paper.awards == [(2023, "98,2", "withdrawn"), (2024, "98,2", "agreed")]
    assert paper.alerts == ["new", "new"]


def test_reading_everything_again_changes_nothing(paper: Paper) -> None:
    def everything() -> list[object]:
        tables = ("awards", "award_history", "alerts", "similar_articles", "corrections")
        rows = [list(paper.db.table(table).rows) for table in tables]
        board = "SELECT * FROM award_reports AS r JOIN award_board USING (award_id)"
        return [*rows, [{**row, "claim_id": 0} for row in paper.db.query(board)]]

    told = {FIRST: score("98,02"), OTHER: score("98,2"), THIRD: score("98,2")}
    for url, said in told.items():
        paper.tells(url, said, text="Satu kabar untuk semua.")
    before = everything()
    for url, said in told.items():
        paper.reads_again(url, said)
    assert everything() == before


@pytest.mark.parametrize("order", [(FIRST, OTHER, THIRD), (THIRD, OTHER, FIRST)])
def test_who_published_first_is_the_first_reporter_and_the_copied_one(
    paper: Paper, order: tuple[str, ...]
) -> None:
    texts = {THIRD: "Loket ramai dan petugas tersenyum kepada siapa saja yang datang."}
    for url in order:
        paper.tells(url, score("98,2"), text=texts.get(url, "Satu kabar dari satu kantor berita."))

    (row,) = paper.db.query("SELECT first_url, independent_reports, copies FROM award_board")
    assert row == {"first_url": FIRST, "independent_reports": 2, "copies": 1}
    assert {each.url: each.copies for each in notice(paper.db, 1).reports} == {FIRST: 1, THIRD: 0}
