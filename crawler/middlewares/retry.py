"""Trying again, gently: Retry-After is kept, and a host in trouble is left alone."""

import asyncio
import logging
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response
from twisted.internet.error import ConnectError, ConnectionDone, ConnectionLost

from crawler.ledger import note
from crawler.middlewares.refusals import HostResting

SLOW_DOWN = frozenset((429, 503))
"""The host asks for rest: everything that goes to it waits."""
TRANSIENT = frozenset((408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524))
"""Worth another try."""
SHUT_OUT = frozenset((401, 403, 451))
"""The host does not want us; no second try, but a mark against it."""
TRANSIENT_ERRORS = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    ConnectError,
    ConnectionDone,
    ConnectionLost,
    TunnelError,
)

_LAST_FAILURE = "piagam_last_failure"
_STEP = 0.2  # seconds between two looks whether the crawl was told to end


@dataclass(slots=True, kw_only=True)
class _Host:
    """How a host stands in this run."""

    rests_until: float = 0.0
    rests: int = 0
    failing: set[str] = field(default_factory=set)
    """Pages that failed since the last one that came."""
    left_alone: str | None = None


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, as seconds or HTTP date; None when it does not.

    `now` is aware; a date in the past asks for 0.
    """
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


class RetryMiddleware:
    """Retries what is worth it a few times, and holds all requests of a host that asks for rest."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._crawler = crawler
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._back_off = settings.getfloat("PIAGAM_BACK_OFF")
        self._patience = settings.getfloat("PIAGAM_PATIENCE")
        self._most_failing = settings.getint("PIAGAM_FAILURES_IN_A_ROW")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait until the host has had its rest; raises HostResting when this run cannot wait."""
        host = self._host(request)
        while True:
            if host.left_alone is not None:
                failed_with = request.meta.get(_LAST_FAILURE)
                raise HostResting(host.left_alone, failed_with=failed_with)
            left = host.rests_until - monotonic()
            if left <= 0:
                return
            if not self._crawler.engine.running:
                raise HostResting("the crawl was told to end")
            await asyncio.sleep(min(left, _STEP))

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Another try where the status is worth it, else the response."""
        if request.meta.get("dont_retry"):
            return response
        host = self._host(request)
        self._give_rest(host, request, response)
        if response.status in TRANSIENT:
            reason = f"http-{response.status}"
            return self._again(host, request, reason) or response
        if response.status in SHUT_OUT:
            self._crawler.stats.inc_value("retry/shut_out")
            self._count_failure(host, request, f"http-{response.status}")
        else:
            host.failing.clear()
            host.rests = 0
        return response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Another try where the error may pass."""
        if request.meta.get("dont_retry") or not isinstance(exception, TRANSIENT_ERRORS):
            return None
        return self._again(self._host(request), request, type(exception).__name__)

    def _host(self, request: Request) -> _Host:
        return self._hosts[urlsplit(request.url).hostname or ""]

    def _again(self, host: _Host, request: Request, reason: str) -> Request | None:
        spider = self._crawler.spider
        if host.left_alone is not None or spider is None:
            return None
        self._count_failure(host, request, reason)
        again = get_retry_request(
            request, spider=spider, reason=reason, give_up_log_level=logging.INFO
        )
        if again is not None:
            again.meta[_LAST_FAILURE] = reason
        return again

    def _count_failure(self, host: _Host, request: Request, reason: str) -> None:
        host.failing.add(request.url)
        if len(host.failing) >= self._most_failing:
            times = f"{len(host.failing)} pages in a row failed, the last with {reason}"
            self._leave_alone(host, request, times)

    def _give_rest(self, host: _Host, request: Request, response: Response) -> None:
        header = response.headers.get("Retry-After")
        asked = retry_after(header.decode("latin-1") if header else None, datetime.now(UTC))
        if response.status not in SLOW_DOWN and (asked is None or response.status < 400):
            return
        if asked is not None and asked > self._patience:
            wish = f"answers {response.status} and asks for {asked:.0f} s of rest"
            self._leave_alone(host, request, wish)
            return
        rest = asked if asked is not None else self._back_off * 2**host.rests
        host.rests += 1
        host.rests_until = max(host.rests_until, monotonic() + min(rest, self._patience))
        self._crawler.stats.inc_value("retry/rests")

    def _leave_alone(self, host: _Host, request: Request, why: str) -> None:
        if host.left_alone is None:
            name = urlsplit(request.url).hostname
            host.left_alone = f"{name}: {why}; left alone until the next run"
            note(self._crawler, host.left_alone, is_failure=True)
