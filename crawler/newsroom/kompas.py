"""regional.kompas.com, whose index by day lives on a host of its own: two sites, one newsroom."""

import re
from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus

from crawler.newsroom.body import reading_of
from crawler.newsroom.dates import WIB, day_in
from crawler.newsroom.edition import shelf
from crawler.newsroom.linked_data import Graph, article_graph
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, redirect
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


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    return _THEME.page("home.html", visit, stories=visit.edition.stories, hub=None)


def _hub(visit: Visit, match: re.Match[str]) -> Answer | None:
    found = visit.edition.on_menu(match["hub"], _HUBS)
    if found is None:
        return None
    return _THEME.page("home.html", visit, stories=found, hub=match["hub"])


def _index(visit: Visit, match: re.Match[str]) -> Answer:
    desk = visit.query.get("site") or "all"
    day = day_in(visit.query.get("date", ""), "%Y-%m-%d") or visit.edition.today
    stories = [
        story
        for story in visit.edition.stories
        if desk in ("all", "regional") and story.published.astimezone(WIB).date() == day
    ]
    items = shelf(stories, visit.page, INDEX_SIZE)
    return _THEME.page("index.html", visit, shelf=items, day=day, desk=desk)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = visit.edition.find(lambda s: _key(s) == match["key"])
    if story is None:
        return None
    wanted = address(story).replace("/read/", f"/{match['kind']}/", 1)
    if visit.path != wanted:
        return redirect(HOME + wanted)
    is_copy = match["kind"] == "copy"
    return _THEME.page("copy.html", visit, story=story) if is_copy else _read(visit, story)


def _shared(visit: Visit, match: re.Match[str]) -> Answer | None:
    wanted = (match["code"], match["slug"])
    story = visit.edition.find(lambda s: (share_code(s), s.slug) == wanted)
    return _read(visit, story) if story else None


def _read(visit: Visit, story: Story) -> Answer:
    reading = reading_of(story.body, visit.query.get("page"))
    if reading is None:
        return redirect(HOME + address(story), status=HTTPStatus.FOUND)
    graph = _graph(story, visit.edition.modified(story))
    return _THEME.page("article.html", visit, story=story, reading=reading, graph=graph)


def _photos(visit: Visit, match: re.Match[str]) -> Answer | None:
    wanted = visit.path.replace("/image/", "/read/", 1)
    story = visit.edition.find(lambda s: address(s) == wanted)
    return _THEME.page("photo.html", visit, story=story) if story else None


def _key(story: Story) -> str:
    return f"{story.published.astimezone(WIB):%Y/%m/%d/%H%M%S}{_CHANNEL_NUMBER}"


def _graph(story: Story, modified: datetime) -> Graph:
    own = {
        "image": [_photo_url(story)],
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "editor": {"@type": "Person", "name": story.editor or "Redaksi"},
        "publisher": {"@type": "Organization", "name": "Kompas.com"},
    }
    return article_graph(story, modified, HOME + address(story), own)


def _photo_url(story: Story) -> str:
    day = f"{story.published:%Y/%m/%d}"
    return f"https://asset.kompas.com/crops/750x500/data/photo/{day}/{story.slug}.jpg"


def _values(visit: Visit) -> Mapping[str, object]:
    return {
        "index": INDEX,
        "address": address,
        "photo_url": _photo_url,
        "stamp": stamp,
        "hubs": tuple(sorted({*_HUBS, *visit.edition.sections})),
        "statics": _STATIC,
    }


_THEME = Theme(folder="kompas", home=HOME, values=_values)
_DAY_AND_NUMBER = r"(?P<key>\d{4}/\d{2}/\d{2}/\d+)"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _THEME.plain("static.html")),
    (rf"/(?P<kind>read|copy)/{_DAY_AND_NUMBER}/[a-z0-9-]+/?", _article),
    (r"/read/(?P<code>\d{2}[A-L]\d+)/(?P<slug>[a-z0-9-]+)/?", _shared),
    (r"/image/\d{4}/\d{2}/\d{2}/\d+/[a-z0-9-]+/?", _photos),
    (r"/(?P<hub>[a-z-]+)/?", _hub),
)
_INDEX_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _index),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
)

SITE = Site(
    name="kompas-regional",
    host=HOST,
    title="Kompas.com Regional",
    routes=_ROUTES,
    missing=_THEME.missing,
)
INDEX_SITE = Site(
    name="kompas-indeks",
    host=INDEX_HOST,
    title="Indeks Kompas.com",
    routes=_INDEX_ROUTES,
    missing=_THEME.missing,
)
"""Plays the same stories as `SITE`: what one of the two publishes the other must too."""
