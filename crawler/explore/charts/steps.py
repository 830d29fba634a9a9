"""Scores in steps: the bands of a scheme, or even steps where it has none."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.alerts.wording import number
from crawler.explore.charts.colours import step_colour
from crawler.explore.charts.drawing import ChartError


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A range of scores that looks the same."""

    lowest: float
    highest: float
    label: str = ""
    """What the scheme calls it: `Kualitas Tertinggi`."""

    @property
    def words(self) -> str:
        """`88–100 Kualitas Tertinggi`."""
        ends = (number(self.lowest), number(self.highest))
        span = ends[0] if ends[0] == ends[1] else "–".join(ends)
        return f"{span} {self.label}".rstrip()


SAME = 1e-4
"""Scores nearer to one another than this are printed alike, and drawn alike."""

_LARGEST = 1e9


def known(score: float, where: str) -> float:
    """The score, if it is a number that can be drawn. Raises ChartError."""
    if not abs(score) <= _LARGEST:
        raise ChartError(f"chart {where}: {score} is no score; leave it out or hand in None")
    return score


def ordered(steps: Iterable[Step]) -> tuple[Step, ...]:
    """From the lowest step to the highest."""
    return tuple(sorted(steps, key=lambda step: (step.lowest, step.highest)))


def even_steps(scores: Iterable[float], count: int = 5) -> tuple[Step, ...]:
    """At most `count` steps of one round size; one where all scores are equal, none without any."""
    values = [known(score, "steps") for score in scores]
    if not values:
        return ()
    low, high = min(values), max(values)
    if high - low < SAME:
        return (Step(lowest=low, highest=high),)
    size = round_size((high - low) / count)
    while _steps_needed(low, high, size) > count:
        size = round_size(size * 1.01)
    first = math.floor(low / size)
    return tuple(
        Step(lowest=round(at * size, 9), highest=round((at + 1) * size, 9))
        for at in range(first, first + _steps_needed(low, high, size))
    )


def _steps_needed(low: float, high: float, size: float) -> int:
    return max(1, math.ceil(high / size) - math.floor(low / size))


def round_size(size: float) -> float:
    """The next size from this one on that is 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(size))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= size * (1 - 1e-9))


def step_of(score: float, steps: Sequence[Step]) -> int:
    """The number of the highest step that the score reaches, the first for what lies below all."""
    reached = [at for at, step in enumerate(steps) if score >= step.lowest]
    return reached[-1] if reached else 0


def colour_of(score: float, steps: Sequence[Step]) -> str:
    """The colour of the score's step."""
    return step_colour(step_of(score, steps), len(steps))
