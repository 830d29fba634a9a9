"""Index and section pages in HTML -> Listing."""

from collections.abc import Iterator

from lxml import html

from crawler.extraction.charset import decode
from crawler.extraction.dates import read_moment
from spiders.listing import Listing, entry
from spiders.outlet import Source
from spiders.pagers import next_page
from storage.addresses import Found

_LINKS = "a[href]"
_NEXT = "a[rel~=next], link[rel~=next]"


def read_index(body: bytes, *, url: str, zone: str, charset: str | None, source: Source) -> Listing:
    """The links of the index page at `url`; `charset` is the one its HTTP header declares.

    Without the source's selectors: every link of the page, and for the next page `rel=next` or what
    looks like a link to it.
    """
    text = decode(body, charset)
    if not text.strip():
        return Listing(problem="the page is empty")
    parser = html.HTMLParser(encoding="utf-8")
    page = html.document_fromstring(text.encode(), parser=parser, ensure_head_body=True)
    entries = page.cssselect(source.item) if source.item else [page]
    found = [each for one in entries for each in _links(one, url, zone, source)]
    titled = sorted(found, key=lambda each: each.title is None)  # a thumbnail's link has no words
    titles = {each.url: each for each in reversed(titled)}
    return Listing(
        found=tuple(titles[each] for each in dict.fromkeys(one.url for one in found)),
        next=_next(page, url, source.next),
    )


def _links(element: html.HtmlElement, url: str, zone: str, source: Source) -> Iterator[Found]:
    stamps = element.cssselect(source.time) if source.time else []
    stamp = (stamps[0].get("datetime") or stamps[0].text_content()) if stamps else None
    published = read_moment(stamp, zone) if stamp else None
    for anchor in element.cssselect(source.link or _LINKS):
        title = anchor.get("title") or anchor.text_content()
        found = entry(url, anchor.get("href"), title, published)
        if found is not None:
            yield found


def _next(page: html.HtmlElement, url: str, following: str | None) -> str | None:
    for anchor in page.cssselect(following or _NEXT):
        found = entry(url, anchor.get("href"))
        if found is not None:
            return found.url
    return None if following else next_page(page, url)
