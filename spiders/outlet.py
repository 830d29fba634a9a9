"""An outlet: one site we read, as its TOML file describes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from crawler.extraction.addresses import canonical_url
from crawler.extraction.rules import ArticleRules
from crawler.hours import Hours
from spiders.outlet_file import (
    ArticleTable,
    OutletError,
    OutletTable,
    SourceTable,
    path_label,
    read_outlet_file,
)


class SourceKind(StrEnum):
    """The ways in which an outlet tells what is new."""

    RSS = "rss"
    SITEMAP = "sitemap"
    WORDPRESS_REST = "wordpress-rest"
    DATED_INDEX = "dated-index"
    LISTING = "listing"


class Discovery(StrEnum):
    """How an outlet's sources work together."""

    ALL = "all"
    """Each source is walked."""
    FIRST = "first"
    """A source is walked only when those before it could not be used."""


class Identity(StrEnum):
    """What decides that two addresses are one article."""

    CANONICAL_LINK = "canonical-link"
    """The page's own canonical link, where it names an article of this outlet."""
    ADDRESS = "address"
    """The canonical form of the address only: the outlet's canonical links cannot be trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One way to learn of new addresses; URLs may hold {date}, {page}, {offset} and {section}."""

    kind: SourceKind
    url: str
    """First page of a walk."""
    more: str | None = None
    """Further pages; None where the page itself says or there are none."""
    sections: tuple[str, ...] = ()
    """Values of {section}; each is a walk of its own."""
    date_format: str = "%Y-%m-%d"
    """How {date} is written, as for strftime."""
    days: int = 30
    """How far back a first walk goes."""
    pages: int = 20
    """The most pages of one walk."""
    step: int | None = None
    """Entries of a page, for sites that count these: {offset} is how many lie before a page."""
    children: re.Pattern[str] | None = None
    """Which files of a sitemap index are read; None reads all."""
    item: str | None = None
    """CSS selector of one entry of an index page; None: the page as a whole."""
    link: str | None = None
    """CSS selector of the links within an entry; None: every link."""
    time: str | None = None
    """CSS selector of the time within an entry."""
    next: str | None = None
    """CSS selector of the link to the next page."""

    def first_url(self, day: date, section: str) -> str:
        """The first page of one walk."""
        return self.url.format(date=day.strftime(self.date_format), section=section)

    def later_url(self, page: int, day: date, section: str) -> str | None:
        """Page number `page` of one walk; None where only the pages themselves know."""
        if self.more is None:
            return None
        written, offset = day.strftime(self.date_format), (page - 1) * (self.step or 0)
        return self.more.format(date=written, page=page, offset=offset, section=section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An address and what the outlet's rules must say of it."""

    url: str
    article: bool
    canonical: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A site we read."""

    name: str
    """The Scrapy spider name, e.g. `tribun-jateng`."""
    title: str
    home: str
    hosts: tuple[str, ...]
    """Hosts an outlet's pages may lead to; no other is asked."""
    family: str
    zone: str
    verified: bool
    """False: written from what is known elsewhere, never held against the live site."""
    check: tuple[str, ...]
    """What to look at on the first live contact."""
    enabled: bool
    reason: str | None
    """Why the outlet is not enabled."""
    delay: float | None
    """Seconds between two requests; None: the crawl's own."""
    budget: int | None
    """Requests per run; None: the crawl's own."""
    hours: Hours | None
    """When it may be asked, within the crawl's own hours; None: at any of them."""
    discovery: Discovery
    identity: Identity
    sources: tuple[Source, ...]
    rules: ArticleRules
    examples: tuple[Example, ...]
    path: Path
    """Where the outlet is described."""

    def owns(self, url: str) -> bool:
        """Whether `url` is a web address on one of the outlet's hosts."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        return parts.scheme in ("http", "https") and (
            host in self.hosts or f"www.{host}" in self.hosts
        )

    def is_article_address(self, url: str) -> bool:
        """Whether `url` is on this outlet and has the shape of an article's address."""
        parts = urlsplit(url)
        return self.owns(url) and self.rules.is_story_address(parts.path, parts.query)

    def address_of(self, url: str) -> str:
        """The one address of an article here: canonical, on the home page's own scheme and host.

        So it can be asked for as it is, and people can follow it.
        """
        canonical = canonical_url(url)
        if not self.owns(canonical):
            return canonical
        home, parts = urlsplit(self.home), urlsplit(canonical)
        is_home_twin = home.netloc == f"www.{parts.netloc}"
        netloc = home.netloc if is_home_twin else parts.netloc
        return urlunsplit(parts._replace(scheme=home.scheme, netloc=netloc))

    def example_problems(self) -> Iterator[str]:
        """One line for each of the outlet's own examples that its rules do not bear out."""
        for number, example in enumerate(self.examples):
            where = f"{path_label(self.path)}: example[{number}]: {example.url}"
            canonical = self.address_of(example.url)
            if example.canonical is not None and canonical != example.canonical:
                yield f"{where}: canonical is {canonical}, not {example.canonical}"
            if self.is_article_address(canonical) != example.article:
                kind = "an article" if example.article else "no article"
                yield f"{where}: should be {kind}; mend article.address or the example"


def load_outlet(path: Path) -> Outlet:
    """Read the outlet file at `path`.

    Raises OutletError with one line that names the file, the key and the mend.
    """
    table = read_outlet_file(path)
    home = urlsplit(table.home)
    if home.hostname not in table.hosts:
        raise OutletError(
            f"{path_label(path)}: home: {home.hostname} is not among hosts; add it there"
        )
    return Outlet(
        name=table.name,
        title=table.title,
        home=table.home,
        hosts=tuple(table.hosts),
        family=table.family,
        zone=table.zone,
        verified=table.verified,
        check=tuple(table.check),
        enabled=table.enabled,
        reason=table.reason,
        delay=table.delay,
        budget=table.budget,
        hours=Hours.parse(table.hours, table.zone) if table.hours else None,
        discovery=Discovery(table.discovery),
        identity=Identity(table.identity),
        sources=tuple(_sources(table, path)),
        rules=_rules(table.article, table.zone),
        examples=tuple(
            Example(url=each.url, article=each.article, canonical=each.canonical)
            for each in table.example
        ),
        path=path,
    )


def _sources(table: OutletTable, path: Path) -> Iterator[Source]:
    for number, source in enumerate(table.source):
        where = f"{path_label(path)}: source[{number}].url"
        _check_placeholders(source, where)
        url = source.url.replace("{home}", table.home)
        if urlsplit(url).hostname not in table.hosts:
            raise OutletError(f"{where}: {url} is on none of hosts; begin it with {{home}}")
        yield Source(
            kind=SourceKind(source.kind),
            url=url,
            more=source.more and source.more.replace("{home}", table.home),
            sections=tuple(source.sections),
            date_format=source.date_format,
            days=source.days,
            pages=source.pages,
            step=source.step,
            children=re.compile(source.children) if source.children else None,
            item=source.item,
            link=source.link,
            time=source.time,
            next=source.next,
        )


def _check_placeholders(source: SourceTable, where: str) -> None:
    if source.kind == "dated-index" and "{date}" not in source.url:
        raise OutletError(f"{where}: a dated-index needs {{date}} in it")
    if bool(source.sections) != ("{section}" in source.url):
        raise OutletError(f"{where}: {{section}} and the key `sections` go together; give both")
    if "{page}" in source.url or "{offset}" in source.url:
        raise OutletError(f"{where}: {{page}} belongs into the key `more`; give page 1 here")
    if (source.step is not None) != ("{offset}" in (source.more or "")):
        raise OutletError(
            f"{where}: {{offset}} in `more` and the key `step` go together; give both"
        )


def _rules(article: ArticleTable, zone: str) -> ArticleRules:
    values = article.model_dump()
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    for key in ("address", "boilerplate"):
        lists[key] = tuple(re.compile(pattern) for pattern in values[key])
    return ArticleRules(**lists, all_pages=article.all_pages, zone=zone)
