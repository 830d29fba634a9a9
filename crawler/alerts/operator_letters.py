"""Letters to whoever runs Piagam: outlets that came into another state, and silence. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from crawler.alerts.citing import TITLE_LIMIT, address_shown, followed
from crawler.alerts.facts import Line
from crawler.alerts.wording import NAME_LIMIT, day, one_line
from crawler.alerts.words import Words
from storage.health_records import OutletState
from storage.letter_records import HealthNotice, OutletChange, WatchNotice

_FINDING_LIMIT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletShown:
    """One outlet that came into another state."""

    title: str
    state: OutletState
    headline: str
    """`dikarantina sejak Selasa, 17 November 2026`."""
    meaning: str
    findings: tuple[str, ...]
    example: str | None
    """As stored, to be read."""
    example_url: str | None
    """To be followed; None when it is no http(s) address."""
    mend: str | None
    held: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLetter:
    """All that either form of the mail prints."""

    subject: str
    outlets: tuple[OutletShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLetter:
    """All that either form of the mail prints."""

    subject: str
    last_good: str
    last_run: str | None
    checks: tuple[Line, ...]
    """Commands, and what each tells."""
    summary: str


def write_health(notice: HealthNotice, words: Words) -> HealthLetter:
    """Put the changes into words; what was found stands as the checkup wrote it."""
    return HealthLetter(
        subject=one_line(f"Piagam: {changes_told(notice.changes, words)}", TITLE_LIMIT),
        outlets=tuple(_outlet(each, words) for each in notice.changes),
    )


def changes_told(changes: Sequence[OutletChange], words: Words) -> str:
    """`2 media berubah keadaan · Solopos dikarantina, …`; at least one change."""
    told = [f"{one_line(each.title, NAME_LIMIT)} {_state(each, words)}" for each in changes]
    if len(told) == 1:
        return told[0]
    return f"{words.operator.health_many.told(len(told))} · {', '.join(told)}"


def change_told(change: OutletChange, words: Words) -> str:
    """The same of one outlet as a line of a digest: `Solopos dikarantina sejak …: …`."""
    shown = _outlet(change, words)
    held = () if shown.held is None else (shown.held,)
    told = "; ".join((*shown.findings, *held)) or shown.meaning
    return f"{shown.title} {shown.headline}: {told}"


def _outlet(change: OutletChange, words: Words) -> OutletShown:
    standing = change.standing
    since = words.operator.since.format(day=day(standing.since, words))
    mend = words.operator.mends.get(standing.state)
    is_well = standing.state is OutletState.HEALTHY
    found = standing.findings or (() if is_well else (standing.reason,))
    example = change.example and address_shown(change.example)
    return OutletShown(
        title=one_line(change.title, NAME_LIMIT),
        state=standing.state,
        headline=f"{_state(change, words)} {since}",
        meaning=words.operator.meanings[standing.state],
        findings=tuple(one_line(each, _FINDING_LIMIT) for each in found),
        example=example,
        example_url=followed(change.example) if change.example else None,
        mend=mend and mend.format(outlet=one_line(standing.outlet, NAME_LIMIT)),
        held=words.operator.held.told(change.held) if change.held else None,
    )


def _state(change: OutletChange, words: Words) -> str:
    return words.operator.states[change.standing.state]


def write_watch(notice: WatchNotice, words: Words) -> WatchLetter:
    """Put the silence into words. ZoneInfoNotFoundError when its zone is none."""
    subject = words.operator.watch_subject.format(hours=notice.hours)
    last_good = _last_good(notice.last_good, notice.zone, words)
    last_run = notice.last_run and words.operator.last_run.format(
        told=one_line(notice.last_run, TITLE_LIMIT)
    )
    return WatchLetter(
        subject=subject,
        last_good=last_good,
        last_run=last_run,
        checks=tuple(Line(label=what, value=why) for what, why in words.operator.checks),
        summary=" ".join(_told((f"{subject}.", last_good, last_run))),
    )


def _told(sentences: tuple[str | None, ...]) -> Iterator[str]:
    return (each for each in sentences if each)


def _last_good(moment: datetime | None, zone: str, words: Words) -> str:
    if moment is None:
        return words.operator.watch_never
    there = moment.astimezone(ZoneInfo(zone))
    told = f"{day(there.date(), words)}, {there:%H:%M} {there.tzname() or ''}".strip()
    return words.operator.watch_since.format(moment=told)
