"""What the window is opened on, and for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> datetime:
        """Now, aware."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """Everything a window needs to know."""

    store: Path
    zone: tzinfo
    """The clock of its readers."""
    archive: Path | None = None
    """Folder of the archived responses."""
    names: frozenset[str] = frozenset()
    """Host names beside those of loopback under which it may be asked for."""
    accounts: Mapping[str, str] = field(default_factory=dict)
    """Who may sign in: name -> hash of the password. Empty: nobody, and nothing can be written."""
    tokens: Mapping[str, str] = field(default_factory=dict)
    """Whose scripts may do the same: name -> SHA-256 of the token, in hexadecimal."""
    is_text_private: bool = False
    """Whether the texts of articles are shown to those alone who are signed in."""
    secret: str | None = None
    """What cookies are signed with; None: another one each time, so that all sign in anew."""
    clock: Clock = _now
    patience_seconds: float = 10.0
    """How long a correction waits for others that write the store."""
