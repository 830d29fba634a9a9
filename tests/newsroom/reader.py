"""A plain HTTP client for the newsroom, and made-up stories to fill a site with."""

import gzip
import json
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.message import Message
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from crawler.newsroom import (
    blogger,
    closed_wordpress,
    detik,
    disway,
    jawapos,
    joomla,
    kompas,
    portal,
    promedia,
    tribun,
    wordpress_posts,
)
from crawler.newsroom.dates import WIB
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import Site
from crawler.newsroom.stories import Story, StoryKind

AGENT = "Mozilla/5.0 (compatible; Piagam/0.1; +https://example.org/piagam)"
_SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
_BODY = """Harga cabai turun. Pembeli ramai.

Pedagang senang.

Rinciannya:
- Merah: 30
- Rawit: 40

## Besok

Pasar tetap buka.
"""
FIRST_DAY = datetime(2024, 12, 2, 6, 30, tzinfo=WIB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back, the body unpacked."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.text)

    def find(self, xpath: str) -> list[str]:
        """The strings that an XPath finds in an XML answer; prefixes are s, news and content."""
        found = etree.fromstring(self.body).xpath(xpath, namespaces=_SPACES)
        assert isinstance(found, list)
        return [str(each).strip() for each in found]

    @property
    def locations(self) -> set[str]:
        """The addresses in a sitemap."""
        return set(self.find("//s:url/s:loc/text()"))

    @property
    def linked_data(self) -> Any:
        """The last JSON-LD block."""
        return json.loads(str(self.tree.cssselect('script[type="application/ld+json"]')[-1].text))

    def meta(self, name: str) -> str:
        """The content of a meta property that occurs once."""
        (element,) = self.tree.cssselect(f'meta[property="{name}"]')
        return str(element.get("content"))

    def select(self, css: str) -> list[str]:
        """The text of the elements that match."""
        return [" ".join(str(e.text_content()).split()) for e in self.tree.cssselect(css)]

    def links(self, css: str) -> list[str]:
        """The addresses of the links that match."""
        return [str(element.get("href")) for element in self.tree.cssselect(css)]


def get(newsroom: Newsroom, url: str, *, method: str = "GET", **headers: str) -> Reply:
    """Ask the newsroom for the real address of a page; header names with `_` for `-`."""
    parts = urlsplit(url)
    target = parts._replace(scheme="", netloc="").geturl() or "/"
    sent = {"Host": parts.netloc, "User_Agent": AGENT, **headers}
    connection = HTTPConnection(newsroom.address, timeout=20)
    connection.request(method, target, headers={k.replace("_", "-"): v for k, v in sent.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return Reply(status=response.status, headers=response.headers, body=body)


def story(number: int = 1, **changes: Any) -> Story:
    """An ordinary story; each number is a day, a slug and a section of its own."""
    made = Story(
        kind=StoryKind.ORDINARY,
        slug=f"kabar-pasar-{number}",
        section=("pemerintahan", "ekonomi")[number % 2],
        published=FIRST_DAY + timedelta(days=number),
        title=f"Kabar Pasar Hari ke-{number}",
        summary=f"Harga cabai pada hari ke-{number} turun tipis.",
        city="BLORA",
        body=_BODY,
        authors=("Rahma Wulandari",),
        editor="Seto Nugroho",
        caption="Pedagang menata cabai.",
        photo_credit="Prokompim",
        tags=("pasar", f"hari {number}"),
        id=number + 14_000,
        code="aB3dE5gH",
    )
    return replace(made, **changes)


def stories(count: int, **changes: Any) -> tuple[Story, ...]:
    """Stories 1 to `count`."""
    return tuple(story(number, **changes) for number in range(1, count + 1))


ADDRESSES = {
    tribun.HOST: tribun.address,
    wordpress_posts.HOST: wordpress_posts.address,
    **{
        module.HOST: module.address
        for module in (
            *(blogger, closed_wordpress, detik, disway),
            *(jawapos, joomla, kompas, portal, promedia),
        )
    },
}
"""By host, how a site writes the path of a story."""


def addresses(newsroom: Newsroom, host: str) -> set[str]:
    """The real addresses of all stories of a site."""
    path = ADDRESSES[host]
    (site,) = [each for each in newsroom.sites if each.host == host]
    return {f"https://{host}{path(each)}" for each in site.stories}


def filled(site: Site, *given: Story) -> Site:
    """The site with these stories."""
    return replace(site, stories=given)


def day(number: int) -> date:
    """The day on which story `number` is out."""
    return (FIRST_DAY + timedelta(days=number)).date()


LONG = story(
    7,
    slug="tiga-halaman",
    body="Satu.\n\nDua.\n=== page ===\nTiga.\n\n- Empat\n\n=== page ===\n\nLima.\n",
)
"""A story of three pages."""
