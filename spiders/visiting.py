"""One visit to a site, request after request, as politely as a crawl; nothing is stored."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.extraction.page import read_page
from spiders.base import answer_of
from spiders.listing import Listing
from spiders.outlet import Outlet, Source, SourceKind
from spiders.reading import Answer, read_listing
from spiders.site_report import Look, Sample, SiteReport

_STORIES_FIRST = ("news", "post", "berita", "artikel", "article", "web")
"""In the name of a sitemap's file: it lists stories."""
_TOO_LARGE = re.compile(r"DOWNLOAD_MAXSIZE|max size")
"""In what Scrapy says of a page that it did not read to its end."""
_PATIENCE = {"RETRY_TIMES": 1, "PIAGAM_PATIENCE": 30.0, "LOG_LEVEL": "ERROR"}
"""Somebody waits at the keyboard; the report says what went wrong, so the log need not."""


class Visitor(Spider):
    """Fills a report; what it looks at is said by `visit`."""

    name = "visit"

    def __init__(self, report: SiteReport, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._report = report

    async def start(self) -> AsyncIterator[Request]:
        """The whole visit, one request after the other."""
        try:
            await self.visit()
        except Exception as error:  # noqa: BLE001 - what was learned before it is still told
            self._report.problem = f"the visit broke off: {type(error).__name__}: {error}"
        nothing_more: tuple[Request, ...] = ()
        for request in nothing_more:
            yield request

    async def visit(self) -> None:
        """What there is to look at."""
        raise NotImplementedError

    async def look(self, source: Source, outlet: Outlet, given: Answer | None = None) -> Look:
        """What the first page of a source lists; of an index by day also that of the day before."""
        today = self._today(outlet)
        found = await self._look_at(source, outlet, today, given)
        if source.kind is SourceKind.DATED_INDEX and not found.listed:
            return await self._look_at(source, outlet, today - timedelta(days=1), None)
        return found

    def _today(self, outlet: Outlet) -> date:
        played = self.settings.get("PIAGAM_TODAY")
        return date.fromisoformat(played) if played else datetime.now(ZoneInfo(outlet.zone)).date()

    async def _look_at(
        self, source: Source, outlet: Outlet, day: date, given: Answer | None
    ) -> Look:
        url = source.first_url(day, next(iter(source.sections), ""))
        asked = await self.ask(url) if given is None else (url, given)
        if isinstance(asked, str):
            return Look(source=source, problem=asked)
        if asked[1].status != 200:
            return Look(source=source, problem=f"answered {asked[1].status}")
        source = self.described(source, asked[1], asked[0])
        listing = read_listing(source, asked[1], url=asked[0], page=1, outlet=outlet)
        if listing.children and not listing.found:
            return await self._first_child(source, listing, outlet)
        look = look_of(source, listing, outlet)
        second = source.later_url(2, day, next(iter(source.sections), "")) or listing.next
        if source.kind is SourceKind.WORDPRESS_REST and listing.is_last:
            return replace(look, paging="all on one page")
        return replace(look, second=second)

    def described(self, source: Source, answer: Answer, url: str) -> Source:
        """The source with what its own first page says of it."""
        return source

    async def _first_child(self, source: Source, index: Listing, outlet: Outlet) -> Look:
        """The file of a sitemap index that most likely lists stories."""
        own = [url for url in index.children if outlet.owns(url)]
        ranked = sorted(own, key=lambda url: not _tells_stories(url))
        for url in ranked[:1]:
            asked = await self.ask(url)
            if not isinstance(asked, str) and asked[1].status == 200:
                if source.children is None and _tells_stories(url):
                    source = replace(source, children=_files_like(url))
                listing = read_listing(source, asked[1], url=url, page=1, outlet=outlet)
                return look_of(source, listing, outlet)
        return Look(source=source, problem="its files could not be read")

    async def sample(self, url: str, outlet: Outlet) -> Sample:
        """One story's page, read by the outlet's rules."""
        asked = await self.ask(url)
        if isinstance(asked, str):
            return Sample(url=url, problem=asked)
        address, answer = asked
        if answer.status != 200:
            return Sample(url=url, problem=f"answered {answer.status}")
        return read_sample(
            Sample(url=url, address=address, body=answer.body, charset=answer.charset), outlet
        )

    async def ask(self, url: str) -> tuple[str, Answer] | str:
        """Where the answer came from in the end, and the answer; or why there is none."""
        self._report.requests += 1
        engine = self.crawler.engine
        try:
            response: Response = await engine.download_async(Request(url))
        except Exception as error:  # noqa: BLE001 - told in the report; the visit goes on
            return self.words(error)
        return response.url, answer_of(response)

    def words(self, error: Exception) -> str:
        """Why there is no answer, in one line."""
        told = str(error).split("\n", 1)[0]
        if _TOO_LARGE.search(told):
            return f"is larger than {self.settings.getint('DOWNLOAD_MAXSIZE') >> 20} MiB"
        return told or type(error).__name__


def _tells_stories(url: str) -> bool:
    return any(word in url.rpartition("/")[2] for word in _STORIES_FIRST)


def _files_like(url: str) -> re.Pattern[str]:
    """The name of this file of a sitemap index, whatever its number."""
    name = urlsplit(url).path.rpartition("/")[2]
    return re.compile(f"/{re.sub(r'[0-9]+', r'[0-9]*', re.escape(name))}$")


def look_of(source: Source, listing: Listing, outlet: Outlet) -> Look:
    """What a discovery page says of the outlet itself."""
    own = {each.url: each for each in reversed(listing.found) if outlet.owns(each.url)}
    problem = listing.problem or (None if own else "lists nothing of its own")
    return Look(source=source, listed=tuple(reversed(own.values())), problem=problem)


def read_sample(sample: Sample, outlet: Outlet) -> Sample:
    """The sample, its page read by the outlet's rules."""
    page = read_page(
        sample.body,
        outlet=outlet.name,
        url=sample.address,
        rules=outlet.rules,
        encoding=sample.charset,
    )
    return replace(sample, page=page)


def send(
    visitor: type[Visitor], settings: Settings, report: SiteReport, hosts: list[str], **given: Any
) -> SiteReport:
    """One visit to these hosts alone. Once in a process: Twisted's reactor starts only once."""
    quiet = settings.copy()
    quiet.setdict(_PATIENCE, priority="cmdline")
    process = AsyncCrawlerProcess(quiet)
    bound = type(visitor.__name__, (visitor,), {"allowed_domains": hosts})
    process.crawl(bound, report=report, **given)
    process.start()
    return report
