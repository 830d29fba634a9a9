"""Sessions with a mail sink, and letters to hand over in them."""

from dataclasses import replace
from email.message import EmailMessage

import pytest

from crawler.alerts.connection import MailServer
from crawler.alerts.mail import Envelope, MailSession, seal
from crawler.newsroom.sink import MailSink

ANI, BUDI = "ani@example.org", "budi@example.org"
LOGIN = ("piagam", "rahasia")


def letter(person: str, body: str = "halo\n") -> Envelope:
    message = EmailMessage()
    message["From"] = "Piagam <piagam@example.org>"
    message["To"] = person
    message["Subject"] = "uji"
    message.set_content(body, cte="quoted-printable")
    return seal(message)


def session(sink: MailSink) -> MailSession:
    return MailSession(at_port(sink.port))


def at_port(port: int) -> MailServer:
    return MailServer(
        host="127.0.0.1", port=port, security="none", name="example.org", timeout=10.0
    )


def logged_in(server: MailServer) -> MailServer:
    return replace(server, user=LOGIN[0], password=LOGIN[1])


def nothing() -> None:
    """A hand-over that commits nothing."""


def must_not_happen() -> None:
    pytest.fail("handed over a message that had not been accepted")
