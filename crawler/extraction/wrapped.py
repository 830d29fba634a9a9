"""Joins the lines of a plain text that was broken at a width, as mails and old sites print it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[-*•–—+#(]|\d{1,3}[.)]|[a-z][.)])")
"""A line of a list is one of its own."""
_FEWEST = 4
"""Lines that go on in the midst of a sentence, from which on a text was broken at a width."""
_FULL = 0.6
"""Share of the width from which on a line may have been broken for want of room."""
_WIDEST = 120
"""Characters; who breaks lines leaves none longer."""


def without_wraps(lines: Sequence[str]) -> list[str]:
    """The lines, those joined that are one sentence; the first (a headline) and empty ones stay.

    A line that begins with a small letter goes on with the one before it. Where several do and no
    line is long, so does any line behind one that fills the width and ends no sentence.
    """
    joined: list[str] = []
    width = _width(lines)
    before = ""
    for number, line in enumerate(lines):
        if number > 1 and _goes_on(before, line, width):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        before = line
    return joined


def _goes_on(before: str, line: str, width: int) -> bool:
    if not before or not line or _ENDS.search(before) or _ITEM.match(line):
        return False
    return line[0].islower() or (width > 0 and len(before) >= _FULL * width)


def _width(lines: Sequence[str]) -> int:
    """Characters of the longest line of a text that was broken at a width, else 0."""
    body = lines[1:]
    longest = max(map(len, body), default=0)
    broken = sum(1 for _ in _broken(body))
    return longest if longest <= _WIDEST and broken >= _FEWEST else 0


def _broken(body: Sequence[str]) -> Iterator[str]:
    for before, line in pairwise(body):
        if _goes_on(before, line, 0):
            yield line
