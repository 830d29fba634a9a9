"""The league table of an edition and its map: places, filters, changes, charts, permalinks."""

from pathlib import Path
from typing import Any

import pytest

from crawler.explore.charts import Step
from crawler.explore.pages.levels import counted, level_of, period_of, periods_of
from storage.database import open_store
from storage.reading.schemes import BandRow, Result
from tests.explore.league_store import OMBUDSMAN, fill_league
from tests.explore.serving import Reader, open_window, rows_of

EDITION = f"/league?scheme={OMBUDSMAN}&year=2024"


def places(reader: Reader, path: str) -> list[tuple[int | None, str]]:
    return [(row["place"], row["recipient"]) for row in rows_of(reader, path, "league")]


def test_equal_scores_share_a_place_and_a_disputed_award_has_none(league: Reader) -> None:
    assert places(league, EDITION) == [
        (1, "DPMPTSP Kabupaten Blora"),
        (2, "Kabupaten Rembang"),
        (3, "Provinsi Jawa Tengah"),
        (4, "Kabupaten Blora"),
        (4, "Kabupaten Pati"),
        (6, "Kementerian Agama"),
        (7, "Kota Semarang"),
        (None, "Kabupaten Kudus"),
        (None, "Kabupaten Bantul"),
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (
            "&province=33&kind=kabupaten",
            [
                (1, "Kabupaten Rembang"),
                (2, "Kabupaten Blora"),
                (2, "Kabupaten Pati"),
                (None, "Kabupaten Kudus"),
            ],
        ),
        ("&kind=kota", [(1, "Kota Semarang")]),
        ("&kind=unit", [(1, "DPMPTSP Kabupaten Blora")]),
        ("&kind=other", [(1, "Kementerian Agama")]),
        ("&province=34&kind=", [(None, "Kabupaten Bantul")]),
        ("&province=35", []),
    ],
)
def test_places_are_among_what_the_filters_show(
    league: Reader, filters: str, expected: list[tuple[int | None, str]]
) -> None:
    assert places(league, EDITION + filters) == expected


def test_the_change_is_since_the_latest_earlier_score_also_a_told_one(league: Reader) -> None:
    rows = {row["recipient"]: row for row in rows_of(league, EDITION, "league")}
    changes = {name: (row["change"], row["since_year"]) for name, row in rows.items()}
    assert changes["Kabupaten Blora"] == (5.15, 2023)  # told by a report of 2024
    assert changes["Kabupaten Rembang"] == (3.9, 2023)  # an award of its own
    assert changes["Kabupaten Pati"] == (None, None)
    assert "+5,15" in league.text(EDITION)


def test_without_parameters_it_is_the_latest_edition_of_the_biggest_scheme(league: Reader) -> None:
    assert places(league, "/league") == places(league, EDITION)
    assert "Ombudsman 2024" in league.text("/league")


def test_an_edition_that_nobody_knows_is_an_empty_table(league: Reader) -> None:
    page = league.text(f"/league?scheme={OMBUDSMAN}&year=2001")
    assert "Belum ada penghargaan tahun penilaian ini" in page
    assert "<svg" not in page


def test_the_page_has_its_charts_and_its_filters_as_they_were_asked(league: Reader) -> None:
    page = league.text(f"{EDITION}&province=33")
    assert page.count("<svg") == 2
    assert '<option value="33" selected>Jawa Tengah</option>' in page
    assert "Jepara" not in page  # withdrawn
    assert "style=" not in page


def test_the_form_shows_what_was_asked_also_where_nothing_is_known(league: Reader) -> None:
    for path in ("/league", "/map"):
        page = league.text(f"{path}?scheme=sakip&year=2019")
        assert '<option value="sakip" selected>SAKIP</option>' in page
        assert '<option value="2019" selected>2019</option>' in page


def test_another_language_keeps_what_was_asked(league: Reader) -> None:
    page = league.text(f"{EDITION}&province=33&lang=id")
    address = f"?scheme={OMBUDSMAN}&amp;year=2024&amp;province=33&amp;lang=en"
    assert f'href="{address}"' in page


