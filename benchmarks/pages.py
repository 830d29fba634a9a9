"""The pages that are measured: every article of the bundled newsroom, fetched over HTTP."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from urllib.parse import urlsplit

from scrapy.utils.project import get_project_settings

from crawler.extraction.rules import ArticleRules
from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import parse_page, text_of
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
from crawler.newsroom.body import Block, BlockKind, parts_of
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
_NAMES = re.compile(rb'\b(class|id|itemprop)="([^"]*)"')
_AGENT = "Mozilla/5.0 (compatible; Piagam benchmark)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPage:
    """One article page as the server sent it, with the rules of its outlet."""

    outlet: str
    url: str
    body: bytes
    rules: ArticleRules
    kind: StoryKind
    written: tuple[str, ...] = ()
    """The lines that the story's author wrote and this page shows: what a reader should find."""


def record_pages() -> tuple[RecordedPage, ...]:
    """Fetch the first page of every story once, from loopback."""
    outlets = OutletLoader(get_project_settings()).outlets
    with Newsroom() as newsroom:
        return tuple(
            RecordedPage(
                outlet=site.name,
                url=f"https://{site.host}{path}",
                body=body,
                rules=outlets[site.name].rules,
                kind=story.kind,
                written=_written(story, body),
            )
            for site in newsroom.sites
            for story in site.stories
            for path in (_ADDRESSES[site.name](story),)
            for body in (_fetch(newsroom.address, site.host, path),)
        )


def without_rules(pages: Sequence[RecordedPage]) -> tuple[RecordedPage, ...]:
    """The same pages as if their outlets had no file."""
    return tuple(replace(page, rules=ArticleRules()) for page in pages)


def of_unknown_make(pages: Sequence[RecordedPage]) -> tuple[RecordedPage, ...]:
    """The same pages from a CMS that nobody has met: every class and id has another name."""
    return tuple(replace(page, body=_renamed(page.body)) for page in without_rules(pages))


def _renamed(body: bytes) -> bytes:
    names: dict[bytes, bytes] = {}

    def rename(match: re.Match[bytes]) -> bytes:
        if match[2] == b"__NEXT_DATA__":
            return match[0]
        new = (names.setdefault(old, b"n%d" % len(names)) for old in match[2].split())
        return match[1] + b'="' + b" ".join(new) + b'"'

    return _NAMES.sub(rename, body)


def _written(story: Story, body: bytes) -> tuple[str, ...]:
    """The lines of those parts of the story that the page shows, of all where it is data."""
    text = text_of(parse_page(body, url="").root)
    parts = [[line for block in part for line in _lines(block)] for part in parts_of(story.body)]
    shown = [part for part in parts if part[-1].removeprefix("- ") in text]
    return tuple(line for part in shown or parts for line in part)


def _lines(block: Block) -> Sequence[str]:
    if block.kind is BlockKind.BULLETS:
        return [f"- {squeeze(line)}" for line in block.lines]
    return [squeeze(block.text)]


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
