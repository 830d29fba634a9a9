"""Reads a discovery page by the kind of its source."""

from collections.abc import Mapping
from dataclasses import dataclass

from spiders.feeds import read_feed
from spiders.indexes import read_index
from spiders.listing import Listing
from spiders.outlet import Outlet, Source, SourceKind
from spiders.sitemaps import read_sitemap
from spiders.wordpress import read_posts


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server sent for a discovery page."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    charset: str | None = None
    """As the header declares it."""


def read_listing(source: Source, answer: Answer, *, url: str, page: int, outlet: Outlet) -> Listing:
    """What the discovery page number `page` of `source` lists; never raises for what it holds."""
    zone = outlet.zone
    match source.kind:
        case SourceKind.RSS:
            return read_feed(answer.body, url=url, zone=zone)
        case SourceKind.SITEMAP:
            return read_sitemap(answer.body, url=url, zone=zone, wanted=source.children)
        case SourceKind.WORDPRESS_REST:
            total = answer.headers.get("x-wp-totalpages", "")
            pages = int(total) if total.isascii() and total.isdigit() else None
            return read_posts(answer.body, url=url, page=page, pages=pages)
        case SourceKind.DATED_INDEX | SourceKind.LISTING:
            return read_index(
                answer.body, url=url, zone=zone, charset=answer.charset, source=source
            )
