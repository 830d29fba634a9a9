"""How a value of the store is written where a file knows only text, and where more. Pure."""

import json
from datetime import date, datetime

from storage.reading.exportable import Kind

Stored = str | int | float | None
"""A value as the store has it."""

_STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"


def guarded(text: str) -> str:
    """The text with `'` in front where a spreadsheet would take it for a formula.

    A text that begins with `'` gets one too, so that whoever takes one off each has them back.
    """
    return GUARD + text if text.startswith((GUARD, *_STARTS_OF_FORMULAS)) else text


def as_text(kind: Kind, value: Stored) -> str:
    """`97.84`, `true`, `2024-12-02`, a list as JSON; nothing for NULL; texts guarded."""
    if value is None:
        return ""
    match kind:
        case Kind.NUMBER:
            return repr(float(value))
        case Kind.YES_NO:
            return "true" if value else "false"
        case Kind.TEXT:
            return guarded(str(value))
    return str(value)


def as_json(kind: Kind, value: Stored) -> object:
    """What `json` writes: numbers, true, lists, texts, null."""
    if value is None:
        return None
    match kind:
        case Kind.NUMBER:
            return float(value)
        case Kind.YES_NO:
            return bool(value)
        case Kind.LIST | Kind.OBJECTS:
            return json.loads(str(value))
    return value


def as_value(kind: Kind, value: Stored) -> object:
    """As `as_json`, with days and moments in UTC as such; objects stay text."""
    match kind:
        case Kind.OBJECTS:
            return value
        case Kind.DAY if value is not None:
            return date.fromisoformat(str(value))
        case Kind.MOMENT if value is not None:
            return datetime.fromisoformat(str(value))
    return as_json(kind, value)
