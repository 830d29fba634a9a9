"""A channel that fails, hangs or lies costs no award and tells none twice."""

import socket
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.alerts.send import send_due
from crawler.config import MailConfig
from crawler.newsroom.sink import MailSink
from storage import outbox
from tests.alerts.channels import ANI, ARSIP, REFUSED, SENT, SUBJECTS, TIM, UNKNOWN, WAITING, config
from tests.alerts.stores import NOW, replies, states, store_with_alerts
from tests.alerts.webhook import DRIP, DROP, HANG, Webhook

LATER = NOW + timedelta(hours=6)


@pytest.mark.parametrize("status", [500, 503, 507, 408])
def test_a_receiver_that_fails_is_tried_again_when_its_time_has_come(
    store: Database, status: int
) -> None:
    with Webhook(status) as hook:
        report = send_due(store, config(tim=hook.url()), NOW)
        assert report.lines == [f"tim: deferred: HTTP {status}"]
        assert (report.sent, report.waiting) == (1, 1)
        assert report.next_try_at == NOW + timedelta(minutes=5)
        assert send_due(store, config(tim=hook.url()), NOW + timedelta(minutes=4)).sent == 0
        assert send_due(store, config(tim=hook.url()), NOW + timedelta(minutes=6)).sent == 1
    assert hook.titles == [*SUBJECTS, SUBJECTS[0]]


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_message_that_is_refused_is_not_sent_again_and_stops_no_other(
    store: Database, status: int
) -> None:
    with Webhook(status) as hook:
        report = send_due(store, config(tim=hook.url()), NOW)
        assert report.lines == [f"tim: refused: HTTP {status}"]
        assert send_due(store, config(tim=hook.url()), LATER).sent == 0
    assert states(store, TIM) == [REFUSED, SENT]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429])
def test_a_receiver_that_lets_nobody_in_costs_one_request_and_no_alert(
    store: Database, status: int
) -> None:
    with Webhook(status) as hook:
        report = send_due(store, config(tim=hook.url()), NOW)
        assert report.troubles[0].startswith("channel tim: it ")
        assert f"(HTTP {status})" in report.troubles[0]
        assert (len(hook.posted), report.deferred) == (1, 2)
        assert states(store, TIM) == [WAITING, WAITING]
        assert send_due(store, config(tim=hook.url()), NOW).sent == 2


@pytest.mark.parametrize("answer", [HANG, DROP, DRIP, 502, 504])
def test_no_clear_answer_after_the_hand_over_is_unknown_and_never_sent_again_by_itself(
    store: Database, answer: int | str
) -> None:
    with Webhook(answer) as hook:
        report = send_due(store, config(tim=hook.url(), timeout=0.5), NOW)
        assert (report.unknown, report.sent) == (1, 1)
        assert send_due(store, config(tim=hook.url()), NOW + timedelta(days=9)).sent == 0
    assert states(store, TIM) == [UNKNOWN, SENT]
    assert hook.titles == SUBJECTS
    assert "may have" in str(replies(store)[0])


def test_a_person_who_looked_has_it_sent_again_with_the_same_mark(store: Database) -> None:
    with Webhook(DROP) as hook:
        send_due(store, config(tim=hook.url()), NOW)
        (lost,) = outbox.unknown(store)
        with store.atomic():
            outbox.settle_unknown(store, lost, WAITING, reply="not there", now=NOW)
        assert send_due(store, config(tim=hook.url()), NOW).sent == 1
    first, _, again = (each.told["message"] for each in hook.posted)
    assert first == again


def test_a_receiver_that_always_breaks_off_costs_three_messages_not_the_outbox(
    tmp_path: Path,
) -> None:
    names = [f"Kabupaten {name}" for name in ("Batang", "Blora", "Demak", "Kudus", "Pati")]
    db = store_with_alerts(tmp_path / "s.sqlite", *names)
    with Webhook(*[DROP] * 9) as hook:
        report = send_due(db, config(tim=hook.url()), NOW)
    assert (report.unknown, report.deferred, len(hook.posted)) == (3, 2, 3)
    assert report.troubles[0].startswith("channel tim: it broke off 3 messages after taking them")
    db.close()


def test_a_receiver_that_is_down_leaves_all_waiting_and_all_goes_out_when_it_is_up(
    store: Database,
) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        for _ in range(3):
            report = send_due(store, config(tim=f"json://127.0.0.1:{port}/rahasia"), NOW)
            assert report.troubles == [
                "channel tim: it cannot be reached (connection refused); is it running, and is "
                "its address right?"
            ]
    assert states(store, TIM) == [WAITING, WAITING]
    with Webhook(port=port) as hook:
        assert send_due(store, config(tim=hook.url()), NOW).sent == 2
    assert hook.titles == SUBJECTS


def test_a_host_that_is_not_there_was_never_handed_anything(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*asked: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    report = send_due(store, config(tim="json://tidak-ada.example/rahasia"), NOW)
    assert "(there is no such host)" in report.troubles[0]
    assert states(store, TIM) == [WAITING, WAITING]


def test_a_receiver_without_tls_was_never_handed_anything(store: Database) -> None:
    with Webhook() as hook:
        report = send_due(store, config(tim=hook.url("jsons")), NOW)
    assert "(it speaks no TLS there)" in report.troubles[0]
    assert states(store, TIM) == [WAITING, WAITING]


def test_one_channel_that_fails_stops_neither_another_nor_the_mails(store: Database) -> None:
    with Webhook(404) as bad, Webhook() as good, MailSink() as sink:
        mail = MailConfig(host="127.0.0.1", port=sink.port, to=(ANI,), sender="p@example.org")
        report = send_due(store, config(mail, tim=bad.url(), arsip=good.url()), NOW)
    assert report.sent == 4
    assert len(sink.mails) == 2
    assert (good.titles, len(bad.posted)) == (SUBJECTS, 1)
    assert states(store, ANI) == states(store, ARSIP) == [SENT, SENT]


def test_a_mail_server_that_is_down_stops_no_channel(store: Database) -> None:
    with Webhook() as hook, socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        mail = MailConfig(host="127.0.0.1", port=held.getsockname()[1], to=(ANI,))
        report = send_due(store, config(mail, tim=hook.url()), NOW)
    assert (report.sent, report.deferred) == (2, 2)
