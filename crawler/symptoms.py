"""What is the matter with an outlet: watches that are told its nights one by one. Pure.

Each watch knows what is usual from the nights before, and speaks up only where chance alone would
hardly bring such a night: a quiet Sunday or a small outlet raises no finding.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from crawler.odds import chance_of_so_few
from storage.health_records import OutletNight

RECENT = 14
"""Good nights that make up what is usual."""
_WEEKS = 28
"""Good nights among which those of the same weekday are looked for."""
_FEWEST_NIGHTS = 7
"""Good nights before anything is said about how much an outlet brings."""
_LOW_CHANCE = 1e-4
_NEW_NORMAL = 14
"""So many low nights in a row are no outage any more, if most of them bring stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is the matter, as a line for a person."""

    text: str
    """What, since when, against what is usual, and how to mend it."""
    is_drift: bool = False
    """Whether it speaks of the layout, so that what was read may be wrong."""
    is_most: bool = False
    """Whether most of the night's pages show it."""
    nights: int = 1
    """On how many nights in a row it was seen."""


@dataclass(slots=True, kw_only=True)
class ReachWatch:
    """Whether the outlet is reached, and read to its end."""

    unreached: list[date] = field(default_factory=list)
    """The latest nights in a row on which none of its lists could be read."""
    _partly: list[date] = field(default_factory=list)

    def look(self, night: OutletNight, name: str) -> Finding | None:
        """Speaks up after two nights out of reach, or three that were not read to their end."""
        if night.is_reached:
            self.unreached.clear()
        else:
            self.unreached.append(night.day)
        if night.trouble is None or not night.is_reached:
            self._partly.clear()
        else:
            self._partly.append(night.day)
        why = night.reason or str(night.trouble)
        check = f"see `piagam outlets check {name}`"
        if len(self.unreached) >= 2:
            return _lasting(
                "not reached", self.unreached, f"{why}; is the site still there? {check}"
            )
        if len(self._partly) >= 3:
            return _lasting("not read to its end", self._partly, f"{why}; {check}")
        return None


def _lasting(what: str, nights: Sequence[date], rest: str) -> Finding:
    return Finding(
        text=f"{what} on {len(nights)} nights since {nights[0]}: {rest}", nights=len(nights)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _LowNight:
    day: date
    brought: int
    expected: int


@dataclass(slots=True, kw_only=True)
class VolumeWatch:
    """Whether the outlet brings as many stories as it used to, weekday by weekday."""

    _known: deque[tuple[date, int]] = field(default_factory=lambda: deque(maxlen=_WEEKS))
    _low: list[_LowNight] = field(default_factory=list)
    _has_spoken: bool = False

    def look(self, night: OutletNight, name: str) -> Finding | None:
        """Speaks up where the latest nights together brought far too little."""
        brought = night.stored + night.waiting
        expected = self._expected(night.day)
        if brought * 2 >= expected:
            self._keep(() if self._has_spoken else self._low)
            self._known.append((night.day, brought))
            return None
        self._low.append(_LowNight(day=night.day, brought=brought, expected=expected))
        if self._is_new_normal():
            self._known.clear()
            self._keep(self._low)
            return None
        told = sum(each.brought for each in self._low)
        usual = sum(each.expected for each in self._low)
        if told * 4 > usual or chance_of_so_few(told, usual) >= _LOW_CHANCE:
            return None
        self._has_spoken = True
        return self._finding(told, name)

    def _keep(self, low: Sequence[_LowNight]) -> None:
        """The low nights are over; `low` are those of them that were ordinary after all."""
        self._known.extend((each.day, each.brought) for each in low)
        self._low, self._has_spoken = [], False

    def _expected(self, day: date) -> int:
        """What the night may be expected to bring at least; 0 as long as too little is known."""
        if len(self._known) < _FEWEST_NIGHTS:
            return 0
        same_day = [brought for each, brought in self._known if each.weekday() == day.weekday()]
        return min(self._range()[0], *(same_day or [brought for _, brought in self._known]))

    def _range(self) -> tuple[int, int]:
        """Between what most of the recent nights lie."""
        recent = sorted(brought for _, brought in list(self._known)[-RECENT:])
        fifth = (len(recent) - 1) // 5
        return recent[fifth], recent[-1 - fifth]

    def _is_new_normal(self) -> bool:
        latest = self._low[-_NEW_NORMAL:]
        bringing = sum(each.brought > 0 for each in latest)
        return len(latest) == _NEW_NORMAL and bringing * 4 >= _NEW_NORMAL * 3

    def _finding(self, told: int, name: str) -> Finding:
        least, most = self._range()
        since, nights = self._low[0].day, len(self._low)
        when = f"on {since}" if nights == 1 else f"on {nights} nights since {since}"
        usual = str(least) if least == most else f"{least} to {most}"
        text = (
            f"brought {told} stories {when}, usually {usual} a night;"
            f" see whether its lists still fit: `piagam outlets check {name}`"
        )
        return Finding(text=text, nights=nights)


@dataclass(slots=True, kw_only=True)
class CoverageWatch:
    """Whether stories still come with a part they used to come with."""

    part: str
    """`authors`, `section`, or where their date is read."""
    _known: deque[tuple[int, int]] = field(default_factory=lambda: deque(maxlen=RECENT))
    _since: date | None = None

    def look(self, night: OutletNight, count: int, name: str) -> Finding | None:
        """Speaks up where half of the stories lost it; what lasts becomes usual by and by."""
        if night.stored < 5:
            return None
        usual = self._usual()
        self._known.append((count, night.stored))
        if usual is None or count / night.stored > usual - 0.5:
            self._since = None
            return None
        self._since = self._since or night.day
        text = (
            f"{self.part}: {count} of {night.stored} stories since {self._since},"
            f" usually {usual:.0%}; see `piagam outlets check {name}`"
        )
        return Finding(text=text)

    def _usual(self) -> float | None:
        """The usual share; None as long as too little is known, or never most had it."""
        of = sum(stories for _, stories in self._known)
        if len(self._known) < 3 or of < 20:
            return None
        share = sum(count for count, _ in self._known) / of
        return share if share >= 0.8 else None


@dataclass(slots=True, kw_only=True)
class DateWatch:
    """Whether dates are still read where they used to be read."""

    _known: deque[str] = field(default_factory=lambda: deque(maxlen=RECENT))
    _watches: dict[str, CoverageWatch] = field(default_factory=dict)

    def look(self, night: OutletNight, name: str) -> Iterator[Finding]:
        """Speaks up where the usual source gave way to another."""
        for source in night.date_sources:
            self._watches.setdefault(source, CoverageWatch(part=f"dates from {source}"))
        for source, watch in self._watches.items():
            found = watch.look(night, night.date_sources.get(source, 0), name)
            if found is not None and night.dated * 2 > night.stored:
                yield found
