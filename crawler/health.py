"""An outlet's history to how it stands: healthy, ailing, quarantined or retired. Pure.

A finding makes an outlet ailing. A new layout that most pages of a night show, or pages of two
nights, puts it into quarantine. Both pass by themselves after good nights.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from crawler.layout_signs import SignWatch
from crawler.symptoms import CoverageWatch, DateWatch, Finding, ReachWatch, VolumeWatch
from storage.health_records import OutletNight, OutletStanding, OutletState, Sign, Trouble

GOOD_NIGHTS = 2
"""After so many in a row an outlet is healthy again."""
RETIRED_AFTER = 30
"""Nights in a row out of reach."""
ASKED_EVERY = timedelta(days=7)
"""How often a retired outlet is asked whether it is back."""
_SAYS_NOTHING = (Trouble.OURS, Trouble.ENDED)


def assess(outlet: str, nights: Sequence[OutletNight]) -> OutletStanding:
    """How `outlet` stands after these nights, oldest first. ValueError when there are none."""
    if not nights:
        raise ValueError(f"{outlet}: no night to judge it by")
    history = _History(outlet=outlet, since=nights[0].day)
    for night in nights:
        if not night.is_ours:
            history.live_through(night)
    return OutletStanding(
        outlet=outlet,
        state=history.state,
        reason=history.reason,
        since=history.since,
        findings=tuple(each.text for each in history.findings),
    )


def is_due(standing: OutletStanding | None, last_asked: date | None, today: date) -> bool:
    """Whether an outlet is asked today: a retired one only once in a while."""
    if standing is None or standing.state is not OutletState.RETIRED or last_asked is None:
        return True
    return not timedelta() <= today - last_asked < ASKED_EVERY


def told(standing: OutletStanding) -> str:
    """How an outlet stands, as one line."""
    waits = ", its alerts wait" if standing.state is OutletState.QUARANTINED else ""
    what = "; ".join(standing.findings) or standing.reason
    return f"{standing.outlet}: {standing.state} since {standing.since}{waits}: {what}"


@dataclass(slots=True, kw_only=True)
class _History:
    outlet: str
    since: date
    state: OutletState = OutletState.HEALTHY
    reason: str = "nothing is the matter"
    findings: tuple[Finding, ...] = ()
    """Of the latest night."""
    _reach: ReachWatch = field(default_factory=ReachWatch)
    _volume: VolumeWatch = field(default_factory=VolumeWatch)
    _dates: DateWatch = field(default_factory=DateWatch)
    _authors: CoverageWatch = field(default_factory=lambda: CoverageWatch(part="authors"))
    _section: CoverageWatch = field(default_factory=lambda: CoverageWatch(part="section"))
    _signs: tuple[SignWatch, ...] = field(
        default_factory=lambda: tuple(SignWatch(sign=sign) for sign in Sign)
    )
    _good: int = 0
    """Nights in a row without a finding."""
    _well_read: int = 0
    """Nights in a row whose pages were read as usual; those without pages do not count."""

    def live_through(self, night: OutletNight) -> None:
        """One more night."""
        drift = self._look_at_pages(night)
        if night.trouble in _SAYS_NOTHING:
            self.findings = drift or self.findings
            if drift:
                self._turn_to(self._next(drift, is_reached=night.is_reached), night)
            return
        self.findings = (*drift, *self._look_at_rest(night))
        self._good = 0 if self.findings or not night.is_reached else self._good + 1
        self._turn_to(self._next(drift, is_reached=night.is_reached), night)

    def _look_at_pages(self, night: OutletNight) -> tuple[Finding, ...]:
        if not night.stored and not night.no_story:
            return ()
        found = [watch.look(night, self.outlet) for watch in self._signs]
        is_clear = all(watch.is_clear for watch in self._signs)
        self._well_read = self._well_read + 1 if is_clear else 0
        return tuple(each for each in found if each is not None)

    def _look_at_rest(self, night: OutletNight) -> tuple[Finding, ...]:
        found = [self._reach.look(night, self.outlet)]
        if night.trouble is None:
            found.append(self._volume.look(night, self.outlet))
        found.append(self._authors.look(night, night.with_authors, self.outlet))
        found.append(self._section.look(night, night.with_section, self.outlet))
        found.extend(self._dates.look(night, self.outlet))
        return tuple(each for each in found if each is not None)

    def _next(self, drift: Sequence[Finding], *, is_reached: bool) -> OutletState:
        if any(each.is_most or each.nights > 1 for each in drift):
            return OutletState.QUARANTINED
        if self.state is OutletState.QUARANTINED and self._well_read < GOOD_NIGHTS:
            return OutletState.QUARANTINED
        if len(self._reach.unreached) >= RETIRED_AFTER:
            return OutletState.RETIRED
        if self.state is OutletState.RETIRED and not is_reached:
            return OutletState.RETIRED
        if self.findings or self._is_getting_better():
            return OutletState.AILING
        return OutletState.HEALTHY

    def _is_getting_better(self) -> bool:
        is_ill = self.state in (OutletState.AILING, OutletState.RETIRED)
        return is_ill and self._good < GOOD_NIGHTS

    def _turn_to(self, state: OutletState, night: OutletNight) -> None:
        if state is self.state:
            return
        if state is OutletState.RETIRED:
            rest = self.findings[0].text if self.findings else "not reached"
            self.reason = f"asked once in {ASKED_EVERY.days} days; {rest}"
        elif self.findings:
            self.reason = self.findings[0].text
        elif state is OutletState.HEALTHY:
            self.reason = f"{GOOD_NIGHTS} good nights"
        else:
            self.reason = "reached again"
        self.state, self.since = state, night.day
