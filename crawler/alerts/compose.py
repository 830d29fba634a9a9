"""From an award's notice to the mail for one person: headers, text and HTML. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import parseaddr
from functools import cache
from typing import Protocol
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from crawler.alerts.letter import write_letter
from crawler.alerts.wording import one_line
from storage.records import AlertKind, Award, AwardNotice


class SchemeNames(Protocol):
    """The names of a scheme; `crawler.awards.catalogue.Scheme` has them."""

    @property
    def title(self) -> str:
        """In full."""

    @property
    def short(self) -> str:
        """As people say it."""


class _MailPolicy(EmailPolicy):
    """Leaves headers that programs read on one line.

    Python would fold a long one into encoded words, which are no message id and no address.
    """

    def fold(self, name: str, value: str) -> str:
        """The header as text, with its line end."""
        if name.lower() in _FOR_PROGRAMS:
            return f"{name}: {value}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        """The same as bytes."""
        if name.lower() in _FOR_PROGRAMS:
            return self.fold(name, value).encode("ascii")
        return bytes(super().fold_binary(name, value))


_FOR_PROGRAMS = ("message-id", "references", "in-reply-to", "list-unsubscribe")
_POLICY = _MailPolicy(linesep=SMTP.linesep)


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


def compose_alert(
    notice: AwardNotice, recipient: str, *, on: Stationery, schemes: Mapping[str, SchemeNames]
) -> EmailMessage:
    """The mail that tells one person of one alert; the same notice gives the same Message-ID.

    `schemes` are the names by scheme id; a scheme that is not there goes by its id. Raises
    ValueError when sender or recipient is no address that a header can carry.
    """
    award = notice.award
    names = schemes.get(award.scheme)
    letter = write_letter(
        notice,
        scheme=names.title if names else one_line(award.scheme),
        short=names.short if names else one_line(award.scheme),
    )
    message = _addressed(recipient, letter.subject, on)
    thread = _identity(on.domain, _award_key(award))
    message["Message-ID"] = message_id(notice, recipient, on.domain)
    message["References"] = thread
    message["In-Reply-To"] = thread
    message["X-Piagam-Award"] = one_line(_award_key(award), 200)
    return _with_parts(message, "alert", {"letter": letter, **_footing(recipient, on)})


def message_id(notice: AwardNotice, recipient: str, domain: str) -> str:
    """`<HASH@domain>` of award, kind and person: a mail that is sent again can be recognised.

    An award is new once; further alerts of another kind are told apart by their own id.
    """
    occasion = "" if notice.kind is AlertKind.NEW else str(notice.alert_id)
    return _identity(domain, _award_key(notice.award), notice.kind, occasion, recipient)


def compose_test(recipient: str, *, on: Stationery) -> EmailMessage:
    """A mail that only proves that mails arrive."""
    message = _addressed(recipient, "Piagam: surat uji · test mail", on)
    message["Message-ID"] = _identity(on.domain, "test", on.now.isoformat(), recipient)
    return _with_parts(message, "test", _footing(recipient, on))


def _addressed(recipient: str, subject: str, on: Stationery) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    message["From"] = on.sender
    message["To"] = recipient
    message["Subject"] = subject
    message["Date"] = on.now
    message["Auto-Submitted"] = "auto-generated"
    message["List-Unsubscribe"] = f"<{_unsubscribe(on)}>"
    message["X-Mailer"] = f"Piagam/{on.version}"
    return message


def _footing(recipient: str, on: Stationery) -> Mapping[str, object]:
    """What the last lines of every mail say."""
    return {
        "version": on.version,
        "person": recipient,
        "sender": on.address,
        "unsubscribe": _unsubscribe(on),
    }


def _with_parts(message: EmailMessage, template: str, words: Mapping[str, object]) -> EmailMessage:
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


def _award_key(award: Award) -> str:
    """What makes an award the same one in every store."""
    return f"{award.scheme}/{award.recipient}/{award.edition_year or '-'}"


def _identity(domain: str, *facts: str) -> str:
    return f"<{_digest(*facts)}@{domain}>"


def _digest(*facts: str) -> str:
    """32 hexadecimal digits: enough never to meet, short enough for a header line."""
    return hashlib.sha256("\0".join(facts).encode("utf-8", "replace")).hexdigest()[:32]


def _unsubscribe(on: Stationery) -> str:
    return f"mailto:{on.address}?subject={quote('Berhenti Piagam')}"
