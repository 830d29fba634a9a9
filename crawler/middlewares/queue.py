"""One queue for each host: all outlets of a run stand in the same line, and keep its delay."""

import asyncio
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler

from crawler.hosts import Host, hosts_of
from crawler.ledger import cut_short, note
from crawler.middlewares.hours import OpenHours
from crawler.middlewares.refusals import HostResting, OutsideHours

LAST_FAILURE = "piagam_last_failure"
"""Key of `Request.meta`: what came of the request when it was tried before, in this run."""
_STEP = 0.2  # seconds between two looks whether the crawl was told to end


class QueueMiddleware:
    """The last before the downloader: holds a request until its host is free and has had its rest.

    The line is given on when the request has left the downloader, whatever came of it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._hosts = hosts_of(crawler.settings)
        self._delay = crawler.settings.getfloat("PIAGAM_DELAY")
        self._jitter = crawler.settings.getfloat("PIAGAM_DELAY_JITTER")
        self._hours = OpenHours(crawler)
        self._held: dict[Request, Host] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        queue = cls(crawler)
        crawler.signals.connect(queue._leave, signal=signals.request_left_downloader)
        crawler.signals.connect(queue._leave_all, signal=signals.spider_closed)
        return queue

    async def process_request(self, request: Request) -> None:
        """Wait for the host; raises HostResting or OutsideHours when this run cannot wait."""
        host = self._hosts.of(request.url)
        host.delay = max(host.delay, self._delay)
        await self._stand_in_line(host)
        try:
            await self._wait(host, request)
        except BaseException:
            host.line.release()
            raise
        host.note_request(self._hosts.clock(), swing=self._hosts.swing(self._jitter))
        self._held[request] = host

    async def _stand_in_line(self, host: Host) -> None:
        turn = asyncio.ensure_future(host.line.acquire())
        try:
            while not (await asyncio.wait({turn}, timeout=_STEP))[0]:
                self._check_running()
        except BaseException:
            turn.cancel()
            raise

    async def _wait(self, host: Host, request: Request) -> None:
        while True:
            if host.left_alone is not None:
                note(self._crawler, host.left_alone, is_failure=True)
                failed_with = request.meta.get(LAST_FAILURE)
                raise HostResting(host.left_alone, failed_with=failed_with)
            closed = self._hours.problem()
            if closed is not None:
                cut_short(self._crawler, closed)
                raise OutsideHours(closed)
            left = host.free_at - self._hosts.clock()
            if left <= 0:
                return
            self._check_running()
            await asyncio.sleep(min(left, _STEP))

    def _check_running(self) -> None:
        if not self._crawler.engine.running:
            raise HostResting("the crawl was told to end")

    def _leave(self, request: Request) -> None:
        host = self._held.pop(request, None)
        if host is not None:
            host.line.release()

    def _leave_all(self) -> None:
        """What was cut off on its way must not hold up the other outlets of the host."""
        for request in list(self._held):
            self._leave(request)
