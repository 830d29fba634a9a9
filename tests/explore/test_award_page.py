"""An award's page: who says what, what became of it, and who stands next to it."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.explore.pages.article import article
from crawler.explore.pages.award import award
from crawler.explore.pages.original import original
from crawler.explore.routes import Route
from crawler.explore.sides import sides_of
from crawler.explore.visits import Visit
from storage.awards import insert_award
from storage.database import open_read_only, open_store
from storage.reading.awards import held_award, reports_of
from tests.explore.documents import document, texts
from tests.explore.proofs import fill_proofs
from tests.explore.serving import Reader, open_window, rows_of
from tests.explore.signing import ACCOUNTS, sign_in
from tests.storage.samples import NOW, award_of, claim

BLORA, REMBANG, PATI, KUDUS = (f"/awards/{number}" for number in range(1, 5))
_PUT_TOGETHER = {"edition", "mine", "json_each", "scores", "steps", "told", "told_best"}
"""What a query has put together itself, and may read whole."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("award")
    with open_store(made / "piagam.sqlite") as db:
        fill_proofs(db, made / "piagam.archive")
        for number in range(20):
            other = claim(
                recipient=f"Kabupaten Nomor {number}", score=80 + number, score_raw=f"{80 + number}"
            )
            insert_award(db, award_of(other), run_id=1, now=NOW)
        dinas = claim(recipient="Dinas Perhubungan Kabupaten Blora", score=99.9, score_raw="99,90")
        insert_award(db, award_of(dinas), run_id=1, now=NOW)
    return made


@pytest.fixture(scope="module")
def reader(folder: Path) -> Iterator[Reader]:
    with open_window(folder) as opened:
        yield opened


def test_every_claim_stands_there_with_its_article_and_its_sentence(reader: Reader) -> None:
    told = rows_of(reader, PATI, "reports")
    assert [(row["score_raw"], row["outlet"], row["place"]) for row in told] == [
        ("91,20", "klikjateng", 1),
        ("92,10", "wartablora", 2),
    ]
    page = document(reader, PATI)
    assert {"/articles/4", "/articles/5"} <= set(page.xpath("//td/a/@href"))
    assert texts(page, "//ol[@class='sentences']//mark") == ["91,20", "92,10"]


def test_a_dispute_is_said_with_its_sides(reader: Reader) -> None:
    assert "tidak ada yang menjadi mayoritas" in reader.text(PATI)
    scores = [row for row in rows_of(reader, PATI, "sides") if row["field"] == "score"]
    assert [(row["value"], row["holds"], row["reports"], row["outlets"]) for row in scores] == [
        ("91,20", "holds", 1, "klikjateng"),
        ("92,10", None, 1, "wartablora"),
    ]


def test_a_copy_is_no_report_of_its_own(reader: Reader) -> None:
    (score,) = [row for row in rows_of(reader, BLORA, "sides") if row["field"] == "score"]
    assert (score["reports"], score["copies"]) == (1, 1)
    assert "Semua 2 berita sepakat." in reader.text(BLORA)


def test_numbers_printed_with_fewer_digits_are_the_same_side(folder: Path) -> None:
    with open_read_only(folder / "piagam.sqlite") as db:
        held = held_award(db, 3)
        first, second = reports_of(db, 3, 10)
    assert held is not None
    shorter = type(second)(
        **{name: getattr(second, name) for name in second.__dataclass_fields__}
        | {"score": 91.2, "score_raw": "91,2", "venue": "Hotel Quest, Semarang"}
    )
    told = {side.field: side for side in sides_of(held, (first, shorter))}
    assert (told["score"].value, told["score"].reports) == ("91,20", 2)
    assert told["venue"].reports == 2


def test_a_correction_is_told_with_who_when_and_why(reader: Reader) -> None:
    page = reader.text(BLORA)
    assert "Ani mengoreksi nilai pada 4 Desember 2024 01.30: 97,84 menjadi 97,85." in page
    assert "laporan Ombudsman, halaman 12" in page
    told = rows_of(reader, BLORA, "corrections")
    assert [(row["field"], row["undone_by"], row["undone_because"]) for row in told] == [
        ("venue", "Budi", "keliru"),
        ("score", None, None),
    ]
    assert "Ani mengoreksi tempat" not in page


def test_what_became_of_it_is_told_from_the_latest_on(reader: Reader) -> None:
    told = rows_of(reader, BLORA, "history")
    assert [(row["cause"], row["field"], row["who"]) for row in told][:3] == [
        ("undo", "venue", "Budi"),
        ("correction", "venue", "Ani"),
        ("correction", "score", "Ani"),
    ]
    revised = next(row for row in told if row["cause"] == "revision")
    assert (revised["before"], revised["after"], revised["article_id"]) == ("97,48", "97,84", 1)


