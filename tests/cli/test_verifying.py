"""`piagam alerts verify`: what is unknown is settled by a person."""

import pytest

from crawler.newsroom.sink import MailSink, Script, Stage
from tests.alerts.stores import store_with_alerts
from tests.cli.console import Console

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


@pytest.mark.parametrize("words", [("1",), ("--arrived",), ("1", "--arrived", "--resend")])
def test_one_mail_and_one_way_are_named(console: Console, words: tuple[str, ...]) -> None:
    console.configure(mail=MAIL.format(port=1))
    said = console.run("alerts", "verify", *words)
    assert said.code == 2
    assert "name one mail and one of --arrived, --resend, --given-up" in said.err
