"""What carries letters to people, whatever the way: how one is written, handed over, and ends."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from crawler.alerts.outcomes import Outcome
from storage.letter_records import AwardNotice, DigestNotice, HealthNotice
from storage.outbox import Delivery


class NotNowError(Exception):
    """Nothing can be delivered this way now; one line that names the key, the place, the mend."""


class Letter(Protocol):
    """A message ready for its way."""

    @property
    def message_id(self) -> str:
        """By which a message that comes twice is recognised."""


LetterT = TypeVar("LetterT", bound=Letter)


class Carrier(Protocol[LetterT]):
    """One way to people. Whatever stops a letter from being written is an exception."""

    def write_alert(self, notice: AwardNotice, delivery: Delivery) -> LetterT:
        """The letter about one award; one that is sent once more keeps its Message-ID."""

    def write_digest(self, notice: DigestNotice, parcel: Delivery) -> LetterT:
        """The letter about a period."""

    def write_health(self, notice: HealthNotice, parcel: Delivery) -> LetterT:
        """The letter about outlets that came into another state."""

    def open(self) -> object:
        """Make ready to deliver. Raises NotNowError."""

    def deliver(self, letter: LetterT, hand_over: Callable[[], None]) -> Outcome:
        """Carry one letter to its person; `hand_over` is called before it may arrive.

        Raises NotNowError when no letter can be delivered now.
        """
