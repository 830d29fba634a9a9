"""A person has the last word on a field: new claims, revisions and better rules leave it alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from crawler.correcting import CorrectionError, Word, correct, undo
from storage.award_records import CorrectedField
from storage.awards import award_by_id
from storage.database import open_store
from storage.notices import notice
from storage.records import EditionBasis
from tests.linking.paper import FIRST, OTHER, THIRD, Paper, score
from tests.storage.samples import NOW, begin_run, claim

ANI = Word(who="Ani", because="laporan Ombudsman, halaman 12", now=NOW + timedelta(days=1))
QUIET = Word(who="Ani", because="salah", now=ANI.now, is_quiet=True)


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with open_store(tmp_path / "piagam.sqlite") as db:
        yield Paper(db=db, run_id=begin_run(db))


def says(paper: Paper, field: str, value: str, award: int = 1, word: Word = ANI) -> None:
    correct(paper.db, award_by_id(paper.db, award), CorrectedField(field), value, word)


def takes_back(paper: Paper, field: str, award: int = 1) -> None:
    undo(paper.db, award_by_id(paper.db, award), CorrectedField(field), ANI)


def test_a_corrected_score_stays_and_the_other_fields_go_on(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "score", "98")
    paper.tells(FIRST, score("94,87", venue="Hotel Quest"))
    paper.tells(OTHER, score("93,11"))
    paper.reads_again(FIRST, score("91,5", zone="kuning"))

    assert paper.awards == [(2024, "98", "corrected")]
    award = award_by_id(paper.db, 1)
    assert (award.score, award.scale, award.zone) == (98.0, 100, "kuning")


def test_a_correction_is_told_with_before_and_after_each_time(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    says(paper, "score", "98,02")
    paper.addresses()
    says(paper, "score", "98,2")

    assert paper.alerts == ["new", "correction", "correction"]
    for alert, before in ((2, "97,84"), (3, "98,02")):
        told = notice(paper.db, alert).before
        assert told is not None
        assert told.score_raw == before


def test_corrections_that_nobody_was_told_of_yet_are_told_as_one(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    says(paper, "score", "98,02")
    says(paper, "venue", "Hotel Quest")
    says(paper, "score", "98,2", word=QUIET)

    assert paper.alerts == ["new", "correction"]
    (alert,) = (row["id"] for row in paper.db.query("SELECT id FROM alerts WHERE kind <> 'new'"))
    told = notice(paper.db, alert)
    assert told.before is not None
    assert (told.before.score_raw, told.before.venue) == ("97,84", None)
    assert (told.award.score_raw, told.award.venue) == ("98,2", "Hotel Quest")


@pytest.mark.parametrize("word", [ANI, QUIET])
def test_a_slip_that_is_taken_back_before_anybody_was_told_is_not_told(
    paper: Paper, word: Word
) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    says(paper, "score", "89")
    undo(paper.db, award_by_id(paper.db, 1), CorrectedField.SCORE, word)
    assert paper.alerts == ["new"]


def test_who_was_not_told_of_the_award_yet_gets_it_as_corrected_and_no_correction(
    paper: Paper,
) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "score", "98,2")
    assert paper.alerts == ["new"]
    assert notice(paper.db, 1).award.score_raw == "98,2"


def test_a_dispute_that_a_person_settles_before_it_was_told_is_only_a_correction_if_at_all(
    paper: Paper,
) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    paper.tells(OTHER, score("97,48"))
    assert paper.alerts == ["new", "conflict"]
    says(paper, "venue", "Hotel Quest")
    assert paper.alerts == ["new", "conflict", "correction"]
    says(paper, "score", "97,48")
    assert paper.alerts == ["new", "correction"]


def test_a_quiet_withdrawal_takes_the_untold_correction_along(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    says(paper, "score", "98,2")
    says(paper, "award", "no", word=QUIET)
    assert paper.alerts == ["new"]


def test_a_quiet_correction_and_one_that_changes_nothing_are_not_told(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "score", "97,84")
    says(paper, "zone", "kuning", word=Word(who="Ani", because="salah", now=NOW, is_quiet=True))

    assert paper.alerts == ["new"]
    assert award_by_id(paper.db, 1).zone == "kuning"


def test_what_is_taken_back_goes_to_what_was_said_before_then_to_the_articles(
    paper: Paper,
) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "score", "98,02")
    says(paper, "score", "98,2")
    takes_back(paper, "score")
    assert paper.awards == [(2024, "98,02", "corrected")]
    takes_back(paper, "score")
    assert paper.awards == [(2024, "97,84", "agreed")]
    with pytest.raises(CorrectionError, match="nobody has corrected score"):
        takes_back(paper, "score")


def test_the_audit_log_tells_who_when_why_before_and_after_for_good(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "score", "98,2")
    takes_back(paper, "score")

    (row,) = paper.db.query("SELECT * FROM corrections")
    assert (row["who"], row["because"]) == ("Ani", ANI.because)
    assert (row["before"], row["after"]) == ("97,84", "98,2")
    assert (row["undone_by"], row["undone_because"]) == ("Ani", ANI.because)
    told = [(e.cause, e.change.field, e.change.after) for e in paper.history]
    assert told == [
        ("correction", "status", "corrected"),
        ("correction", "score", "98,2"),
        ("undo", "status", "agreed"),
        ("undo", "score", "97,84"),
    ]


def test_a_score_settles_a_dispute_and_another_field_does_not(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.tells(OTHER, score("97,48"))
    says(paper, "venue", "Hotel Quest")
    assert paper.awards == [(2024, "97,84", "disputed")]
    says(paper, "score", "97,48")
    assert paper.awards == [(2024, "97,48", "corrected")]


def test_a_fact_can_be_taken_away(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84", predicate="Kualitas Tinggi"))
    says(paper, "score", "-")
    award = award_by_id(paper.db, 1)
    assert (award.score, award.score_raw, award.scale) == (None, None, None)


def test_what_is_no_award_is_withdrawn_whatever_is_reported_until_it_is_taken_back(
    paper: Paper,
) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "award", "no")
    paper.tells(OTHER, score("97,84"))
    paper.reads_again(FIRST, score("97,84"))
    assert paper.awards == [(2024, "97,84", "withdrawn")]

    takes_back(paper, "award")
    assert paper.awards == [(2024, "97,84", "agreed")]
    assert paper.alerts == ["new"]  # nobody was told of it in the meantime


def test_who_was_told_of_an_award_is_told_when_it_is_taken_back_and_when_it_returns(
    paper: Paper,
) -> None:
    paper.tells(FIRST, score("97,84"))
    paper.addresses()
    says(paper, "award", "no")
    assert paper.alerts == ["new", "withdrawal"]
    assert notice(paper.db, 2).is_by_person
    paper.addresses()
    takes_back(paper, "award")
    assert paper.alerts == ["new", "withdrawal", "correction"]


def test_a_corrected_award_stays_when_no_article_says_so_any_more(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "score", "98,2")
    paper.reads_again(FIRST)
    assert paper.awards == [(2024, "98,2", "corrected")]
    takes_back(paper, "score")
    assert paper.awards[0][2] == "withdrawn"


def test_another_edition_takes_the_reports_along_and_those_that_tell_the_same(
    paper: Paper,
) -> None:
    stated = EditionBasis.STATED
    paper.tells(FIRST, score("97,84", edition_basis=stated))
    says(paper, "edition_year", "2023")
    assert paper.awards == [(2023, "97,84", "corrected")]

    paper.tells(OTHER, score("97,84", edition_basis=stated))
    paper.reads_again(FIRST, score("97,84", edition_basis=stated))
    assert paper.awards == [(2023, "97,84", "corrected")]
    assert paper.board == [(FIRST, "97,84", 2)]

    paper.tells(THIRD, score("95,5", edition_basis=stated))
    assert paper.awards == [(2023, "97,84", "corrected"), (2024, "95,5", "agreed")]

    takes_back(paper, "edition_year")
    years = sorted(year for year, _, status in paper.awards if status != "withdrawn")
    assert years == [2024]


def test_another_recipient_takes_its_region_along(paper: Paper) -> None:
    paper.tells(FIRST, score("97,84"))
    says(paper, "recipient", "kota tegal")
    award = award_by_id(paper.db, 1)
    assert (award.recipient, award.recipient_code) == ("Kota Tegal", "33.76")

    paper.tells(OTHER, score("97,84", recipient="Kota Tegal", recipient_code="33.76"))
    paper.reads_again(FIRST, score("97,84", venue="Hotel Quest"))
    assert paper.board == [(FIRST, "97,84", 2)]
    assert award_by_id(paper.db, 1).venue == "Hotel Quest"

    takes_back(paper, "recipient")
    rows = paper.db.query("SELECT recipient, reports FROM award_board ORDER BY recipient")
    assert [tuple(row.values()) for row in rows] == [("Kabupaten Blora", 1), ("Kota Tegal", 1)]


@pytest.mark.parametrize(
    ("field", "value"), [("edition_year", "2023"), ("recipient", "Kota Tegal")]
)
def test_two_awards_never_become_one_by_a_correction(paper: Paper, field: str, value: str) -> None:
    other = {"edition_year": 2023} if field == "edition_year" else {"recipient": "Kota Tegal"}
    paper.tells(FIRST, score("97,84"))
    paper.tells(OTHER, score("91,5", **other))
    with pytest.raises(CorrectionError, match=r"award 2 is .* already"):
        says(paper, field, value)
    assert paper.db.execute("SELECT count(*) FROM corrections").fetchone() == (0,)


def test_what_was_said_of_an_award_that_merges_holds_for_the_one_that_is_left(
    paper: Paper,
) -> None:
    paper.tells(FIRST, score("98,2", edition_year=2023))
    says(paper, "venue", "Gedung Gradhika")
    paper.tells(OTHER, claim(score=None, score_raw=None, scale=None, award_date=None))
    paper.tells(THIRD, score("98,2", edition_basis=EditionBasis.STATED))

    assert paper.awards == [(2023, "98,2", "withdrawn"), (2024, "98,2", "corrected")]
    assert award_by_id(paper.db, 2).venue == "Gedung Gradhika"


def test_an_award_that_a_person_moved_does_not_take_another_along(paper: Paper) -> None:
    paper.tells(OTHER, score("97,84", edition_year=2024))
    paper.tells(FIRST, score("91,5", edition_year=2022))
    says(paper, "edition_year", "2023", award=2)
    paper.tells(FIRST, score("97,84", edition_year=2024))

    assert paper.awards == [(2024, "97,84", "agreed"), (2023, "91,5", "corrected")]
