"""The outbox goes out: once per award and person, whatever the mail server does."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.alerts.send import SendError, send_due, send_test
from crawler.config import Config, MailConfig
from crawler.newsroom.sink import MailSink, Script, Stage
from storage import outbox
from storage.leases import ALERTS_LEASE, lease_holder, take_lease
from storage.records import DeliveryState
from tests.addressing import claim_due
from tests.alerts.stores import NOW, replies, states, store_with_alerts

ANI, BUDI, CICI = "ani@example.org", "budi@example.org", "cici@example.org"
SENT, WAITING = DeliveryState.SENT, DeliveryState.WAITING
REFUSED, UNKNOWN = DeliveryState.REFUSED, DeliveryState.UNKNOWN


def test_each_person_gets_each_award_once_however_often_it_is_sent(store: Database) -> None:
    with MailSink() as sink:
        first = send_due(store, config(sink, ANI, BUDI), NOW)
        again = send_due(store, config(sink, ANI, BUDI), NOW + timedelta(days=1))
    assert (first.sent, again.sent) == (4, 0)
    assert first.is_well
    assert first.lines == []
    assert (
        subjects_for(sink, ANI)
        == subjects_for(sink, BUDI)
        == [
            "Kabupaten Batang 90,5 · Ombudsman 2024 · zona hijau",
            "Kabupaten Blora 91,5 · Ombudsman 2024 · zona hijau",
        ]
    )
    assert all(len(mail.recipients) == 1 for mail in sink.mails)
    assert len({str(mail.message["Message-ID"]) for mail in sink.mails}) == 4


def test_an_address_written_twice_with_and_without_a_name_is_one_person(store: Database) -> None:
    with MailSink() as sink:
        report = send_due(store, config(sink, ANI, f"Ani Wulandari <{ANI}>"), NOW)
    assert (report.sent, len(sink.mails)) == (2, 2)


def test_a_server_that_is_down_leaves_everything_waiting_and_the_next_call_sends_it(
    store: Database,
) -> None:
    with closed_port() as port:
        for _ in range(20):
            report = send_due(store, config(port, ANI, BUDI), NOW)
            (trouble,) = report.troubles
            assert trouble.startswith(f"mail.host: 127.0.0.1:{port} cannot be reached")
            assert (report.deferred, report.sent, report.is_well) == (4, 0, False)
    assert states(store, ANI) == states(store, BUDI) == [WAITING, WAITING]
    assert set(replies(store)) == {trouble}
    with MailSink() as sink:
        assert send_due(store, config(sink, ANI, BUDI), NOW).sent == 4
    assert len(sink.mails) == 4


def test_a_wrong_login_is_tried_once_and_nothing_is_lost(store: Database) -> None:
    with MailSink(login=("piagam", "rahasia")) as sink:
        wrong = config(sink, ANI, BUDI, user="piagam", password="salah")
        report = send_due(store, wrong, NOW)
        (trouble,) = report.troubles
        assert "does not let 'piagam' in (535" in trouble
        assert "PIAGAM_MAIL__PASSWORD" in trouble
        right = config(sink, ANI, BUDI, user="piagam", password="rahasia")
        assert send_due(store, right, NOW).sent == 4


def test_greylisting_defers_one_person_and_the_mail_goes_out_when_its_time_has_come(
    store: Database,
) -> None:
    grey = Script(stage=Stage.RCPT, address=ANI, reply="451 4.7.1 greylisted", times=2)
    with MailSink(scripts=[grey]) as sink:
        report = send_due(store, config(sink, ANI, BUDI), NOW)
        assert (report.sent, report.deferred, report.is_well) == (2, 2, False)
        assert report.lines == [f"{ANI}: deferred: 451 4.7.1 greylisted"] * 2
        too_early = send_due(store, config(sink, ANI, BUDI), NOW + timedelta(minutes=4))
        assert (too_early.sent, too_early.deferred, too_early.is_well) == (0, 0, True)
        assert (too_early.waiting, too_early.next_try_at) == (2, NOW + timedelta(minutes=5))
        assert send_due(store, config(sink, ANI, BUDI), NOW + timedelta(minutes=6)).sent == 2
    assert states(store, ANI) == [SENT, SENT]
    assert len(subjects_for(sink, ANI)) == 2


def test_a_person_who_is_deferred_for_ever_is_given_up_visibly_after_five_days(
    store: Database,
) -> None:
    moments = [NOW + timedelta(hours=6 * step) for step in range(40)]
    with MailSink(scripts=[Script(stage=Stage.RCPT, reply="451 later")]) as sink:
        refusals = {at: send_due(store, config(sink, ANI), at).refused for at in moments}
    (given_up_at,) = [at for at, refused in refusals.items() if refused]
    assert timedelta(days=5) <= given_up_at - NOW <= timedelta(days=7)
    assert states(store, ANI) == [REFUSED, REFUSED]
    assert refusals[given_up_at] == 2
    assert all(str(reply).startswith("given up after ") for reply in replies(store))


def test_one_persons_refusal_stops_nobody_else(store: Database) -> None:
    no_such = Script(stage=Stage.RCPT, address=BUDI, reply="550 5.1.1 no such user")
    with MailSink(scripts=[no_such]) as sink:
        report = send_due(store, config(sink, ANI, BUDI, CICI), NOW)
        assert (report.sent, report.refused, report.is_well) == (4, 2, False)
        assert report.lines == [f"{BUDI}: refused: 550 5.1.1 no such user"] * 2
        later = send_due(store, config(sink, ANI, BUDI, CICI), NOW + timedelta(days=9))
        assert (later.sent, later.refused) == (0, 0)
    assert states(store, BUDI) == [REFUSED, REFUSED]
    assert len(subjects_for(sink, ANI)) == len(subjects_for(sink, CICI)) == 2


def test_a_connection_that_breaks_after_data_is_unknown_and_never_sent_again_by_itself(
    store: Database,
) -> None:
    drop = Script(stage=Stage.DATA, address=ANI, hang_up=True, keep=True, times=1)
    with MailSink(scripts=[drop]) as sink:
        report = send_due(store, config(sink, ANI, BUDI), NOW)
        assert (report.sent, report.unknown, report.is_well) == (3, 1, False)
        assert send_due(store, config(sink, ANI, BUDI), NOW + timedelta(days=9)).sent == 0
    assert states(store, ANI) == [UNKNOWN, SENT]
    assert len(subjects_for(sink, ANI)) == 2


def test_a_server_that_always_breaks_off_after_data_costs_three_messages_not_the_outbox(
    store: Database,
) -> None:
    with MailSink(scripts=[Script(stage=Stage.DATA, hang_up=True)]) as sink:
        report = send_due(store, config(sink, ANI, BUDI, CICI), NOW)
    assert (report.unknown, report.deferred) == (3, 3)
    (trouble,) = report.troubles
    assert "broke off 3 messages" in trouble
    ended = [state for person in (ANI, BUDI, CICI) for state in states(store, person)]
    assert sorted(ended) == sorted([UNKNOWN] * 3 + [WAITING] * 3)


def test_a_server_that_refuses_the_sender_refuses_no_alert(store: Database) -> None:
    not_yours = Script(stage=Stage.MAIL, reply="553 not yours", times=1)
    with MailSink(scripts=[not_yours]) as sink:
        report = send_due(store, config(sink, ANI), NOW)
        (trouble,) = report.troubles
        assert "refuses the sender" in trouble
        assert states(store, ANI) == [WAITING, WAITING]
        assert send_due(store, config(sink, ANI), NOW).sent == 2


def test_a_title_with_line_breaks_and_html_is_no_poison(tmp_path: Path) -> None:
    title = "Batang\r\nBcc: x@example.net\n\n<b>Raih</b>\u202e\x00 " + "panjang " * 5000
    db = store_with_alerts(tmp_path / "s.sqlite", "Kabupaten Batang", title=title)
    with MailSink() as sink:
        assert send_due(db, config(sink, ANI), NOW).sent == 1
    (mail,) = sink.mails
    assert mail.recipients == (ANI,)
    assert mail.message["Bcc"] is None
    db.close()


def test_a_message_that_cannot_be_written_is_refused_with_the_reason_and_blocks_nobody(
    store: Database,
) -> None:
    store.execute("UPDATE awards SET score = 9e999 WHERE recipient = 'Kabupaten Batang'")
    with MailSink() as sink:
        report = send_due(store, config(sink, ANI, BUDI), NOW)
    assert (report.sent, report.refused) == (2, 2)
    assert states(store, ANI) == states(store, BUDI) == [REFUSED, SENT]
    assert report.lines[0].startswith(f"{ANI}: refused: the message cannot be written: ")


def test_a_configuration_that_names_nobody_says_so_before_anything_is_tried(
    store: Database,
) -> None:
    nobody = Config(contact="x@example.org", mail=MailConfig(port=1, host="127.0.0.1"))
    complaint = r"^mail.to: nobody is to be told; write to = \["
    with pytest.raises(SendError, match=complaint):
        send_due(store, nobody, NOW)
    with pytest.raises(SendError, match=complaint):
        send_test(nobody, NOW)
    assert store.execute("SELECT count(*) FROM deliveries").fetchone() == (0,)


def test_a_mailbox_spelt_in_two_ways_gets_one_mail(store: Database) -> None:
    with MailSink() as sink:
        assert send_due(store, config(sink, ANI, ANI.upper()), NOW).sent == 2
        assert {mail.recipients for mail in sink.mails} == {(ANI,)}


def test_two_senders_never_work_at_once(store: Database) -> None:
    take_lease(store, ALERTS_LEASE, "elsewhere:1:1", NOW, timedelta(minutes=5))
    with MailSink() as sink:
        with pytest.raises(SendError, match="another process is sending"):
            send_due(store, config(sink, ANI), NOW)
        assert send_due(store, config(sink, ANI), NOW + timedelta(minutes=6)).sent == 2
    assert lease_holder(store, ALERTS_LEASE, NOW + timedelta(minutes=6)) is None


def test_what_a_crashed_sender_left_is_settled_first(store: Database) -> None:
    due = claim_due(store, [ANI], NOW)
    with store.atomic():
        for delivery in due:
            outbox.begin_connect(store, delivery, now=NOW)
        outbox.begin_hand_over(store, due[0], message_id="<a@b>", now=NOW)
    with MailSink() as sink:
        report = send_due(store, config(sink, ANI), NOW)
    assert states(store, ANI) == [UNKNOWN, SENT]
    assert (report.unknown, report.sent) == (1, 1)
    assert report.lines == [f"{ANI}: unknown: the sender stopped while it handed the message over"]


def test_a_test_mail_goes_to_everybody_and_says_who_refused_it() -> None:
    no_such = Script(stage=Stage.RCPT, address=BUDI, reply="550 no such user")
    with MailSink(scripts=[no_such]) as sink:
        report = send_test(config(sink, ANI, BUDI, CICI), NOW)
    assert (report.sent, report.refused) == (2, 1)
    assert report.lines == [f"{BUDI}: refused: 550 no such user"]
    assert [mail.recipients for mail in sink.mails] == [(ANI,), (CICI,)]


def test_a_test_mail_to_a_server_that_is_down_is_one_line() -> None:
    with closed_port() as port:
        report = send_test(config(port, ANI, BUDI), NOW)
    (trouble,) = report.troubles
    assert trouble.startswith(f"mail.host: 127.0.0.1:{port} cannot be reached")


def config(
    sink: MailSink | int, *to: str, user: str | None = None, password: str | None = None
) -> Config:
    mail = MailConfig(
        host="127.0.0.1",
        port=sink if isinstance(sink, int) else sink.port,
        sender="Piagam <piagam@example.org>",
        to=to,
        user=user,
        password=password,
        timeout=10,
    )
    return Config(contact="redaksi@example.org", mail=mail)


def subjects_for(sink: MailSink, person: str) -> list[str]:
    return [str(mail.message["Subject"]) for mail in sink.mails if mail.recipients == (person,)]


@contextmanager
def closed_port() -> Iterator[int]:
    """A port that stays taken and on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]
