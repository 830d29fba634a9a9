"""Letters as messages of a channel: composed for a chat, and handed to Apprise."""

from collections.abc import Callable, Mapping

from crawler.alerts.channels import Channel
from crawler.alerts.chat import Chat, chat_of_alert, chat_of_digest, chat_of_health
from crawler.alerts.compose import SchemeNames, Stationery, digest_id, health_id, message_id
from crawler.alerts.outcomes import Outcome
from crawler.config_channels import ChannelConfig
from storage.letter_records import AwardNotice, DigestNotice, HealthNotice
from storage.outbox import Delivery


class ChannelCarrier:
    """The `Carrier` of one channel; it is opened when the first message has been written."""

    def __init__(
        self, written: ChannelConfig, *, on: Stationery, schemes: Mapping[str, SchemeNames]
    ) -> None:
        self._written = written
        self._on = on
        self._schemes = schemes
        self._channel: Channel | None = None

    def write_alert(self, notice: AwardNotice, delivery: Delivery) -> Chat:
        """The message about one award."""
        identity = delivery.message_id or message_id(notice, delivery.person, self._on)
        return chat_of_alert(
            notice, message_id=identity, schemes=self._schemes, language=delivery.language
        )

    def write_digest(self, notice: DigestNotice, parcel: Delivery) -> Chat:
        """The message about a period."""
        identity = parcel.message_id or digest_id(notice, parcel.person, self._on)
        return chat_of_digest(
            notice, message_id=identity, schemes=self._schemes, language=parcel.language
        )

    def write_health(self, notice: HealthNotice, parcel: Delivery) -> Chat:
        """The message about outlets that came into another state."""
        identity = parcel.message_id or health_id(notice, parcel.person, self._on)
        return chat_of_health(notice, message_id=identity, language=parcel.language)

    def open(self) -> Channel:
        """Make Apprise ready; nobody is asked. Raises ChannelError."""
        if self._channel is None:
            self._channel = Channel.open(self._written)
        return self._channel

    def deliver(self, letter: Chat, hand_over: Callable[[], None]) -> Outcome:
        """Hand the message over. Raises ChannelError."""
        return self.open().deliver(letter, hand_over)
