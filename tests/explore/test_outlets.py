"""The outlets and the certificates of runs."""

from dataclasses import asdict
from pathlib import Path

from storage.database import open_store
from storage.reading.outlets import all_outlets
from storage.records import RunStatus
from storage.runs import end_outlet_run, end_run, start_outlet_run
from tests.explore.serving import Reader, rows_of
from tests.storage.samples import NOW, begin_run, fill


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


def test_what_is_told_of_an_outlet_is_what_the_views_tell(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill(db)
        for night in range(9):
            run_id = begin_run(db)
            start_outlet_run(db, run_id=run_id, outlet="wartablora", now=NOW)
            status = RunStatus.FAILED if night % 3 == 0 else RunStatus.FINISHED
            end_outlet_run(
                db, run_id=run_id, outlet="wartablora", status=status, now=NOW, requests=night
            )
            end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=NOW)
        gap = ("wartablora", "2024-12-01T00:00:00+07:00", "2024-12-01T06:00:00+07:00")
        with db.atomic():
            for state in ("lost", "unfinished"):
                db.execute(
                    "INSERT INTO gaps (outlet, starts_at, ends_at, state, reason, found_run)"
                    " VALUES (?, ?, ?, ?, 'test', 1)",
                    (*gap, state),
                )
        rows = {row.outlet: asdict(row) for row in all_outlets(db)}
        seen = {row["outlet"]: row for row in db.query("SELECT * FROM outlet_health")}
        covered = {row["outlet"]: row for row in db.query("SELECT * FROM coverage")}
    assert rows["wartablora"]["runs_7"] == 7
    assert (rows["wartablora"]["open_gaps"], rows["wartablora"]["hours_lost"]) == (2, 6.0)
    for outlet, row in rows.items():
        told = seen[outlet] | covered[outlet] | {"state": seen[outlet]["state"] or "healthy"}
        assert row == {name: told[name] for name in row}
