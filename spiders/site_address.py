"""What a person types to name a site -> where its home page may be, and what tells so; pure."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from crawler.config import ConfigError
from crawler.extraction.tree import Document

_HOST = re.compile(r"localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LONGEST_NAMED = 80
_WORDPRESS_LINKS = (
    "link[rel='https://api.w.org/'][href]",
    "link[rel~=alternate][type='application/rss+xml'][href]",
)
_SITE_WIDE = re.compile(r"(?P<folder>/(?:[^?/]+/)*?)(?:wp-json/|feed/|(?:index\.php)?\?.*)?")
"""The path and query of such a link, behind the folder in which the site stands."""


def homes_of(typed: str) -> tuple[str, ...]:
    """Where the home page may be, the likeliest first: the root of the host, then the folder given.

    Without a scheme https is tried, then http. Raises ConfigError for what is no web address.
    """
    parts = _parts(typed.strip())
    schemes = (parts.scheme,) if "://" in typed else ("https", "http")
    folder = parts.path.rpartition("/")[0].strip("/")
    roots = [f"{scheme}://{parts.netloc}/" for scheme in schemes]
    return tuple(dict.fromkeys([*roots, f"{roots[0]}{folder}/" if folder else roots[0]]))


def page_named(typed: str, home: str) -> str | None:
    """The page that was typed, on the origin of `home`; None where that is the home page itself."""
    path, origin = _parts(typed.strip()).path, urlsplit(home)
    named = f"{origin.scheme}://{origin.netloc}{path or '/'}"
    return None if f"{named.rstrip('/')}/" == home else named


def folder_of_site(document: Document, url: str) -> str:
    """The folder in which the WordPress stands that made the page at `url`: `/` or `/berita/`.

    Its REST interface and its feeds tell; a section has a feed too, but in a folder of its own.
    """
    told = (urlsplit(link) for link in _links(document))
    here = urlsplit(url)
    folders = [
        found["folder"]
        for each in told
        if each.netloc == here.netloc
        and (found := _SITE_WIDE.fullmatch(f"{each.path}?{each.query}".rstrip("?")))
        and f"{here.path}/".startswith(found["folder"])
    ]
    return min(folders, key=len, default="/")


def _links(document: Document) -> Iterator[str]:
    for selector in _WORDPRESS_LINKS:
        for link in document.select(selector):
            url = document.absolute(link.get("href"))
            if url is not None and "/comments/" not in url:
                yield url


def _parts(typed: str) -> SplitResult:
    problem = ConfigError(f"{typed[:_LONGEST_NAMED]!r} is no web address; write https://…")
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError:
        raise problem from None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        raise problem
    return parts._replace(netloc=host if port is None else f"{host}:{port}")
