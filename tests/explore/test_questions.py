"""The canned questions: each runs, speaks both languages, and its page answers it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from crawler.explore.canned import Question, load_questions
from crawler.explore.speaking import load_texts
from crawler.explore.visits import LANGUAGES
from crawler.reference import refresh_reference
from storage.database import open_store
from tests.explore.plans import walked
from tests.explore.serving import Reader, open_window
from tests.storage.samples import fill

QUESTIONS = tuple(load_questions().values())
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled store with a dispute, a correction and a copy in it."""
    made = tmp_path_factory.mktemp("questions")
    with open_store(made / "piagam.sqlite") as db:
        fill(db)
        refresh_reference(db)
        db.execute("UPDATE awards SET status = 'disputed'")
        db.execute("UPDATE award_claims SET copy_of = 1 WHERE claim_id = 2")
        db.execute(
            "INSERT INTO corrections (award_id, field, before, after, who, because, corrected_at)"
            " VALUES (1, 'venue', NULL, '=1+1', 'Ani', '<b>laporan</b>', '2024-12-04T01:00Z')"
        )
    return made


@pytest.fixture(scope="module")
def reader(folder: Path) -> Iterator[Reader]:
    with open_window(folder) as opened:
        yield opened


def test_there_are_more_than_ten_in_an_order_of_their_own() -> None:
    places = [question.place for question in QUESTIONS]
    assert places == list(range(1, len(QUESTIONS) + 1))
    assert len(places) >= 13


@each_question
def test_its_columns_are_those_of_its_sql(folder: Path, question: Question) -> None:
    with open_store(folder / "piagam.sqlite") as db:
        values = dict.fromkeys((each.name for each in question.parameters), "")
        cursor = db.execute(question.sql, values)
        assert [each[0] for each in cursor.description] == [each.name for each in question.columns]
    drawn = {question.chart.name, question.chart.value} if question.chart else set()
    assert drawn <= {column.name for column in question.columns}


@each_question
def test_its_sql_asks_for_every_parameter_and_no_other(question: Question) -> None:
    asked = set(re.findall(r":([a-z]+)", question.sql))
    assert asked == {each.name for each in question.parameters}


@each_question
def test_its_answer_walks_through_no_table_that_grows(folder: Path, question: Question) -> None:
    values = {each.name: each.default or "33" for each in question.parameters}
    with open_store(folder / "piagam.sqlite") as db:
        # Without statistics SQLite looks for what is disputed among all awards, in their own order.
        allowed = {"awards"} if question.name == "disputes" else set()
        assert walked(db, question.sql, values) <= allowed


@each_question
def test_it_speaks_both_languages(question: Question) -> None:
    assert set(question.title) == set(question.about) == set(LANGUAGES)
    assert len({*question.title.values(), *question.about.values()}) == 4
    titles = {column.title for column in question.columns}
    titles |= {each.title for each in question.parameters}
    titles |= {each.everything for each in question.parameters if each.everything}
    assert titles <= load_texts().keys()


@each_question
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_page_opens_without_a_word_said(
    reader: Reader, question: Question, language: str
) -> None:
    page = unescape(reader.text(f"/questions/{question.name}?lang={language}"))
    assert f"<h1>{question.title[language]}</h1>" in page
    assert question.sql in page


