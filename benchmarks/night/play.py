"""Plays one outlet's part of the night: a list, its stories, a few looks, one request at a time.

It stands where Scrapy's engine and our spiders stand. What is due comes in the order in which they
have it: first come, first served, what is tried again after all else that waits.
"""

import asyncio
import heapq
from collections import Counter
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import NoReturn

from scrapy import Request, signals
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.http import Response
from scrapy.settings import Settings

from benchmarks.growth.points import Points
from benchmarks.night.answers import Answer, answer_page, answer_robots
from benchmarks.night.nature import OutletNight, Trouble
from benchmarks.night.standins import Books, Core, PlayedClass, PlayedCrawler, PlayedEngine
from benchmarks.night.witness import Witness
from crawler.connection_errors import CONNECTION_ERRORS
from crawler.hosts import hosts_of
from crawler.middlewares.robots import is_robots_request

NEVER_BEGUN = "NeverBegun"
LIST, STORY, LOOK = "list", "story", "look"
_ERRORS: tuple[type[Exception], ...] = (*CONNECTION_ERRORS, IgnoreRequest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """CPU seconds of the one process, measured as for the model of growth."""

    story: float = Points().story_cpu
    """A story from request to stored row."""
    other: float = Points().outlet_cpu / 3
    """Any other answer: an outlet of the fleet had three beside its stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What came of one outlet."""

    outlet: OutletNight
    ended_at: float
    """Played seconds since the night began."""
    asked: Counter[str]
    """Requests that left, by kind: robots, list, story, look."""
    retries: int
    rests: int
    read: int
    """Stories that were read."""
    reasons: Counter[str]
    """Why requests came to nothing, by the name of the refusal or the error."""


def never_begun(outlet: OutletNight, now: float) -> Part:
    """An outlet whose turn did not come before the night was over at `now`."""
    return Part(
        outlet=outlet,
        ended_at=now,
        asked=Counter(),
        retries=0,
        rests=0,
        read=0,
        reasons=Counter({NEVER_BEGUN: 1}),
    )


class OutletPlay:
    """One outlet of the night."""

    def __init__(
        self,
        outlet: OutletNight,
        settings: Settings,
        spidercls: PlayedClass,
        books: Books,
        *,
        seed: str,
    ) -> None:
        self._outlet = outlet
        self._random = Random(seed)
        self._settings = settings
        self._crawler = PlayedCrawler(settings, spidercls, books)
        self.engine = self._crawler.engine = PlayedEngine(self._crawler, self._fetch)
        self._asked: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._read = 0
        self._due: list[tuple[int, int, Request]] = []
        self._order = count()

    async def run(self, witness: Witness, core: Core, costs: Costs) -> Part:
        """To its end: everything asked for, refused or given up."""
        self._witness, self._core, self._costs = witness, core, costs
        self._add(LIST, 0)
        while self._due:
            await self._ask(heapq.heappop(self._due)[2])
        for number in range(self._outlet.looks if self._read or not self._reasons else 0):
            self._add(LOOK, number)
        while self._due:
            await self._ask(heapq.heappop(self._due)[2])
        self._crawler.signals.send(signals.spider_closed)
        stats = self._crawler.stats
        return Part(
            outlet=self._outlet,
            ended_at=self._now(),
            asked=self._asked,
            retries=stats.get_value("retry/count", 0),
            rests=stats.get_value("retry/rests", 0),
            read=self._read,
            reasons=self._reasons,
        )

    def _now(self) -> float:
        return hosts_of(self._settings).clock()

    def _add(self, kind: str, number: int) -> None:
        url = f"https://{self._outlet.host.name}/{self._outlet.name}/{kind}/{number}"
        self._push(Request(url, meta={"kind": kind, "number": number}))

    def _push(self, request: Request) -> None:
        heapq.heappush(self._due, (-request.priority, next(self._order), request))

    async def _ask(self, request: Request) -> None:
        try:
            found = await self.engine.download_once(request)
        except _ERRORS as error:
            self._reasons[type(error).__name__] += 1
            return
        if isinstance(found, Request):
            self._push(found)
        elif found.status == 200:
            await self._take(request.meta["kind"], request.meta["number"])
        else:
            self._reasons[f"http-{found.status}"] += 1

    async def _take(self, kind: str, number: int) -> None:
        is_story = kind == STORY
        await self._core.work(self._costs.story if is_story else self._costs.other)
        self._read += is_story
        if kind != LIST or number > 0 or not self._outlet.stories:
            return
        for further in range(1, self._outlet.lists):
            self._add(LIST, further)
        for story in range(self._outlet.stories):
            self._add(STORY, story)

    async def _fetch(self, request: Request) -> Response:
        """In place of the network."""
        host = self._outlet.host
        before = self._witness.leaves(host.name, now=self._now(), delay=self._outlet.delay)
        self._asked[request.meta.get("kind", "robots")] += 1
        is_robots = is_robots_request(request)
        answer = (
            answer_robots(self._random, host)
            if is_robots
            else answer_page(self._random, host, before)
        )
        default = self._settings.getfloat("DOWNLOAD_TIMEOUT")
        timeout = float(request.meta.get("download_timeout", default))
        try:
            await asyncio.sleep(min(answer.seconds, timeout))
        finally:
            self._witness.ends(host.name)
            self._crawler.signals.send(signals.request_left_downloader, request=request)
        if answer.seconds > timeout:
            raise DownloadTimeoutError
        return self._response(request, answer)

    def _response(self, request: Request, answer: Answer) -> Response:
        host = self._outlet.host
        if answer.status is None:
            self._fail()
        if is_robots_request(request) and host.crawl_delay and answer.status == 200:
            self._witness.wants_delay(host.name, host.crawl_delay)
        rest = answer.headers.get("Retry-After")
        if rest is not None:
            self._witness.wants_rest(host.name, now=self._now(), seconds=float(rest))
        return Response(
            request.url,
            status=answer.status,
            headers=dict(answer.headers),
            body=answer.body,
            request=request,
        )

    def _fail(self) -> NoReturn:
        if self._outlet.host.trouble is not Trouble.DEAD:
            raise DownloadFailedError
        if self._random.random() < 0.5:
            raise CannotResolveHostError
        raise DownloadConnectionRefusedError
