"""Commands that look into the store: awards, alerts, certificate and status."""

import json
import re
from datetime import datetime

import pytest
from sqlite_utils import Database

from crawler.newsroom.sink import MailSink, Script, Stage
from storage.records import RunStatus
from tests.cli.console import Console, widest
from tests.cli.runs import add_run
from tests.storage.samples import NOW

MAIL = 'to = ["warga@example.org"]\nhost = "127.0.0.1"\nport = {port}'


def test_awards_are_a_table_of_at_most_100_columns_with_indonesian_numbers(
    console: Console, db: Database
) -> None:
    said = console.run("awards")
    assert (said.code, said.err) == (0, "")
    head, row, *_ = said.out.splitlines()
    assert head.split() == [
        *("recipient", "scheme", "edition", "score", "trend", "predicate", "awarded"),
        *("reports", "no."),
    ]
    assert "Kabupaten Blora" in row
    assert "2024*" in row
    assert "97,84/100" in row
    assert widest(said.out.splitlines()) <= 100


def test_awards_for_scripts_keep_iso_numbers_and_carry_the_proof(
    console: Console, db: Database
) -> None:
    (line,) = console.run("awards", "--json").out.splitlines()
    award = json.loads(line)
    assert (award["score"], award["award_date"]) == (97.84, "2024-12-02")
    assert award["edition_basis"] == "calendar"
    assert "97,84" in award["proof"]
    assert award["reports"] == 2


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--region", "Blora"], 1),
        (["--region", "kabupaten  blora"], 1),
        (["--region", "33.16"], 1),
        (["--region", "33"], 1),
        (["--region", "Jawa Tengah"], 1),
        (["--region", "Batang"], 0),
        (["--region", "3"], None),
        (["--region", "Atlantis"], None),
        (["--year", "2024"], 1),
        (["--year", "2023"], 0),
        (["--scheme", "ombudsman-kepatuhan"], 1),
        (["--scheme", "pekppp-ipp"], 0),
        (["--scheme", "pekpp"], None),
        (["--scheme", "ombudsman-kepatuhan", "--year", "2024", "--region", "Blora"], 1),
    ],
)
def test_awards_can_be_filtered_and_an_unknown_name_is_wrong_usage(
    console: Console, db: Database, filters: list[str], count: int | None
) -> None:
    said = console.run("awards", "--json", *filters)
    if count is None:
        assert said.code == 2
        assert len(said.complaints) == 1
        assert said.out == ""
    else:
        assert (said.code, len(said.out.splitlines())) == (0, count)


def test_alerts_wait_as_long_as_nobody_is_to_be_told(console: Console, db: Database) -> None:
    said = console.run("alerts", "list")
    assert "waits: `piagam alerts send`" in said.out
    assert widest(said.out.splitlines()) <= 100
    said = console.run("alerts", "send")
    assert (said.code, said.complaints) == (
        1,
        ['piagam: mail.to: nobody is to be told; write to = ["name@example.org"]'],
    )


def test_an_alert_is_sent_once_and_listed_as_sent(console: Console, db: Database) -> None:
    with MailSink() as sink:
        console.configure(mail=MAIL.format(port=sink.port))
        assert console.run("alerts", "send").out.splitlines() == ["alerts: 1 sent"]
        assert console.run("alerts", "send").out.splitlines() == ["alerts: nothing to send"]
        assert [mail.recipients for mail in sink.mails] == [("warga@example.org",)]
    (line,) = console.run("alerts", "list", "--json").out.splitlines()
    alert = json.loads(line)
    assert (alert["state"], alert["person"]) == ("sent", "warga@example.org")
    assert datetime.fromisoformat(alert["changed_at"]).tzinfo is not None


def test_a_mail_that_is_refused_is_one_line_and_exit_code_1(console: Console, db: Database) -> None:
    no = Script(stage=Stage.RCPT, reply="550 5.1.1 no such user")
    with MailSink(scripts=[no]) as sink:
        console.configure(mail=MAIL.format(port=sink.port))
        said = console.run("alerts", "send")
    assert said.code == 1
    assert len(said.complaints) == 1
    assert said.err.startswith("piagam: warga@example.org: refused: ")
    assert "no such user" in said.err
    status = console.run("status")
    assert "! mails refused in the last 7 days: 1; see `piagam alerts list`" in status.out


