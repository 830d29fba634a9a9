"""Which printed numbers are one score, and which of several the reports bear out. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from storage.records import Award, Claim

_EXACT = 1e-9


class Scored(Protocol):
    """What may have a score: a claim, an award, a report."""

    @property
    def score(self) -> float | None:
        """On the scheme's scale."""

    @property
    def score_raw(self) -> str | None:
        """As printed."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Score:
    """A score as far as it is printed: 94,5 or 94,52."""

    value: float
    decimals: int

    def differs(self, other: "Score") -> bool:
        """94,5 and 94,52 are one result printed twice; 98,2 and 98,02 are two."""
        step = 10.0 ** -min(self.decimals, other.decimals)
        return self.value != other.value and abs(self.value - other.value) >= step - _EXACT

    def is_short_of(self, other: "Score") -> bool:
        """Whether the other is the same result printed with more digits."""
        return self.decimals < other.decimals and not self.differs(other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Which score counts."""

    score: Score
    is_disputed: bool
    """No side has more than half of the votes."""


def score_of(told: Scored) -> Score | None:
    """The score as far as it is printed; None when there is none."""
    if told.score is None:
        return None
    printed = re.search(r"[.,](\d+)$", told.score_raw or "")
    return Score(value=told.score, decimals=len(printed[1]) if printed else 0)


def scores_differ(one: Claim | Award, other: Claim | Award) -> bool:
    """Whether both have a score, and not the same."""
    mine, its = score_of(one), score_of(other)
    return mine is not None and its is not None and mine.differs(its)


def settle(votes: Sequence[Score], further: Iterable[Score] = ()) -> Settled:
    """The score that most of the votes bear out; the first vote's where none has the majority.

    The longest form of a result stands for it, also when only one of `further` prints it.
    A number that is short of two others speaks for both.
    """
    standing = sides(votes)
    backing = {side: sum(not vote.differs(side) for vote in votes) for side in standing}
    most = max(backing.values())
    best = [side for side in standing if backing[side] == most]
    is_settled = len(best) == 1 and 2 * most > len(votes)
    if not is_settled:
        best = [side for side in standing if not side.differs(votes[0])] or best
    return Settled(
        score=_longest(best[0], [*votes, *further]),
        is_disputed=not is_settled,
    )


def sides(scores: Iterable[Score]) -> tuple[Score, ...]:
    """The different results among printed numbers, each in its longest form, by value."""
    found = sorted(set(scores))
    return tuple(each for each in found if not any(each.is_short_of(other) for other in found))


def _longest(side: Score, scores: Sequence[Score]) -> Score:
    longer = sides(each for each in scores if each == side or side.is_short_of(each))
    return longer[0] if len(longer) == 1 else side
