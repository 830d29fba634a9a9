"""`piagam alerts verify`: what is unknown is settled by a person."""

import json
from contextlib import closing
from datetime import UTC, datetime

import pytest

from crawler.newsroom.sink import MailSink, Script, Stage
from storage.health_records import OutletState
from tests.alerts.outlets import turn
from tests.alerts.stores import store_with_alerts
from tests.cli.console import Console, widest

MAIL = 'to = ["ani@example.org"]\nhost = "127.0.0.1"\nport = {port}'
DROPS = Script(stage=Stage.DATA, hang_up=True, keep=True, times=1)


def test_an_unknown_mail_is_listed_and_sent_again_with_the_same_message_id(
    console: Console,
) -> None:
    store_with_alerts(console.folder / "piagam.sqlite", "Kabupaten Batang").close()
    with MailSink(scripts=[DROPS]) as sink:
        console.configure(mail=MAIL.format(port=sink.port))
        assert console.run("alerts", "verify").out == "no mail is unknown\n"
        assert console.run("alerts", "send").out == "alerts: 1 unknown: may have arrived\n"
        listed = console.run("alerts", "verify").out
        assert "ani@example.org" in listed
        assert console.run("alerts", "verify", "1", "--resend").out == "1: to be sent again\n"
        assert console.run("alerts", "send").out == "alerts: 1 sent\n"
        first, second = (str(mail.message["Message-ID"]) for mail in sink.mails)
    assert first == second
    assert first in listed


@pytest.mark.parametrize(
    ("how", "state", "reply"),
    [
        ("--arrived", "sent", None),
        ("--given-up", "refused", "refused: given up, says a person: she left"),
    ],
)
def test_an_unknown_mail_is_settled_by_hand(
    console: Console, how: str, state: str, reply: str | None
) -> None:
    store_with_alerts(console.folder / "piagam.sqlite", "Kabupaten Batang").close()
    with MailSink(scripts=[DROPS]) as sink:
        console.configure(mail=MAIL.format(port=sink.port))
        console.run("alerts", "send")
        said = console.run("alerts", "verify", "1", how, "--because", "she left")
        assert said.code == 0
        assert console.run("alerts", "send").out == "alerts: nothing to send\n"
        assert len(sink.mails) == 1
    listed = console.run("alerts", "list", "--json").out
    assert f'"state": "{state}"' in listed
    if reply is not None:
        assert "given up, says a person: she left" in listed
    again = console.run("alerts", "verify", "1", how)
    assert again.code == 1
    assert again.err == "piagam: no unknown mail 1; `piagam alerts verify` lists them\n"


def test_digests_are_listed_with_what_they_tell_when_they_went_and_why_not(
    console: Console,
) -> None:
    now = datetime.now(UTC)
    with closing(
        store_with_alerts(console.folder / "piagam.sqlite", "Kabupaten Batang", now=now)
    ) as db:
        turn(db, OutletState.AILING, "solopos", "wartablora", now=now)
    no_such = Script(stage=Stage.RCPT, address="budi@example.org", reply="550 no such user")
    subscriptions = (
        '[[subscription]]\nto = ["ani@example.org", "budi@example.org"]\nabout = ["health"]\n'
        '[[subscription]]\nto = ["cici@example.org"]\nwhen = "weekly"\n'
    )
    with MailSink(scripts=[no_such]) as sink:
        console.configure(mail=f'host = "127.0.0.1"\nport = {sink.port}\n{subscriptions}')
        assert console.run("alerts", "list", "--digests").out.startswith("no digest yet; ")
        assert console.run("alerts", "send").code == 1
    listed = console.run("alerts", "list", "--digests").out.splitlines()
    assert widest(listed) <= 100
    whole = " ".join(" ".join(listed).split())
    assert "digest-1 weekly: 1 alert cici@example.org gathers until " in whole
    assert "digest-2 health: 2 outlets ani@example.org sent " in whole
    assert "digest-3 health: 2 outlets budi@example.org refused: 550" in whole
    rows = [
        json.loads(line)
        for line in console.run("alerts", "list", "--digests", "--json").out.splitlines()
    ]
    assert [row["name"] for row in rows] == ["digest-3", "digest-2", "digest-1"]
    assert [row["state"] for row in rows] == ["refused", "sent", "waiting"]
    assert rows[0]["last_reply"] == "550 no such user"
    assert datetime.fromisoformat(rows[1]["changed_at"]).tzinfo is not None
    alerts = " ".join(console.run("alerts", "list").out.split())
    assert "waiting in digest-1" in alerts
    assert alerts.endswith("the digests: `piagam alerts list --digests`")


@pytest.mark.parametrize("words", [("1",), ("--arrived",), ("1", "--arrived", "--resend")])
def test_one_mail_and_one_way_are_named(console: Console, words: tuple[str, ...]) -> None:
    console.configure(mail=MAIL.format(port=1))
    said = console.run("alerts", "verify", *words)
    assert said.code == 2
    assert "name one mail and one of --arrived, --resend, --given-up" in said.err
