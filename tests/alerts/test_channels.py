"""Messages of channels carry the same guarantees as mails: told once, kept back, or unknown."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.alerts.send import send_due, send_test
from crawler.config import MailConfig
from crawler.newsroom.sink import MailSink
from storage.records import DeliveryState
from tests.alerts.channels import ANI, REFUSED, SENT, SUBJECTS, TIM, UNKNOWN, WAITING, config
from tests.alerts.stores import NOW, states, store_with_alerts
from tests.alerts.webhook import DROP, Webhook

LATER = NOW + timedelta(hours=6)


def test_each_award_is_told_once_however_often_it_is_sent(store: Database) -> None:
    with Webhook() as hook:
        first = send_due(store, config(tim=hook.url()), NOW)
        again = send_due(store, config(tim=hook.url()), NOW + timedelta(days=1))
    assert (first.sent, first.is_well, again.sent) == (2, True, 0)
    assert hook.titles == SUBJECTS
    assert states(store, TIM) == [SENT, SENT]
    body = hook.posted[0].told["message"]
    assert "“Kabupaten Batang meraih nilai 90,5 dalam penilaian kepatuhan Ombudsman RI.”" in body
    assert "\nhttps://jateng.tribunnews.com/0\n" in body
    (identity,) = store.execute("SELECT message_id FROM deliveries ORDER BY id LIMIT 1").fetchone()
    assert body.endswith(f"\nPiagam {identity[1:9]}")


@pytest.mark.parametrize("schema", ["form", "xml", "ntfy"])
def test_other_kinds_of_channels_are_only_other_addresses(store: Database, schema: str) -> None:
    with Webhook() as hook:
        assert send_due(store, config(tim=hook.url(schema)), NOW).sent == 2
    assert len(hook.posted) == 2


CHATS = {
    "telegram": (
        "telegram.NotifyTelegram.notify_url",
        "tgram://123456789:abcdefg_hijklmnop/12345/",
    ),
    "slack": (
        "slack.NotifySlack.webhook_url",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/",
    ),
    "discord": ("discord.NotifyDiscord.notify_url", "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o"),
}
"""Chats whose address Apprise knows itself: where it keeps that, and a URL that leads there."""


@pytest.mark.parametrize("chat", CHATS)
@pytest.mark.parametrize(
    ("answer", "state"),
    [(200, SENT), (400, REFUSED), (404, WAITING), (500, WAITING), (DROP, UNKNOWN)],
)
def test_the_answers_of_chats_are_understood_and_pages_command_nothing_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chat: str,
    answer: int | str,
    state: DeliveryState,
) -> None:
    place, url = CHATS[chat]
    db = store_with_alerts(tmp_path / "s.sqlite", "Kabupaten <!channel> <b>X</b> @here")
    with Webhook(answer) as hook:
        monkeypatch.setattr(f"apprise.plugins.{place}", f"http://127.0.0.1:{hook.port}/")
        report = send_due(db, config(tim=url), NOW)
    assert states(db, TIM) == [state]
    (posted,) = hook.posted
    told = posted.body.decode("unicode-escape")
    assert "<!channel>" not in told
    assert "<b>X" not in told
    assert "@here" not in told
    assert "github" not in told
    assert not [line for line in (*report.lines, *report.troubles) if url.split("/")[2] in line]
    db.close()


def test_a_digest_gathers_and_comes_as_one_message(store: Database) -> None:
    with Webhook() as hook:
        daily = config(tim=hook.url(), when="daily", language="id")
        assert send_due(store, daily, NOW).sent == 0
        assert send_due(store, daily, NOW + timedelta(days=1)).sent == 1
    (posted,) = hook.posted
    assert "2 penghargaan baru" in posted.told["title"]
    for line in ("• Kabupaten Batang 90,5", "• Kabupaten Blora 91,5"):
        assert line in posted.told["message"]


def test_in_quiet_hours_nothing_is_told(store: Database) -> None:
    with Webhook() as hook:
        quiet = config(tim=hook.url(), quiet="00:00-05:00")  # NOW is 01:30 in Jakarta
        assert send_due(store, quiet, NOW).sent == 0
        assert send_due(store, quiet, NOW + timedelta(hours=5)).sent == 2


def test_who_would_get_too_many_messages_gets_a_digest(store: Database) -> None:
    with Webhook() as hook:
        few = config(MailConfig(most_at_once=1), tim=hook.url())
        assert send_due(store, few, NOW).sent == 0
        assert send_due(store, few, NOW + timedelta(days=1)).sent == 1
    assert "2 penghargaan baru" in hook.titles[0]


def test_a_message_that_cannot_be_written_is_refused_and_blocks_no_other(store: Database) -> None:
    store.execute("UPDATE awards SET score = 9e999 WHERE recipient = 'Kabupaten Batang'")
    with Webhook() as hook:
        report = send_due(store, config(tim=hook.url()), NOW)
    assert (report.sent, report.refused) == (1, 1)
    assert "cannot be written" in report.lines[0]


def test_a_hostile_title_is_only_words_to_a_chat(tmp_path: Path) -> None:
    title = "X\r\nBcc: a@b\n<!channel> @everyone [klik](http://jahat.id) <b>*x*</b>\u202e\x00"
    db = store_with_alerts(tmp_path / "s.sqlite", f"Kabupaten {title}")
    with Webhook() as hook:
        assert send_due(db, config(tim=hook.url()), NOW).sent == 1
    (posted,) = hook.posted
    told = posted.told["title"] + posted.told["message"]
    for sign in ("<", "@", "](", "*", "\r", "\u202e", "\x00"):
        assert sign not in told
    assert "\n" not in posted.told["title"]
    assert "Bcc" not in posted.headers
    db.close()


def test_the_address_is_in_no_log_no_report_and_nowhere_in_the_store(
    store: Database, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    told = []
    with Webhook(404, 500, 400, DROP) as hook:
        for hours in (0, 1, 2, 3):
            report = send_due(store, config(tim=hook.url()), NOW + timedelta(hours=hours))
            told += [*report.lines, *report.troubles]
    for url in ("json://127.0.0.1:1/rahasia", "ngawur://rahasia", "rahasia", "json:///rahasia"):
        told += send_test(config(tim=url), NOW).troubles
    told += [record.getMessage() for record in caplog.records]
    assert told
    assert "rahasia" not in "\n".join(told)
    assert "rahasia" not in "".join(store.conn.iterdump())
    assert "rahasia" not in repr(config(tim=hook.url()))
    assert "rahasia" not in "".join(capfd.readouterr())


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        (None, 'it has no url; set PIAGAM_CHANNEL_TIM, or write url = "…"'),
        ("ngawur://x", "its url is none that Apprise knows; https://appriseit.com/services/"),
        ("", "its url is none that Apprise knows"),
        ("ntfy://127.0.0.1/satu/dua/tiga", "its url leads to 3 places; describe a channel for"),
    ],
)
def test_a_url_that_cannot_be_used_is_one_line_and_all_waits(
    store: Database, url: str | None, complaint: str
) -> None:
    report = send_due(store, config(tim=url), NOW)
    (trouble,) = report.troubles
    assert trouble.startswith(f"channel tim: {complaint}")
    assert states(store, TIM) == [WAITING, WAITING]


def test_without_apprise_a_channel_says_what_to_install_and_mails_go_out(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "apprise", None)
    with MailSink() as sink:
        mail = MailConfig(host="127.0.0.1", port=sink.port, to=(ANI,), sender="p@example.org")
        report = send_due(store, config(mail, tim="json://127.0.0.1:1/"), NOW)
    assert report.sent == 2
    assert report.troubles == [
        "channel tim: Apprise is not installed; pip install 'piagam[channels]'"
    ]


def test_a_retry_in_the_url_repeats_nothing_behind_our_back(store: Database) -> None:
    with Webhook(DROP, DROP) as hook:
        report = send_due(store, config(tim=hook.url() + "?retry=3&wait=0"), NOW)
    assert (report.unknown, len(hook.posted)) == (2, 2)


def test_a_test_message_goes_to_each_channel_that_somebody_subscribed_to() -> None:
    with Webhook() as hook, Webhook(404) as bad:
        report = send_test(config(tim=hook.url(), arsip=bad.url()), NOW)
    assert report.sent == 1
    assert hook.titles == ["Piagam: pesan uji · test message"]
    assert report.troubles[0].startswith("channel arsip: it does not let us in (HTTP 404)")
