"""One visit to a site, request after request, as politely as a crawl; nothing is stored."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from typing import Any
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
        if source.kind is SourceKind.DATED_INDEX and not found.found:
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
        listing = read_listing(source, asked[1], url=asked[0], page=1, outlet=outlet)
        if listing.children and not listing.found:
            listing = await self._first_child(source, listing, outlet)
        own = [each for each in listing.found if outlet.owns(each.url)]
        told = [each.published for each in own if each.published is not None]
        problem = listing.problem or (None if own else "lists nothing of its own")
        return Look(
            source=source,
            found=tuple(dict.fromkeys(each.url for each in own)),
            newest=max(told, default=None),
            problem=problem,
        )

    async def _first_child(self, source: Source, index: Listing, outlet: Outlet) -> Listing:
        """The file of a sitemap index that most likely lists stories."""
        own = [url for url in index.children if outlet.owns(url)]
        ranked = sorted(own, key=lambda url: not any(word in url for word in _STORIES_FIRST))
        for url in ranked[:1]:
            asked = await self.ask(url)
            if not isinstance(asked, str) and asked[1].status == 200:
                return read_listing(source, asked[1], url=url, page=1, outlet=outlet)
        return Listing(problem="its files could not be read")

    async def sample(self, url: str, outlet: Outlet) -> Sample:
        """One story's page, read by the outlet's rules."""
        asked = await self.ask(url)
        if isinstance(asked, str):
            return Sample(url=url, problem=asked)
        address, answer = asked
        if answer.status != 200:
            return Sample(url=url, problem=f"answered {answer.status}")
        page = read_page(
            answer.body,
            outlet=outlet.name,
            url=address,
            rules=outlet.rules,
            encoding=answer.charset,
        )
        return Sample(url=url, body=answer.body, page=page)

    async def ask(self, url: str) -> tuple[str, Answer] | str:
        """Where the answer came from in the end, and the answer; or why there is none."""
        engine = self.crawler.engine
        try:
            response: Response = await engine.download_async(Request(url))
        except Exception as error:  # noqa: BLE001 - told in the report; the visit goes on
            return str(error).split("\n", 1)[0] or type(error).__name__
        return response.url, answer_of(response)


def send(
    visitor: type[Visitor], settings: Settings, report: SiteReport, hosts: list[str], **given: Any
) -> SiteReport:
    """One visit to these hosts alone. Once in a process: Twisted's reactor starts only once."""
    quiet = settings.copy()
    quiet.set("LOG_LEVEL", "ERROR", priority="cmdline")  # the report says what went wrong
    process = AsyncCrawlerProcess(quiet)
    bound = type(visitor.__name__, (visitor,), {"allowed_domains": hosts})
    process.crawl(bound, report=report, **given)
    process.start()
    return report
