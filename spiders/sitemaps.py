"""Sitemaps, news sitemaps and sitemap indexes -> Listing."""

import re
import zlib
from dataclasses import replace
from datetime import date, datetime

from lxml import etree

from crawler.extraction.dates import read_moment
from spiders.listing import CUT_OFF, Listing, entry
from spiders.xml import XmlError, children, local_name, parse_xml, text_of
from storage.addresses import Found

MAX_BYTES = 50 * 1024 * 1024
"""The protocol's own limit for one sitemap, unpacked."""
_PIECE = 1024 * 1024
_DATED_NAME = re.compile(r"(?<!\d)(20\d\d)[-_/]?(0[1-9]|1[0-2])(?:[-_/]?([0-3]\d))?(?!\d)")


def read_sitemap(body: bytes, *, url: str, zone: str, wanted: re.Pattern[str] | None) -> Listing:
    """The addresses of the sitemap at `url`, or the `wanted` files of a sitemap index.

    Newest first as far as the sitemap tells; times without offset are in `zone`.
    """
    try:
        root, is_cut = parse_xml(_unpacked(body))
    except XmlError as problem:
        return Listing(problem=f"the sitemap is {problem}")
    listing = _read(root, url, zone, wanted)
    if not is_cut or listing.problem:
        return listing
    return replace(listing, may_be_skipped=False, remark=f"the sitemap {CUT_OFF}")


def _read(root: etree._Element, url: str, zone: str, wanted: re.Pattern[str] | None) -> Listing:
    if local_name(root) == "sitemapindex":
        return _read_index(root, url, zone, wanted)
    if local_name(root) != "urlset":
        return Listing(problem=f"the sitemap is no sitemap but <{local_name(root)}>")
    found = [each for item in children(root, "url") if (each := _entry(item, url, zone))]
    found.sort(key=lambda each: each.published.timestamp() if each.published else 0, reverse=True)
    return Listing(found=tuple(found), is_last=True)


def may_hold(url: str, changed: datetime | None, since: date) -> bool:
    """Whether a file of a sitemap index may list stories of `since` or later.

    `changed` is when the index says that it was changed; else a month or day in its name tells.
    """
    if changed is not None:
        return changed.date() >= since
    named = _DATED_NAME.search(url)
    if named is None:
        return True
    year, month, day = (int(each) if each else 0 for each in named.groups())
    return (year, month, day or 31) >= (since.year, since.month, since.day)


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        if not _is_small(body):
            raise XmlError(f"larger than {MAX_BYTES} bytes when unpacked")
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body)
    except zlib.error as error:
        raise XmlError(f"broken gzip ({error})") from None


def _is_small(body: bytes) -> bool:
    """Whether it unpacks to MAX_BYTES at most, found out without keeping what comes out."""
    unpacker, size = zlib.decompressobj(zlib.MAX_WBITS | 16), 0
    while body and size <= MAX_BYTES:
        size += len(unpacker.decompress(body, _PIECE))
        body = unpacker.unconsumed_tail
    return size <= MAX_BYTES


def _read_index(
    root: etree._Element, url: str, zone: str, wanted: re.Pattern[str] | None
) -> Listing:
    files = []
    changed = {}
    for item in children(root, "sitemap"):
        file = entry(url, text_of(item, "loc"), modified=_changed(item, zone))
        if file is not None and (wanted is None or wanted.search(file.url)):
            files.append(file.url)
            if file.modified is not None:
                changed[file.url] = file.modified
    if not files:
        return Listing(problem="the sitemap index names none of the files that are wanted")
    # Without dates an unchanged index says nothing about the files it points to.
    is_dated = all(file in changed for file in files)
    return Listing(children=tuple(files), changed=changed, is_last=True, may_be_skipped=is_dated)


def _entry(item: etree._Element, url: str, zone: str) -> Found | None:
    news = next(iter(children(item, "news")), None)
    title = published = None
    if news is not None:
        title = text_of(news, "title")
        written = text_of(news, "publication_date")
        published = read_moment(written, zone) if written else None
    return entry(url, text_of(item, "loc"), title, published, modified=_changed(item, zone))


def _changed(item: etree._Element, zone: str) -> datetime | None:
    written = text_of(item, "lastmod")
    return read_moment(written, zone) if written else None
