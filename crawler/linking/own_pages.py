"""Which reports stand on the grantor's own site, whose word settles a dispute. Pure."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from crawler.awards.catalogue import Scheme
from storage.award_records import HeldClaim


def own_articles(reports: Iterable[HeldClaim], scheme: Scheme | None) -> frozenset[int]:
    """The articles among these that the scheme's grantor itself published."""
    if scheme is None or scheme.own_pages is None:
        return frozenset()
    pages = scheme.own_pages
    return frozenset(each.article_id for each in reports if pages.match(_page(each.url)))


def _page(url: str) -> str:
    """`ombudsman.go.id/news/r/…`: host and path as a scheme file writes them."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") + parts.path
