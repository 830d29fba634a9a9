"""Places at which something was found in a text, asked for again and again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Marks:
    """Where what was looked for stands in a text."""

    def __init__(self, found: Iterable[re.Match[str]]) -> None:
        """`found` is in the order of the text."""
        self.found = tuple(found)
        self._starts = [match.start() for match in self.found]
        self._ends = [match.end() for match in self.found]

    def within(self, start: int, end: int) -> tuple[re.Match[str], ...]:
        """Those that lie whole between the two places."""
        first = bisect_left(self._starts, start)
        if first == len(self._starts) or self._starts[first] >= end:
            return ()
        return self.found[first : bisect_right(self._ends, end)]
