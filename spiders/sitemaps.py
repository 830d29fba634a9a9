"""Sitemaps, news sitemaps and sitemap indexes -> Listing."""

import re
import zlib
from dataclasses import replace

from lxml import etree

from crawler.extraction.dates import read_moment
from spiders.listing import CUT_OFF, Listing, entry
from spiders.xml import XmlError, children, local_name, parse_xml, text_of
from storage.addresses import Found

MAX_BYTES = 50 * 1024 * 1024
"""The protocol's own limit for one sitemap, unpacked."""


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
        return _read_index(root, url, wanted)
    if local_name(root) != "urlset":
        return Listing(problem=f"the sitemap is no sitemap but <{local_name(root)}>")
    found = [each for item in children(root, "url") if (each := _entry(item, url, zone))]
    found.sort(key=lambda each: each.published.timestamp() if each.published else 0, reverse=True)
    return Listing(found=tuple(found), is_last=True)


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(body, MAX_BYTES)
    except zlib.error as error:
        raise XmlError(f"broken gzip ({error})") from None
    if unpacker.unconsumed_tail:
        raise XmlError(f"larger than {MAX_BYTES} bytes when unpacked")
    return unpacked


def _read_index(root: etree._Element, url: str, wanted: re.Pattern[str] | None) -> Listing:
    files = []
    dated = True
    for item in children(root, "sitemap"):
        file = entry(url, text_of(item, "loc"), None, None)
        if file is not None and (wanted is None or wanted.search(file.url)):
            files.append(file.url)
            dated = dated and text_of(item, "lastmod") is not None
    if not files:
        return Listing(problem="the sitemap index names none of the files that are wanted")
    # Without dates an unchanged index says nothing about the files it points to.
    return Listing(children=tuple(files), is_last=True, may_be_skipped=dated)


def _entry(item: etree._Element, url: str, zone: str) -> Found | None:
    news = next(iter(children(item, "news")), None)
    title = published = None
    if news is not None:
        title = text_of(news, "title")
        written = text_of(news, "publication_date")
        published = read_moment(written, zone) if written else None
    return entry(url, text_of(item, "loc"), title, published)
