"""The nouns of letters: all that mails and feeds need, and in which words. Pure data."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from storage.health_records import OutletStanding, OutletState
from storage.records import AlertKind, Award, ClaimRelation, EarlierScore, UnitScore


class Language(StrEnum):
    """The language of a letter."""

    INDONESIAN = "id"
    ENGLISH = "en"
    BOTH = "both"
    """Indonesian, with a summary in English."""


class Frequency(StrEnum):
    """How often a digest comes."""

    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The sentence that says so, and the report it stands in."""

    sentence: str
    """Whole, as printed; two or more when the quote crosses their border."""
    start: int
    end: int
    """The quote is `sentence[start:end]`."""
    outlet: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article that reports an award."""

    outlet: str
    outlet_title: str | None
    url: str
    title: str
    published: datetime | None
    relation: ClaimRelation
    score: float | None
    score_raw: str | None
    """The score as this outlet printed it."""
    proof: Proof | None = None
    """None when its claim carries no evidence."""
    copies: int = 0
    """Further articles that only repeat this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a score stands among the known results of its edition, for bodies of one kind."""

    position: int
    """1 is the highest score; equal scores share a place."""
    known: int
    """Results that are known, this one included; at least 3."""
    is_shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardNotice:
    """All that a message about an award needs."""

    alert_id: int
    kind: AlertKind
    award: Award
    grantor: str
    confidence: float
    """Of the claim that raised the alert, 0 to 1."""
    warnings: tuple[str, ...]
    """Of the claim that raised the alert."""
    reports: tuple[Report, ...]
    """Every article behind the award, the first one first; of a withdrawn one who had told it."""
    units: tuple[UnitScore, ...]
    """Each unit once, as first reported."""
    previous: EarlierScore | None
    """The latest earlier edition with a score: from its own award, else as told in a report."""
    history: tuple[EarlierScore, ...] = ()
    """Up to five earlier editions on the same scale, oldest first, each with its year."""
    province: Place | None = None
    """Among the known results of the same province."""
    country: Place | None = None
    """Among all known results."""
    before: Award | None = None
    """As people were told of it before; None when this alert is the first or nobody knows."""
    is_backfilled: bool = False
    """Read from old pages: no news."""
    is_by_person: bool = False
    """Whether a person's word raised this alert."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """An outlet that could not be read at all."""

    title: str
    since: date | None
    """In the outlet's calendar; None when that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the certificate of a period's last run says."""

    expected: int
    """Outlets that were to be read."""
    read: int
    """Of these, read in full."""
    unreached: tuple[Unreached, ...] = ()
    gaps: int = 0
    """Spans of time that were never seen and are still open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletChange:
    """An outlet that came into another state."""

    title: str
    standing: OutletStanding
    before: OutletState | None
    """None when nothing was ever the matter with it."""
    example: str | None = None
    """The address of a page that shows it."""
    held: int = 0
    """Alerts that wait for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestNotice:
    """All that a digest tells."""

    digest_id: str
    """The same whenever the same digest is composed again."""
    frequency: Frequency
    start: datetime
    end: datetime
    """The moment behind the period."""
    zone: str
    """In whose calendar the days are named, e.g. `Asia/Jakarta`."""
    is_old: bool = False
    """What a first crawl or old pages brought: new to us, no news."""
    items: tuple[AwardNotice, ...] = ()
    changes: tuple[OutletChange, ...] = ()
    """Outlets that came into another state, for whoever asked for that."""
    faults: tuple[str, ...] = ()
    """One line for each award that could not be written."""
    coverage: Coverage | None = None
    """None when nothing was crawled in the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthNotice:
    """All that a message about the health of outlets tells."""

    notice_id: str
    """The same whenever the same message is composed again."""
    changes: tuple[OutletChange, ...]
    """At least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchNotice:
    """All that a message tells when no good run has ended for too long."""

    notice_id: str
    """The same whenever the same message is composed again."""
    zone: str
    hours: int
    """Since the last good run, or since watching began."""
    last_good: datetime | None
    """When the last good run ended; None when there was none."""
    last_run: str | None = None
    """What became of the last run, on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One award that people were told of, or could have been."""

    award_id: int
    alert_id: int
    """The latest alert about it."""
    first_stored_at: datetime
    changed_at: datetime
