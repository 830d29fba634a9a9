"""The nights themselves as rows: runs, the certificate of every outlet, health, gaps."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from random import Random

from benchmarks.made.bodies import Outlet
from benchmarks.made.bulk import Rows
from benchmarks.made.stories import Night
from crawler import __version__

_KNOWN = 12
_DROPPED = '[{"state": "dropped", "reason": "no article", "count": %d}]'


class NightWriter:
    """Writes one night after another; addresses without a story come after all with one."""

    def __init__(self, rows: Rows, outlets: Sequence[Outlet], *, next_address: int) -> None:
        self._rows = rows
        self._outlets = outlets
        self._address = next_address

    def write_outlets(self, night: Night) -> None:
        """All of them."""
        for each in self._outlets:
            self._rows.add("outlets", each.name, each.title, each.home, night.started.isoformat())

    def write(self, random: Random, night: Night, stored: Counter[int], *, is_last: bool) -> None:
        """`stored` says how many stories came from which outlet."""
        began = night.started.isoformat()
        ended = (night.started + timedelta(hours=3)).isoformat()
        holder = "host=made;boot=made;pid=1;start=1"
        self._rows.add("runs", night.run_id, "finished", "crawl", began, ended, holder, __version__)
        for place, outlet in enumerate(self._outlets):
            is_ill = stored[place] == 0 and random.random() < 0.02
            self._outlet(random, night, outlet, stored[place], is_ill=is_ill)
            if is_last and place % 10 == 0:
                self._wait(outlet, night, began)
        if is_last:
            self._state(self._outlets[0], night, ("quarantined", "another layout"))

    def _outlet(
        self, random: Random, night: Night, outlet: Outlet, stored: int, *, is_ill: bool
    ) -> None:
        began = (night.started + timedelta(minutes=random.randint(0, 60))).isoformat()
        ended = (night.started + timedelta(minutes=random.randint(61, 170))).isoformat()
        seen = (night.started - timedelta(days=1)).isoformat()
        dropped = sum(random.random() < 0.05 for _ in range(stored))
        for _ in range(dropped):
            self._dropped(outlet, night, ended)
        reasons = _DROPPED % dropped if dropped else "[]"
        status, reason = ("failed", "HTTP 503") if is_ill else ("finished", None)
        self._rows.add(
            *("outlet_runs", night.run_id, outlet.name, status, reason, began, ended),
            *(stored + _KNOWN + dropped, stored, _KNOWN, dropped, 0, 0, stored + 6, reasons),
            *(seen, None if is_ill else ended, None if is_ill else seen),
        )
        day = night.started.date().isoformat()
        self._rows.add(
            *("outlet_nights", night.run_id, outlet.name, day, ended, not is_ill),
            *("refused" if is_ill else None, stored + 6, ended, stored, stored, stored, stored),
            *("ailing" if is_ill else "healthy", day, "HTTP 503" if is_ill else "read as ever"),
        )
        if is_ill and random.random() < 0.1:
            self._gap(random, outlet, night, seen, began)

    def _gap(self, random: Random, outlet: Outlet, night: Night, start: str, end: str) -> None:
        state = random.choice(("lost", "closed", "beyond-reach"))
        closed = night.run_id if state == "closed" else None
        values = (outlet.name, start, end, state, "HTTP 503", night.run_id, closed)
        self._rows.add("gaps", *values)
        self._state(outlet, night, ("ailing", "three nights refused"))
        self._state(outlet, night, ("healthy", "well again"))

    def _state(self, outlet: Outlet, night: Night, state: tuple[str, str]) -> None:
        when = night.started.isoformat()
        values = (outlet.name, *state, when[:10], night.run_id, when)
        self._rows.add("outlet_states", *values)

    def _dropped(self, outlet: Outlet, night: Night, when: str) -> None:
        self._add_address(outlet, night, when, ("dropped", "no article"), night.run_id)

    def _wait(self, outlet: Outlet, night: Night, when: str) -> None:
        self._add_address(outlet, night, when, ("new", None), None)

    def _add_address(
        self,
        outlet: Outlet,
        night: Night,
        when: str,
        state: tuple[str, str | None],
        settled: int | None,
    ) -> None:
        number, run = self._address, night.run_id
        self._address += 1
        url = f"{outlet.home}tag/{number}"
        self._rows.add(
            *("addresses", number, url, outlet.name, *state, 0, None, None, run, when),
            *(run, run, settled, when if settled is not None else None),
        )
