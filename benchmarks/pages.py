"""The pages that are measured: every article of the bundled newsroom, fetched over HTTP."""

from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

from scrapy.utils.project import get_project_settings

from crawler.extraction.rules import ArticleRules
from crawler.newsroom import (
    blogger,
    closed_wordpress,
    detik,
    disway,
    jawapos,
    joomla,
    portal,
    promedia,
    tribun,
    wordpress,
    wordpress_posts,
)
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import Story, StoryKind
from spiders.loader import OutletLoader

_ADDRESSES: dict[str, Callable[[Story], str]] = {
    wordpress.SITE.name: wordpress_posts.address,
    **{
        site.SITE.name: site.address
        for site in (blogger, closed_wordpress, detik, disway, jawapos, joomla)
    },
    **{site.SITE.name: site.address for site in (portal, promedia, tribun)},
}
_AGENT = "Mozilla/5.0 (compatible; Piagam benchmark)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPage:
    """One article page as the server sent it, with the rules of its outlet."""

    outlet: str
    url: str
    body: bytes
    rules: ArticleRules
    kind: StoryKind


def record_pages() -> tuple[RecordedPage, ...]:
    """Fetch the first page of every story once, from loopback."""
    outlets = OutletLoader(get_project_settings()).outlets
    with Newsroom() as newsroom:
        return tuple(
            RecordedPage(
                outlet=site.name,
                url=f"https://{site.host}{path}",
                body=_fetch(newsroom.address, site.host, path),
                rules=outlets[site.name].rules,
                kind=story.kind,
            )
            for site in newsroom.sites
            for story in site.stories
            for path in (_ADDRESSES[site.name](story),)
        )


def _fetch(address: str, host: str, path: str) -> bytes:
    connection = HTTPConnection(address, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": host, "User-Agent": _AGENT})
        response = connection.getresponse()
        if response.status in (301, 308):
            response.read()
            moved = urlsplit(response.getheader("Location") or path).path
            return _fetch(address, host, moved)
        if response.status != 200:
            raise RuntimeError(f"{host}{path}: the newsroom answered {response.status}")
        return response.read()
    finally:
        connection.close()
