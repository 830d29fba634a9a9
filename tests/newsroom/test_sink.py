"""The SMTP sink speaks real SMTP and misbehaves exactly as scripted."""

import smtplib
import ssl
from email.message import EmailMessage

import pytest

from crawler.newsroom.sink import MailSink, Script, Security, Stage


def mail(subject: str = "Penghargaan baru: Kabupaten Blora") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Piagam <piagam@example.org>"
    message["To"] = "sekar@example.org"
    message["Subject"] = subject
    message.set_content("Kabupaten Blora — nilai 97,84.")
    return message


def trusting(sink: MailSink) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(sink.certificate))


def send(sink: MailSink, *to: str) -> dict[str, tuple[int, bytes]]:
    with smtplib.SMTP(sink.host, sink.port, timeout=10) as client:
        return client.send_message(mail(), to_addrs=list(to) or ["sekar@example.org"])


def test_a_message_arrives_byte_for_byte_with_its_envelope() -> None:
    with MailSink() as sink:
        send(sink, "sekar@example.org", "bagas@example.org")

        (received,) = sink.mails
    assert received.sender == "piagam@example.org"
    assert received.recipients == ("sekar@example.org", "bagas@example.org")
    assert received.message["Subject"] == "Penghargaan baru: Kabupaten Blora"
    assert received.message.get_content().strip() == "Kabupaten Blora — nilai 97,84."
    assert (received.encrypted, received.user) == (False, None)


def test_starttls_is_demanded_and_the_certificate_can_be_verified() -> None:
    with MailSink(security="starttls") as sink:
        with pytest.raises(smtplib.SMTPSenderRefused, match="Must issue a STARTTLS"):
            send(sink)
        with smtplib.SMTP(sink.host, sink.port, timeout=10) as client:
            client.starttls(context=trusting(sink))
            client.send_message(mail())

        assert [each.encrypted for each in sink.mails] == [True]


def test_tls_from_the_first_byte() -> None:
    with MailSink(security="tls") as sink:
        with smtplib.SMTP_SSL(sink.host, sink.port, timeout=10, context=trusting(sink)) as client:
            client.send_message(mail())

        assert [each.encrypted for each in sink.mails] == [True]


def test_a_client_that_does_not_trust_the_certificate_is_told_so() -> None:
    with MailSink(security="tls") as sink:
        with pytest.raises(ssl.SSLCertVerificationError):
            smtplib.SMTP_SSL(sink.host, sink.port, context=ssl.create_default_context())

        assert sink.mails == ()


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_a_login_is_checked(security: Security) -> None:
    with MailSink(security=security, login=("piagam", "rahasia")) as sink:
        with connected(sink, security) as client:
            with pytest.raises(smtplib.SMTPSenderRefused, match="Authentication required"):
                client.send_message(mail())
            client.rset()
            with pytest.raises(smtplib.SMTPAuthenticationError):
                client.login("piagam", "salah")
            client.login("piagam", "rahasia")
            client.send_message(mail())

        assert [each.user for each in sink.mails] == ["piagam"]


def connected(sink: MailSink, security: Security) -> smtplib.SMTP:
    if security == "tls":
        return smtplib.SMTP_SSL(sink.host, sink.port, timeout=10, context=trusting(sink))
    client = smtplib.SMTP(sink.host, sink.port, timeout=10)
    if security == "starttls":
        client.starttls(context=trusting(sink))
    return client


def test_a_recipient_is_deferred_once_and_accepted_the_next_time() -> None:
    busy = Script(stage=Stage.RCPT, reply="451 4.3.0 try again later", times=1)
    with MailSink(scripts=[busy]) as sink:
        with pytest.raises(smtplib.SMTPRecipientsRefused) as refusal:
            send(sink)
        send(sink)

        assert refusal.value.recipients["sekar@example.org"][0] == 451
        assert len(sink.mails) == 1


def test_one_recipient_is_refused_for_good_and_the_others_get_the_message() -> None:
    unknown = Script(stage=Stage.RCPT, reply="550 5.1.1 no such user", address="pergi@example.org")
    with MailSink(scripts=[unknown]) as sink:
        refused = send(sink, "sekar@example.org", "pergi@example.org")

        assert refused == {"pergi@example.org": (550, b"5.1.1 no such user")}
        assert [each.recipients for each in sink.mails] == [("sekar@example.org",)]


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        (Script(stage=Stage.DATA, hang_up=True), 0),
        (Script(stage=Stage.DATA, hang_up=True, keep=True), 1),
    ],
    ids=["message lost", "message received, reply lost"],
)
def test_the_connection_drops_after_the_message(script: Script, kept: int) -> None:
    with MailSink(scripts=[script]) as sink:
        with pytest.raises(smtplib.SMTPServerDisconnected):
            send(sink)

        assert len(sink.mails) == kept


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        ("552 5.3.4 too big", smtplib.SMTPDataError),
        ("452 4.2.2 mailbox full", smtplib.SMTPDataError),
    ],
)
def test_a_message_is_refused_after_data(reply: str, error: type[Exception]) -> None:
    with MailSink(scripts=[Script(stage=Stage.DATA, reply=reply)]) as sink:
        with pytest.raises(error, match=reply[4:]):
            send(sink)

        assert sink.mails == ()


def test_a_sender_is_refused() -> None:
    script = Script(stage=Stage.MAIL, reply="550 5.7.1 not here", address="piagam@example.org")
    with (
        MailSink(scripts=[script]) as sink,
        pytest.raises(smtplib.SMTPSenderRefused, match="not here"),
    ):
        send(sink)


def test_a_script_added_while_running_wins_and_a_slow_server_runs_into_the_time_out() -> None:
    with MailSink() as sink:
        sink.add(Script(stage=Stage.RCPT, delay=5.0, times=1))
        with (
            pytest.raises(smtplib.SMTPServerDisconnected, match="timed out"),
            smtplib.SMTP(sink.host, sink.port, timeout=0.2) as client,
        ):
            client.send_message(mail())
        send(sink)

        assert len(sink.mails) == 1


def test_a_closed_sink_refuses_connections() -> None:
    with MailSink() as sink:
        port = sink.port
    with pytest.raises(ConnectionRefusedError):
        smtplib.SMTP("127.0.0.1", port)


def test_the_sink_closes_at_once_when_a_client_is_still_connected() -> None:
    with MailSink() as sink:
        client = smtplib.SMTP(sink.host, sink.port, timeout=10)
        client.ehlo()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.noop()
    client.close()
