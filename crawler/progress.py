"""What a crawl tells while it runs: how far each outlet has come."""

from dataclasses import dataclass

from storage.records import RunStatus

progress_made = object()
"""Scrapy signal, sent with `progress`: a Progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an outlet has come."""

    outlet: str
    requests: int
    waiting: int
    """Addresses still to be read, as far as they are known."""
    read: int
    """Addresses settled in this run."""
    status: RunStatus | None = None
    """Set when the outlet has ended."""
