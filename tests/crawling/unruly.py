"""A made-up paper whose lists are as unruly as a test asks: what they show, and in which form."""

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from xml.sax.saxutils import escape

from crawler.newsroom.site import JSON, XML, Answer, Page, Site, Visit
from tests.crawling.tiny import host_of, target_of, tiny_site

FIRST_DAY = date(2024, 11, 20)
SECTIONS = ("desa", "kota")
_SITEMAP_SIZE = 5
NEWEST = 4
"""Entries of the feed that shows the newest only."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TWINS = (
    "{path}",
    "{path}/",
    "http://www.{host}{path}",
    "{path}#komentar",
    "{path}?utm_source=wa&utm_medium=social",
    "{path}?fbclid=IwAR0x",
    "{path}?page=2",
    "{path}/2",
    "{path}?page=all",
    "{path}/amp",
    "/amp{path}",
    "{path}?amp=1&page=3",
    "{path}?m=1",
    "{path}?print=1",
    "{path}?tmpl=component&print=1",
    "//{host}/{path}",
)


class List(StrEnum):
    """The ways in which the paper tells what it has published."""

    ARCHIVE = "archive"
    REST = "rest"
    PAGED_FEED = "paged-feed"
    SITEMAP = "sitemap"
    SECTIONS = "sections"
    DAYS = "days"
    FEED = "feed"
    """The newest few only."""


SOURCES = {
    List.ARCHIVE: 'kind = "listing"\nurl = "{home}arsip"\nmore = "{home}arsip?page={page}"',
    List.REST: 'kind = "wordpress-rest"\nurl = "{home}wp-json/wp/v2/posts"\n'
    'more = "{home}wp-json/wp/v2/posts?page={page}"',
    List.PAGED_FEED: 'kind = "rss"\nurl = "{home}feed/"\nmore = "{home}feed/?page={page}"',
    List.SITEMAP: 'kind = "sitemap"\nurl = "{home}sitemap.xml"',
    List.SECTIONS: 'kind = "listing"\nurl = "{home}rubrik/{section}"\n'
    f'more = "{{home}}rubrik/{{section}}?page={{page}}"\nsections = {json.dumps(SECTIONS)}',
    List.DAYS: 'kind = "dated-index"\nurl = "{home}indeks?tanggal={date}"\n'
    'more = "{home}indeks?tanggal={date}&page={page}"',
    List.FEED: 'kind = "rss"\nurl = "{home}rss"',
}


class PastTheEnd(StrEnum):
    """What a page behind the last one shows."""

    LAST_PAGE = "last page"
    FIRST_PAGE = "first page"
    NOTHING = "nothing"
    MISSING = "404"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a paper makes its lists."""

    size: int = 3
    """Entries of a page."""
    past_the_end: PastTheEnd = PastTheEnd.LAST_PAGE
    pinned: int = 0
    """So many of the oldest stories stand on top of every page of a list."""
    sidebar: int = 0
    """So many of the newest stories stand beside every page."""
    is_shuffled: bool = False
    """The entries of a page stand in another order each time."""
    has_doubles: bool = False
    has_twins: bool = False
    """Entries are printed as AMP, print, mobile, shared and later pages of themselves."""
    is_dated_by_day: bool = False
    """The sitemap index says on which day, but not when, a file was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What a paper does before, during and after one crawl."""

    fresh: int = 0
    """Stories that came out since the last crawl."""
    missed: int = 0
    """Nights before it on which nobody crawled."""
    arrivals: tuple[int, ...] = ()
    """Right before which lists, by number from 0, one more story comes out."""
    late: int = 0
    """Stories that come out after the crawl, on the same day."""
    broken: frozenset[int] = frozenset()
    """Which lists, by number from 0, are answered with an error."""
    closed: frozenset[List] = frozenset()
    """Lists that are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One story."""

    slug: str
    day: date
    section: str


