"""Two answers to one story laid side by side: what is right, wrong, missed and invented.

Claims are paired by recipient and scheme; one is right when its score is, too. Scores, unit scores
and earlier scores count over all claims, so those of a missed or invented claim count as well. The
other fields count in the claims that both hold.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from crawler.quality.answer import FIELDS, Answer, StatedClaim, Value


class Figure(StrEnum):
    """What is measured, in the order it is shown."""

    DECISION = "decision"
    """Is it an award story?"""
    CLAIMS = "claims"
    """Recipient, scheme and score together."""
    SCORE = "score"
    UNITS = "units"
    EARLIER = "earlier"
    YEAR = "year"
    PREDICATE = "predicate"
    CATEGORY = "category"
    ZONE = "zone"
    RANK = "rank"
    RANK_SCOPE = "rank_scope"
    AWARD_DATE = "award_date"
    VENUE = "venue"


class Outcome(StrEnum):
    """How what was read stands to what is stated."""

    RIGHT = "right"
    WRONG = "wrong"
    """Both hold a value, and they differ."""
    MISSED = "missed"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that was compared."""

    figure: Figure
    outcome: Outcome
    scheme: str | None = None
    """None for the decision."""
    recipient: str | None = None
    wanted: Value | None = None
    read: Value | None = None
    label: str | int | None = None
    """The unit, or the year of an earlier score."""


def compare(wanted: Answer, read: Answer) -> tuple[Mark, ...]:
    """The marks of `read` against `wanted`; none when neither sees an award story."""
    marks = list(_decision(wanted.is_award_story, read.is_award_story))
    for pair in _pairs(wanted.claims, read.claims):
        marks += _claim(*pair)
    return tuple(marks)


def _decision(wanted: bool, read: bool) -> Iterator[Mark]:
    if wanted or read:
        both = Outcome.RIGHT if wanted and read else None
        lone = Outcome.MISSED if wanted else Outcome.INVENTED
        yield Mark(figure=Figure.DECISION, outcome=both or lone)


def _pairs(
    wanted: Iterable[StatedClaim], read: Iterable[StatedClaim]
) -> Iterator[tuple[StatedClaim, StatedClaim, Outcome]]:
    """Each claim once; of several for one recipient and scheme those with the same score first.

    A claim that stands alone is paired with a blank one.
    """
    left = list(read)
    for want in wanted:
        alike = [c for c in left if (c.recipient, c.scheme) == (want.recipient, want.scheme)]
        found = next((c for c in alike if c.score == want.score), alike[0] if alike else None)
        if found is None:
            yield want, _blank(want), Outcome.MISSED
        else:
            left.remove(found)
            yield want, found, Outcome.RIGHT if found.score == want.score else Outcome.WRONG
    for extra in left:
        yield _blank(extra), extra, Outcome.INVENTED


def _blank(claim: StatedClaim) -> StatedClaim:
    return StatedClaim(recipient=claim.recipient, scheme=claim.scheme, fields={})


def _claim(wanted: StatedClaim, read: StatedClaim, outcome: Outcome) -> Iterator[Mark]:
    whose = partial(Mark, scheme=wanted.scheme, recipient=wanted.recipient)
    yield whose(figure=Figure.CLAIMS, outcome=outcome, wanted=wanted.score, read=read.score)
    values: list[tuple[Figure, Value | None, Value | None]] = [
        (Figure.SCORE, wanted.score, read.score)
    ]
    if outcome in (Outcome.RIGHT, Outcome.WRONG):
        values += [(Figure(n), wanted.fields.get(n), read.fields.get(n)) for n in FIELDS]
    for figure, want, got in values:
        if (want, got) != (None, None):
            yield whose(figure=figure, outcome=_outcome(want, got), wanted=want, read=got)
    for figure, listed, found in (
        (Figure.UNITS, wanted.units, read.units),
        (Figure.EARLIER, wanted.earlier, read.earlier),
    ):
        for label, score in sorted(listed | found, key=str):
            want = score if (label, score) in listed else None
            got = score if (label, score) in found else None
            yield whose(
                figure=figure, outcome=_outcome(want, got), wanted=want, read=got, label=label
            )


def _outcome(wanted: Value | None, read: Value | None) -> Outcome:
    if wanted is None:
        return Outcome.INVENTED
    if read is None:
        return Outcome.MISSED
    return Outcome.RIGHT if wanted == read else Outcome.WRONG