def test_a_mail_that_is_deferred_says_what_waits_and_is_exit_code_1(
    console: Console, db: Database
) -> None:
    later = Script(stage=Stage.RCPT, reply="451 4.7.1 greylisted")
    with MailSink(scripts=[later]) as sink:
        console.configure(mail=MAIL.format(port=sink.port))
        said = console.run("alerts", "send")
        again = console.run("alerts", "send")
    assert (said.code, said.out) == (1, "alerts: 1 deferred\n")
    deferred, waits = said.complaints
    assert deferred == "piagam: warga@example.org: deferred: 451 4.7.1 greylisted"
    assert re.fullmatch(
        r"piagam: 1 mail waits; `piagam alerts send` tries again from "
        r"\d{4}-\d\d-\d\d \d\d:\d\d\+07:00 on, `piagam watch` by itself",
        waits,
    )
    assert (again.code, again.out) == (0, "alerts: nothing to send now\n")
    assert again.complaints == [waits]


def test_a_mail_server_that_is_not_there_leaves_the_alert_waiting(
    console: Console, db: Database
) -> None:
    with MailSink() as sink:
        port = sink.port
    console.configure(mail=MAIL.format(port=port))
    said = console.run("alerts", "send")
    assert said.code == 1
    assert any(str(port) in line for line in said.complaints)
    (line,) = console.run("alerts", "list", "--json").out.splitlines()
    assert json.loads(line)["state"] == "waiting"


def test_a_test_mail_needs_no_store(console: Console) -> None:
    with MailSink() as sink:
        console.configure(mail=MAIL.format(port=sink.port))
        said = console.run("alerts", "test")
        assert (said.code, said.out) == (0, "alerts: 1 sent\n")
        assert len(sink.mails) == 1
    assert not (console.folder / "piagam.sqlite").exists()


@pytest.mark.parametrize("which", [[], ["1"], ["2024-12-03"]])
def test_a_run_is_found_by_its_number_and_by_its_day_where_the_operator_lives(
    console: Console, db: Database, which: list[str]
) -> None:
    """The run began on 2 December UTC, at 01:30 of the 3rd in Jakarta."""
    said = console.run("certificate", *which)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0].startswith("run 1: finished, 2024-12-03 01:30+07:00")
    assert "wartablora: dropped: 1 × thin" in said.out
    assert widest(said.out.splitlines()) <= 100


@pytest.mark.parametrize(
    ("which", "code", "line"),
    [
        ("2024-12-02", 1, "piagam.sqlite: no run 2024-12-02; the last is run 1 of 2024-12-03"),
        ("7", 1, "piagam.sqlite: no run 7; the last is run 1 of 2024-12-03"),
        ("yesterday", 2, "'yesterday' is neither a day nor a run; write 2024-12-03 or 12"),
    ],
)
def test_a_run_that_is_not_there_is_one_line(
    console: Console, db: Database, which: str, code: int, line: str
) -> None:
    said = console.run("certificate", which)
    assert said.code == code
    assert len(said.complaints) == 1
    assert line in said.err


def test_the_certificate_for_scripts_adds_up(console: Console, db: Database) -> None:
    told = json.loads(console.run("certificate", "--json").out)
    (row,) = [each for each in told["outlets"] if each["outlet"] == "wartablora"]
    parts = ("stored", "known", "dropped", "failed", "pending")
    assert row["discovered"] == sum(row[part] for part in parts) == 2
    assert row["is_balanced"] is True
    assert row["reasons"] == [{"state": "dropped", "reason": "thin", "count": 1}]


def test_the_certificate_says_who_kept_requests_out(console: Console, db: Database) -> None:
    run_id = add_run(db, RunStatus.FINISHED, started=NOW, reason=None)
    db.execute("UPDATE outlet_runs SET refused = 11 WHERE run_id = ?", (run_id,))
    said = console.run("certificate", str(run_id)).out.splitlines()
    assert said[-1] == (
        "wartablora: 11 requests were not let in: closed by its robots.txt, or turned away by its"
        " server"
    )
