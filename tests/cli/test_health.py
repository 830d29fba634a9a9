"""How outlets stand, as the commands tell it, and a person's word."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from sqlite_utils import Database

from crawler.newsroom.sink import MailSink
from storage.database import open_store
from storage.health_records import OutletStanding, OutletState
from storage.nights import begin_night
from storage.records import RunStatus
from storage.runs import end_outlet_run, end_run
from storage.standings import keep_standing
from tests.cli.console import Console, widest
from tests.storage.samples import NOW, article, begin_run, claim, store_award

FOUND = "4 of 4 headlines are the site's own name; mend its file"
MAIL = 'to = ["warga@example.org"]\nhost = "127.0.0.1"\nport = {port}'


@pytest.fixture
def db(console: Console) -> Iterator[Database]:
    """A store with an award of wartablora, which is in quarantine; klikjateng is retired."""
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as store:
        run_id = begin_run(store)
        store_award(store, article(), claim(), run_id=run_id)
        begin_night(store, run_id=run_id, outlet="wartablora", day=date(2024, 12, 3))
        for outlet in ("klikjateng", "wartablora"):
            end_outlet_run(store, run_id=run_id, outlet=outlet, status=RunStatus.FINISHED, now=NOW)
        end_run(store, run_id=run_id, status=RunStatus.FINISHED, now=NOW)
        ill = OutletStanding(
            outlet="wartablora",
            state=OutletState.QUARANTINED,
            reason=FOUND,
            since=date(2024, 12, 3),
            findings=(FOUND,),
        )
        closed = OutletStanding(
            outlet="klikjateng",
            state=OutletState.RETIRED,
            reason="not enabled: asks for a permit",
            since=date(2024, 12, 1),
        )
        for standing in (ill, closed):
            keep_standing(store, standing, run_id=run_id, now=NOW)
        yield store


def test_the_list_of_outlets_has_a_column_for_their_health_where_there_is_a_store(
    console: Console, db: Database
) -> None:
    listed = console.run("outlets", "list")
    table = listed.out.split("\n\n", maxsplit=1)[0].splitlines()
    assert table[0].split()[-1] == "health"
    assert widest(table) <= 100
    last = {line.split()[0]: line.split()[-1] for line in table[1:]}
    assert (last["wartablora"], last["klikjateng"]) == ("quarantined", "retired")
    assert last["tribun-jateng"] == "judged"  # not judged


def test_one_outlet_is_shown_with_what_is_the_matter(console: Console, db: Database) -> None:
    line = f"wartablora: quarantined since 2024-12-03, its alerts wait: {FOUND}"
    assert line in console.run("outlets", "show", "wartablora").out
    told = json.loads(console.run("outlets", "show", "wartablora", "--json").out)["health"]
    assert told == {
        "state": "quarantined",
        "since": "2024-12-03",
        "reason": FOUND,
        "findings": [FOUND],
    }
    assert "not judged" in console.run("outlets", "show", "tribun-jateng").out


def test_status_makes_a_problem_of_a_quarantine_and_none_of_a_retirement(
    console: Console, db: Database
) -> None:
    said = console.run("status")
    assert f"! wartablora: quarantined since 2024-12-03, its alerts wait: {FOUND}" in said.out
    assert "outlets  klikjateng: retired since 2024-12-01: not enabled: asks" in said.out
    assert "! klikjateng: retired" not in said.out
    told = json.loads(console.run("status", "--json").out)
    assert (told["alerts_held"], sorted(told["outlets"])) == (1, ["klikjateng", "wartablora"])


def test_the_certificate_tells_of_both_also_to_scripts(console: Console, db: Database) -> None:
    lines = console.run("certificate").out.splitlines()
    assert f"wartablora: quarantined since 2024-12-03, its alerts wait: {FOUND}" in lines
    assert "klikjateng: retired since 2024-12-01: not enabled: asks for a permit" in lines
    told = json.loads(console.run("certificate", "--json").out)
    health = {row["outlet"]: row["health"] for row in told["outlets"]}
    assert health["wartablora"]["findings"] == [FOUND]
    assert list(told["retired"]) == ["klikjateng"]


def test_an_alert_says_whom_it_waits_for_and_is_sent_on_a_person_s_word(
    console: Console, db: Database
) -> None:
    with MailSink() as sink:
        console.configure(mail=MAIL.format(port=sink.port))
        assert console.run("alerts", "send").out == "alerts: nothing to send\n"
        (line,) = console.run("alerts", "list", "--json").out.splitlines()
        assert json.loads(line)["held_for"] == "wartablora"
        said = console.run("outlets", "trust", "wartablora", "--reason", "a new\nmast head")
        assert said.out == (
            "wartablora: healthy, a new mast head; alerts that go out: 1; `piagam alerts send`\n"
        )
        assert console.run("alerts", "send").out == "alerts: 1 sent\n"
        assert len(sink.mails) == 1
    assert "! wartablora" not in console.run("status").out


def test_an_outlet_that_the_store_does_not_know_cannot_be_trusted(
    console: Console, db: Database
) -> None:
    said = console.run("outlets", "trust", "wartabloro")
    assert said.code == 1
    assert "no outlet 'wartabloro'; did you mean wartablora?" in said.err
    assert said.err.count("\n") == 1
