"""What one run knows of each host, for all outlets of the process together: one host, one queue."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings

from crawler.robots_rules import Policy

_SETTING = "PIAGAM_HOSTS"


@dataclass(slots=True, kw_only=True, eq=False)
class Host:
    """How a host stands in this run; moments are those of the run's clock, in seconds."""

    name: str
    delay: float = 0.0
    """Seconds between two requests: the longest of the outlets that are read here."""
    crawl_delay: float = 0.0
    """Seconds that its robots.txt asks for; never undercut by the jitter."""
    rests: int = 0
    """Rests given since the last page that came."""
    failing: set[str] = field(default_factory=set)
    """Pages that failed since the last one that came."""
    left_alone: str | None = None
    """Why nothing is asked for any more in this run."""
    policies: dict[str, asyncio.Task[Policy]] = field(default_factory=dict)
    """What robots.txt says, by scheme, host and port; a task while it is on its way."""
    line: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by the one request that is under way or next."""
    asked_at: float | None = None
    """When the last request left; None: none has."""
    _rests_until: float = 0.0
    _swing: float = 1.0

    @property
    def free_at(self) -> float:
        """When the next request may be sent."""
        if self.asked_at is None:
            return self._rests_until
        gap = max(self.crawl_delay, self.delay * self._swing)
        return max(self._rests_until, self.asked_at + gap)

    def note_request(self, now: float, *, swing: float) -> None:
        """A request leaves; the delay behind it is multiplied by `swing`."""
        self.asked_at = now
        self._swing = swing

    def rest_until(self, moment: float) -> None:
        """Give the host rest."""
        self.rests += 1
        self._rests_until = max(self._rests_until, moment)

    def note_page(self) -> None:
        """A page came: the host is well."""
        self.failing.clear()
        self.rests = 0


class Hosts:
    """The hosts that a run asks; made once a run, handed to each outlet's crawler by a setting."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = monotonic,
        random: Random | None = None,
        asked_at: float | None = None,
    ) -> None:
        """`asked_at`: until then another process may have asked any of them; None: none has."""
        self.clock = clock
        """Seconds since any moment: what all waiting of the run is reckoned by."""
        self._random = random or Random()  # noqa: S311 - no secret hangs on it
        self._hosts: dict[str, Host] = {}
        self._asked_at = asked_at

    def __deepcopy__(self, memo: Mapping[int, Any]) -> Self:
        """Scrapy copies the settings for each crawler; this is what they share."""
        return self

    def of(self, url: str) -> Host:
        """The host of a URL."""
        name = urlsplit(url).hostname or ""
        if name not in self._hosts:
            self._hosts[name] = Host(name=name, asked_at=self._asked_at)
        return self._hosts[name]

    def swing(self, jitter: float) -> float:
        """A factor that differs from 1 by the share `jitter` at most."""
        return 1 + self._random.uniform(-jitter, jitter)

    def hand_over(self, settings: BaseSettings) -> None:
        """Let the crawlers of these settings share the hosts."""
        settings.set(_SETTING, self, priority="project")


def hosts_of(settings: BaseSettings) -> Hosts:
    """The hosts of the run that the settings are for."""
    hosts = settings.get(_SETTING)
    if not isinstance(hosts, Hosts):
        raise LookupError(f"{_SETTING} is not set; see crawler.addon")
    return hosts
