"""How moments are written in the store: ISO 8601 text that always carries its offset."""

from datetime import UTC, datetime, timedelta

CLOCK_TOLERANCE = timedelta(days=1)
"""What is further in the future than this was written by a clock that was wrong."""
CLOCKS_APART = timedelta(hours=1)
"""Clocks of machines that share a store differ by less."""


def utc_text(moment: datetime) -> str:
    """A bookkeeping time in UTC; such texts sort as their moments do. ValueError when naive."""
    return zoned_text(moment.astimezone(UTC) if moment.tzinfo else moment)


def zoned_text(moment: datetime) -> str:
    """A time as an outlet told it, with the outlet's offset. ValueError when naive."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no offset; give an aware datetime")
    return moment.isoformat()


def optional_zoned_text(moment: datetime | None) -> str | None:
    """As `zoned_text`; None stays None."""
    return None if moment is None else zoned_text(moment)


def read_moment(text: str | None) -> datetime | None:
    """The aware datetime that was written; None stays None."""
    return None if text is None else datetime.fromisoformat(text)
