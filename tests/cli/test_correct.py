"""`piagam correct`: the last word of a person, with the reason, by number or by facts."""

import json
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlite_utils import Database

from storage.awards import award_by_id
from storage.database import open_store
from storage.records import AwardStatus
from tests.cli.console import Console
from tests.linking.paper import FIRST, OTHER, THIRD, Paper, score
from tests.storage.samples import begin_run

WHY = ("--because", "laporan halaman 12", "--who", "Ani")


@pytest.fixture
def db(console: Console) -> Iterator[Database]:
    """A store with award 1 of Kabupaten Blora, which is disputed, and 2 of an office of it."""
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as store:
        paper = Paper(db=store, run_id=begin_run(store))
        paper.tells(FIRST, score("97,84"))
        paper.tells(OTHER, score("97,48"))
        paper.tells(THIRD, score("99,1", recipient="DPMPTSP Kabupaten Blora"))
        yield store


@pytest.mark.parametrize(
    "named", ["1", "Kabupaten Blora Ombudsman 2024", "ombudsman-kepatuhan 2024 kabupaten  blora"]
)
def test_an_award_is_corrected_by_its_number_or_by_its_facts(
    console: Console, db: Database, named: str
) -> None:
    said = console.run("correct", named, "score", "97,48", *WHY)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "award 1, Kabupaten Blora, Ombudsman 2024: corrected",
        "  score: 97,84 -> 97,48",
        "  `piagam alerts send` tells the subscribers, `piagam watch` by itself",
    ]
    assert award_by_id(db, 1).score == 97.48


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("score", "97.48", "97,48"),
        ("score", "98", "98"),
        ("predicate", "kualitas tertinggi", "Kualitas Tertinggi"),
        ("category", "a", "A"),
        ("zone", "Hijau", "hijau"),
        ("rank", "3", "3"),
        ("rank-scope", "se-Jawa Tengah", "se-Jawa Tengah"),
        ("award_date", "2 Desember 2024", "2024-12-02"),
        ("award-date", "2024-12-02", "2024-12-02"),
        ("venue", " Hotel  Quest ", "Hotel Quest"),
        ("edition_year", "2023", "2023"),
        ("recipient", "kota semarang", "Kota Semarang"),
        ("recipient", "DPMPTSP kota tegal", "DPMPTSP Kota Tegal"),
        ("venue", "-", None),
        ("award", "bukan", "no"),
    ],
)
def test_values_are_taken_as_indonesians_write_them_or_as_iso(
    console: Console, db: Database, field: str, value: str, kept: str | None
) -> None:
    assert console.run("correct", "1", field, value, *WHY).code == 0
    assert [row["after"] for row in db.table("corrections").rows] == [kept]


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["1", "score", "tinggi"], "write 97,84"),
        (["1", "score", "197,84"], "0 to 100"),
        (["1", "zone", "biru"], "one of hijau, kuning, merah"),
        (["1", "predicate", "Prima"], "Kualitas Tertinggi"),
        (["1", "rank", "0"], "from 1 on"),
        (["1", "award_date", "31 Februari 2024"], "write 2024-12-02"),
        (["1", "award_date", "2 Desember"], "write 2024-12-02"),
        (["1", "edition_year", "24"], "write its year"),
        (["1", "recipient", "Kabupaten Antah"], "write Kabupaten Batang"),
        (["1", "recipient", "-"], "needs a value"),
        (["1", "award", "yes"], "--undo takes that back"),
        (["1", "skor", "97,84"], "one of score, predicate"),
        (["9", "score", "97,84"], "`piagam awards` shows them"),
        (["Blora 2024", "score", "97,84"], "1 (Kabupaten Blora, ombudsman-kepatuhan 2024), 2 ("),
        (["Batang", "score", "97,84"], "`piagam awards` shows them"),
        (["1"], "AWARD FIELD VALUE"),
        (["1", "score"], "needs a value"),
        (["1", "score", "97,84", "--undo"], "--undo takes no value"),
    ],
)
def test_wrong_input_is_one_line_with_the_mend_and_changes_nothing(
    console: Console, db: Database, arguments: list[str], mend: str
) -> None:
    said = console.run("correct", *arguments, *WHY)
    assert (said.code, said.out, len(said.complaints)) == (2, "", 1)
    assert mend in said.err
    assert db.table("corrections").count == 0


