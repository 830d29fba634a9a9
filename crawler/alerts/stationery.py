"""What every mail has in common: sender, headers, both parts, and how it is told from others.

Pure. The same words give the same mail to the byte.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import parseaddr
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


class _MailPolicy(EmailPolicy):
    """Leaves headers that programs read on one line, and every character of a subject as it is.

    Python would fold a long id into encoded words, which are no message id and no address; and
    between the encoded and the plain words of one subject it puts blanks that were not there.
    """

    def fold(self, name: str, value: str) -> str:
        """The header as text, with its line end."""
        if name.lower() in _FOR_PROGRAMS:
            return f"{name}: {value}{self.linesep}"
        if name.lower() == "subject" and not value.isascii():
            words = Header(str(value), "utf-8", header_name=name).encode(linesep=self.linesep)
            return f"{name}: {words}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        """The same as bytes."""
        if name.lower() in _FOR_PROGRAMS or name.lower() == "subject":
            return self.fold(name, value).encode("ascii")
        return bytes(super().fold_binary(name, value))


_FOR_PROGRAMS = ("message-id", "references", "in-reply-to", "list-id", "list-unsubscribe")
_POLICY = _MailPolicy(linesep=SMTP.linesep)
_UNSUBSCRIBE = "Berhenti Piagam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """What every mail of one sending has in common."""

    sender: str
    """`Piagam <piagam@example.org>`."""
    now: datetime
    version: str

    @property
    def address(self) -> str:
        """The bare address of the sender."""
        return parseaddr(self.sender)[1]

    @property
    def domain(self) -> str:
        """Where our message ids live."""
        return self.address.rpartition("@")[2]

    @property
    def unsubscribe(self) -> str:
        """Where a mail goes that ends a subscription."""
        return f"mailto:{self.address}?subject={quote(_UNSUBSCRIBE)}"

    @property
    def list_id(self) -> str:
        """Names this installation, as RFC 2919 wants it; the same for all its mails."""
        return f"Piagam <piagam.{re.sub(r'[^0-9A-Za-z.-]+', '', self.domain)}>"

    def identity(self, *facts: str) -> str:
        """`<HASH@domain>`: the same facts give the same id, others another."""
        return f"<{_digest(*facts)}@{self.domain}>"


def address_to(recipient: str, subject: str, on: Stationery) -> EmailMessage:
    """A mail without its parts.

    Raises ValueError when sender or recipient is no address that a header can carry.
    """
    message = EmailMessage(policy=_POLICY)
    message["From"] = on.sender
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = on.now
    # RFC 3834, and what older and Microsoft's programs read: nobody's absence note is wanted.
    message["Auto-Submitted"] = "auto-generated"
    message["Precedence"] = "bulk"
    message["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    message["List-Id"] = on.list_id
    message["List-Unsubscribe"] = f"<{on.unsubscribe}>"
    message["X-Mailer"] = f"Piagam/{on.version}"
    return message


def put_parts(message: EmailMessage, template: str, words: Mapping[str, object]) -> EmailMessage:
    """Write text and HTML into the mail, from the two templates of this name."""
    text, html = (
        _templates().get_template(f"{template}.{form}.j2").render(words) for form in ("txt", "html")
    )
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.set_boundary(f"piagam-{_digest(text, html)}")
    return message


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("crawler.alerts"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _digest(*facts: str) -> str:
    """32 hexadecimal digits: enough never to meet, short enough for a header line."""
    return hashlib.sha256("\0".join(facts).encode("utf-8", "replace")).hexdigest()[:32]
