"""robots.txt, kept as RFC 9309 asks: everybody waits for it, and without it nothing is fetched."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.ledger import note
from crawler.middlewares.refusals import RobotsDisallowed, RobotsUnavailable

PRODUCT = "Piagam"
"""Our name in robots.txt."""
MAX_BYTES = 500 * 1024
"""What lies behind is not read (RFC 9309, 2.5)."""
LONGEST_DELAY = 60.0
"""Seconds; a longer Crawl-delay is cut to this and reported."""

_MARK = "piagam_robots_txt"

log = logging.getLogger(__name__)


def is_robots_request(request: Request) -> bool:
    """Whether this is our own request for a robots.txt."""
    return bool(request.meta.get(_MARK))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What one host lets us do."""

    rules: Protego | None = None
    """None: everything is allowed, unless there is a problem."""
    problem: str | None = None
    """Why robots.txt could not be read; nothing is allowed then."""

    def allows(self, url: str) -> bool:
        """Whether the rules let us fetch `url`."""
        return self.rules is None or self.rules.can_fetch(url, PRODUCT)

    @property
    def delay(self) -> float | None:
        """Seconds that the host wants between two requests; None when it does not say."""
        if self.rules is None:
            return None
        rate = self.rules.request_rate(PRODUCT)
        wishes = [self.rules.crawl_delay(PRODUCT), rate and rate.seconds / rate.requests]
        return max((wish for wish in wishes if wish is not None), default=None)


class RobotsMiddleware:
    """Holds each request until its host's robots.txt is known, and refuses what that closes."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._timeout = crawler.settings.getfloat("PIAGAM_ROBOTS_TIMEOUT")
        self._policies: dict[tuple[str, str], asyncio.Task[Policy]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises RobotsUnavailable or RobotsDisallowed."""
        if is_robots_request(request):
            return
        policy = await self._policy(request.url)
        if policy.problem is not None:
            self._crawler.stats.inc_value("robots/refused")
            raise RobotsUnavailable(policy.problem)
        if not policy.allows(request.url):
            self._crawler.stats.inc_value("robots/refused")
            raise RobotsDisallowed("robots.txt closes this page")

    async def _policy(self, url: str) -> Policy:
        parts = urlsplit(url)
        authority = (parts.scheme, parts.netloc)
        if authority not in self._policies:
            # One task that all requests of the host wait for; the first does not own it.
            self._policies[authority] = asyncio.ensure_future(self._fetch(*authority))
        return await asyncio.shield(self._policies[authority])

    async def _fetch(self, scheme: str, netloc: str) -> Policy:
        url = f"{scheme}://{netloc}/robots.txt"
        request = Request(
            url,
            callback=NO_CALLBACK,
            meta={_MARK: True, "download_timeout": self._timeout, "dont_retry": True},
        )
        try:
            response = await self._crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 - whatever kept it from us: we stay out
            log.info("%s: %s: %s", url, type(error).__name__, error)
            why = _words(error, self._timeout)
            policy = Policy(problem=f"{url} cannot be read ({why}); nothing was fetched")
        else:
            policy = _policy_of(url, response)
        if policy.problem is not None:
            note(self._crawler, policy.problem, is_failure=True)
        self._keep_delay(netloc, policy)
        return policy

    def _keep_delay(self, netloc: str, policy: Policy) -> None:
        wish = policy.delay
        if wish is None:
            return
        if wish > LONGEST_DELAY:
            note(
                self._crawler,
                f"robots.txt of {netloc} asks for {wish:g} s between requests;"
                f" {LONGEST_DELAY:g} s were kept",
            )
            wish = LONGEST_DELAY
        self._slow_down(urlsplit(f"//{netloc}").hostname or netloc, wish)

    def _slow_down(self, host: str, delay: float) -> None:
        downloader = self._crawler.engine.downloader
        ours = self._crawler.settings.getfloat("DOWNLOAD_DELAY")
        jitter = self._crawler.settings.getfloat("DOWNLOAD_DELAY_JITTER")
        if delay <= ours * (1 - jitter):
            return
        delay = max(delay, ours)  # without jitter, which could fall below what the host asks
        # For the slot there is, and for the one Scrapy makes after a minute without requests.
        downloader.per_slot_settings[host] = {"concurrency": 1, "delay": delay, "jitter": 0.0}
        if host in downloader.slots:
            downloader.slots[host].delay = delay
            downloader.slots[host].jitter = 0.0


def _policy_of(url: str, response: Response) -> Policy:
    if response.status == 429 or response.status >= 500:
        return Policy(problem=f"{url} answered {response.status}; nothing was fetched")
    if 300 <= response.status < 400:
        return Policy(problem=f"{url} redirects without an end; nothing was fetched")
    if response.status >= 400:
        return Policy()
    text = response.body[:MAX_BYTES].decode("utf-8-sig", errors="replace")
    return Policy(rules=Protego.parse(text))


def _words(error: Exception, timeout: float) -> str:
    match error:
        case DownloadTimeoutError():
            return f"no answer within {timeout:g} s"
        case DownloadConnectionRefusedError():
            return "connection refused"
        case CannotResolveHostError():
            return "host name not found"
        case IgnoreRequest():
            return str(error)
        case _:
            return type(error).__name__
