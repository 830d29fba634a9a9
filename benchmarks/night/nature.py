"""How sites behave and how much they publish, drawn by a seed. Pure.

The delays are those of the outlets that are shipped. All else is assumed, for no figures of the
real sites are at hand: the volume after docs/operating.md (144 outlets may bring 50 MB a night at
12 kB a page, which is 29 pages each), times and faults as small sites are known to have them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TypeVar

_Kind = TypeVar("_Kind")

STORIES, STORIES_SIGMA, MOST_STORIES = 15, 1.0, 400
"""Median of the new stories of an outlet in a night, log-normal: 25 on average."""
LATENCY, BETWEEN_HOSTS, WITHIN_HOST = 0.6, 0.7, 0.5
"""Seconds to the last byte: median of the hosts' medians, and both sigmas, log-normal."""
FIRST_NIGHT = 0.01
"""Share of outlets that are read for the first time: their history waits."""
HISTORY = (500, 4000)
"""Addresses of a history, evenly."""
SHARED_HOST = 0.03
"""Share of outlets that live on the host of the one before."""


class Trouble(StrEnum):
    """What is the matter with a host."""

    WELL = "well"
    SLOW = "slow"
    FLAKY = "flaky"
    LIMITER = "limits"
    BUSY = "busy"
    SHUT = "shut"
    GATE = "gate"
    DEAD = "dead"
    HANGING = "hanging"
    ROBOTS_BROKEN = "robots broken"


SHARES: dict[Trouble, float] = {
    Trouble.WELL: 0.90,
    Trouble.SLOW: 0.02,  # eight seconds a page in the median
    Trouble.FLAKY: 0.03,  # a page in six fails: 5xx, broken off, no answer
    Trouble.LIMITER: 0.015,  # 429 with Retry-After after every twenty pages
    Trouble.BUSY: 0.01,  # a page in five is a 503 without Retry-After
    Trouble.SHUT: 0.007,  # 403 to all
    Trouble.GATE: 0.005,  # a challenge to all
    Trouble.DEAD: 0.006,  # no such name, or refused
    Trouble.HANGING: 0.003,  # never answers
    Trouble.ROBOTS_BROKEN: 0.004,  # robots.txt answers 500
}
CRAWL_DELAYS: dict[float | None, float] = {None: 0.90, 5: 0.04, 10: 0.045, 30: 0.01, 120: 0.005}
"""Seconds that a robots.txt asks for, and the share of hosts that do."""
RETRY_AFTER = (5, 30, 120, 600)
"""Seconds that a limiter asks for, evenly; ten minutes is more than we wait for."""
OPEN_HOURS: dict[str | None, float] = {None: 0.97, "23:00-04:00": 0.02, "08:00-17:00": 0.01}
"""Hours in an outlet's file, and the share of outlets that have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostNature:
    """One host as it is this night."""

    number: int
    trouble: Trouble
    latency: float
    """Median seconds of an answer."""
    crawl_delay: float | None
    retry_after: int
    """Seconds a limiter asks for."""

    @property
    def name(self) -> str:
        """As in an address."""
        return f"media-{self.number}.example"

    def seconds(self, random: Random) -> float:
        """How long one answer takes."""
        return random.lognormvariate(math.log(self.latency), WITHIN_HOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletNight:
    """One outlet and what waits for it this night."""

    name: str
    host: HostNature
    delay: float
    """Seconds between requests, from its file."""
    lists: int
    """Asked one by one; those behind the first only where it shows something new."""
    stories: int
    looks: int
    hours: str | None


def draw_night(
    random: Random, outlets: int, delays: Sequence[float], shares: Mapping[Trouble, float] = SHARES
) -> tuple[OutletNight, ...]:
    """So many outlets; `delays` are drawn from evenly, what is the matter with them by `shares`."""
    drawn: list[OutletNight] = []
    for number in range(outlets):
        is_shared = bool(drawn) and random.random() < SHARED_HOST
        host = drawn[-1].host if is_shared else _host(random, number, shares)
        drawn.append(_outlet(random, number, host, random.choice(delays)))
    return tuple(drawn)


def _host(random: Random, number: int, shares: Mapping[Trouble, float]) -> HostNature:
    trouble = _one(random, shares)
    median = 8.0 if trouble is Trouble.SLOW else LATENCY
    return HostNature(
        number=number,
        trouble=trouble,
        latency=random.lognormvariate(math.log(median), BETWEEN_HOSTS),
        crawl_delay=_one(random, CRAWL_DELAYS),
        retry_after=random.choice(RETRY_AFTER),
    )


def _outlet(random: Random, number: int, host: HostNature, delay: float) -> OutletNight:
    is_new = random.random() < FIRST_NIGHT
    usual = round(random.lognormvariate(math.log(STORIES), STORIES_SIGMA))
    stories = random.randint(*HISTORY) if is_new else min(usual, MOST_STORIES)
    return OutletNight(
        name=f"outlet-{number}",
        host=host,
        delay=delay,
        lists=random.choice((1, 2, 3, 4)),
        stories=stories,
        looks=min(5, stories // 20) if stories >= 20 else random.randint(0, 5),
        hours=_one(random, OPEN_HOURS),
    )


def _one(random: Random, shares: Mapping[_Kind, float]) -> _Kind:
    return random.choices(tuple(shares), tuple(shares.values()))[0]