def test_a_withdrawn_award_says_so_and_is_compared_with_nobody(reader: Reader) -> None:
    page = reader.text(KUDUS)
    assert "Penghargaan ini ditarik" in page
    assert rows_of(reader, KUDUS, "neighbours") == []
    everyone = [row["recipient"] for row in rows_of(reader, BLORA, "neighbours")]
    assert "Kabupaten Kudus" not in everyone


def test_its_place_is_among_those_of_its_kind_and_edition(reader: Reader) -> None:
    near = rows_of(reader, BLORA, "neighbours")
    assert [(row["place"], row["recipient"]) for row in near] == [
        (1, "Kabupaten Nomor 19"),
        (2, "Kabupaten Rembang"),
        (3, "Kabupaten Nomor 18"),
        (4, "Kabupaten Blora"),
        (5, "Kabupaten Nomor 17"),
        (6, "Kabupaten Nomor 16"),
        (7, "Kabupaten Nomor 15"),
        (8, "Kabupaten Nomor 14"),
    ]
    assert '4<span class="soft"> / 23</span>' in reader.text(BLORA)
    assert "/league?scheme=ombudsman-kepatuhan&year=2024" in document(reader, BLORA).xpath(
        "//main//a/@href"
    )


def test_units_and_the_years_before_stand_there(reader: Reader) -> None:
    assert [
        (row["unit"], row["score"], row["outlet"]) for row in rows_of(reader, BLORA, "units")
    ] == [
        ("DPMPTSP", 100.0, "klikjateng"),
        ("DPMPTSP", 100.0, "wartablora"),
        ("Dinkes", 96.3, "klikjateng"),
        ("Dinkes", 96.3, "wartablora"),
    ]
    assert [(row["year"], row["score"]) for row in rows_of(reader, BLORA, "years")] == [
        (2023, 92.69),
        (2024, 97.85),
    ]
    (chart,) = document(reader, BLORA).xpath("//figure/*[local-name()='svg']")
    assert "/awards/1" in chart.xpath(".//*[local-name()='a']/@href")
    assert not document(reader, REMBANG).xpath("//figure")  # a single year is no line


def test_the_score_of_a_year_has_the_digits_that_were_printed(reader: Reader) -> None:
    page = document(reader, REMBANG)
    assert texts(page, "//section[h2/@id='years']//td[@class='score']") == ["98,90"]


def test_a_table_can_be_had_as_csv_with_every_column(reader: Reader) -> None:
    table = csv.DictReader(io.StringIO(reader.text(f"{PATI}?table=reports&format=csv")))
    first = next(iter(table))
    assert {"proof", "claim_id", "rank", "copy_of"} <= set(first)


def test_who_is_signed_in_is_led_to_its_correction(folder: Path, reader: Reader) -> None:
    assert f"{BLORA}/correct" not in reader.text(BLORA)
    with open_window(folder, ACCOUNTS) as signed_in:
        assert sign_in(signed_in).status_code == 303
        assert f'href="{BLORA}/correct"' in signed_in.text(BLORA)


def test_markup_in_names_is_text(reader: Reader) -> None:
    page = document(reader, REMBANG)
    assert not page.xpath("//i | //script | //img")
    assert 'Klik <i>"Jateng"</i>' in page.text_content()


def test_an_award_that_is_not_there(reader: Reader) -> None:
    answer = reader.get("/awards/999")
    assert answer.status_code == 404
    assert "award 999 is not in the store" in answer.text


@pytest.mark.parametrize("make", [award, article, original])
def test_no_query_reads_a_large_table_from_end_to_end(folder: Path, make: Any) -> None:
    asked: list[str] = []
    with open_read_only(folder / "piagam.sqlite") as db:
        db.conn.set_trace_callback(asked.append)
        Route(pattern="", make=make).make(db, visit_of("1"))
        db.conn.set_trace_callback(None)
        plans = [plan_of(db, sql) for sql in asked if sql.lstrip().startswith(("SELECT", "WITH"))]
    assert len(plans) >= 2
    scans = {line.split()[1] for plan in plans for line in plan if line.startswith("SCAN")}
    assert {name for name in scans if not name.startswith("(")} <= _PUT_TOGETHER


def plan_of(db: Database, sql: str) -> list[str]:
    """How SQLite goes about a query."""
    return [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]


def visit_of(number: str) -> Visit:
    """Somebody asks for the award or article of this number."""
    now = datetime(2024, 12, 5, tzinfo=UTC)
    return Visit(query={}, path={"id": number}, language="id", actor=None, now=now, since=None)
