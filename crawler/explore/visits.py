"""One visit to a page: what was asked, by whom, in which language, and since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

LANGUAGES = ("id", "en")
SITTING = timedelta(minutes=30)
"""Who comes back within so long has not been away."""
_LONGEST = 500


class BadVisit(ValueError):  # noqa: N818 - it is what was asked that is bad
    """What was asked cannot be answered; the message is one line with the mend."""

    status = 400


class Overtaken(BadVisit):
    """Somebody else has changed it since it was shown; the message is one line with the mend."""

    status = 409


class SignInFirst(Exception):  # noqa: N818 - as above
    """Only those who are signed in may do so."""


class NothingThere(LookupError):  # noqa: N818 - as above
    """There is no such award, article or page; the message is one line."""


class NotAllowed(PermissionError):  # noqa: N818 - as above
    """It is there, but not for this reader; the message is one line with the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a page is made for."""

    query: Mapping[str, str]
    """The first value of each parameter behind `?`."""
    path: Mapping[str, str]
    """What the route took from the address."""
    language: str
    actor: str | None
    """Who is signed in."""
    now: datetime
    since: datetime | None
    """When this reader was here before, UTC; None on a first visit."""
    may_read_text: bool = True
    """Whether the texts of articles are shown to this reader."""
    problem: str | None = None
    """What was wrong with the form that was sent, which is then in `query`."""

    def signed_in(self) -> str:
        """Who is signed in. Raises SignInFirst when nobody is."""
        if self.actor is None:
            raise SignInFirst
        return self.actor

    archive: Path | None = None
    """Folder of the archived responses."""

    def text(self, name: str) -> str | None:
        """A parameter; None when it is missing or empty. BadVisit when it is endless."""
        value = self.query.get(name, "").strip()
        if len(value) > _LONGEST:
            raise BadVisit(f"{name}: has more than {_LONGEST} characters; write less")
        return value or None

    def number(self, name: str, least: int, most: int) -> int | None:
        """A whole number. BadVisit when it is none or out of bounds."""
        value = self.text(name)
        if value is None:
            return None
        if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
            raise BadVisit(f"{name}: {value!r} is no number from {least} to {most}")
        return int(value)

    def year(self) -> int | None:
        """The edition that was asked for."""
        return self.number("year", 1990, 2100)

    def day(self, name: str) -> date | None:
        """A day. BadVisit when it is none."""
        value = self.text(name)
        try:
            return None if value is None else date.fromisoformat(value)
        except ValueError:
            raise BadVisit(f"{name}: {value!r} is no day; write 2024-12-02") from None


def last_visit(before: str | None, latest: str | None, now: datetime) -> datetime | None:
    """When a reader was here before this sitting, from the two cookies that remember it."""
    here = _moment(latest)
    if here is not None and now - here > SITTING:
        return here
    return _moment(before)


def _moment(value: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else None
