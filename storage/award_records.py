"""The nouns around an award: what articles say of it, and what people have said. Pure data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records import Claim, ClaimRelation


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClaim:
    """One claim that counts, the article that makes it, and where it belongs."""

    id: int
    article_id: int
    position: int
    """Order within the article, from 0."""
    outlet: str
    url: str
    published: datetime | None
    award_id: int | None
    relation: ClaimRelation | None
    place: int | None
    """Among the claims behind its award; 1 is the first reporter's."""
    copy_of: int | None
    """The article that this one copies; None when it is a report of its own."""
    claim: Claim
    """Without its evidence."""


class CorrectedField(StrEnum):
    """What a person may correct."""

    SCORE = "score"
    PREDICATE = "predicate"
    CATEGORY = "category"
    ZONE = "zone"
    RANK = "rank"
    RANK_SCOPE = "rank_scope"
    AWARD_DATE = "award_date"
    VENUE = "venue"
    EDITION_YEAR = "edition_year"
    RECIPIENT = "recipient"
    AWARD = "award"
    """Corrected to `no`: what the articles tell of is no award."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What one article says of one body and edition, as it is read."""

    article_id: int
    recipient: str
    edition_year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person said of one field of one award."""

    id: int | None
    """None until stored."""
    award_id: int
    field: CorrectedField
    before: str | None
    """As text: what the award said at that moment."""
    after: str | None
    """As text, a score as printed, a day as ISO; None: the field is not known."""
    pins: tuple[Pin, ...] = ()
    """For another recipient or edition: the claims that were behind the award."""
    who: str
    because: str
    corrected_at: datetime
    undone_by: str | None = None
    undone_because: str | None = None
    undone_at: datetime | None = None


class Cause(StrEnum):
    """Why an award became another."""

    REPORT = "report"
    """A story that was not known before."""
    REVISION = "revision"
    """A story whose headline or text changed."""
    REPROCESS = "reprocess"
    """A story that other rules read."""
    CORRECTION = "correction"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardChange:
    """One field of an award before and after, as text; None where it was not known."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change of an award, and what brought it about."""

    changed_at: datetime
    cause: Cause
    change: AwardChange
    outlet: str | None
    """Of the report that brought it about; None for a person's."""
    url: str | None
    correction: Correction | None
