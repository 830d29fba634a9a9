"""A real SMTP server on loopback that keeps what it gets and can refuse, stall or hang up."""

import asyncio
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Literal, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from crawler.newsroom.certificate import server_context

Security = Literal["none", "starttls", "tls"]


class Stage(StrEnum):
    """Where in the conversation a scripted answer is given."""

    MAIL = "MAIL"
    RCPT = "RCPT"
    DATA = "DATA"
    """After the whole message has arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One thing the server does otherwise than accept."""

    stage: Stage
    reply: str = "250 OK"
    """Code and text, as `451 4.3.0 try again later`."""
    address: str | None = None
    """Only for this sender (MAIL) or recipient (RCPT, DATA); None for any."""
    hang_up: bool = False
    """Drop the connection in place of a reply."""
    keep: bool = False
    """DATA only: a message that is not answered with 250 is received all the same."""
    delay: float = 0.0
    """Seconds before the reply."""
    times: int | None = None
    """How often it happens; None for always."""

    @property
    def accepts(self) -> bool:
        """Whether the client hears that all is well."""
        return self.reply.startswith("250") and not self.hang_up


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedMail:
    """A message as it arrived, with its envelope."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    encrypted: bool
    """Whether it came over TLS."""
    user: str | None
    """Who was logged in."""

    @property
    def message(self) -> EmailMessage:
        """The message, parsed."""
        return message_from_bytes(self.raw, policy=policy.default)


class MailSink:
    """Runs the server while the `with` block lasts.

    `login` is the user and password that are asked for; None lets everybody send.
    """

    host = "127.0.0.1"

    def __init__(
        self,
        *,
        security: Security = "none",
        login: tuple[str, str] | None = None,
        scripts: Iterable[Script] = (),
        port: int = 0,
    ) -> None:
        self._security = security
        self._port = port
        self._ready, self._lock = Event(), Lock()
        self._mails: list[ReceivedMail] = []
        self._post = _Post(self, login, scripts)

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="piagam-sink-")
        self._context, self._certificate = server_context(Path(self._folder.name))
        self._socket = socket.create_server((self.host, self._port))
        self._thread = Thread(target=lambda: asyncio.run(self._serve()), name="mail-sink")
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._folder.cleanup()

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self._socket.getsockname()[1]
        return port

    @property
    def certificate(self) -> Path:
        """PEM file to trust for `starttls` and `tls`."""
        return self._certificate

    @property
    def mails(self) -> tuple[ReceivedMail, ...]:
        """What was received so far, in order."""
        with self._lock:
            return tuple(self._mails)

    def add(self, script: Script) -> None:
        """Change the server's mind while it runs; the script set last wins."""
        self._post.add(script)

    def keep(self, mail: ReceivedMail) -> None:
        """Take a message in."""
        with self._lock:
            self._mails.append(mail)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        clients: list[SMTP] = []

        def connected() -> SMTP:
            clients.append(self._protocol())
            return clients[-1]

        server = await self._loop.create_server(
            connected, sock=self._socket, ssl=self._context if self._security == "tls" else None
        )
        self._ready.set()
        await self._stop.wait()
        server.close()
        for client in clients:
            if isinstance(client.transport, asyncio.WriteTransport):
                client.transport.abort()
        await server.wait_closed()

    def _protocol(self) -> SMTP:
        starttls = self._security == "starttls"
        return SMTP(
            self._post,
            hostname="localhost",
            ident="Piagam mail sink",
            loop=self._loop,
            enable_SMTPUTF8=True,
            tls_context=self._context if starttls else None,
            require_starttls=starttls,
            auth_require_tls=starttls,
            authenticator=self._post.check_login,
        )


class _Post:
    """The hooks that aiosmtpd calls; their names and parameters are its own."""

    def __init__(
        self, sink: MailSink, login: tuple[str, str] | None, scripts: Iterable[Script]
    ) -> None:
        self._sink = sink
        self._login = login
        self._lock = Lock()
        self._scripts: list[tuple[Script, int | None]] = [(each, each.times) for each in scripts]

    def add(self, script: Script) -> None:
        with self._lock:
            self._scripts.append((script, script.times))

    def check_login(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        if self._login is not None and isinstance(given, LoginPassword):
            user, password = given.login.decode(), given.password.decode()
            if (user, password) == self._login:
                return AuthResult(success=True, auth_data=user)
        return AuthResult(success=False, handled=False)

    async def handle_MAIL(  # noqa: N802 - named by aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._login is not None and not session.authenticated:
            return "530 5.7.0 Authentication required"
        reply = await self._scripted(Stage.MAIL, server, (address,))
        if reply is not None and not reply.startswith("250"):
            return reply
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return reply or "250 OK"

    async def handle_RCPT(  # noqa: N802 - named by aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = await self._scripted(Stage.RCPT, server, (address,))
        if reply is not None and not reply.startswith("250"):
            return reply
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return reply or "250 OK"

    async def handle_DATA(  # noqa: N802 - named by aiosmtpd
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        script = self._take(Stage.DATA, tuple(envelope.rcpt_tos))
        if script is None or script.keep or script.accepts:
            self._sink.keep(_received(server, session, envelope))
        return "250 OK" if script is None else await self._play(script, server)

    async def _scripted(self, stage: Stage, server: SMTP, addresses: tuple[str, ...]) -> str | None:
        script = self._take(stage, addresses)
        return None if script is None else await self._play(script, server)

    async def _play(self, script: Script, server: SMTP) -> str:
        if script.delay:
            await asyncio.sleep(script.delay)
        if script.hang_up and isinstance(server.transport, asyncio.WriteTransport):
            server.transport.abort()
            await asyncio.Event().wait()
        return script.reply

    def _take(self, stage: Stage, addresses: tuple[str, ...]) -> Script | None:
        with self._lock:
            for at in range(len(self._scripts) - 1, -1, -1):
                script, left = self._scripts[at]
                if left == 0 or script.stage is not stage:
                    continue
                if script.address is not None and script.address not in addresses:
                    continue
                self._scripts[at] = (script, None if left is None else left - 1)
                return script
        return None


def _received(server: SMTP, session: Session, envelope: Envelope) -> ReceivedMail:
    transport = server.transport
    tls = transport is not None and transport.get_extra_info("ssl_object") is not None
    return ReceivedMail(
        sender=envelope.mail_from or "",
        recipients=tuple(envelope.rcpt_tos),
        raw=envelope.original_content or b"",
        encrypted=tls,
        user=session.auth_data if session.authenticated else None,
    )
