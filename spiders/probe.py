"""Looks at a site that no outlet file describes yet, as politely as a crawl, and drafts one.

One visit of at most thirty requests: the home page, robots.txt, the usual feeds, sitemaps and REST
addresses, and a few of the stories that they list. Nothing is stored.
"""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from scrapy.settings import Settings

from crawler.config import ConfigError
from crawler.extraction.addresses import canonical_url
from crawler.extraction.charset import decode
from crawler.extraction.page import PageKind, read_page
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import parse_page
from crawler.middlewares.refusals import OffSite
from crawler.outlet_shelf import check_enabled
from spiders.conclusions import conclude
from spiders.drafts import name_for
from spiders.loader import OutletLoader
from spiders.offers import Offers, later_pages, offers_of
from spiders.outlet import Outlet, Source, SourceKind
from spiders.outlet_file import path_label
from spiders.provisional import provisional_outlet
from spiders.reading import Answer, read_listing
from spiders.robots_said import robots_said
from spiders.second_page import LIST_PAGES, after_second_page, stories_in
from spiders.site_address import folder_of_site, homes_of, page_named
from spiders.site_marks import family_of, marks_of, title_of
from spiders.site_report import Look, SiteReport
from spiders.visiting import Visitor, look_of, send

_BUDGET = 30
_FOR_SAMPLES = 8
"""Requests that are kept for stories while sources are tried."""
_SAMPLES = 6
_SECTIONS = 5
_FEWEST_STORIES = 3
"""Links of a page that look like stories, for it to be a section's."""


def probe(settings: Settings, url: str, *, only_new: bool = False) -> SiteReport:
    """Visit the site that `url` is on. Once in a process: Twisted's reactor starts only once.

    Raises ConfigError for what is no web address, for a site whose terms forbid to be read, and,
    where `only_new`, for one that an outlet reads already.
    """
    homes = homes_of(url)
    shelf = OutletLoader(settings)
    host = urlsplit(homes[0]).hostname or ""
    bare = host.removeprefix("www.")
    report = SiteReport(home=homes[0])
    for outlet in shelf.outlets.values():
        if outlet.owns(homes[0]):
            check_enabled(outlet)
            report.known_as = path_label(outlet.path)
            if only_new:
                raise ConfigError(
                    f"{report.known_as}: exists already and reads {host}; see it with"
                    f" `piagam outlets show {outlet.name}`"
                )
    settings = settings.copy()
    settings.set("PIAGAM_BUDGET", _BUDGET, priority="cmdline")
    name = name_for(host, shelf.outlets)
    hosts = [bare, f"www.{bare}"]
    return send(_Probe, settings, report, hosts, typed=url, outlet_name=name)