@each_question
def test_datasette_gives_the_same_answer_by_the_link_to_it(
    reader: Reader, question: Question
) -> None:
    page = reader.text(f"/questions/{question.name}")
    (link,) = re.findall(r'href="(/piagam\?sql=[^"]+)"', page)
    address = urlsplit(unescape(link))
    assert parse_qs(address.query)["sql"] == [question.sql]
    theirs = json.loads(reader.text(f"{address.path}.json?{address.query}&_shape=objects"))
    ours = json.loads(reader.text(f"/questions/{question.name}?format=json"))
    assert ours["rows"] == theirs["rows"]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("units?recipient=Kabupaten+Blora", {"unit": "DPMPTSP", "score": "100.0"}),
        ("first-reporters", {"outlet": "wartablora", "awards": "1", "followed": "1"}),
        ("climbers", {"recipient": "Kabupaten Blora", "score_before": "92.69", "change": "5.15"}),
        ("missing?province=34", {"region": "Kabupaten Kulon Progo", "last_year": ""}),
        ("least-sure", {"recipient": "Kabupaten Blora", "status": "disputed", "copies": "1"}),
        ("provinces", {"province": "Jawa Tengah", "bodies": "1", "mean": "97.84"}),
        ("coverage", {"outlet": "klikjateng", "hours_lost": "0.0"}),
        ("disputes", {"lowest": "97.48", "highest": "97.84", "spread": "0.36"}),
        ("corrections", {"who": "Ani", "after": "'=1+1"}),
        ("history?recipient=Kabupaten+Blora", {"year": "2023", "source": "told"}),
        ("copies", {"outlet": "klikjateng", "original": "wartablora", "reports": "1"}),
    ],
)
def test_the_answer_comes_as_a_file(reader: Reader, name: str, cells: dict[str, str]) -> None:
    joint = "&" if "?" in name else "?"
    answer = reader.get(f"/questions/{name}{joint}format=csv")
    first = next(csv.DictReader(io.StringIO(answer.text)))
    assert {column: first[column] for column in cells} == cells
    wanted = name.partition("?")[0]
    assert f"piagam-{wanted}.csv" in answer.headers["content-disposition"]


def test_a_zone_that_was_left_and_one_that_was_reached(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill(db)
        refresh_reference(db)
        db.execute("UPDATE awards SET score = 60, score_raw = '60'")
    left = "/questions/left-zone?format=csv"
    reached = "/questions/reached-zone?format=csv&zone=kuning"
    with open_window(tmp_path) as reader:
        expected = "Kabupaten Blora,2023,92.69,2024,60.0,kuning,1\r\n"
        assert reader.text(left).endswith(expected)
        assert expected not in reader.text(f"{left}&since=2024")
        assert expected not in reader.text(f"{left}&province=35")
        assert expected in reader.text(f"{left}&province=")
        assert "Kabupaten Blora,2023,92.69,hijau,2024,60.0,1" in reader.text(reached)
        assert "Blora" not in reader.text(reached.replace("kuning", "hijau"))


def test_what_is_typed_is_bound_and_never_pasted(reader: Reader) -> None:
    hostile = "' OR 1=1 --<script>alert(1)</script>"
    page = reader.text(f"/questions/units?recipient={quote(hostile)}&lang=id")
    assert "Tidak ada isi simpanan yang menjawab ini." in page
    assert "<script" not in page
    assert "&lt;b&gt;laporan" in reader.text("/questions/corrections")


def test_a_field_left_empty_means_everything_where_that_can_be_chosen(reader: Reader) -> None:
    rows = [
        json.loads(reader.text(f"/questions/missing?format=json{province}"))["rows"]
        for province in ("", "&province=", "&province=34")
    ]
    assert [len(each) for each in rows] == [34, 500, 5]


def test_a_chart_shows_what_the_table_says(reader: Reader) -> None:
    page = reader.text("/questions/history?recipient=Kabupaten+Blora&lang=en")
    chart = page[page.index("<svg") : page.index("</svg>")]
    assert "92,69" in chart
    assert "97,84" in chart
    assert "<svg" not in reader.text("/questions/history?recipient=Nobody&lang=id")


def test_all_questions_are_listed(reader: Reader) -> None:
    page = unescape(reader.text("/questions?lang=id"))
    for question in QUESTIONS:
        assert f'<a href="/questions/{question.name}">{question.title["id"]}</a>' in page
    told = json.loads(reader.text("/questions?format=json"))
    assert len(told["rows"]) == len(QUESTIONS)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("nobody-asks", 404, "there is no question 'nobody-asks'; /questions lists them"),
        ("units?year=abc", 400, "year: 'abc' is no number from 1990 to 2100"),
        ("units?scheme=nobel", 400, "scheme: 'nobel' is not known; choose one of the list"),
        ("units?recipient=" + "a" * 501, 400, "recipient: has more than 500 characters"),
        ("missing?province='", 400, 'province: "\'" is not known'),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(
    reader: Reader, path: str, status: int, words: str
) -> None:
    answer = reader.get(f"/questions/{path}")
    assert answer.status_code == status
    assert words in unescape(answer.text)


def test_an_empty_store_answers_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite"):
        pass
    with open_window(tmp_path) as reader:
        for question in QUESTIONS:
            is_empty = "Tidak ada isi simpanan" in reader.text(f"/questions/{question.name}")
            assert is_empty is (question.name != "missing")