@pytest.mark.parametrize("path", ["/league", "/map"])
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("scheme=nobel", "scheme: no scheme &#39;nobel&#39;"),
        ("year=24", "year: &#39;24&#39; is no number"),
        ("province=99", "province: no province &#39;99&#39;"),
        ("province=33.16", "province: no province &#39;33.16&#39;"),
        ("kind=desa", "kind: no kind &#39;desa&#39;"),
        ("scheme=%3Cscript%3Ealert(1)%3C/script%3E", "&lt;script&gt;"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(
    league: Reader, path: str, asked: str, words: str
) -> None:
    answer = league.get(f"{path}?{asked}")
    assert answer.status_code == 400
    assert words in answer.text
    assert "<script" not in answer.text


def test_the_map_of_a_province_leads_to_its_regions(league: Reader) -> None:
    page = league.text(f"/map?scheme={OMBUDSMAN}&year=2024&province=33")
    assert page.count('href="/regions/33.') == 35 + 5  # tiles, and those of the table
    assert f'href="/regions/33.16?scheme={OMBUDSMAN}"' in page
    assert "97,84" in page
    assert 'href="/regions/33.29"' in page  # Brebes, of which nothing is known


def test_the_map_of_the_country_holds_regions_and_no_units(league: Reader) -> None:
    rows = rows_of(league, f"/map?scheme={OMBUDSMAN}&year=2024", "regions")
    assert {row["kind"] for row in rows} == {"provinsi", "kabupaten", "kota"}
    page = league.text(f"/map?scheme={OMBUDSMAN}&year=2024")
    assert 'href="/regions/91.' in page
    assert "Kabupaten dan kota" in page


def test_names_are_no_markup_in_tables_and_charts(tmp_path: Path) -> None:
    hostile = 'Kabupaten <script>alert(1)</script> & "onload=x"'
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill_league(db)
        with db.atomic():
            db.execute("UPDATE awards SET recipient = ? WHERE id = 2", [hostile])
            db.execute("UPDATE awards SET predicate = ?, zone = ?", [hostile, "<b>hijau</b>"])
    with open_window(tmp_path) as reader:
        for path in (EDITION, "/map", "/regions/33.17", "/regions/33.16", f"/schemes/{OMBUDSMAN}"):
            page = reader.text(path)
            assert "<script" not in page, path
            assert "<b>" not in page, path
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in reader.text(EDITION)


def bands(*, with_limits: bool) -> tuple[BandRow, ...]:
    levels = [("Tinggi", "A", "hijau", 80.0, 100.0), ("Sedang", "B", "kuning", 50.0, 79.99)]
    return tuple(
        BandRow(
            scheme="x",
            from_year=2021,
            to_year=None,
            place=place,
            predicate=predicate,
            letter=letter,
            zone=zone,
            lowest=lowest if with_limits else None,
            highest=highest if with_limits else None,
            source="test",
        )
        for place, (predicate, letter, zone, lowest, highest) in enumerate(levels, start=1)
    )


def result(**told: object) -> Result:
    values: dict[str, Any] = dict.fromkeys(Result.__dataclass_fields__)
    return Result(**(values | {"edition_year": 2024} | told))


@pytest.mark.parametrize(
    ("told", "with_limits", "expected"),
    [
        ({"score": 80.0, "scale": 100}, True, "Tinggi"),
        ({"score": 79.995}, True, "Sedang"),
        ({"score": 49.0}, True, None),
        ({"score": 4.5, "scale": 5}, True, None),
        ({"score": 85.0, "predicate": "sedang"}, True, "Tinggi"),
        ({"score": 85.0}, False, None),
        ({"predicate": "TINGGI"}, False, "Tinggi"),
        ({"category": "B"}, False, "Sedang"),
        ({"zone": "hijau"}, False, "Tinggi"),
        ({}, True, None),
    ],
)
def test_the_level_of_a_result(
    told: dict[str, object], with_limits: bool, expected: str | None
) -> None:
    level = level_of(result(**told), bands(with_limits=with_limits), 100)
    assert (level and level.predicate) == expected


def test_levels_are_counted_by_edition_and_only_where_bands_were_in_force() -> None:
    (period,) = periods_of(bands(with_limits=True))
    assert period_of((period,), 2020) is None
    assert period.steps[0] == Step(lowest=50, highest=79.99, label="Sedang")
    results = [
        result(score=90.0, scale=100),
        result(score=95.0, scale=100),
        result(score=60.0, scale=100, edition_year=2023),
        result(score=60.0, scale=100, edition_year=2020),
        result(score=60.0, scale=100, edition_year=None),
        result(predicate="Lain"),
    ]
    rows = counted(results, (period,), "x", 100)
    assert [(row.edition_year, row.predicate, row.awards) for row in rows] == [
        (2024, "Tinggi", 2),
        (2024, None, 1),
        (2023, "Sedang", 1),
    ]
