"""Stretches of a text, found by where they lie without looking through all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


class Spans:
    """Stretches `(start, end)`, in any order; they may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))
        """How far those up to each one reach."""
        self._by_end = sorted(ordered, key=lambda span: span[1])
        self._ends = [end for _, end in self._by_end]

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all of `start..end`."""
        before = bisect_right(self._starts, start)
        return before > 0 and end <= self._reach[before - 1]

    def ending(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """Those that end at a place from `first` to `last`."""
        return self._by_end[bisect_left(self._ends, first) : bisect_right(self._ends, last)]
