"""The dead man's switch: which letters are due when no crawl has been good for long. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from storage.silences import SilenceKind, SilenceLetter

NEVER = "never"


def is_silent(since: datetime, now: datetime, hours: int) -> bool:
    """Whether `hours` have gone by since the last good run, or since the first try (aware)."""
    return now - since > timedelta(hours=hours)


def due_letters(
    people: Iterable[str],
    told: frozenset[SilenceLetter],
    last_good: datetime | None,
    *,
    silent: bool,
) -> tuple[SilenceLetter, ...]:
    """Of a silence once, and once that it is over to who was told of it.

    `last_good` is the end of the last good run; `told` holds all letters so far.
    """
    present = NEVER if last_good is None else last_good.isoformat()
    if silent:
        wanted = (_letter(present, person, SilenceKind.SILENT) for person in people)
        return tuple(each for each in wanted if each not in told)
    people = frozenset(people)
    ended = (
        _letter(each.silence, each.person, SilenceKind.WELL)
        for each in sorted(told, key=lambda letter: (letter.silence, letter.person))
        if each.kind is SilenceKind.SILENT and each.silence != present and each.person in people
    )
    return tuple(each for each in ended if each not in told)


def _letter(silence: str, person: str, kind: SilenceKind) -> SilenceLetter:
    return SilenceLetter(silence=silence, person=person, kind=kind)
