"""Watches from the hosts' side whether each gets the time it wants; knows no queue."""

import math
from dataclasses import dataclass

_SHORTER = 1e-6
"""Seconds by which sums of floating numbers may differ."""


@dataclass(slots=True, kw_only=True)
class _Seen:
    asked_at: float = -math.inf
    gap: float = 0.0
    """Seconds that must lie between the last request and the next."""
    rests_until: float = -math.inf
    is_closed: bool = False
    crawl_delay: float = 0.0
    requests: int = 0
    under_way: int = 0


class Witness:
    """All requests of the night as the hosts see them."""

    def __init__(self, *, jitter: float, longest_delay: float, patience: float) -> None:
        """`jitter`: share by which a delay of ours may be shorter; `patience`: of Retry-After."""
        self._jitter = jitter
        self._longest_delay = longest_delay
        self._patience = patience
        self._hosts: dict[str, _Seen] = {}
        self.hurried: list[str] = []
        """A line for each request that came too early."""
        self.closest = math.inf
        """Smallest gap between two requests to a host, divided by what it wanted."""
        self.under_way = self.most_under_way = 0

    def leaves(self, host: str, *, now: float, delay: float) -> int:
        """A request is sent by an outlet with this `delay`; how many the host had before."""
        seen = self._hosts.setdefault(host, _Seen())
        self._check(host, seen, now)
        seen.gap = max(seen.gap, delay * (1 - self._jitter), seen.crawl_delay)
        seen.asked_at = now
        seen.requests += 1
        seen.under_way += 1
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        return seen.requests - 1

    def ends(self, host: str) -> None:
        """A request is over, whatever came of it."""
        self._hosts[host].under_way -= 1
        self.under_way -= 1

    def wants_delay(self, host: str, seconds: float) -> None:
        """Its robots.txt was read."""
        seen = self._hosts[host]
        seen.crawl_delay = min(seconds, self._longest_delay)
        seen.gap = max(seen.gap, seen.crawl_delay)

    def wants_rest(self, host: str, *, now: float, seconds: float) -> None:
        """It answered with Retry-After."""
        seen = self._hosts[host]
        seen.rests_until = max(seen.rests_until, now + seconds)
        seen.is_closed = seen.is_closed or seconds > self._patience

    def busiest(self) -> tuple[str, int]:
        """The host that was asked most, and how often."""
        name = max(self._hosts, key=lambda each: self._hosts[each].requests)
        return name, self._hosts[name].requests

    def _check(self, host: str, seen: _Seen, now: float) -> None:
        gap = now - seen.asked_at
        if seen.gap:
            self.closest = min(self.closest, gap / seen.gap)
        if gap < seen.gap - _SHORTER:
            self.hurried.append(f"{host}: asked after {gap:.2f} s, wants {seen.gap:.2f}")
        if now < seen.rests_until - _SHORTER or seen.is_closed:
            self.hurried.append(f"{host}: asked while it wants rest")
        if seen.under_way:
            self.hurried.append(f"{host}: asked while it still answers")
