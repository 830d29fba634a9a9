"""Trying again, gently: Retry-After is kept, and a host in trouble is left alone."""

import logging
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

from crawler.connection_errors import CONNECTION_ERRORS, connection_reason
from crawler.hosts import Host
from crawler.middlewares.queue import LAST_FAILURE
from crawler.middlewares.resting import Resting, asked_rest

SLOW_DOWN = frozenset((429, 503))
"""The host asks for rest: everything that goes to it waits."""
TRANSIENT = frozenset((408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524))
"""Worth another try."""
SHUT_OUT = frozenset((401, 403, 451))
"""The host does not want us; no second try, but a mark against it."""
TRANSIENT_ERRORS = (*CONNECTION_ERRORS, ResponseDataLossError)


class RetryMiddleware:
    """Retries what is worth it a few times; a host that asks for rest gets it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._resting = Resting(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Another try where the status is worth it, else the response."""
        if request.meta.get("dont_retry"):
            return response
        host = self._resting.host(request)
        self._give_rest(host, response)
        if response.status in TRANSIENT:
            reason = f"http-{response.status}"
            return self._again(host, request, reason) or response
        if response.status in SHUT_OUT:
            self._crawler.stats.inc_value("retry/shut_out")
            self._resting.count_failure(host, request, f"http-{response.status}")
        else:
            host.note_page()
        return response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Another try where the error may pass."""
        if request.meta.get("dont_retry") or not isinstance(exception, TRANSIENT_ERRORS):
            return None
        reason = connection_reason(exception) or type(exception).__name__
        return self._again(self._resting.host(request), request, reason)

    def _give_rest(self, host: Host, response: Response) -> None:
        asked = asked_rest(response)
        if response.status in SLOW_DOWN or (asked is not None and response.status >= 400):
            self._resting.give_rest(host, asked, answer=str(response.status))

    def _again(self, host: Host, request: Request, reason: str) -> Request | None:
        spider = self._crawler.spider
        if host.left_alone is not None or spider is None:
            return None
        self._resting.count_failure(host, request, reason)
        again = get_retry_request(
            request, spider=spider, reason=reason, give_up_log_level=logging.INFO
        )
        if again is not None:
            again.meta[LAST_FAILURE] = reason
        return again
