"""Which words a letter is written with: one table for each language. Pure data.

A text with `{name}` in it is filled in with `str.format`; what is filled in is never read again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from storage.health_records import OutletState


class Occasion(StrEnum):
    """Why a letter about an award is written."""

    NEW = "new"
    DISPUTE = "dispute"
    CORRECTION = "correction"
    SETTLED = "settled"
    """The reports differed, and it is known now which of them holds."""
    WITHDRAWN = "withdrawn"
    """Nobody reports it any more, or a person says that it is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A thing in words, by how many of it there are: `{n}` is the number."""

    one: str
    many: str

    def told(self, count: int) -> str:
        """`1 new award`, `12 new awards`."""
        return (self.one if count == 1 else self.many).format(n=count)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertWords:
    """Of a letter about one award."""

    headings: Mapping[Occasion, str]
    leads: Mapping[Occasion, str]
    """A sentence that says what the occasion means; none where the heading says it all."""
    taken_back: str
    """The lead in place of the one of a withdrawal that a person said."""
    edition: str
    score_of: str
    change: tuple[str, str, str]
    """Down, the same, up: against `{before}` of `{year}`, by `{amount}`."""
    earlier_edition: str
    """Stands for a year that nobody tells."""
    void: str
    """Said of the score of a withdrawn award."""
    sides: str
    side: str
    told_otherwise: str
    """Heads the reports that do not hold, once a dispute is settled."""
    changes: str
    nothing: str
    """Stands for a value that was not there."""
    proofs: str
    proofs_void: str
    details: str
    history: str
    units: str
    sources: str
    sources_void: str
    copies: Counted
    notes: str
    labels: Mapping[str, str]
    """Of the facts, by field."""
    confidence: str
    place_in_province: str
    place_in_country: str
    place_shared: str
    place_basis: str
    peers: Mapping[str, str]
    """Bodies of one kind, by the first word of their names."""
    calendar_edition: str
    unknown_edition: str
    not_agreed: str
    by_analyst: str
    backfilled: str
    footer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestWords:
    """Of a digest, and of the sentences on what a period's reading covered."""

    headings: Mapping[str, str]
    """By frequency; `old` for what a first crawl or old pages brought."""
    counts: Mapping[Occasion, Counted]
    found: Counted
    """In place of new awards where they are no news."""
    nothing: str
    urgent: str
    backfilled: str
    reports: Counted
    more: Counted
    more_command: str
    health: str
    covered: str
    read: str
    partly: Counted
    unreached: str
    unreached_since: str
    others: Counted
    """Outlets that were not reached and are not named."""
    gaps: Counted
    unread: str
    footer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorWords:
    """Of the letters to whoever runs Piagam."""

    health_heading: str
    health_many: Counted
    states: Mapping[OutletState, str]
    meanings: Mapping[OutletState, str]
    mends: Mapping[OutletState, str]
    since: str
    found: str
    example: str
    mend: str
    held: Counted
    watch_heading: str
    watch_subject: str
    watch_never: str
    watch_since: str
    last_run: str
    look_at: str
    checks: tuple[tuple[str, str], ...]
    """Each a command, and what it tells."""
    footer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All words of one language."""

    lang: str
    """As HTML names it."""
    decimal_mark: str
    joined: tuple[str, str]
    """Between the last two of several that are all meant, and of several of which one holds."""
    weekdays: tuple[str, ...]
    """From Monday on."""
    months: tuple[str, ...]
    regions: Mapping[str, str]
    """How the name of a region is said, by its first word; `{name}` is the rest."""
    zone: str
    zones: Mapping[str, str]
    summary: str
    """Heads the English sentences of a letter in both languages."""
    leave: str
    alert: AlertWords
    digest: DigestWords
    operator: OperatorWords

    def number(self, digits: str) -> str:
        """`93,74` with the decimal mark of the language."""
        return digits.replace(",", self.decimal_mark)

    def zone_named(self, zone: str) -> str:
        """`zona hijau`, `green zone`."""
        return self.zone.format(zone=self.zones.get(zone, zone))

    def all_of(self, names: tuple[str, ...]) -> str:
        """`A, B dan C`."""
        return _listed(names, self.joined[0])

    def one_of(self, names: tuple[str, ...]) -> str:
        """`A atau B`."""
        return _listed(names, self.joined[1])


def _listed(names: tuple[str, ...], last: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
