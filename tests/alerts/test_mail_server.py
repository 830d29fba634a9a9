"""A server that cannot be used is one clear line, and no password leaves in the clear."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from smtplib import SMTPServerDisconnected
from threading import Thread

import pytest

from crawler.alerts.connection import MailServer, MailServerError, connect
from crawler.alerts.mail import MailSession
from crawler.alerts.outcomes import Accepted
from crawler.newsroom.sink import MailSink, Script, Security, Stage
from tests.alerts.sessions import ANI, LOGIN, at_port, letter, logged_in, must_not_happen, nothing


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


def trouble_with(server: MailServer) -> str:
    """Why nothing can be sent by this server."""
    with MailSession(server) as mail, pytest.raises(MailServerError) as caught:
        mail.deliver(letter(ANI), must_not_happen)
    assert "\n" not in str(caught.value)
    return str(caught.value)


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


def test_an_answer_that_comes_just_as_patience_ends_leaves_no_trouble_behind() -> None:
    """An error in the thread that watches the time would fail this test."""
    with MailSink(scripts=[Script(stage=Stage.MAIL, delay=0.05)]) as sink:
        for _ in range(30):
            connection = connect(at_port(sink.port))
            connection.patience = 0.05
            with suppress(SMTPServerDisconnected):
                connection.mail("piagam@example.org")
            connection.close()
            assert connection.sock is None
