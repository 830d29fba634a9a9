"""What the real middlewares ask of Scrapy and of the ledger, without a crawl behind it."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from scrapy import Request
from scrapy.core.downloader.middleware import DownloaderMiddlewareManager
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.statscollectors import StatsCollector
from sqlite_utils import Database

from crawler.hours import Hours

Fetch = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(slots=True, kw_only=True)
class Books:
    """In place of the ledger."""

    db: Database
    began: datetime
    notes: list[str] = field(default_factory=list)
    cut: str | None = None

    def note(self, text: str, *, where: str | None = None, is_failure: bool = False) -> None:
        """A remark."""
        self.notes.append(text)

    def cut_short(self, why: str) -> None:
        """No more is asked."""
        self.cut = why

    def stop(self, why: str) -> None:
        """The store is broken, which it never is here."""
        raise RuntimeError(why)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedOutlet:
    """In place of the outlet's description."""

    hours: Hours | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedClass:
    """In place of the spider class."""

    name: str
    outlet: PlayedOutlet
    allowed_domains: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Signals:
    """In place of Scrapy's signals."""

    _heard: dict[object, list[Callable[..., None]]] = field(default_factory=dict)

    def connect(self, hear: Callable[..., None], *, signal: object) -> None:
        """From now on."""
        self._heard.setdefault(signal, []).append(hear)

    def send(self, signal: object, **said: object) -> None:
        """To all who hear it."""
        for hear in self._heard.get(signal, ()):
            hear(**said)


class PlayedEngine:
    """In place of Scrapy's engine: the real middlewares in their order, and `fetch` behind them."""

    def __init__(self, crawler: "PlayedCrawler", fetch: Fetch) -> None:
        self.running = True
        self._manager = DownloaderMiddlewareManager.from_crawler(cast(Crawler, crawler))
        self._fetch = fetch

    async def download_once(self, request: Request) -> Response | Request:
        """The answer, or the request that a middleware wants in its place."""
        return await self._manager.download_async(self._fetch, request)

    async def download_async(self, request: Request) -> Response:
        """As Scrapy's: until an answer comes."""
        while True:
            found = await self.download_once(request)
            if isinstance(found, Response):
                return found
            request = found


class PlayedCrawler:
    """In place of Scrapy's crawler, and of its spider."""

    engine: PlayedEngine

    def __init__(self, settings: Settings, spidercls: PlayedClass, books: Books) -> None:
        self.settings = settings
        self.spidercls = spidercls
        self.signals = Signals()
        self.books = books
        self.stats = StatsCollector(cast(Crawler, self))
        self.crawler = self.spider = self
        """A spider knows its crawler."""

    def get_extension(self, _kind: object) -> Books:
        """The only one that is asked for."""
        return self.books


class Core:
    """The core of one process: what is to be reckoned waits in line for it."""

    def __init__(self) -> None:
        self._line = asyncio.Lock()
        self.busy = 0.0
        """Seconds."""
        self.longest = 0.0
        """Seconds that an answer waited for its turn, at most."""

    async def work(self, seconds: float) -> None:
        """Take so much of it."""
        clock = asyncio.get_running_loop().time
        came = clock()
        async with self._line:
            self.longest = max(self.longest, clock() - came)
            await asyncio.sleep(seconds)
        self.busy += seconds
