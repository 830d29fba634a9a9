"""When a story was published, and where on the page that stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from htmldate import find_date as guess_date
from lxml import etree

from crawler.extraction.dates import find_date, is_date_line, read_moment
from crawler.extraction.linked_data import LinkedData
from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import Document, text_of

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
"""How many texts after the headline are looked at for a date line."""
_first_time = etree.XPath("(//h1)[1]/following::time[1]")
_texts_after = etree.XPath(
    f"(//h1)[1]/following::text()[normalize-space()][position() <= {_NEAR_HEADLINE}]",
    smart_strings=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The moment of publication and its source (`json-ld`, `meta`, `visible`, `url`, `text`)."""

    moment: datetime | None = None
    source: str | None = None
    warning: str | None = None
    """Set when two sources disagree by a day or more."""


def read_published(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    selectors: tuple[str, ...],
    zone: str,
) -> Published:
    """The first of JSON-LD, meta, the visible date, the address and htmldate that gives a date."""
    told = read_moment(linked.published, zone) if linked.published else None
    in_meta = _first_moment(metas, _METAS, zone)
    if told is not None:
        return Published(moment=told, source="json-ld", warning=_conflict(told, in_meta))
    if in_meta is not None:
        return Published(moment=in_meta, source="meta")
    visible = next(_visible(document, selectors, zone), None)
    if visible is not None:
        return Published(moment=visible, source="visible")
    in_url = _IN_URL.search(document.url)
    dated = read_moment("-".join(in_url.groups()), zone) if in_url else None
    if dated is not None:
        return Published(moment=dated, source="url")
    guessed = guess_date(document.root, extensive_search=False, max_date="2100-01-01")
    moment = read_moment(guessed, zone) if guessed else None
    return Published(moment=moment, source="text" if moment else None)


def read_modified(
    linked: LinkedData, metas: Mapping[str, tuple[str, ...]], zone: str
) -> datetime | None:
    """When the page says it was last changed."""
    told = read_moment(linked.modified, zone) if linked.modified else None
    return told or _first_moment(metas, _MODIFIED_METAS, zone)


def _first_moment(
    metas: Mapping[str, tuple[str, ...]], names: tuple[str, ...], zone: str
) -> datetime | None:
    stamps = (stamp for name in names for stamp in metas.get(name, ()))
    return next(filter(None, (read_moment(stamp, zone) for stamp in stamps)), None)


def _conflict(told: datetime, other: datetime | None) -> str | None:
    if other is None or abs(told - other) < _CONFLICT:
        return None
    return f"published: json-ld says {told:%Y-%m-%d}, meta says {other:%Y-%m-%d}"


def _visible(document: Document, selectors: tuple[str, ...], zone: str) -> Iterator[datetime]:
    for selector in selectors:
        for chosen in document.select(selector):
            yield from _moments_of(chosen, zone)
    for time in _found(_first_time(document.root)):
        if etree.iselement(time):
            yield from _moments_of(time, zone)
    for text in map(str, _found(_texts_after(document.root))):
        line = squeeze(text)
        if is_date_line(line):
            yield from filter(None, [find_date(line, zone)])


def _moments_of(element: etree._Element, zone: str) -> Iterator[datetime]:
    stamps = (element.get(name) for name in _MOMENT_ATTRIBUTES)
    yield from filter(None, (read_moment(stamp, zone) for stamp in stamps if stamp))
    yield from filter(None, [find_date(text_of(element), zone)])


def _found(result: object) -> list[etree._Element]:
    return list(result) if isinstance(result, list) else []
