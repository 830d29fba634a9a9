"""What one reader, a careful person or Piagam, takes from a story: the part that is compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crawler.awards.reader import Reading
from storage.records import Claim

Value = int | float | str | date
FIELDS = (
    *("year", "predicate", "category", "zone", "rank", "rank_scope"),
    *("award_date", "venue"),
)
"""Names in `Claim` of the fields that are compared one by one, beside the score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedClaim:
    """Who is granted what, as far as the story states it."""

    recipient: str
    scheme: str
    score: float | None = None
    fields: Mapping[str, Value]
    """Only what is stated; the keys are some of FIELDS."""
    units: frozenset[tuple[str, float]] = frozenset()
    """Name and score."""
    earlier: frozenset[tuple[int | None, float]] = frozenset()
    """Year, where one is stated, and score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether it is an award story, and its claims."""

    is_award_story: bool
    claims: tuple[StatedClaim, ...] = ()


def answer_of(reading: Reading) -> Answer:
    """Piagam's answer."""
    return Answer(is_award_story=reading.is_award_story, claims=tuple(map(_stated, reading.claims)))


def _stated(claim: Claim) -> StatedClaim:
    values = {name: getattr(claim, name) for name in FIELDS}
    return StatedClaim(
        recipient=claim.recipient,
        scheme=claim.scheme,
        score=claim.score,
        fields={name: value for name, value in values.items() if value is not None},
        units=frozenset((each.unit, each.score) for each in claim.units),
        earlier=frozenset((each.year, each.score) for each in claim.previous),
    )
