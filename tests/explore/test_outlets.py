"""The outlets and the certificates of runs."""

from tests.explore.serving import Reader, rows_of


def test_each_outlet_with_its_last_runs_and_what_was_not_read(league: Reader) -> None:
    first, second = rows_of(league, "/outlets", "outlets")
    assert (first["outlet"], second["outlet"]) == ("klikjateng", "wartablora")
    assert (second["state"], second["runs_7"], second["finished_7"]) == ("healthy", 1, 1)
    assert (second["discovered_7"], second["stored_7"], second["dropped_7"]) == (2, 1, 1)
    assert second["newest_story"] == "2024-12-02T23:06:00+07:00"
    page = league.text("/outlets")
    assert 'href="/certificate/1"' in page
    assert "sehat" in page


def test_the_certificate_of_a_run_adds_up(league: Reader) -> None:
    rows = {row["outlet"]: row for row in rows_of(league, "/certificate/1", "certificate")}
    told = rows["wartablora"]
    assert (told["discovered"], told["stored"], told["dropped"]) == (2, 1, 1)
    assert told["is_balanced"] == 1
    (reason,) = rows_of(league, "/certificate/1", "reasons")
    assert (reason["outlet"], reason["reason"], reason["count"]) == ("wartablora", "thin", 1)
    assert "Setiap alamat terhitung" in league.text("/certificate/1")


def test_the_latest_certificate_has_an_address_of_its_own(league: Reader) -> None:
    assert "Berita acara pembacaan 1" in league.text("/certificate/latest")
    for path in ("/certificate/2", "/certificate/999999999999999999"):
        assert league.get(path).status_code == 404
    assert league.get("/certificate/x").status_code == 404
