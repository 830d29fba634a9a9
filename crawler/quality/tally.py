"""Marks counted: recall, precision and F1 of each figure, over any set of stories."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crawler.quality.answer import Answer
from crawler.quality.comparison import Figure, Mark, Outcome, compare
from crawler.quality.corpus import GoldStory
from crawler.quality.gold_file import Kind

AIMS: Mapping[str, float] = {
    "decision F1": 0.98,
    "easy-negative right": 1.0,
    "hard-negative right": 0.98,
    "claims recall": 0.95,
    "claims precision": 0.96,
    "score F1": 0.97,
    "units F1": 0.95,
    "earlier F1": 0.95,
    "year recall": 0.95,
    "predicate recall": 0.95,
    "category recall": 0.95,
    "zone recall": 0.95,
    "rank recall": 0.95,
    "award_date recall": 0.95,
}
"""What the reading is to reach on stories that it was not tuned on; keys are those of `shares`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One story and how its reading compares."""

    name: str
    kind: Kind
    is_set_aside: bool
    marks: tuple[Mark, ...]

    @property
    def errors(self) -> tuple[Mark, ...]:
        """Everything that is not right."""
        return tuple(mark for mark in self.marks if mark.outcome is not Outcome.RIGHT)

    @property
    def is_decided_right(self) -> bool:
        """Whether it is seen as what it is, award story or not."""
        return all(mark.figure is not Figure.DECISION for mark in self.errors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often one figure was right and not."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def stated(self) -> int:
        """What was there to be read."""
        return self.right + self.wrong + self.missed

    @property
    def recall(self) -> float | None:
        """Share of what is stated that was read right; None when nothing is stated."""
        return _share(self.right, self.stated)

    @property
    def precision(self) -> float | None:
        """Share of what was read that is right; None when nothing was read."""
        return _share(self.right, self.right + self.wrong + self.invented)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None when there was nothing."""
        both = 2 * (self.right + self.wrong) + self.missed + self.invented
        return _share(2 * self.right, both)


def judged(story: GoldStory, answer: Answer) -> Judged:
    """An answer to a story of the corpus, measured."""
    return Judged(
        name=story.name,
        kind=story.kind,
        is_set_aside=story.is_set_aside,
        marks=compare(story.answer, answer),
    )


def tally(stories: Iterable[Judged]) -> Mapping[Figure, Count]:
    """The count of every figure, in their order."""
    return _counts(mark for story in stories for mark in story.marks)


def tally_by_scheme(stories: Iterable[Judged]) -> Mapping[str, Mapping[Figure, Count]]:
    """The counts of each scheme that somebody claimed, by its id; they hold no decision."""
    marks = [mark for story in stories for mark in story.marks]
    schemes = sorted({mark.scheme for mark in marks if mark.scheme is not None})
    return {scheme: _counts(m for m in marks if m.scheme == scheme) for scheme in schemes}


def decided_right(stories: Sequence[Judged]) -> Mapping[Kind, tuple[int, int]]:
    """For each kind how many stories were decided right, and how many there are."""
    of_kind = {kind: [story for story in stories if story.kind is kind] for kind in Kind}
    return {
        kind: (sum(story.is_decided_right for story in held), len(held))
        for kind, held in of_kind.items()
    }


def shares(stories: Sequence[Judged]) -> Mapping[str, float | None]:
    """Every figure by name: `claims recall`, `score F1`, `hard-negative right` …"""
    named: dict[str, float | None] = {
        f"{kind} right": _share(*counts) for kind, counts in decided_right(stories).items()
    }
    for figure, count in tally(stories).items():
        named[f"{figure} recall"] = count.recall
        named[f"{figure} precision"] = count.precision
        named[f"{figure} F1"] = count.f1
    return named


def worst_first(stories: Iterable[Judged]) -> list[Judged]:
    """Stories with errors: wrong decisions first, then by the number of wrong claims and fields."""
    return sorted((story for story in stories if story.errors), key=_badness, reverse=True)


def _badness(story: Judged) -> tuple[bool, int, int]:
    claims = sum(mark.figure is Figure.CLAIMS for mark in story.errors)
    return (not story.is_decided_right, claims, len(story.errors))


def _counts(marks: Iterable[Mark]) -> Mapping[Figure, Count]:
    found = Counter((mark.figure, mark.outcome) for mark in marks)
    return {
        figure: Count(**{outcome.value: found[figure, outcome] for outcome in Outcome})
        for figure in Figure
    }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