def test_a_correction_needs_its_reason(console: Console, db: Database) -> None:
    said = console.run("correct", "1", "score", "97,84")
    assert (said.code, len(said.complaints)) == (2, 1)
    assert "--because" in said.err


def test_nothing_to_take_back_and_a_name_that_is_taken_are_failures(
    console: Console, db: Database
) -> None:
    said = console.run("correct", "1", "score", "--undo", *WHY)
    assert (said.code, len(said.complaints)) == (1, 1)
    assert "nobody has corrected score" in said.err
    said = console.run("correct", "2", "recipient", "Kabupaten Blora", *WHY)
    assert (said.code, len(said.complaints)) == (1, 1)
    assert "award 1 is Kabupaten Blora" in said.err


def test_the_history_tells_each_change_and_who_said_so(console: Console, db: Database) -> None:
    console.run("correct", "1", "score", "97,48", *WHY)
    console.run("correct", "1", "score", "--undo", "--because", "salah baca", "--who", "Budi")
    said = console.run("correct", "1", "--history")
    assert said.code == 0
    told = "\n".join(line.split("  ")[-1] for line in said.out.splitlines())
    assert told.splitlines() == [
        "award 1, Kabupaten Blora, Ombudsman 2024: disputed",
        "status: agreed -> disputed",
        f"report: {OTHER}",
        "status: disputed -> corrected",
        "Ani: laporan halaman 12",
        "score: 97,84 -> 97,48",
        "Ani: laporan halaman 12",
        "status: corrected -> disputed",
        "Budi took back what Ani said: salah baca",
        "score: 97,48 -> 97,84",
        "Budi took back what Ani said: salah baca",
    ]


def test_who_says_so_is_the_login_name_unless_another_is_given(
    console: Console, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "redaktur")
    console.run("correct", "1", "zone", "kuning", "--because", "salah", "--quiet")
    assert [row["who"] for row in db.table("corrections").rows] == ["redaktur"]
    kinds = [kind for (kind,) in db.execute("SELECT kind FROM alerts ORDER BY id")]
    assert kinds == ["new", "new"]


def test_the_sides_of_a_dispute_are_shown_with_outlet_number_and_sentence(
    console: Console, db: Database
) -> None:
    table = console.run("awards").out
    assert "  Kabupaten Blora 2024: 97,84 (wartablora); 97,48 (wartablora)" in table
    rows = [json.loads(line) for line in console.run("awards", "--json").out.splitlines()]
    (award,) = [row for row in rows if row["status"] == AwardStatus.DISPUTED]
    assert [(side["url"], side["score_raw"]) for side in award["sides"]] == [
        (FIRST, "97,84"),
        (OTHER, "97,48"),
    ]
    assert (award["independent_reports"], award["copies"]) == (2, 0)


def test_history_with_a_correction_beside_it_changes_nothing_and_says_so(
    console: Console, db: Database
) -> None:
    said = console.run("correct", "1", "score", "97,48", *WHY, "--history")
    assert said.code == 2
    assert said.err.startswith("piagam: Invalid value: --history only shows; ")
    assert award_by_id(db, 1).score_raw == "97,84"


@pytest.mark.parametrize(
    ("field", "value"), [("award_date", "2999-01-01"), ("edition_year", "2099")]
)
def test_what_is_yet_to_come_cannot_be_an_award(
    console: Console, db: Database, field: str, value: str
) -> None:
    said = console.run("correct", "1", field, value, *WHY)
    assert said.code == 2
    assert "is yet to come; write the " in said.err


def test_a_slip_taken_back_in_time_promises_no_mail(console: Console, db: Database) -> None:
    with db.atomic():
        Paper(db=db, run_id=1).addresses()
    said = console.run("correct", "2", "score", "89", *WHY)
    assert "`piagam alerts send` tells the subscribers" in said.out
    said = console.run("correct", "2", "score", "--undo", *WHY)
    assert "alerts send" not in said.out
    assert "89 -> 99,1" in said.out
