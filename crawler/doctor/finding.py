"""What a check comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How it stands with one thing."""

    OK = "ok"
    WARN = "warn"
    """It works, but look at it."""
    BAD = "bad"
    """It does not work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the doctor."""

    about: str
    """What was looked at, a word or two."""
    grade: Grade
    said: str
    """What was seen, and for `warn` and `bad` how to mend it; one line."""


def ok(about: str, said: str) -> Finding:
    """All is well with it."""
    return Finding(about=about, grade=Grade.OK, said=said)


def warn(about: str, said: str) -> Finding:
    """It works, but look at it."""
    return Finding(about=about, grade=Grade.WARN, said=said)


def bad(about: str, said: str) -> Finding:
    """It does not work."""
    return Finding(about=about, grade=Grade.BAD, said=said)
