"""All schemes, and one of them with its editions, bands and calendar."""

from tests.explore.league_store import OMBUDSMAN
from tests.explore.serving import Reader, rows_of


def test_every_scheme_stands_there_by_family_with_what_is_known_of_it(league: Reader) -> None:
    rows = {row["scheme"]: row for row in rows_of(league, "/schemes", "schemes")}
    known = rows[OMBUDSMAN]
    assert (known["awards"], known["scored"], known["editions"], known["disputed"]) == (10, 9, 2, 1)
    assert (known["first_year"], known["last_year"]) == (2023, 2024)
    assert rows["adipura"]["awards"] == 0
    page = league.text("/schemes")
    assert f'href="/schemes/{OMBUDSMAN}"' in page
    assert 'href="/league?scheme=ombudsman-kepatuhan&amp;year=2024"' in page
    assert "Tata kelola" in page


def test_the_editions_of_a_scheme_in_figures(league: Reader) -> None:
    latest, before = rows_of(league, f"/schemes/{OMBUDSMAN}", "editions")
    assert (latest["edition_year"], latest["awards"], latest["scored"]) == (2024, 9, 8)
    assert (latest["lowest"], latest["median"], latest["highest"]) == (76.15, 98.025, 100.0)
    assert (before["edition_year"], before["median"]) == (2023, 95.0)


def test_awards_are_counted_by_the_band_of_their_edition(league: Reader) -> None:
    rows = rows_of(league, f"/schemes/{OMBUDSMAN}", "levels")
    counts = [(row["edition_year"], row["predicate"], row["awards"]) for row in rows]
    assert counts == [
        (2024, "Kualitas Tertinggi", 7),
        (2024, "Kualitas Tinggi", 1),
        (2024, "Kualitas Sedang", 1),
        (2023, "Kualitas Tertinggi", 1),
    ]


def test_bands_have_their_source_and_the_calendar_is_told(league: Reader) -> None:
    page = league.text(f"/schemes/{OMBUDSMAN}")
    assert "November – Desember" in page
    assert page.count("<svg") == 2
    bands = rows_of(league, f"/schemes/{OMBUDSMAN}", "bands")
    assert all(row["source"] for row in bands)
    assert bands[0]["predicate"] == "Kualitas Tertinggi"
    assert "Usually announced: November – December" in league.text(f"/schemes/{OMBUDSMAN}?lang=en")


def test_each_scheme_has_a_page_with_or_without_awards(league: Reader) -> None:
    for row in rows_of(league, "/schemes", "schemes"):
        assert "<h1>" in league.text(f"/schemes/{row['scheme']}?lang=id")


def test_an_unknown_scheme_is_not_there(league: Reader) -> None:
    answer = league.get("/schemes/nobel")
    assert answer.status_code == 404
    assert "no scheme &#39;nobel&#39;" in answer.text
