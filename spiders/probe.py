"""Looks at a site that no outlet file describes yet, as politely as a crawl, and drafts one.

One visit of at most thirty requests: the home page, robots.txt, the usual feeds, sitemaps and REST
addresses, and a few of the stories that they list. Nothing is stored.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html
from protego import Protego
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.config import ConfigError
from crawler.extraction.charset import decode
from crawler.extraction.page import Page, PageKind, read_page
from spiders.base import answer_of
from spiders.conclusions import Conclusions, conclude
from spiders.listing import Listing
from spiders.outlet import Outlet, Source, SourceKind
from spiders.provisional import provisional_outlet
from spiders.reading import Answer, read_listing
from spiders.site_marks import family_of, marks_of, title_of

_SAMPLES = 6
_FEEDS = ("feed/", "rss", "rss.xml", "feeds/posts/default")
_SITEMAPS = ("sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml", "news-sitemap.xml")
_STORIES_FIRST = ("news", "post", "berita", "artikel", "article", "web")
"""In the name of a sitemap's file: it lists stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way to learn of stories, tried."""

    source: Source
    found: tuple[str, ...] = ()
    """Addresses on the site's own host."""
    newest: datetime | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One story's page as it was read without rules of its own."""

    url: str
    body: bytes = b""
    page: Page | None = None
    problem: str | None = None


@dataclass(slots=True, kw_only=True)
class SiteReport:
    """What a visit found; `problem` says why there was nothing to look at."""

    home: str
    title: str = ""
    family: str = "portal"
    marks: tuple[str, ...] = ()
    delay: float | None = None
    """What robots.txt asks for, in seconds."""
    looks: list[Look] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    conclusions: Conclusions | None = None
    problem: str | None = None


