"""What a page of an unknown site offers for finding stories: feeds, REST, sections; pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.extraction.addresses import part_number
from crawler.extraction.tree import Document
from spiders.outlet import Outlet, Source, SourceKind

_ORDER = (
    *(SourceKind.WORDPRESS_REST, SourceKind.RSS, SourceKind.DATED_INDEX, SourceKind.SITEMAP),
    SourceKind.LISTING,
)
_POSTS = "wp/v2/posts"
_FIELDS = "per_page=100&orderby=date&order=desc&_fields=id,link,date_gmt,modified_gmt,title"
_REST_DAYS = 90
_FEEDS = ("feed/", "rss", "rss.xml", "feeds/posts/default")
_SITEMAPS = ("sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml", "news-sitemap.xml")
_LATER_PAGE = re.compile(
    r"(?:/(?:page|hal|halaman)[/-]?|/index(?=\d\.html)|[?&](?:page|paged|halaman|hal)=)2"
    r"(?=(?:\.html)?/?(?:&|$))"
)
"""The link to page two: of WordPress and its like, of Jekyll (`/page2/`), of Pelican."""
_NO_SECTION = re.compile(
    r"/(?:tag|tags|topik|topic|author|penulis|search|cari|page|wp-[^/]*|feed|login|masuk|daftar|iklan"
    r"|redaksi|pedoman[^/]*|kontak|contact[^/]*|tentang[^/]*|about[^/]*|privacy[^/]*|kebijakan[^/]*"
    r"|disclaimer|karir|foto|video|galeri)(?:/|$)",
    re.IGNORECASE,
)
_LONGEST_SECTION = 40
"""Characters of a path; longer ones are stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """The places to look at, the likeliest first."""

    sources: tuple[Source, ...]
    sections: tuple[Source, ...]
    """Section pages that the menu leads to: for sites that offer nothing better."""


def offers_of(document: Document, outlet: Outlet, sitemaps: Iterable[str]) -> Offers:
    """What the home page `document` and robots.txt (`sitemaps`) name, and the usual places."""
    family = {source.url: source for source in outlet.sources}
    paged = {url.partition("?")[0]: source for url, source in family.items() if "?" in url}
    feeds = _feeds_named(document, outlet.family)
    named = [*_rest_named(document)]
    named += [paged.get(each.url.partition("?")[0], each) for each in feeds]  # it knows the paging
    named += [Source(kind=SourceKind.SITEMAP, url=url) for url in sitemaps]
    usual = [Source(kind=SourceKind.RSS, url=f"{outlet.home}{path}") for path in _FEEDS]
    usual += [Source(kind=SourceKind.SITEMAP, url=f"{outlet.home}{path}") for path in _SITEMAPS]
    usual.append(Source(kind=SourceKind.LISTING, url=outlet.home, pages=1))
    sources: dict[str, Source] = {}
    for source in (*named, *family.values(), *usual):
        known = family.get(source.url)
        is_plain = known is not None or "{" not in source.url
        if is_plain and not source.sections and outlet.owns(source.url):
            sources.setdefault(source.url, known or source)
    ordered = sorted(sources.values(), key=lambda source: _ORDER.index(source.kind))
    return Offers(sources=tuple(ordered), sections=tuple(_sections(document, outlet)))


def _rest_named(document: Document) -> Iterator[Source]:
    """Where WordPress says its REST interface is, under whatever name or as a query."""
    for link in document.select("link[rel='https://api.w.org/'][href]"):
        root = document.absolute(link.get("href"))
        if root is not None:
            url = f"{root}{_POSTS}{'&' if '?' in root else '?'}{_FIELDS}"
            more = f"{url}&page={{page}}"
            yield Source(kind=SourceKind.WORDPRESS_REST, url=url, more=more, days=_REST_DAYS)


def _feeds_named(document: Document, family: str) -> Iterator[Source]:
    for link in document.select("link[rel~=alternate][type][href]"):
        url = document.absolute(link.get("href"))
        is_feed = any(word in (link.get("type") or "") for word in ("rss", "atom"))
        if url is not None and is_feed and "comments" not in url:
            paged = f"{url}{'&' if '?' in url else '?'}paged={{page}}"
            more = paged if family == "wordpress" else None
            yield Source(kind=SourceKind.RSS, url=url, more=more, days=_REST_DAYS)


def _sections(document: Document, outlet: Outlet) -> Iterator[Source]:
    """Links of the menus that are short enough to be no story."""
    seen = {outlet.home}
    for anchor in document.select("nav a[href], header a[href], [class*=menu] a[href]"):
        url = (document.absolute(anchor.get("href")) or "").partition("#")[0]
        path = urlsplit(url).path if url else ""
        is_short = 1 < len(path) < _LONGEST_SECTION and not urlsplit(url).query
        if url not in seen and is_short and outlet.owns(url) and not _NO_SECTION.search(path):
            seen.add(url)
            yield Source(kind=SourceKind.LISTING, url=url, pages=1)


def later_pages(document: Document, url: str) -> str | None:
    """The further pages of the list at `url`, with {page}; from its link to the second."""
    here = urlsplit(url)
    for anchor in document.select("a[href], link[rel~=next][href]"):
        link = (document.absolute(anchor.get("href")) or "").partition("#")[0]
        there = urlsplit(link)
        found = _LATER_PAGE.search(link)
        if found is None or there.netloc != here.netloc or "{" in link:
            continue
        before = urlsplit(f"{link[: found.start()]}/").path
        if before.rstrip("/") == here.path.rstrip("/") and part_number(url) == 1:
            return f"{link[: found.end() - 1]}{{page}}{link[found.end() :]}"
    return None
