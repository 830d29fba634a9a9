"""Crawls within this process: the real spider, ledger, pipeline and store, without a network.

A crawl in a process of its own takes seconds; this way hundreds of nights fit into one test.
"""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.extension import ExtensionManager
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.request import fingerprint

from crawler.hosts import Hosts
from crawler.keeping import Story
from crawler.ledger import Ledger
from crawler.newsroom.site import Site, Visit
from crawler.pipelines import StorePipeline
from crawler.runs import OwnRun
from spiders.loader import spider_class
from spiders.outlet import Outlet
from storage.database import open_store
from storage.records import OutletRunCounts, RunStatus
from storage.runs import certificate


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one crawl of one outlet asked for and came to."""

    lists: tuple[str, ...]
    """The discovery pages it asked for, path and query."""
    articles: tuple[str, ...]
    counts: OutletRunCounts
    is_balanced: bool
    remark: str
    """What the certificate tells beside the sums."""


Pick = Callable[[int], int]
"""Which of so many waiting requests is next, from 0."""


def crawl_here(
    store: Path,
    outlet: Outlet,
    site: Site,
    *,
    today: date,
    pick: Pick,
    most: int | None = None,
    since: date | None = None,
) -> Round:
    """One crawl on the day `today`, back to `since`; after `most` requests it is told to end."""
    with closing(open_store(store)) as db:
        run = OwnRun.begin(db, expected=(outlet.name,), now=datetime.now(UTC))
        settings = Settings(
            {
                "PIAGAM_STORE": str(store),
                "PIAGAM_STATS_FOLDER": str(store.parent / "stats"),
                "PIAGAM_BUDGET": 10_000,
                "PIAGAM_RUN_ID": run.id,
                "PIAGAM_TODAY": today.isoformat(),
                "PIAGAM_SINCE": since and since.isoformat(),
            }
        )
        Hosts().hand_over(settings)
        asked = asyncio.run(_crawl(Crawler(spider_class(outlet), settings), site, pick, most))
        run.end(db, RunStatus.FINISHED, None, datetime.now(UTC))
        (row,) = certificate(db, run.id)
    return Round(
        lists=tuple(_target(each) for each in asked if "visit" in each.cb_kwargs),
        articles=tuple(_target(each) for each in asked if "visit" not in each.cb_kwargs),
        counts=row.counts,
        is_balanced=row.is_balanced,
        remark=row.reason or "",
    )


async def _crawl(crawler: Crawler, site: Site, pick: Pick, most: int | None) -> list[Request]:
    """What was asked for, in this order."""
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.extensions = ExtensionManager(Ledger.from_crawler(crawler), crawler=crawler)
    spider = crawler.spidercls.from_crawler(crawler)
    crawler.signals.send_catch_log(signals.spider_opened, spider=spider)
    queue = _Queue(pick)
    async for request in spider.start():
        queue.put(request)
    pipeline, asked = StorePipeline.from_crawler(crawler), list[Request]()
    while queue.waiting and (most is None or len(asked) < most):
        request = queue.take()
        asked.append(request)
        for each in _read(request, site):
            if isinstance(each, Story):
                pipeline.process_item(each)
            else:
                queue.put(each)
    if not queue.waiting:
        crawler.signals.send_catch_log(signals.spider_idle, spider=spider)
    reason = "shutdown" if queue.waiting else "finished"
    crawler.signals.send_catch_log(signals.spider_closed, spider=spider, reason=reason)
    return asked


class _Queue:
    """Requests that wait, each taken once as Scrapy's own filter has it."""

    def __init__(self, pick: Pick) -> None:
        self.waiting: list[Request] = []
        self._pick = pick
        self._met: set[bytes] = set()

    def put(self, request: Request) -> None:
        mark = fingerprint(request)
        if request.dont_filter or mark not in self._met:
            self.waiting.append(request)
        self._met.add(mark)

    def take(self) -> Request:
        return self.waiting.pop(self._pick(len(self.waiting)))


def _read(request: Request, site: Site) -> Iterable[Request | Story]:
    """What the spider makes of the site's answer."""
    read = request.callback
    assert callable(read)
    found = read(_response(request, site), **request.cb_kwargs)
    return found or ()


def _response(request: Request, site: Site) -> Response:
    parts = urlsplit(request.url)
    assert parts.hostname == site.host, f"{request.url} is on another host"
    visit = Visit(
        path=parts.path,
        query=dict(parse_qsl(parts.query, keep_blank_values=True)),
        user_agent="Mozilla/5.0 (compatible; Piagam; +https://example.id/)",
        edition=site.edition(date.min),
    )
    answer = site.answer(visit)
    etag = f'"{sha256(answer.body).hexdigest()}"'
    headers = {"Content-Type": answer.content_type, "ETag": etag, **dict(answer.headers)}
    is_known = request.headers.get("If-None-Match") == headers["ETag"].encode()
    status, body = (304, b"") if is_known else (answer.status, answer.body)
    sent = Headers(headers)
    kind = responsetypes.from_args(headers=sent, url=request.url, body=body)
    return kind(request.url, status=status, headers=sent, body=body, request=request)


def _target(request: Request) -> str:
    return urlsplit(request.url)._replace(scheme="", netloc="").geturl()
