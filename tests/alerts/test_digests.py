"""Digests as they go out: gathered in the store, sent once, with proof of delivery."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.alerts.send import send_due
from crawler.config import Config, MailConfig
from crawler.config_subscriptions import SubscriptionConfig
from crawler.newsroom.sink import MailSink, Script, Stage
from storage import outbox
from storage.leases import CRAWL_LEASE, take_lease
from storage.records import DeliveryState
from tests.alerts.stores import NOW, replies, states, store_with_alerts

ANI, BUDI, CICI = "ani@example.org", "budi@example.org", "cici@example.org"
MORNING = NOW + timedelta(hours=6)
"""After 06:30 of the next day in Jakarta."""
SENT, WAITING = DeliveryState.SENT, DeliveryState.WAITING
REFUSED, UNKNOWN = DeliveryState.REFUSED, DeliveryState.UNKNOWN
DAILY = {"when": "daily"}


def test_a_digest_gathers_until_its_time_and_goes_out_once(store: Database) -> None:
    with MailSink() as sink:
        asked = config(sink, told(ANI, **DAILY))
        assert send_due(store, asked, NOW).sent == 0
        assert states(store, ANI) == [WAITING, WAITING]
        assert send_due(store, asked, MORNING).sent == 1
        assert send_due(store, asked, MORNING + timedelta(days=3)).sent == 0
    (mail,) = sink.mails
    assert mail.recipients == (ANI,)
    assert "2 penghargaan baru" in str(mail.message["Subject"])
    assert states(store, ANI) == [SENT, SENT]


def test_three_subscriptions_bring_one_mail_for_each_award_and_only_to_whom_they_name(
    store: Database,
) -> None:
    subscriptions = (
        told(ANI, **DAILY),
        told(ANI, BUDI, language="en", schemes=("ombudsman-kepatuhan",)),
        told(ANI, when="weekly"),
        told(CICI, schemes=("pekppp-ipp",)),
    )
    with MailSink() as sink:
        for at in (NOW, MORNING, NOW + timedelta(days=8)):
            send_due(store, config(sink, *subscriptions), at)
    assert sorted(mail.recipients for mail in sink.mails) == [(ANI,), (ANI,), (BUDI,), (BUDI,)]
    assert all("green zone" in str(mail.message["Subject"]) for mail in sink.mails)


@pytest.mark.parametrize(
    ("script", "state"),
    [
        (Script(stage=Stage.RCPT, address=BUDI, reply="550 5.1.1 no such user"), REFUSED),
        (Script(stage=Stage.DATA, address=BUDI, hang_up=True, keep=True, times=1), UNKNOWN),
        (Script(stage=Stage.RCPT, address=BUDI, reply="451 later"), WAITING),
    ],
)
def test_what_becomes_of_a_digest_is_known_for_each_person(
    store: Database, script: Script, state: DeliveryState
) -> None:
    with MailSink(scripts=[script]) as sink:
        asked = config(sink, told(ANI, BUDI, CICI, **DAILY))
        send_due(store, asked, NOW)
        assert send_due(store, asked, MORNING).sent == 2
    assert states(store, BUDI) == [state, state]
    assert states(store, ANI) == states(store, CICI) == [SENT, SENT]


def test_an_award_that_cannot_be_written_is_left_out_and_the_digest_says_so(
    store: Database,
) -> None:
    store.execute("UPDATE awards SET score = 9e999 WHERE recipient = 'Kabupaten Batang'")
    with MailSink() as sink:
        asked = config(sink, told(ANI, **DAILY))
        send_due(store, asked, NOW)
        assert send_due(store, asked, MORNING).sent == 1
    (mail,) = sink.mails
    assert states(store, ANI) == [REFUSED, SENT]
    assert str(replies(store)[0]).startswith("left out of the digest: ")
    text = mail.message.get_body(("plain",))
    assert text is not None
    assert "alert 1: left out of the digest" in str(text.get_content())


def test_the_first_crawl_is_told_in_one_digest_after_it_has_ended(store: Database) -> None:
    store.execute("DELETE FROM runs WHERE id = 0")
    (holder,) = store.execute("SELECT holder FROM runs").fetchone()
    take_lease(store, CRAWL_LEASE, holder, NOW, timedelta(hours=1))
    with MailSink() as sink:
        assert send_due(store, config(sink, told(ANI)), NOW).sent == 0
        store.execute("UPDATE runs SET status = 'finished', ended_at = started_at")
        assert send_due(store, config(sink, told(ANI)), NOW).sent == 1
        assert "2 penghargaan ditemukan" in str(sink.mails[0].message["Subject"])
    assert states(store, ANI) == [SENT, SENT]


def test_what_a_killed_first_crawl_found_is_told_without_it(store: Database) -> None:
    store.execute("DELETE FROM runs WHERE id = 0")
    with MailSink() as sink:
        assert send_due(store, config(sink, told(ANI)), NOW).sent == 1
    assert store.execute("SELECT status FROM runs").fetchall() == [("interrupted",)]


def test_more_than_the_most_of_a_day_comes_in_one_digest_the_next_morning(
    tmp_path: Path,
) -> None:
    names = [f"Kabupaten {name}" for name in ("Batang", "Blora", "Demak", "Kudus")]
    with store_with_alerts(tmp_path / "s.sqlite", *names) as db, MailSink() as sink:
        asked = config(sink, told(ANI), most_at_once=3)
        assert send_due(db, asked, NOW).sent == 0
        assert send_due(db, asked, MORNING).sent == 1
        assert states(db, ANI) == [SENT] * 4


def test_what_a_clock_that_was_ahead_put_off_goes_out_once_it_is_right_again(
    store: Database,
) -> None:
    grey = Script(stage=Stage.RCPT, address=BUDI, reply="451 4.7.1 greylisted", times=2)
    with MailSink(scripts=[grey]) as sink:
        asked = config(sink, told(ANI, **DAILY), told(BUDI))
        assert send_due(store, asked, NOW + timedelta(days=400)).deferred == 2
        assert send_due(store, asked, NOW).sent == 3
        assert send_due(store, asked, NOW + timedelta(days=402)).sent == 0
    assert states(store, ANI) == states(store, BUDI) == [SENT, SENT]


def test_a_sender_that_died_with_a_digest_in_hand_leaves_it_unknown(store: Database) -> None:
    with MailSink() as sink:
        asked = config(sink, told(ANI, **DAILY))
        send_due(store, asked, NOW)
        (parcel,) = outbox.due(store, [ANI], MORNING)
        with store.atomic():
            outbox.begin_connect(store, parcel, now=MORNING)
            outbox.begin_hand_over(store, parcel, message_id="<a@b>", now=MORNING)
        report = send_due(store, asked, MORNING)
        assert (report.unknown, report.sent) == (1, 0)
    assert states(store, ANI) == [UNKNOWN, UNKNOWN]


def told(*to: str, **keys: object) -> SubscriptionConfig:
    return SubscriptionConfig(to=to, **keys)  # type: ignore[arg-type]  # keys of a subscription


def config(sink: MailSink, *subscriptions: SubscriptionConfig, most_at_once: int = 50) -> Config:
    mail = MailConfig(
        host="127.0.0.1",
        port=sink.port,
        sender="Piagam <piagam@example.org>",
        most_at_once=most_at_once,
        timeout=10,
    )
    return Config(contact="redaksi@example.org", mail=mail, subscription=subscriptions)
