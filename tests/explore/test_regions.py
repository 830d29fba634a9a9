"""Regions: found by name, and each with its history, units, disputes and neighbours."""

from pathlib import Path

from sqlite_utils import Database

from storage.database import open_store
from storage.records import AwardStatus
from tests.explore.league_store import OMBUDSMAN
from tests.explore.serving import Reader, open_window, rows_of
from tests.storage.samples import fill


def test_every_region_is_there_and_can_be_found_by_name(league: Reader) -> None:
    assert len(rows_of(league, "/regions", "regions")) == 552
    found = rows_of(league, "/regions?q=kota+SEMARANG", "regions")
    assert [row["full_name"] for row in found] == ["Kota Semarang"]
    assert 'href="/regions/33.16"' in league.text("/regions")
    assert "Tidak ada wilayah" in league.text("/regions?q=atlantis")


def test_what_was_searched_for_is_no_markup(league: Reader) -> None:
    assert "<script" not in league.text('/regions?q="><script>alert(1)</script>')


def test_the_history_of_a_region_in_all_schemes(league: Reader) -> None:
    rows = rows_of(league, "/regions/33.16", "history")
    told = [(row["scheme"], row["year"], row["score"], row["source"]) for row in rows]
    assert told == [
        (OMBUDSMAN, 2024, 97.84, "award"),
        (OMBUDSMAN, 2023, 92.69, "told"),
        ("pekppp-ipp", 2024, 4.42, "award"),
    ]
    assert [row["score_raw"] for row in rows] == ["97,84", None, "4,42"]


def test_units_stand_against_the_score_of_the_whole(league: Reader) -> None:
    (unit,) = rows_of(league, "/regions/33.16", "units")
    assert (unit["unit"], unit["score"], unit["whole"]) == ("DPMPTSP", 100.0, 97.84)
    assert unit["difference"] == 2.16


def test_neighbours_are_of_its_kind_and_province(league: Reader) -> None:
    rows = rows_of(league, "/regions/33.16", "neighbours")
    assert [row["recipient"] for row in rows] == [
        "Kabupaten Rembang",
        "Kabupaten Blora",
        "Kabupaten Pati",
        "Kabupaten Kudus",
    ]


def test_awards_are_those_of_the_region_and_of_the_bodies_in_it(league: Reader) -> None:
    rows = rows_of(league, "/regions/33.16", "awards")
    assert {row["recipient"] for row in rows} == {"Kabupaten Blora", "DPMPTSP Kabupaten Blora"}


def test_a_page_looks_at_the_scheme_that_was_asked_for(league: Reader) -> None:
    page = league.text("/regions/33.16?scheme=pekppp-ipp")
    assert "PEKPPP per tahun" in page
    assert page.count("<svg") == 4  # a line, a heat table with its legend, bars
    assert "Ombudsman per tahun" in league.text("/regions/33.16")
    answer = league.get("/regions/33.16?scheme=adipura")
    assert answer.status_code == 400
    assert "no score of &#39;adipura&#39; is known here" in answer.text


def test_a_province_leads_to_its_map_and_its_regions(league: Reader) -> None:
    page = league.text("/regions/33")
    assert 'href="/map?province=33"' in page
    assert page.count('href="/regions/33.') == 35


def test_a_region_of_which_nothing_is_known_has_a_page_too(league: Reader) -> None:
    page = league.text("/regions/91.03")
    assert "Belum ada nilainya yang diketahui" in page
    assert "<svg" not in page
    assert league.get("/regions/77.77").status_code == 404


def test_disputes_show_each_side_with_its_sentence(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill(db)
        _dispute(db)
    with open_window(tmp_path) as reader:
        rows = rows_of(reader, "/regions/33.16", "disputes")
    assert {(row["outlet"], row["score"]) for row in rows} == {
        ("wartablora", 97.84),
        ("klikjateng", 97.48),
    }
    assert all("Ombudsman memberi Kabupaten Blora" in row["sentence"] for row in rows)


def _dispute(db: Database) -> None:
    with db.atomic():
        db.execute("UPDATE awards SET status = ?", [AwardStatus.DISPUTED])
