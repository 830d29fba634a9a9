"""Looks at a site that no outlet file describes yet, as politely as a crawl, and drafts one.

One visit of at most thirty requests: the home page, robots.txt, the usual feeds, sitemaps and REST
addresses, and a few of the stories that they list. Nothing is stored.
"""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import html
from protego import Protego
from scrapy.settings import Settings

from crawler.config import ConfigError
from crawler.extraction.charset import decode
from crawler.extraction.page import Page, PageKind, read_page
from spiders.conclusions import conclude
from spiders.outlet import Outlet, Source, SourceKind
from spiders.provisional import provisional_outlet
from spiders.reading import Answer
from spiders.site_marks import family_of, marks_of, title_of
from spiders.site_report import Look, SiteReport
from spiders.visiting import Visitor, send

_SAMPLES = 6
_FEEDS = ("feed/", "rss", "rss.xml", "feeds/posts/default")
_SITEMAPS = ("sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml", "news-sitemap.xml")


def probe(settings: Settings, url: str) -> SiteReport:
    """Visit the site that `url` is on. Once in a process: Twisted's reactor starts only once.

    Raises ConfigError for what is no web address.
    """
    parts = urlsplit(url if "//" in url else f"https://{url}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(f"{url}: no web address; write https://…")
    bare = parts.hostname.removeprefix("www.")
    report = SiteReport(home=f"{parts.scheme}://{parts.netloc}/")
    return send(_Probe, settings, report, [bare, f"www.{bare}"])


class _Probe(Visitor):
    async def visit(self) -> None:
        """Home page, robots.txt, every source there may be, and some stories."""
        report = self._report
        home = await self.ask(report.home)
        if isinstance(home, str):
            report.problem = home
            return
        address, answer = home
        if answer.status != 200:
            report.problem = f"answered {answer.status}"
            return
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
            report.samples.append(await self.sample(url, outlet))
        report.conclusions = conclude(report, outlet)

    async def _robots(self) -> tuple[str, ...]:
        """The sitemaps that robots.txt names."""
        answered = await self.ask(f"{self._report.home}robots.txt")
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
            look = await self.look(source, outlet, home if is_home else None)
            self._report.looks.append(look)
            if look.found:
                served.add(source.kind)


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
