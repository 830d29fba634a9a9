"""robots.txt, kept as RFC 9309 asks: everybody waits for it, and without it nothing is fetched."""

import asyncio
import logging
from typing import Self
from urllib.parse import urlsplit

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

from crawler.hosts import hosts_of
from crawler.http_headers import plain_headers
from crawler.ledger import Ledger, note
from crawler.middlewares.challenges import WORDS, shows_challenge
from crawler.middlewares.refusals import RobotsDisallowed, RobotsUnavailable
from crawler.robots_rules import MAX_BYTES, Policy, lifetime_of
from storage.database import StoreError
from storage.robots import keep_robots, kept_robots

LONGEST_DELAY = 60.0
"""Seconds; a longer Crawl-delay is cut to this and reported."""

_MARK = "piagam_robots_txt"

log = logging.getLogger(__name__)


def is_robots_request(request: Request) -> bool:
    """Whether this is our own request for a robots.txt."""
    return bool(request.meta.get(_MARK))


def robots_request(authority: str, *, timeout: float) -> Request:
    """The request for a host's robots.txt, which itself waits for no robots.txt."""
    return Request(
        f"{authority}/robots.txt",
        callback=NO_CALLBACK,
        meta={_MARK: True, "download_timeout": timeout, "dont_retry": True},
    )


class RobotsMiddleware:
    """Holds each request until its host's robots.txt is known, and refuses what that closes."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._timeout = crawler.settings.getfloat("PIAGAM_ROBOTS_TIMEOUT")
        self._policies: dict[str, asyncio.Task[Policy]] = {}

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
            self._crawler.stats.inc_value("robots/unread")
            raise RobotsUnavailable(policy.problem)
        if not policy.allows(request.url):
            self._crawler.stats.inc_value("robots/refused")
            raise RobotsDisallowed("robots.txt closes this page")

    async def _policy(self, url: str) -> Policy:
        parts = urlsplit(url)
        authority = f"{parts.scheme}://{parts.netloc}"
        if authority not in self._policies:
            # One task that all requests of the outlet wait for; the first does not own it.
            self._policies[authority] = asyncio.ensure_future(self._learn(authority))
        return await asyncio.shield(self._policies[authority])

    async def _learn(self, authority: str) -> Policy:
        policy = await self._shared(authority)
        if policy.problem is not None:
            note(self._crawler, policy.problem, is_failure=True)
        self._keep_delay(authority, policy)
        return policy

    async def _shared(self, authority: str) -> Policy:
        """What the first of the run's outlets to ask was told, unless it was kept from asking."""
        asked = hosts_of(self._crawler.settings).of(authority).policies
        while True:
            task, is_mine = asked.get(authority), False
            if task is None or (task.done() and task.result().is_our_own):
                task, is_mine = asyncio.ensure_future(self._read(authority)), True
                asked[authority] = task
            policy = await asyncio.shield(task)
            if is_mine or not policy.is_our_own:
                return policy

    async def _read(self, authority: str) -> Policy:
        kept = self._kept(authority)
        return await self._fetch(authority) if kept is None else Policy.read(kept)

    def _kept(self, authority: str) -> bytes | None:
        """What an earlier run was told; a visit without a ledger, a person's own, asks anew."""
        ledger = self._crawler.get_extension(Ledger)
        if ledger is None:
            return None
        try:
            return kept_robots(ledger.db, authority, now=ledger.began)
        except StoreError as error:
            ledger.stop(str(error))
            return None

    async def _fetch(self, authority: str) -> Policy:
        request = robots_request(authority, timeout=self._timeout)
        url = request.url
        try:
            response = await self._crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 - whatever kept it from us: we stay out
            log.info("%s: %s: %s", url, type(error).__name__, error)
            why = _words(error, self._timeout)
            return Policy(
                problem=f"{url} cannot be read ({why}); nothing was fetched",
                is_our_own=isinstance(error, IgnoreRequest),
            )
        policy = _policy_of(url, response)
        if policy.rules is not None:
            self._keep(authority, response)
        return policy

    def _keep(self, authority: str, response: Response) -> None:
        """For the runs of the next hours."""
        ledger = self._crawler.get_extension(Ledger)
        if ledger is None:
            return
        try:
            keep_robots(
                ledger.db,
                authority=authority,
                body=response.body[:MAX_BYTES],
                now=ledger.began,
                lifetime=lifetime_of(plain_headers(response).get("cache-control")),
            )
        except StoreError as error:
            ledger.stop(str(error))

    def _keep_delay(self, authority: str, policy: Policy) -> None:
        wish = policy.delay
        if wish is None:
            return
        if wish > LONGEST_DELAY:
            note(
                self._crawler,
                f"robots.txt of {urlsplit(authority).netloc} asks for {wish:g} s between requests;"
                f" {LONGEST_DELAY:g} s were kept",
            )
            wish = LONGEST_DELAY
        host = hosts_of(self._crawler.settings).of(authority)
        host.crawl_delay = max(host.crawl_delay, wish)


def _policy_of(url: str, response: Response) -> Policy:
    if shows_challenge(response):
        return Policy(problem=f"{url} {WORDS}; nothing was fetched")
    if response.status == 429 or response.status >= 500:
        return Policy(problem=f"{url} answered {response.status}; nothing was fetched")
    if 300 <= response.status < 400:
        return Policy(problem=f"{url} redirects without an end; nothing was fetched")
    if response.status >= 400:
        return Policy()
    return Policy.read(response.body)


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
            return _tls_words(str(error)) or type(error).__name__


def _tls_words(error: str) -> str | None:
    """What OpenSSL says, in words; None where it says nothing."""
    if "certificate verify failed" in error:
        return "its certificate is not trusted"
    return "no TLS connection" if "SSL routines" in error else None
