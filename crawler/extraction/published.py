"""When a story was published, and where on the page that stands."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Any

from lxml import etree

from crawler.extraction.credits import read_dated_byline
from crawler.extraction.dates import find_date, is_date_line, read_moment
from crawler.extraction.linked_data import LinkedData
from crawler.extraction.other_cards import is_of_another
from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import Document, for_libraries, text_of
from storage.frozen import frozen

_METAS = (
    "article:published_time",
    "og:article:published_time",
    "content_publisheddate",
    "datepublished",
    "publishdate",
    "publish-date",
    "pubdate",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "jpnncom_news_pubdate",
    "dc.date.issued",
    "dc.date",
    "date",
)
_MODIFIED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_MOMENT_ATTRIBUTES = ("datetime", "content", "title")
_IN_URL = re.compile(r"/(20\d\d)/([01]\d)/([0-3]\d)(?:/|$)")
_CONFLICT = timedelta(hours=24)
_NEAR_HEADLINE = 60
"""How many texts and times after the headline are looked at for a date."""
_next_times = etree.XPath(f"(//h1)[1]/following::time[position() <= {_NEAR_HEADLINE}]")
_near_headline = etree.XPath(
    "(//h1)[1]/following::node()[self::time or self::text()[normalize-space()]]"
    f"[position() <= {_NEAR_HEADLINE}]"
)


@frozen
class Published:
    """The moment of publication and its source (`json-ld`, `meta`, `visible`, `url`, `text`)."""

    moment: datetime | None = None
    source: str | None = None
    warning: str | None = None
    """Set when two sources disagree by a day or more."""
    written: str | None = None
    """The date as the source writes it."""


def read_published(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    selectors: tuple[str, ...],
    zone: str,
) -> Published:
    """The first of JSON-LD, meta, the visible date, the address and htmldate that gives a date."""
    told = read_moment(linked.published, zone) if linked.published else None
    stamp, in_meta = _first_moment(metas, _METAS, zone)
    if told is not None:
        warning = _conflict(told, in_meta)
        return Published(moment=told, source="json-ld", warning=warning, written=linked.published)
    if in_meta is not None:
        return Published(moment=in_meta, source="meta", written=stamp)
    for line, moment in _visible(document, selectors, zone):
        return Published(moment=moment, source="visible", written=line)
    in_url = _IN_URL.search(document.url)
    dated = read_moment("-".join(in_url.groups()), zone) if in_url else None
    if dated is not None and in_url is not None:
        return Published(moment=dated, source="url", written=in_url[0])
    from htmldate import find_date as guess_date  # noqa: PLC0415 - slow, and few pages need it

    guessed = guess_date(for_libraries(document), extensive_search=False, max_date="2100-01-01")
    found = read_moment(guessed, zone) if guessed else None
    return Published(moment=found, source="text" if found else None, written=guessed)


def read_modified(
    linked: LinkedData, metas: Mapping[str, tuple[str, ...]], zone: str
) -> datetime | None:
    """When the page says it was last changed."""
    told = read_moment(linked.modified, zone) if linked.modified else None
    return told or _first_moment(metas, _MODIFIED_METAS, zone)[1]


def _first_moment(
    metas: Mapping[str, tuple[str, ...]], names: tuple[str, ...], zone: str
) -> tuple[str | None, datetime | None]:
    """The first stamp that can be read, as written and as moment."""
    for stamp in (stamp for name in names for stamp in metas.get(name, ())):
        moment = read_moment(stamp, zone)
        if moment is not None:
            return stamp, moment
    return None, None


def _conflict(told: datetime, other: datetime | None) -> str | None:
    if other is None or abs(told - other) < _CONFLICT:
        return None
    return f"published: json-ld says {told:%Y-%m-%d}, meta says {other:%Y-%m-%d}"


def _visible(
    document: Document, selectors: tuple[str, ...], zone: str
) -> Iterator[tuple[str, datetime]]:
    for selector in selectors:
        for chosen in document.select(selector):
            yield from _moments_of(chosen, zone)
    texts = (each for each in _found(_near_headline(document.root)) if not is_of_another(each))
    times = (each for each in _found(_next_times(document.root)) if not is_of_another(each))
    for near in chain(texts, islice(times, 1)):
        if etree.iselement(near):
            yield from _moments_of(near, zone)
        elif is_date_line(line := squeeze(near)) or read_dated_byline(line):
            yield from _printed(line, zone)


def _moments_of(element: etree._Element, zone: str) -> Iterator[tuple[str, datetime]]:
    for stamp in filter(None, (element.get(name) for name in _MOMENT_ATTRIBUTES)):
        moment = read_moment(stamp, zone)
        if moment is not None:
            yield stamp, moment
    yield from _printed(text_of(element), zone)


def _printed(text: str, zone: str) -> Iterator[tuple[str, datetime]]:
    moment = find_date(text, zone)
    if moment is not None:
        yield text, moment


def _found(result: object) -> list[Any]:
    return list(result) if isinstance(result, list) else []
