"""What one discovery page says: the addresses it lists, and where it goes on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from storage.addresses import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One discovery page, read; addresses are absolute and in the page's order."""

    found: tuple[Found, ...] = ()
    next: str | None = None
    """The next page of the same walk, where the page names it."""
    children: tuple[str, ...] = ()
    """Sitemaps that this one points to; each is a walk of its own."""
    changed: Mapping[str, datetime] = field(default_factory=dict)
    """When the children were last changed, where this sitemap tells."""
    is_last: bool = False
    """The page says that nothing follows."""
    may_be_skipped: bool = True
    """False: the page's validators do not speak for what it points to."""
    remark: str | None = None
    """What the operator should know of a page that could be read."""
    problem: str | None = None
    """Why nothing can be learned from the page, for the operator."""
    is_lasting: bool = False
    """The problem is the page's own nature: no use in looking again before it changes."""


CUT_OFF = "breaks off in the middle; read as far as it goes, and again the next time"
"""Remark on XML that lacks its end."""


def entry(
    base: str,
    link: str | None,
    title: str | None = None,
    published: datetime | None = None,
    *,
    modified: datetime | None = None,
) -> Found | None:
    """One listed address, made absolute; None where the link is no web address.

    `title` may be markup, as in feeds (`<em>`, `&#8211;`): only its words are kept.
    """
    if not link or not link.strip():
        return None
    try:
        url = urljoin(base, link.strip())
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    if scheme not in ("http", "https"):
        return None
    return Found(url=url, title=_words(title or "") or None, published=published, modified=modified)


def _words(markup: str) -> str:
    """One line of plain words."""
    if "<" in markup or "&" in markup:
        from bs4 import BeautifulSoup  # noqa: PLC0415 - slow, and most titles have no markup

        markup = BeautifulSoup(f"<p>{markup}</p>", "lxml").get_text()
    return " ".join(markup.split())
