"""Functions of SQL in place of SQLite's own, which may take hours within one step.

`printf('%.*c', 2000000000, 'x')` counts to its end although the result is too long by then, and
`trim` compares each character with each; no clock stops either. These give what SQLite gives.
"""

import re
import sqlite3
from collections.abc import Callable

LONGEST_VALUE = 200_000
"""Bytes of one value or stored row in a query that anybody may write."""
_CONVERSION = re.compile(r"%(?P<flags>[-+ 0!#,]*)(?P<width>\*|\d*)(?:\.(?P<places>\*|\d*))?l*(.)")
_WITHOUT_VALUE = "%n"
Cell = str | bytes | int | float | None


def bounded_functions() -> dict[str, Callable[..., Cell]]:
    """By name: what a connection is to use instead; for one connection and its thread."""
    written = _printf(sqlite3.connect(":memory:", check_same_thread=False))
    return {
        "format": written,
        "printf": written,
        "trim": _trimming(begins=True, ends=True),
        "ltrim": _trimming(begins=True, ends=False),
        "rtrim": _trimming(begins=False, ends=True),
    }


def _printf(helper: sqlite3.Connection) -> Callable[..., Cell]:
    def written(*given: Cell) -> Cell:
        if not given or _asks_for_too_much(given):
            return None
        marks = ",".join("?" * len(given))
        made: Cell = helper.execute(f"SELECT printf({marks})", given).fetchone()[0]
        return made

    return written


def _asks_for_too_much(given: tuple[Cell, ...]) -> bool:
    """Whether widths and places come to more than a value may have; NULL is the answer then."""
    rest = list(given[1:])
    asked = 0
    for match in _CONVERSION.finditer(str(given[0])):
        for length in (match["width"], match["places"]):
            value = (rest.pop(0) if rest else 0) if length == "*" else length or 0
            if not str(value).lstrip("-").isdecimal():
                return True
            asked += abs(int(value or 0)) if len(str(value)) < 20 else LONGEST_VALUE + 1
        if match[4] not in _WITHOUT_VALUE and rest:
            rest.pop(0)
    return asked > LONGEST_VALUE


def _trimming(*, begins: bool, ends: bool) -> Callable[[Cell, Cell], str | None]:
    def trimmed(text: Cell, characters: Cell) -> str | None:
        if text is None or characters is None:
            return None
        whole, taken = _text(text), frozenset(_text(characters))
        start, end = 0, len(whole)
        while begins and start < end and whole[start] in taken:
            start += 1
        while ends and end > start and whole[end - 1] in taken:
            end -= 1
        return whole[start:end]

    return trimmed


def _text(cell: Cell) -> str:
    return cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell)