def probe(settings: Settings, url: str) -> SiteReport:
    """Visit the site that `url` is on. Once in a process: Twisted's reactor starts only once.

    Raises ConfigError for what is no web address.
    """
    parts = urlsplit(url if "//" in url else f"https://{url}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(f"{url}: no web address; write https://…")
    report = SiteReport(home=f"{parts.scheme}://{parts.netloc}/")
    quiet = settings.copy()
    quiet.set("LOG_LEVEL", "ERROR", priority="cmdline")
    bare = parts.hostname.removeprefix("www.")
    hosts = [bare, f"www.{bare}"]
    process = AsyncCrawlerProcess(quiet)
    process.crawl(type("Probe", (_ProbeSpider,), {"allowed_domains": hosts}), report=report)
    process.start()
    return report


class _ProbeSpider(Spider):
    name = "probe"

    def __init__(self, report: SiteReport, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._report = report

    async def start(self) -> AsyncIterator[Request]:
        """The whole visit, one request after the other."""
        try:
            await self._visit()
        except Exception as error:  # noqa: BLE001 - what was learned before it is still told
            self._report.problem = f"the visit broke off: {type(error).__name__}: {error}"
        nothing_more: tuple[Request, ...] = ()
        for request in nothing_more:
            yield request

    async def _visit(self) -> None:
        report = self._report
        home = await self._ask(report.home)
        if isinstance(home, str):
            report.problem = home
            return
        address, answer = home
        report.home = f"{urlsplit(address).scheme}://{urlsplit(address).netloc}/"
        markup = decode(answer.body, answer.charset)
        report.family = family_of(urlsplit(address).hostname or "", markup)
        report.title = title_of(markup) or urlsplit(address).netloc
        report.marks = tuple(dict.fromkeys(marks_of(markup)))
        first = _read(answer, report.home)
        if first.kind is PageKind.CHALLENGE:
            report.problem = "answers with a challenge that asks for a browser"
            return
        outlet = provisional_outlet(report.home, report.family)
        robots = await self._robots()
        await self._look_around(outlet, answer, markup, robots)
        for url in _candidates(report.looks)[:_SAMPLES]:
            report.samples.append(await self._sample(url, outlet))
        report.conclusions = conclude(report, outlet)

    async def _robots(self) -> tuple[str, ...]:
        """The sitemaps that robots.txt names."""
        answered = await self._ask(f"{self._report.home}robots.txt")
        if isinstance(answered, str) or answered[1].status != 200:
            return ()
        rules = Protego.parse(decode(answered[1].body, None))
        delay = rules.crawl_delay("Piagam")
        self._report.delay = float(delay) if delay is not None else None
        return tuple(rules.sitemaps)

    async def _look_around(
        self, outlet: Outlet, home: Answer, markup: str, robots: tuple[str, ...]
    ) -> None:
        served: set[SourceKind] = set()
        for source in _sources(outlet, markup, robots):
            if source.kind in served and source.kind is not SourceKind.DATED_INDEX:
                continue
            is_home = source.url == outlet.home
            look = await self._look(source, outlet, home if is_home else None)
            self._report.looks.append(look)
            if look.found:
                served.add(source.kind)

    async def _look(self, source: Source, outlet: Outlet, given: Answer | None) -> Look:
        url = source.first_url(datetime.now(UTC).date(), "")
        asked = await self._ask(url) if given is None else (url, given)
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
            asked = await self._ask(url)
            if not isinstance(asked, str) and asked[1].status == 200:
                return read_listing(source, asked[1], url=url, page=1, outlet=outlet)
        return Listing(problem="its files could not be read")

    async def _sample(self, url: str, outlet: Outlet) -> Sample:
        asked = await self._ask(url)
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

    async def _ask(self, url: str) -> tuple[str, Answer] | str:
        """Where the answer came from in the end, and the answer; or why there is none."""
        engine = self.crawler.engine
        try:
            response: Response = await engine.download_async(Request(url))
        except Exception as error:  # noqa: BLE001 - told in the report; the visit goes on
            return str(error).split("\n", 1)[0] or type(error).__name__
        return response.url, answer_of(response)


def _read(answer: Answer, url: str) -> Page:
    return read_page(
        answer.body,
        outlet="",
        url=url,
        rules=provisional_outlet(url, "portal").rules,
        encoding=answer.charset,
    )


def _sources(outlet: Outlet, markup: str, robots: tuple[str, ...]) -> Iterator[Source]:
    """The family's own, then what the page and robots.txt name, then the usual places."""
    seen: set[str] = set()
    named = [Source(kind=SourceKind.RSS, url=url) for url in _feeds_named(markup, outlet.home)]
    named += [Source(kind=SourceKind.SITEMAP, url=url) for url in robots]
    usual = [Source(kind=SourceKind.RSS, url=f"{outlet.home}{path}") for path in _FEEDS]
    usual += [Source(kind=SourceKind.SITEMAP, url=f"{outlet.home}{path}") for path in _SITEMAPS]
    usual.append(Source(kind=SourceKind.LISTING, url=outlet.home))
    for source in (*outlet.sources, *named, *usual):
        if source.url not in seen and not source.sections and outlet.owns(source.url):
            seen.add(source.url)
            yield source


def _feeds_named(markup: str, home: str) -> Iterator[str]:
    page = html.document_fromstring(markup.encode() or b"<html/>", ensure_head_body=True)
    for link in page.cssselect("link[rel~=alternate][type][href]"):
        if any(word in (link.get("type") or "") for word in ("rss", "atom")):
            url = urljoin(home, link.get("href") or "")
            if "comments" not in url:
                yield url


def _candidates(looks: list[Look]) -> list[str]:
    """Addresses that are most likely stories: of feeds and REST all, of lists the long ones."""
    lists = [look for look in looks if look.source.kind is SourceKind.LISTING]
    told = [url for look in looks if look not in lists for url in look.found]
    listed = [url for look in lists for url in look.found if _is_long(url)]
    return list(dict.fromkeys((*told, *listed)))


def _is_long(url: str) -> bool:
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    return last.count("-") + last.count("_") > 1 or sum(map(str.isdigit, last)) > 5
