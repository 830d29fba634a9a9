"""The SMTP conversation with real servers that behave, misbehave and vanish."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from threading import Thread

import pytest

from crawler.alerts.connection import MailServer, MailServerError
from crawler.alerts.mail import (
    Accepted,
    Deferred,
    Envelope,
    MailSession,
    Outcome,
    Refused,
    Unknown,
    UnsendableError,
    bare_address,
    seal,
)
from crawler.newsroom.sink import MailSink, Script, Security, Stage

ANI, BUDI = "ani@example.org", "budi@example.org"
LOGIN = ("piagam", "rahasia")


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


def test_a_server_that_is_down_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert trouble_with(at_port(port)) == (
        f"mail.host: 127.0.0.1:{port} cannot be reached (Connection refused); is the mail server "
        "running, and are mail.host and mail.port right?"
    )


@pytest.mark.parametrize("host", ["no-such-host.invalid", ".", "a" * 70 + ".id"])
def test_a_host_that_does_not_exist_is_named(host: str) -> None:
    message = trouble_with(replace(at_port(25), host=host))
    assert message.startswith("mail.host: ")
    assert repr(host) in message


def test_a_sender_that_the_server_refuses_is_the_operators_matter_and_refuses_nobody() -> None:
    with MailSink(scripts=[Script(stage=Stage.MAIL, reply="553 5.7.1 not yours")]) as sink:
        message = trouble_with(at_port(sink.port))
    assert "refuses the sender piagam@example.org (553 5.7.1 not yours)" in message


def test_a_server_that_wants_a_login_is_the_operators_matter() -> None:
    with MailSink(login=LOGIN) as sink:
        assert "(530 5.7.0 Authentication required)" in trouble_with(at_port(sink.port))


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_a_login_goes_through_under_every_security(security: Security) -> None:
    with MailSink(security=security, login=LOGIN) as sink:
        server = replace(at_port(sink.port), security=security, ca_file=sink.certificate)
        with MailSession(logged_in(server)) as mail:
            assert isinstance(mail.deliver(letter(ANI), nothing), Accepted)
    (received,) = sink.mails
    assert (received.user, received.encrypted) == ("piagam", security != "none")


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("salah", "mail.user: 127.0.0.1:PORT does not let 'piagam' in (535 5.7.8 "),
        (None, "mail.user: 127.0.0.1:PORT does not let 'piagam' in ("),
        ("kåta", "mail.user: user name and password may hold ASCII letters only"),
    ],
)
def test_a_wrong_login_is_one_clear_line(password: str | None, message: str) -> None:
    with MailSink(login=LOGIN) as sink:
        server = replace(at_port(sink.port), user="piagam", password=password)
        assert trouble_with(server).startswith(message.replace("PORT", str(sink.port)))


def test_a_password_never_leaves_this_machine_in_the_clear() -> None:
    with MailSink(login=LOGIN) as sink:
        here_by_another_name = replace(at_port(sink.port), host="0.0.0.0")  # noqa: S104
        message = trouble_with(logged_in(here_by_another_name))
    assert message.startswith("mail.security: none would send the password in the clear")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for_stops_everything(security: Security) -> None:
    with MailSink(security=security) as sink:
        message = trouble_with(replace(at_port(sink.port), security=security))
        assert f"the certificate of 127.0.0.1:{sink.port} is not trusted (self-signed" in message
    assert sink.mails == ()


def test_a_certificate_of_another_name_stops_everything() -> None:
    with MailSink(security="tls") as sink:
        server = replace(at_port(sink.port), security="tls", ca_file=sink.certificate)
        assert "is not trusted (" in trouble_with(replace(server, host="127.1"))


def test_a_server_without_starttls_is_never_spoken_to_in_the_clear() -> None:
    with MailSink() as sink:
        message = trouble_with(replace(at_port(sink.port), security="starttls"))
        assert message.startswith(f"mail.security: 127.0.0.1:{sink.port} offers no STARTTLS")
    assert sink.mails == ()


def test_tls_on_a_plain_port_is_told_as_such() -> None:
    with MailSink() as sink:
        message = trouble_with(replace(at_port(sink.port), security="tls"))
        assert message.startswith(f"mail.security: no TLS with 127.0.0.1:{sink.port}")


def test_a_missing_ca_file_is_named(tmp_path: Path) -> None:
    server = replace(at_port(1), security="tls", ca_file=tmp_path / "none.pem")
    assert trouble_with(server).startswith(f"mail.ca_file: {tmp_path / 'none.pem'}: ")


def test_a_server_that_drips_its_greeting_is_left_when_the_time_is_up() -> None:
    with dripping_server(b"220-wait\r\n") as port:
        began = time.monotonic()
        assert "(no answer in 0.5 s)" in trouble_with(replace(at_port(port), timeout=0.5))
    assert time.monotonic() - began < 5


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


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ani@example.org", "ani@example.org"),
        ("Ani Wulandari <ani+piagam@localhost>", "ani+piagam@localhost"),
        ('"Wulandari, Ani" <ani@mail.example.org>', "ani@mail.example.org"),
        ("ani@[127.0.0.1]", "ani@[127.0.0.1]"),
        ("ani", None),
        ("ani@", None),
        ("ani@ex ample.org", None),
        ("ani@example..org", None),
        ("a@example.org, b@example.org", None),
        ("ånî@example.org", None),
        ('"a b"@example.org', None),
        ("", None),
    ],
)
def test_an_address_is_one_that_mail_can_carry_or_a_clear_error(
    text: str, address: str | None
) -> None:
    if address is not None:
        assert bare_address(text) == address
        return
    with pytest.raises(ValueError, match=r"is (not one|no) .*address"):
        bare_address(text)


def test_a_message_to_no_usable_address_is_unsendable() -> None:
    message = EmailMessage()
    message["From"] = "Piagam <piagam@example.org>"
    message["To"] = "a@example.org, b@example.org"
    with pytest.raises(UnsendableError, match="is not one e-mail address"):
        seal(message)


def letter(person: str, body: str = "halo\n") -> Envelope:
    message = EmailMessage()
    message["From"] = "Piagam <piagam@example.org>"
    message["To"] = person
    message["Subject"] = "uji"
    message.set_content(body, cte="quoted-printable")
    return seal(message)


def trouble_with(server: MailServer) -> str:
    """Why nothing can be sent by this server."""
    with MailSession(server) as mail, pytest.raises(MailServerError) as caught:
        mail.deliver(letter(ANI), must_not_happen)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def at_port(port: int) -> MailServer:
    return MailServer(
        host="127.0.0.1", port=port, security="none", name="example.org", timeout=10.0
    )


def logged_in(server: MailServer) -> MailServer:
    return replace(server, user=LOGIN[0], password=LOGIN[1])


def session(sink: MailSink) -> MailSession:
    return MailSession(at_port(sink.port))


def nothing() -> None:
    """A hand-over that commits nothing."""


def must_not_happen() -> None:
    pytest.fail("handed over a message that had not been accepted")


@contextmanager
def dripping_server(line: bytes) -> Iterator[int]:
    """Sends one byte of `line` over and over, one in 50 ms, until the client leaves."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def drip() -> None:
            client, _ = listener.accept()
            with client:
                while True:
                    for position in range(len(line)):
                        time.sleep(0.05)
                        try:
                            client.sendall(line[position : position + 1])
                        except OSError:
                            return

        thread = Thread(target=drip)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()
