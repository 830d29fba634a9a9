"""Opening a connection to the mail server: verified, logged in, and never waiting for ever."""

import smtplib
import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Literal

from crawler.alerts.carrying import NotNowError
from crawler.alerts.wording import one_line


class MailServerError(NotNowError):
    """No message can be sent now; one line that names the key, the server and the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed over, and how."""

    host: str
    port: int
    security: Literal["none", "starttls", "tls"]
    name: str
    """The domain this machine greets with."""
    user: str | None = None
    password: str | None = None
    timeout: float = 30.0
    """Seconds that one step of the conversation may take."""
    ca_file: Path | None = None
    """Certificates (PEM) to trust in place of the system's."""

    @property
    def place(self) -> str:
        """`host:port`, for messages."""
        return f"{self.host}:{self.port}"


class Connection(smtplib.SMTP):
    """An SMTP connection on which each whole answer must come within `patience` seconds.

    A socket's own time-out starts anew with every byte, so a server that drips would hold us for
    hours.
    """

    def __init__(self, server: MailServer) -> None:
        self.patience = server.timeout
        super().__init__(
            server.host, server.port, local_hostname=server.name, timeout=server.timeout
        )

    def getreply(self) -> tuple[int, bytes]:
        """The next answer; SMTPServerDisconnected when none came in time."""
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        self.sock.settimeout(self.patience)
        began = time.monotonic()
        watch = Timer(self.patience, _wake_reader, (self.sock,))
        watch.daemon = True
        watch.start()
        try:
            return super().getreply()
        except smtplib.SMTPServerDisconnected:
            if time.monotonic() - began >= self.patience:
                raise smtplib.SMTPServerDisconnected(f"no answer in {self.patience:g} s") from None
            raise
        finally:
            watch.cancel()


def _wake_reader(sock: socket.socket) -> None:
    """End a read that waits in another thread; nothing to do where the socket is closed by now."""
    with suppress(OSError):
        # The plain shutdown, also under TLS: the TLS one would wait for the other side.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


class TlsConnection(Connection, smtplib.SMTP_SSL):
    """The same, under TLS from the first byte."""

    def __init__(self, server: MailServer) -> None:
        self.patience = server.timeout
        smtplib.SMTP_SSL.__init__(
            self,
            server.host,
            server.port,
            local_hostname=server.name,
            timeout=server.timeout,
            context=_trust(server),
        )


def connect(server: MailServer) -> Connection:
    """A connection ready for MAIL; raises MailServerError with one line that says what to mend."""
    connection = _reach(server)
    try:
        if server.security == "starttls":
            _start_tls(connection, server)
        connection.ehlo_or_helo_if_needed()
        if server.user is not None:
            _login(connection, server, server.user)
    except (smtplib.SMTPException, OSError) as error:
        connection.close()
        raise MailServerError(
            f"mail: {server.place} broke off the greeting ({cause(error)}); is it a mail server, "
            "and mail.security right for this port?"
        ) from None
    except MailServerError:
        connection.close()
        raise
    return connection


def _reach(server: MailServer) -> Connection:
    try:
        return TlsConnection(server) if server.security == "tls" else Connection(server)
    except ssl.SSLError as error:
        raise _tls_trouble(server, error) from None
    except socket.gaierror:
        raise MailServerError(f"mail.host: there is no host {server.host!r}; correct it") from None
    except UnicodeError:
        raise MailServerError(f"mail.host: {server.host!r} is no host name; correct it") from None
    except (smtplib.SMTPException, OSError) as error:
        raise MailServerError(
            f"mail.host: {server.place} cannot be reached ({cause(error)}); is the mail server "
            "running, and are mail.host and mail.port right?"
        ) from None


def _trust(server: MailServer) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.ca_file)
    except OSError as error:
        raise MailServerError(
            f"mail.ca_file: {server.ca_file}: not a readable PEM file ({cause(error)}); correct it"
        ) from None


def _start_tls(connection: Connection, server: MailServer) -> None:
    try:
        connection.starttls(context=_trust(server))
    except smtplib.SMTPNotSupportedError:
        raise MailServerError(
            f"mail.security: {server.place} offers no STARTTLS; write tls (often port 465) or ask "
            "who runs the server"
        ) from None
    except ssl.SSLError as error:
        raise _tls_trouble(server, error) from None


def _tls_trouble(server: MailServer, error: ssl.SSLError) -> MailServerError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailServerError(
            f"mail.host: the certificate of {server.place} is not trusted "
            f"({error.verify_message}); use the name that the certificate bears, or name its "
            "authority in mail.ca_file"
        )
    return MailServerError(
        f"mail.security: no TLS with {server.place} ({cause(error)}); tls is often port 465, "
        "starttls port 587"
    )


def _login(connection: Connection, server: MailServer, user: str) -> None:
    if server.security == "none" and not _is_this_machine(server.host):
        raise MailServerError(
            "mail.security: none would send the password in the clear; write starttls or tls"
        )
    try:
        connection.login(user, server.password or "")
    except smtplib.SMTPAuthenticationError as error:
        raise MailServerError(
            f"mail.user: {server.place} does not let {user!r} in ({cause(error)}); correct "
            "mail.user or PIAGAM_MAIL__PASSWORD"
        ) from None
    except smtplib.SMTPNotSupportedError:
        raise MailServerError(
            f"mail.user: {server.place} offers no login; remove mail.user or change mail.security"
        ) from None
    except UnicodeError:
        raise MailServerError(
            "mail.user: user name and password may hold ASCII letters only; choose others"
        ) from None


def _is_this_machine(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


def cause(error: Exception) -> str:
    """What happened, as one short line."""
    if isinstance(error, smtplib.SMTPResponseException):
        return reply_text(error.smtp_code, error.smtp_error)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return one_line(str(error)) or type(error).__name__


def reply_text(code: int, reply: bytes | str) -> str:
    """A server's answer as one line of at most 300 characters, `550 5.1.1 no such user`."""
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return one_line(f"{code} {text}", limit=300)
