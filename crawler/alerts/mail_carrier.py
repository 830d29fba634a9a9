"""Letters as mails: composed, sealed, and carried over one session with the mail server."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage

from crawler.alerts.compose import (
    SchemeNames,
    Stationery,
    compose_alert,
    compose_digest,
    compose_health,
)
from crawler.alerts.mail import Envelope, MailSession, seal
from crawler.alerts.outcomes import Outcome
from storage.letter_records import AwardNotice, DigestNotice, HealthNotice
from storage.outbox import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class MailCarrier:
    """The `Carrier` of the channel `mail`."""

    session: MailSession
    on: Stationery
    schemes: Mapping[str, SchemeNames]

    def write_alert(self, notice: AwardNotice, delivery: Delivery) -> Envelope:
        """The mail about one award."""
        message = compose_alert(
            notice,
            delivery.person,
            on=self.on,
            schemes=self.schemes,
            language=delivery.language,
        )
        return _sealed(message, delivery)

    def write_digest(self, notice: DigestNotice, parcel: Delivery) -> Envelope:
        """The mail about a period."""
        message = compose_digest(
            notice, parcel.person, on=self.on, schemes=self.schemes, language=parcel.language
        )
        return _sealed(message, parcel)

    def write_health(self, notice: HealthNotice, parcel: Delivery) -> Envelope:
        """The mail about outlets that came into another state."""
        message = compose_health(notice, parcel.person, on=self.on, language=parcel.language)
        return _sealed(message, parcel)

    def open(self) -> object:
        """Connect where that is needed. Raises MailServerError."""
        return self.session.open()

    def deliver(self, letter: Envelope, hand_over: Callable[[], None]) -> Outcome:
        """Hand the mail to the server. Raises MailServerError."""
        return self.session.deliver(letter, hand_over)


def _sealed(message: EmailMessage, parcel: Delivery) -> Envelope:
    if parcel.message_id is not None:
        # Sent once more: whoever got it before sees that it is the same.
        message.replace_header("Message-ID", parcel.message_id)
    return seal(message)
