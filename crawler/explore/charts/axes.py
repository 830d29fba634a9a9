"""Where a value stands on an axis, and which round numbers are printed beside it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.explore.charts.steps import SAME, round_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From values to units of the chart."""

    low: float
    high: float
    start: float
    """Where `low` stands, in units."""
    end: float
    """Where `high` stands, in units."""

    def at(self, value: float) -> float:
        """Where the value stands; beyond an end it stands at the end."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def score_axis(
    scores: Sequence[float], *, start: float, end: float, scale: float | None = None
) -> tuple[Axis, list[float]]:
    """An axis around the scores and its round numbers; none above the scale unless a score is."""
    low, high = min(scores), max(scores)
    air = _air(low, high)
    size = round_size((high - low + 2 * air) / 5)
    first, last = math.floor((low - air) / size), math.ceil((high + air) / size)
    first = max(first, 0) if low >= 0 else first
    ticks = [round(at * size, 9) for at in range(first, last + 1)]
    top = ticks[-1]
    if scale is not None and max(high, ticks[0] + SAME) <= scale:
        top = min(scale, top)
    ticks = [tick for tick in ticks if tick <= top]
    return Axis(low=ticks[0], high=top, start=start, end=end), ticks


def _air(low: float, high: float) -> float:
    """How far the axis goes on beyond the scores at either end."""
    if high - low >= SAME:
        return (high - low) * 0.08
    return max(abs(high) * 0.05, SAME) if high else 1


def year_axis(years: Sequence[int], *, start: float, end: float) -> tuple[Axis, list[int]]:
    """An axis of years; a single one stands in the middle. At most seven years are printed."""
    low, high = min(years), max(years)
    pace = max(1, math.ceil((high - low) / 6))
    printed = list(range(high, low - 1, -pace))[::-1]
    if low == high:
        return Axis(low=low - 1, high=low + 1, start=start, end=end), printed
    return Axis(low=low, high=high, start=start, end=end), printed