class UnrulyPaper:
    """`NAME.example` as it is now, newest story first; it may publish between two requests."""

    def __init__(self, name: str, habits: Habits, *, seed: int = 0) -> None:
        self.name = name
        self.habits = habits
        self.today = FIRST_DAY
        self.items: list[Item] = []
        self._night = Night()
        self._answered = 0
        self._chance = random.Random(seed)  # noqa: S311 - no secret

    @property
    def host(self) -> str:
        return host_of(self.name)

    @property
    def addresses(self) -> set[str]:
        """The address of each story."""
        return {f"https://{self.host}{target_of(item.slug)}" for item in self.items}

    def begin(self, night: Night) -> None:
        """Turn to the next night; lists are numbered anew."""
        self.today += timedelta(days=1 + night.missed)
        self.publish(night.fresh)
        self._night, self._answered = night, 0

    def publish(self, count: int) -> None:
        for _ in range(count):
            at = len(self.items)
            word = _LETTERS[at // 26] + _LETTERS[at % 26]
            item = Item(slug=f"kabar-dari-{word}", day=self.today, section=SECTIONS[at % 2])
            self.items.insert(0, item)

    def site(self) -> Site:
        plain = tiny_site(self.name, stories=())
        routes: tuple[tuple[str, Page], ...] = (
            (r"/arsip", self._list(List.ARCHIVE, self._archive)),
            (r"/wp-json/wp/v2/posts", self._list(List.REST, self._posts)),
            (r"/feed/", self._list(List.PAGED_FEED, self._paged_feed)),
            (r"/sitemap(?P<number>\d*)\.xml", self._list(List.SITEMAP, self._sitemap)),
            (r"/rubrik/(?P<section>[a-z]+)", self._list(List.SECTIONS, self._section)),
            (r"/indeks", self._list(List.DAYS, self._day)),
            (r"/rss", self._list(List.FEED, self._feed)),
            (r"/berita/(?P<slug>[a-z-]+)/?", plain.routes[-1][1]),
        )
        return replace(plain, routes=routes)

    def _list(self, kind: List, page: Page) -> Page:
        def answered(visit: Visit, match: re.Match[str]) -> Answer | None:
            number, night = self._answered, self._night
            self._answered += 1
            self.publish(night.arrivals.count(number))
            if kind in night.closed:
                return Answer(status=403, body=b"tertutup")
            if number in night.broken:
                return Answer(status=503, body=b"sibuk")
            return page(visit, match)

        return answered

    def _archive(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        return self._page(self.items, visit)

    def _section(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        return self._page([i for i in self.items if i.section == match["section"]], visit)

    def _day(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        day = visit.query["tanggal"]
        return self._page([i for i in self.items if i.day.isoformat() == day], visit)

    def _page(self, items: Sequence[Item], visit: Visit) -> Answer | None:
        shown = self._shelf(items, visit.page)
        if shown is None:
            return None
        pinned = self.items[len(self.items) - self.habits.pinned :]
        sidebar = self.items[: self.habits.sidebar]
        links = "".join(f'<a href="{escape(url)}">{url[-9:]}</a>' for url in self._links(shown))
        fixed = "".join(f'<a href="{target_of(i.slug)}">x</a>' for i in (*pinned, *sidebar))
        menu = '<a href="/">Beranda</a><a href="/rubrik/desa">Desa</a>'
        return Answer(body=f"<html><body>{menu}{fixed}{links}</body></html>".encode())

    def _posts(self, visit: Visit, match: re.Match[str]) -> Answer:
        shown = self._shelf(self.items, visit.page)
        if visit.page > self._last(self.items) or shown is None:
            return Answer(status=400, body=b'{"code": "rest_post_invalid_page_number"}')
        posts = [{"link": link} for link in self._links(shown)]
        pages = (("X-WP-TotalPages", str(self._last(self.items))),)
        return Answer(body=json.dumps(posts).encode(), content_type=JSON, headers=pages)

    def _paged_feed(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        shown = self._shelf(self.items, visit.page)
        return None if shown is None else self._rss(shown)

    def _feed(self, visit: Visit, match: re.Match[str]) -> Answer:
        return self._rss(self.items[:NEWEST])

    def _rss(self, items: Sequence[Item]) -> Answer:
        entries = "".join(f"<item><link>{escape(url)}</link></item>" for url in self._links(items))
        return Answer(body=f"<rss><channel>{entries}</channel></rss>".encode(), content_type=XML)

    def _sitemap(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        oldest_first = self.items[::-1]
        files = [
            oldest_first[start : start + _SITEMAP_SIZE]
            for start in range(0, max(len(oldest_first), 1), _SITEMAP_SIZE)
        ]
        if not match["number"]:
            return self._sitemap_index(files)
        number = int(match["number"])
        urls = self._links(files[number]) if number < len(files) else []
        text = "".join(f"<url><loc>{escape(url)}</loc></url>" for url in urls)
        return Answer(body=f"<urlset>{text}</urlset>".encode(), content_type=XML)

    def _sitemap_index(self, files: Sequence[Sequence[Item]]) -> Answer:
        text = ""
        for number, items in enumerate(files):
            day = max((item.day for item in items), default=self.today).isoformat()
            moment = f"T00:{len(items):02d}:00+07:00"
            changed = day if self.habits.is_dated_by_day else day + moment
            loc = f"https://{self.host}/sitemap{number}.xml"
            text += f"<sitemap><loc>{loc}</loc><lastmod>{changed}</lastmod></sitemap>"
        return Answer(body=f"<sitemapindex>{text}</sitemapindex>".encode(), content_type=XML)

    def _shelf(self, items: Sequence[Item], number: int) -> Sequence[Item] | None:
        """The entries of a page; None for a 404."""
        size, past, last = self.habits.size, self.habits.past_the_end, self._last(items)
        if number > last and past is PastTheEnd.MISSING:
            return None
        if number > last and past is not PastTheEnd.NOTHING:
            number = last if past is PastTheEnd.LAST_PAGE else 1
        return items[(number - 1) * size : number * size]

    def _last(self, items: Sequence[Item]) -> int:
        """The number of the last page."""
        return max(-(-len(items) // self.habits.size), 1)

    def _links(self, items: Sequence[Item]) -> list[str]:
        """The links to the items of a page as the paper prints them."""
        habits = self.habits
        listed = [*items, *items[:2]] if habits.has_doubles else list(items)
        if habits.is_shuffled:
            self._chance.shuffle(listed)
        return [self._link(target_of(item.slug)) for item in listed]

    def _link(self, path: str) -> str:
        form = self._chance.choice(_TWINS) if self.habits.has_twins else _TWINS[0]
        url = form.format(path=path, host=self.host)
        return f"https://{self.host}{url}" if url.startswith("/") and url[1] != "/" else url