class _Probe(Visitor):
    def __init__(self, report: SiteReport, typed: str, outlet_name: str, **kwargs: object) -> None:
        super().__init__(report, **kwargs)
        self._typed = typed
        self._outlet_name = outlet_name

    async def visit(self) -> None:
        """Home page, robots.txt, every source there may be, and some stories."""
        report = self._report
        home = await self._home_page()
        if home is None:
            return
        home = await self._home_in_folder() or home
        document = parse_page(home.body, url=report.home, encoding=home.charset)
        markup = document.source.decode()
        report.family, report.why = family_of(urlsplit(report.home).hostname or "", markup)
        report.title = title_of(document, urlsplit(report.home).netloc)
        report.marks = tuple(dict.fromkeys(marks_of(document)))
        await self._read_robots()
        outlet = provisional_outlet(report.home, report.family)
        await self._look_around(outlet, home, offers_of(document, outlet, report.robots.sitemaps))
        for url in _candidates(report.looks)[:_SAMPLES]:
            report.samples.append(await self.sample(url, outlet))
        report.conclusions = conclude(report, outlet, self._outlet_name)

    def words(self, error: Exception) -> str:
        """Another site is told with the command for it."""
        if isinstance(error, OffSite):
            told = str(error).replace("which is not the outlet's", "another site")
            return f"{told}; if it is the one you mean, probe that"
        return super().words(error)

    async def _home_page(self) -> Answer | None:
        """The first home page that answers as one; the problem of the first that does not."""
        report, problems = self._report, []
        for home in homes_of(self._typed):
            asked = await self.ask(home)
            problem = asked if isinstance(asked, str) else _home_problem(asked[1], home)
            if problem is None and not isinstance(asked, str):
                here = urlsplit(asked[0])
                folder = urlsplit(home).path
                report.home = f"{here.scheme}://{here.netloc}{folder}"
                return asked[1]
            problems.append((home, problem))
        report.home, report.problem = problems[0]
        return None

    async def _home_in_folder(self) -> Answer | None:
        """The home page of a site in a folder of its host; None where what was typed is in none."""
        report = self._report
        named = page_named(self._typed, report.home)
        asked = await self.ask(named) if named is not None else "nothing more to ask for"
        if isinstance(asked, str) or asked[1].status != 200:
            return None
        url, answer = asked
        folder = folder_of_site(parse_page(answer.body, url=url, encoding=answer.charset), url)
        home = urljoin(report.home, folder)
        if home == report.home:
            return None
        if home != url:
            asked = await self.ask(home)
        if isinstance(asked, str) or _home_problem(asked[1], home) is not None:
            return None
        report.home = home
        return asked[1]

    async def _read_robots(self) -> None:
        home = urlsplit(self._report.home)
        answered = await self.ask(f"{home.scheme}://{home.netloc}/robots.txt")
        if not isinstance(answered, str) and answered[1].status == 200:
            self._report.robots = robots_said(decode(answered[1].body, None), self._report.home)

    async def _look_around(self, outlet: Outlet, home: Answer, offers: Offers) -> None:
        served: set[SourceKind] = set()
        for source in offers.sources:
            if source.kind in served and source.kind is not SourceKind.DATED_INDEX:
                continue
            given = home if source.url == outlet.home else None
            look = await self._look_twice(source, outlet, given)
            if look is None:
                return
            if look.listed:
                served.add(source.kind)
        better = served - {SourceKind.LISTING}
        home_pages_on = any(look.source.more for look in self._report.looks if look.listed)
        if not better and not home_pages_on:
            await self._look_at_sections(outlet, offers.sections)

    async def _look_at_sections(self, outlet: Outlet, sections: Sequence[Source]) -> None:
        for section in sections[:_SECTIONS]:
            look = await self._look_twice(section, outlet, None)
            if look is not None and len(stories_in(look)) < _FEWEST_STORIES:
                self._report.looks.remove(look)

    async def _look_twice(
        self, source: Source, outlet: Outlet, given: Answer | None
    ) -> Look | None:
        """The first page of a source and, where there is one, the second; None: nothing left."""
        if self._report.requests >= _BUDGET - _FOR_SAMPLES:
            return None
        look = await self.look(source, outlet, given)
        if look.listed and look.second is not None:
            look = after_second_page(look, await self._second(look, look.second, outlet))
        self._report.looks.append(look)
        return look

    async def _second(self, look: Look, url: str, outlet: Outlet) -> Look:
        asked = await self.ask(url)
        if isinstance(asked, str):
            return Look(source=look.source, problem=asked)
        if asked[1].status != 200:
            return Look(source=look.source, problem=f"answered {asked[1].status}")
        listing = read_listing(look.source, asked[1], url=asked[0], page=2, outlet=outlet)
        return look_of(look.source, listing, outlet)

    def described(self, source: Source, answer: Answer, url: str) -> Source:
        """A list of an unknown site says itself where its further pages are."""
        if source.kind is not SourceKind.LISTING or source.more is not None:
            return source
        document = parse_page(answer.body, url=url, encoding=answer.charset)
        more = later_pages(document, url)
        return source if more is None else replace(source, more=more, pages=LIST_PAGES)


def _home_problem(answer: Answer, url: str) -> str | None:
    """Why an answer is no home page."""
    if answer.status != 200:
        rest = answer.headers.get("retry-after")
        return f"answered {answer.status}{f' and asks for {rest} s of rest' if rest else ''}"
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    text = decode(answer.body, answer.charset)
    if kind and not kind.startswith("text/") and "html" not in kind:
        return f"its home page is no HTML but {kind}"
    if not text.strip():
        return "its home page is empty"
    page = read_page(answer.body, outlet="", url=url, rules=ArticleRules(), encoding=answer.charset)
    is_gate = page.kind is PageKind.CHALLENGE
    return "answers with a challenge that asks for a browser" if is_gate else None


def _candidates(looks: list[Look]) -> list[str]:
    """Addresses that are most likely stories, each once: of feeds all, of lists the long ones."""
    lists = [look for look in looks if look.source.kind is SourceKind.LISTING]
    told = [url for look in looks if look not in lists for url in look.found]
    listed = [url for look in lists for url in stories_in(look)]
    twins: dict[str, str] = {}
    for url in (*told, *listed):
        twins.setdefault(canonical_url(url), url)
    return list(twins.values())
