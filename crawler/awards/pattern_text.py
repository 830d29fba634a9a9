"""The text of a regular expression taken apart: its alternatives, groups and quantifiers."""

import re
from collections.abc import Iterator

QUANTIFIER = re.compile(r"[?*+]|\{\d*,?\d*\}")
_MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]", re.DOTALL)


def split_at_bars(alternatives: str) -> list[str]:
    """At each bar that stands in no group."""
    pieces, start, depth = [], 0, 0
    for at, mark in _marks(alternatives):
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and not depth:
            pieces.append(alternatives[start:at])
            start = at + 1
    return [*pieces, alternatives[start:]]


def opening_brackets(pattern: str) -> Iterator[int]:
    """Where its groups begin."""
    return (at for at, mark in _marks(pattern) if mark == "(")


def end_of_group(pattern: str, start: int) -> int:
    """Behind the bracket that closes the group. Raises re.error where none does."""
    depth = 0
    for at, mark in _marks(pattern, start):
        depth += (mark == "(") - (mark == ")")
        if not depth and mark == ")":
            return at + 1
    raise re.error("missing ), unterminated subpattern", pattern, start)


def end_of_character(pattern: str, start: int) -> int:
    """Behind the letter, sign or set of them that stands there."""
    mark = _MARK.match(pattern, start)
    return mark.end() if mark is not None else start + 1


def _marks(pattern: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """Brackets and bars that are no printed ones."""
    for mark in _MARK.finditer(pattern, start):
        if len(mark[0]) == 1:
            yield mark.start(), mark[0]
