"""The nouns of addressing: what is known of an alert, and how it goes to a person. Pure data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.letter_records import Frequency, Language
from storage.records import AlertKind


class Occasion(StrEnum):
    """Why something is told in a digest."""

    PERIOD = "period"
    """The person asked for it."""
    OLD = "old"
    """It was found by a first crawl or in old pages."""
    MANY = "many"
    """The person would have got too many single mails in a day."""


class Tells(StrEnum):
    """What a digest is about."""

    AWARDS = "awards"
    """And in its foot the health of outlets, for whoever asked for both."""
    HEALTH = "health"
    """Outlets that came into another state, and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFacts:
    """What decides who is told of an alert."""

    alert_id: int
    kind: AlertKind
    codes: tuple[str, ...]
    """Of the region of the recipient, as it is and as people were told before; may be empty."""
    schemes: tuple[str, ...]
    """The scheme as it is, and as people were told before."""
    confidence: float
    is_old: bool
    """Found in old pages, or by the first crawl of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestTerm:
    """Which digest tells an alert."""

    frequency: Frequency
    occasion: Occasion
    tells: Tells = Tells.AWARDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One person who is told of an alert, over which channel, when and how."""

    person: str
    channel: str
    language: Language
    due_at: datetime
    """Not before this moment; aware."""
    digest: DigestTerm | None
    """None: by a mail of its own."""
    quiet: str | None = None
    """Hours in which it rests, also when it is tried again: `21:00-05:00 Asia/Jakarta`."""
