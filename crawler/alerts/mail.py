"""One conversation with the mail server, step by step: each end is known for what it is."""

import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from types import TracebackType
from typing import Self

from crawler.alerts.connection import (
    Connection,
    MailServer,
    MailServerError,
    cause,
    connect,
    reply_text,
)
from crawler.alerts.outcomes import Accepted, Deferred, Outcome, Refused, Unknown
from crawler.alerts.wording import one_line
from crawler.mail_addresses import bare_address

FINAL_PATIENCE = 10
"""How many time-outs the answer to a whole message may take: the server files it meanwhile, and
leaving early would make an accepted message look unknown (RFC 5321, 4.5.3.2.6)."""

_LOGIN_WANTED = (530, 535)
_TOO_LARGE = 552


class UnsendableError(Exception):
    """This message can never be sent as it is; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A message ready for the wire: ASCII bytes with CRLF, one sender, one person."""

    sender: str
    recipient: str
    message_id: str
    content: bytes


def seal(message: EmailMessage) -> Envelope:
    """The message as it goes over the wire; raises UnsendableError when that cannot be."""
    try:
        content = message.as_bytes(policy=message.policy.clone(linesep="\r\n"))
        content.decode("ascii")
        sender, recipient = (bare_address(str(message[name])) for name in ("From", "To"))
    except (MessageError, ValueError, LookupError) as error:
        raise UnsendableError(one_line(str(error))) from None
    return Envelope(
        sender=sender,
        recipient=recipient,
        message_id=str(message["Message-ID"]),
        content=content,
    )


class MailSession:
    """One connection for many messages, opened when first needed and again when it was dropped."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._connection is not None:
            try:
                self._connection.quit()
            except (smtplib.SMTPException, OSError):
                self._connection.close()

    def open(self) -> Connection:
        """The open connection, or a new one; raises MailServerError when none comes about."""
        if self._connection is None:
            self._connection = connect(self._server)
        return self._connection

    def deliver(self, envelope: Envelope, hand_over: Callable[[], None]) -> Outcome:
        """Carry one message to one person.

        `hand_over` is called after the person was accepted and before DATA: what it commits is
        what a crash leaves behind. Raises MailServerError when no message could be sent now.
        """
        outcome = self._introduce(envelope)
        if outcome is None:
            hand_over()
            outcome = self._hand_over(envelope.content)
        if not isinstance(outcome, Accepted):
            self._make_fit(outcome)
        return outcome

    def _introduce(self, envelope: Envelope) -> Outcome | None:
        """MAIL and RCPT; None when both were taken."""
        try:
            code, reply = self._mail(envelope)
            if code >= 500 and code != _TOO_LARGE:
                # The operator's sender is at fault, not the person: no alert may be lost over it.
                raise self._trouble(f"refuses the sender {envelope.sender}", code, reply)
            if code >= 400:
                return _judge(code, reply)
            code, reply = self.open().rcpt(envelope.recipient)
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Deferred(f"the connection broke before the message left: {cause(error)}")
        if code in _LOGIN_WANTED:
            raise self._trouble("wants a login first", code, reply)
        outcome = _judge(code, reply)
        return None if isinstance(outcome, Accepted) else outcome

    def _mail(self, envelope: Envelope) -> tuple[int, bytes]:
        """MAIL; a connection that ended since the last message is opened anew, once."""
        if self._connection is not None:
            try:
                code, reply = self._connection.mail(envelope.sender)
            except (smtplib.SMTPException, OSError):
                code, reply = 421, b""
            if code != 421:
                return code, reply
            self._drop()
        return self.open().mail(envelope.sender)

    def _hand_over(self, content: bytes) -> Outcome:
        """DATA and the message; once the server asked for it, only a clear answer is an answer."""
        connection = self.open()
        try:
            code, reply = connection.docmd("DATA")
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Deferred(f"the connection broke before the message left: {cause(error)}")
        if code != 354:
            return _judge(code, reply) if code >= 400 else Deferred(reply_text(code, reply))
        try:
            connection.send(_stuffed(content))
            connection.patience = self._server.timeout * FINAL_PATIENCE
            code, reply = connection.getreply()
            connection.patience = self._server.timeout
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Unknown(f"the connection broke after the hand-over: {cause(error)}")
        return _judge(code, reply) if 200 <= code < 600 else Unknown(reply_text(code, reply))

    def _make_fit(self, outcome: Outcome) -> None:
        """Clear the connection for the next message, or leave it."""
        if self._connection is None:
            return
        try:
            is_fit = not outcome.reply.startswith("421") and self._connection.rset()[0] == 250
        except (smtplib.SMTPException, OSError):
            is_fit = False
        if not is_fit:
            self._drop()

    def _trouble(self, what: str, code: int, reply: bytes) -> MailServerError:
        self._drop()
        return MailServerError(
            f"mail.sender: {self._server.place} {what} ({reply_text(code, reply)}); correct "
            "mail.sender, mail.user and mail.security"
        )

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _judge(code: int, reply: bytes) -> Outcome:
    text = reply_text(code, reply)
    if 200 <= code < 300:
        return Accepted(text)
    return Refused(text) if 500 <= code < 600 else Deferred(text)


def _stuffed(content: bytes) -> bytes:
    """The content as DATA carries it: leading dots doubled, a lone dot at the end (RFC 5321)."""
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    return b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines) + (
        b"\r\n.\r\n"
    )
