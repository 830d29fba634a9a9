"""regional.kompas.com, whose index by day lives on a host of its own: two sites, one newsroom."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import Any

from crawler.newsroom import rendering
from crawler.newsroom.body import Block, parts_of
from crawler.newsroom.dates import WIB
from crawler.newsroom.site import HTML, TEXT, Answer, Page, Site, Visit, redirect, shelf
from crawler.newsroom.stories import Story

HOST = "regional.kompas.com"
INDEX_HOST = "indeks.kompas.com"
HOME = f"https://{HOST}"
INDEX = f"https://{INDEX_HOST}"
INDEX_SIZE = 15
_CHANNEL_NUMBER = "078"
_HUBS = ("jawa-tengah", "yogyakarta", "jawa-barat", "jawa-timur", "bali", "sumatera-utara")
_STATIC = ("about-us", "contact-us", "privacy-policy", "cyber-media", "management")


def address(story: Story) -> str:
    """Path of a story: its day, the time of day with the channel's number, slug."""
    return f"/read/{_key(story)}/{story.slug}"


def share_code(story: Story) -> str:
    """The code in a shared link: year, month as a letter, day, time, channel."""
    at = story.published.astimezone(WIB)
    return f"{at:%y}{chr(ord('A') + at.month - 1)}{at:%d%H%M%S}{_CHANNEL_NUMBER}"


def stamp(at: datetime) -> str:
    """`02/12/2024, 23:06 WIB`."""
    return f"{at.astimezone(WIB):%d/%m/%Y, %H:%M} WIB"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Which part of a story a page shows."""

    blocks: tuple[Block, ...]
    number: int
    """From 1; 0 is the view of all pages."""
    count: int


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("kompas/home.html.j2", visit, stories=visit.edition.stories, hub=None)


def _hub(visit: Visit, match: re.Match[str]) -> Answer | None:
    hub = match["hub"]
    if hub not in {*_HUBS, *visit.edition.sections}:
        return None
    return _page("kompas/home.html.j2", visit, stories=visit.edition.in_section(hub), hub=hub)


def _index(visit: Visit, match: re.Match[str]) -> Answer:
    desk = visit.query.get("site") or "all"
    day = _day(visit.query.get("date", "")) or visit.edition.today
    stories = [
        story
        for story in visit.edition.stories
        if desk in ("all", "regional") and story.published.astimezone(WIB).date() == day
    ]
    items = shelf(stories, visit.page, INDEX_SIZE)
    return _page("kompas/index.html.j2", visit, shelf=items, day=day, desk=desk)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = next((s for s in visit.edition.stories if _key(s) == match["key"]), None)
    if story is None:
        return None
    wanted = address(story).replace("/read/", f"/{match['kind']}/", 1)
    if visit.path != wanted:
        return redirect(HOME + wanted)
    if match["kind"] == "copy":
        blocks = sum(parts_of(story.body), ())
        return _page("kompas/copy.html.j2", visit, story=story, blocks=blocks)
    return _read(visit, story)


def _shared(visit: Visit, match: re.Match[str]) -> Answer | None:
    for story in visit.edition.stories:
        if (share_code(story), story.slug) == (match["code"], match["slug"]):
            return _read(visit, story)
    return None


def _read(visit: Visit, story: Story) -> Answer:
    reading = _reading(story, visit.query.get("page"))
    if reading is None:
        return redirect(HOME + address(story), status=HTTPStatus.FOUND)
    graph = _graph(story, visit.edition.modified(story))
    return _page("kompas/article.html.j2", visit, story=story, reading=reading, graph=graph)


def _photos(visit: Visit, match: re.Match[str]) -> Answer | None:
    for story in visit.edition.stories:
        if visit.path == address(story).replace("/read/", "/image/", 1):
            return _page("kompas/photo.html.j2", visit, story=story)
    return None


def _reading(story: Story, asked: str | None) -> _Reading | None:
    parts = parts_of(story.body)
    if asked == "all":
        return _Reading(blocks=sum(parts, ()), number=0, count=len(parts))
    number = int(asked) if asked and asked.isdecimal() else 1
    if not 1 <= number <= len(parts):
        return None
    return _Reading(blocks=parts[number - 1], number=number, count=len(parts))


def _key(story: Story) -> str:
    return f"{story.published.astimezone(WIB):%Y/%m/%d/%H%M%S}{_CHANNEL_NUMBER}"


def _graph(story: Story, modified: datetime) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": HOME + address(story)},
        "headline": story.title,
        "image": [_photo_url(story)],
        "datePublished": story.published.astimezone(WIB).isoformat(timespec="seconds"),
        "dateModified": modified.astimezone(WIB).isoformat(timespec="seconds"),
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "editor": {"@type": "Person", "name": story.editor or "Redaksi"},
        "publisher": {"@type": "Organization", "name": "Kompas.com"},
        "description": story.summary,
    }


def _photo_url(story: Story) -> str:
    day = f"{story.published:%Y/%m/%d}"
    return f"https://asset.kompas.com/crops/750x500/data/photo/{day}/{story.slug}.jpg"


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("kompas/static.html.j2", visit, name=match["name"])


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("kompas/robots.txt.j2", visit, content_type=TEXT)


def _day(asked: str) -> date | None:
    try:
        return datetime.strptime(asked, "%Y-%m-%d").replace(tzinfo=WIB).date()
    except ValueError:
        return None


def _page(template: str, visit: Visit, *, content_type: str = HTML, **own: object) -> Answer:
    values = {
        "visit": visit,
        "home": HOME,
        "index": INDEX,
        "address": address,
        "photo_url": _photo_url,
        "stamp": stamp,
        "hubs": tuple(sorted({*_HUBS, *visit.edition.sections})),
        "statics": _STATIC,
        **own,
    }
    return rendering.page(template, visit.edition, values, content_type=content_type)


def _missing(visit: Visit) -> Answer:
    answer = _page("kompas/missing.html.j2", visit)
    return Answer(status=HTTPStatus.NOT_FOUND, body=answer.body)


_DAY_AND_NUMBER = r"(?P<key>\d{4}/\d{2}/\d{2}/\d+)"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _robots),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _static),
    (rf"/(?P<kind>read|copy)/{_DAY_AND_NUMBER}/[a-z0-9-]+/?", _article),
    (r"/read/(?P<code>\d{2}[A-L]\d+)/(?P<slug>[a-z0-9-]+)/?", _shared),
    (r"/image/\d{4}/\d{2}/\d{2}/\d+/[a-z0-9-]+/?", _photos),
    (r"/(?P<hub>[a-z-]+)/?", _hub),
)
_INDEX_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _index),
    (r"/robots\.txt", _robots),
)

SITE = Site(
    name="kompas-regional", host=HOST, title="Kompas.com Regional", routes=_ROUTES, missing=_missing
)
INDEX_SITE = Site(
    name="kompas-indeks",
    host=INDEX_HOST,
    title="Indeks Kompas.com",
    routes=_INDEX_ROUTES,
    missing=_missing,
)
"""Plays the same stories as `SITE`: what one of the two publishes the other must too."""
