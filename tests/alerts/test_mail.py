"""What becomes of a message, with real servers that behave, misbehave and vanish."""

from dataclasses import replace

import pytest

from crawler.alerts.mail import MailSession
from crawler.alerts.outcomes import Accepted, Deferred, Outcome, Refused, Unknown
from crawler.newsroom.sink import MailSink, Script, Stage
from tests.alerts.sessions import ANI, BUDI, at_port, letter, must_not_happen, nothing, session


def test_an_accepted_message_arrives_as_written_dots_and_long_lines_included() -> None:
    body = "baris satu\n.titik di depan\n..\n" + "panjang " * 200 + "\nakhir: 93,74 — ✓\n"
    with MailSink() as sink, session(sink) as mail:
        assert isinstance(mail.deliver(letter(ANI, body), nothing), Accepted)
    (received,) = sink.mails
    assert received.message.get_content().replace("\r\n", "\n") == body
    assert (received.sender, received.recipients) == ("piagam@example.org", (ANI,))


def test_lines_that_begin_with_a_dot_go_over_the_wire_unharmed() -> None:
    content = b"Subject: uji\r\n\r\n.\r\n..\r\n.a\r\nb\r\n"
    with MailSink() as sink, session(sink) as mail:
        mail.deliver(replace(letter(ANI), content=content), nothing)
    assert sink.mails[0].raw == content


def test_the_hand_over_is_committed_before_the_message_leaves() -> None:
    received: list[int] = []
    with MailSink() as sink, session(sink) as mail:
        mail.deliver(letter(ANI), lambda: received.append(len(sink.mails)))
        assert (received, len(sink.mails)) == ([0], 1)


@pytest.mark.parametrize(
    ("stage", "reply", "expected"),
    [
        (Stage.MAIL, "451 try later", Deferred("451 try later")),
        (Stage.MAIL, "421 closing", Deferred("421 closing")),
        (Stage.MAIL, "552 too large", Refused("552 too large")),
        (Stage.RCPT, "451 4.7.1 greylisted", Deferred("451 4.7.1 greylisted")),
        (Stage.RCPT, "550 5.1.1 no such user", Refused("550 5.1.1 no such user")),
        (Stage.DATA, "452 disk full", Deferred("452 disk full")),
        (Stage.DATA, "554 spam", Refused("554 spam")),
        (Stage.DATA, "421 going down", Deferred("421 going down")),
    ],
)
def test_4xx_defers_and_5xx_refuses_at_every_step_and_the_next_message_still_goes(
    stage: Stage, reply: str, expected: Outcome
) -> None:
    handed_over: list[str] = []
    script = Script(stage=stage, reply=reply, times=1)
    with MailSink(scripts=[script]) as sink, session(sink) as mail:
        assert mail.deliver(letter(ANI), lambda: handed_over.append(ANI)) == expected
        assert isinstance(mail.deliver(letter(BUDI), nothing), Accepted)
    assert [received.recipients for received in sink.mails] == [(BUDI,)]
    assert handed_over == ([ANI] if stage is Stage.DATA else [])


@pytest.mark.parametrize("stage", [Stage.MAIL, Stage.RCPT])
def test_a_connection_that_breaks_before_data_defers(stage: Stage) -> None:
    script = Script(stage=stage, hang_up=True, times=1)
    with MailSink(scripts=[script]) as sink, session(sink) as mail:
        outcome = mail.deliver(letter(ANI), must_not_happen)
        assert isinstance(outcome, Deferred)
        assert "before the message left" in outcome.reply
        assert isinstance(mail.deliver(letter(ANI), nothing), Accepted)


def test_a_connection_that_breaks_after_data_leaves_the_outcome_unknown() -> None:
    script = Script(stage=Stage.DATA, hang_up=True, keep=True)
    with MailSink(scripts=[script]) as sink, session(sink) as mail:
        assert isinstance(mail.deliver(letter(ANI), nothing), Unknown)
    assert len(sink.mails) == 1


def test_many_messages_go_over_one_connection() -> None:
    with MailSink() as sink, session(sink) as mail:
        connection = mail.open()
        for _ in range(5):
            assert isinstance(mail.deliver(letter(ANI), nothing), Accepted)
        assert mail.open() is connection
    assert len(sink.mails) == 5


@pytest.mark.parametrize(
    "answer",
    [
        Script(stage=Stage.MAIL, hang_up=True, times=1),
        Script(stage=Stage.MAIL, reply="421 enough", times=1),
    ],
)
def test_a_connection_that_ended_between_two_messages_is_opened_anew(answer: Script) -> None:
    with MailSink() as sink, session(sink) as mail:
        assert isinstance(mail.deliver(letter(ANI), nothing), Accepted)
        sink.add(answer)
        assert isinstance(mail.deliver(letter(BUDI), nothing), Accepted)
    assert len(sink.mails) == 2


def test_a_silent_server_defers_when_the_time_is_up() -> None:
    with MailSink(scripts=[Script(stage=Stage.RCPT, delay=30)]) as sink:
        mail = MailSession(replace(at_port(sink.port), timeout=0.3))
        outcome = mail.deliver(letter(ANI), must_not_happen)
    assert outcome == Deferred("the connection broke before the message left: no answer in 0.3 s")


def test_a_server_that_files_the_message_slowly_is_waited_for() -> None:
    with MailSink(scripts=[Script(stage=Stage.DATA, delay=1)]) as sink:
        hasty = replace(at_port(sink.port), timeout=0.3)
        with MailSession(hasty) as mail:
            assert isinstance(mail.deliver(letter(ANI), nothing), Accepted)


def test_gibberish_before_the_message_defers_and_after_it_is_unknown() -> None:
    with MailSink() as sink, session(sink) as mail:
        sink.add(Script(stage=Stage.DATA, reply="hello there", times=1))
        assert isinstance(mail.deliver(letter(ANI), nothing), Unknown)
        sink.add(Script(stage=Stage.RCPT, reply="hello there", times=1))
        assert isinstance(mail.deliver(letter(ANI), must_not_happen), Deferred)
