"""RSS, RDF and Atom feeds -> Listing."""

from urllib.parse import urlsplit

from lxml import etree

from crawler.extraction.dates import read_moment
from spiders.listing import CUT_OFF, Listing, entry
from spiders.xml import XmlError, children, local_name, parse_xml, text_of
from storage.addresses import Found


def read_feed(body: bytes, *, url: str, zone: str) -> Listing:
    """The entries of the feed at `url`; times without offset are in `zone`.

    A feed that is no feed, or whose links all lead to the home page, is a problem of the Listing.
    """
    try:
        root, is_cut = parse_xml(body)
    except XmlError as problem:
        return Listing(problem=f"the feed is {problem}")
    if local_name(root) not in ("rss", "rdf", "feed"):
        return Listing(problem=f"the feed is no feed but <{local_name(root)}>")
    items = [each for each in root.iter() if local_name(each) in ("item", "entry")]
    found = tuple(each for item in items if (each := _entry(item, url, zone)) is not None)
    if found and all(_is_home(each.url) for each in found):
        return Listing(problem="every link of the feed is the home page", is_lasting=True)
    if is_cut and not found:
        return Listing(problem="the feed breaks off before its first entry ends")
    return Listing(
        found=found,
        may_be_skipped=not is_cut,
        remark=f"the feed {CUT_OFF}" if is_cut else None,
    )


def _is_home(url: str) -> bool:
    """Not so where the query names a story, as the plain links of WordPress do: `/?p=12`."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _entry(item: etree._Element, url: str, zone: str) -> Found | None:
    written = text_of(item, "pubdate", "published", "date", "updated")
    published = read_moment(written, zone) if written else None
    changed = text_of(item, "updated", "modified")
    modified = read_moment(changed, zone) if changed else None
    return entry(url, _link(item), text_of(item, "title"), published, modified=modified)


def _link(item: etree._Element) -> str | None:
    for link in children(item, "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href")
    if link_text := text_of(item, "link"):
        return link_text
    for guid in children(item, "guid"):
        if guid.get("isPermaLink", "true").lower() == "true":
            return guid.text
    return None
