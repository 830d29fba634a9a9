"""The nouns Piagam keeps: frozen values that pass between the reader, the linker and the store.

Pure data. Times are aware, calendar days are the outlet's own, scores are floats in the scheme's
scale, and every offset counts characters (not bytes) of the article's clean text or title.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from storage.frozen import frozen


class AddressState(StrEnum):
    """What became of an address that was ever discovered."""

    NEW = "new"
    STORED = "stored"
    DROPPED = "dropped"
    FAILED = "failed"


class EditionBasis(StrEnum):
    """Where the edition year of a claim comes from."""

    STATED = "stated"
    CALENDAR = "calendar"


class AwardStatus(StrEnum):
    """Whether the claims behind an award agree."""

    AGREED = "agreed"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    """By a person, whose word no reading changes."""
    WITHDRAWN = "withdrawn"
    """No article says so any more, or a person said that it is none."""


class ClaimRelation(StrEnum):
    """How a claim stands to the award it belongs to."""

    FIRST = "first"
    """The earliest that says what the award says."""
    SAME = "same"
    CONFLICT = "conflict"
    CORRECTION = "correction"


class RunStatus(StrEnum):
    """How a run, or one outlet's part in it, stands."""

    EXPECTED = "expected"
    """An outlet that the run has not reached; if it stays so, it never did."""
    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """Its process ended without a word."""


class RunKind(StrEnum):
    """What a run does."""

    CRAWL = "crawl"
    REPROCESS = "reprocess"
    """Reads what the store and the archive hold once more."""
    BACKFILL = "backfill"
    """Reads archives whose pages no crawl of this store fetched."""
    MERGE = "merge"
    """Takes over what other stores hold."""


class AlertKind(StrEnum):
    """Why people are told."""

    NEW = "new"
    CONFLICT = "conflict"
    """A later report gives another score."""
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    """No article says so any more; told only to those who were told of the award."""


class DeliveryState(StrEnum):
    """How far one alert has come on its way to one person."""

    WAITING = "waiting"
    """Not tried yet, or deferred until `next_try_at`."""
    CONNECTING = "connecting"
    """A try is under way and no byte of the message has left: safe to repeat."""
    HANDING_OVER = "handing-over"
    """The message may have left; after a crash nobody knows."""
    SENT = "sent"
    REFUSED = "refused"
    """The server said no for good (5xx), or the message can never be built."""
    UNKNOWN = "unknown"
    """The connection broke after the message was handed over."""


@frozen
class Article:
    """A cleaned news story as read from one or more pages."""

    outlet: str
    url: str
    """Canonical URL, without paging, tracking or AMP marks."""
    title: str
    text: str
    """Clean text: paragraphs separated by one newline, bullets start with `- `."""
    published: datetime | None = None
    """Aware, in the outlet's zone."""
    published_source: str | None = None
    """`json-ld`, `meta`, `visible`, `url`, `listing` or `text`."""
    modified: datetime | None = None
    description: str | None = None
    dateline: str | None = None
    """The place in front of the first sentence, as printed, e.g. `BLORA`."""
    authors: tuple[str, ...] = ()
    editor: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    lead_image: str | None = None
    caption: str | None = None
    photo_credit: str | None = None
    parts: int = 1
    """How many pages were joined."""
    warnings: tuple[str, ...] = ()


@frozen
class Evidence:
    """The span that proves one field of a claim: `quote == source[start:end]`."""

    field: str
    """Field name of the claim; unit scores are `units[0]`, earlier scores `previous[0]`."""
    source: str
    """`text` or `title`."""
    start: int
    end: int
    quote: str


@frozen
class UnitScore:
    """The score of one organisational unit inside the recipient."""

    unit: str
    """Canonical short name without the region, e.g. `DPMPTSP`, `Puskesmas Batang I`."""
    score: float
    raw: str
    """As printed, e.g. `97,55`."""


@frozen
class EarlierScore:
    """A score of the same recipient and scheme in an earlier edition, told as history."""

    year: int | None
    score: float
    raw: str


@frozen
class Claim:
    """What one article says about one award; a field the text does not state is None."""

    recipient: str
    """Canonical: `Kabupaten Batang`, `Kota Tegal`, `DPMPTSP Kabupaten Blora` …"""
    recipient_code: str | None
    """Code of the region, e.g. `33.25`; for a unit the code of its owner."""
    recipient_kind: str
    """`kabupaten`, `kota`, `provinsi`, `unit` …"""
    scheme: str
    """Scheme id, e.g. `ombudsman-kepatuhan`."""
    grantor: str
    year: int | None = None
    """Edition year as stated in the text."""
    edition_year: int | None = None
    """Edition used for linking."""
    edition_basis: EditionBasis | None = None
    score: float | None = None
    score_raw: str | None = None
    scale: int | None = None
    """Upper end of the scheme's scale; None when there is no score."""
    predicate: str | None = None
    category: str | None = None
    zone: str | None = None
    rank: int | None = None
    rank_scope: str | None = None
    award_date: date | None = None
    venue: str | None = None
    units: tuple[UnitScore, ...] = ()
    previous: tuple[EarlierScore, ...] = ()
    confidence: float = 0.0
    """0 to 1."""
    warnings: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proof: Evidence | None = None
    """The passage to show a person: the whole sentence, or sentences, that say so best."""
    rules_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """What we hold true: one recipient x scheme x edition year."""

    id: int | None
    """None until stored."""
    recipient: str
    recipient_code: str | None
    scheme: str
    edition_year: int | None
    status: AwardStatus
    score: float | None = None
    score_raw: str | None = None
    scale: int | None = None
    predicate: str | None = None
    category: str | None = None
    zone: str | None = None
    rank: int | None = None
    rank_scope: str | None = None
    award_date: date | None = None
    venue: str | None = None
    edition_basis: EditionBasis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said about one discovery page, to ask again cheaply."""

    url: str
    etag: str | None
    last_modified: str | None
    content_sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRunCounts:
    """The certificate's arithmetic for one outlet in one run.

    `discovered == stored + known + dropped + failed + pending` always holds; `pending` is what an
    interrupted run left in the frontier.
    """

    discovered: int = 0
    known: int = 0
    stored: int = 0
    dropped: int = 0
    failed: int = 0
    pending: int = 0
    requests: int = 0
    refused: int = 0
    """Requests that robots.txt closes or that the outlet turned away."""
    looked_again: int = 0
    """Stories stored by an earlier run that were looked at again; no part of `discovered`."""
    revised: int = 0
    """Of these, stories whose headline or text had changed."""
