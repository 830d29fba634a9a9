"""www.detik.com: the desks of Jateng and Jogja, with an index by day in the US order."""

import re
from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus

from crawler.newsroom.body import Reading, reading_of
from crawler.newsroom.dates import WIB, day_in, full_date
from crawler.newsroom.edition import shelf
from crawler.newsroom.linked_data import Graph, article_graph
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, redirect
from crawler.newsroom.slugs import spelled
from crawler.newsroom.stories import Story

HOST = "www.detik.com"
HOME = f"https://{HOST}"
DESKS = ("jateng", "jogja")
INDEX_SIZE = 20
_FEED_SIZE = 20
_CHANNELS = ("berita", "bisnis", "budaya", "hukum-dan-kriminal", "kuliner", "wisata")
_STATIC = ("redaksi", "pedoman-media", "karir", "kotak-pos", "disclaimer", "privacy-policy")
_MONTH = re.compile(r"(?<=\d )([A-Z][a-z]{2})[a-z]+")


def address(story: Story) -> str:
    """Path of a story: desk, channel, its number, slug."""
    return f"/{desk_of(story)}/{channel_of(story)}/d-{story.id}/{story.slug}"


def desk_of(story: Story) -> str:
    """`jogja` for stories of that section, `jateng` for all others."""
    return "jogja" if story.section == "jogja" else "jateng"


def channel_of(story: Story) -> str:
    """The part of its desk that a story stands in."""
    return "berita" if story.section == "jogja" else story.section


def photo_address(story: Story) -> str:
    """Path of the photo page that goes with a story."""
    desk = desk_of(story)
    return f"/{desk}/foto-{desk}/d-{(story.id or 0) + 3}/foto-{story.slug}"


def stamp(at: datetime) -> str:
    """`Kamis, 23 Jul 2026 14:35 WIB`; August is `Agu`."""
    return _MONTH.sub(r"\1", full_date(at, padded=True))


def _front(visit: Visit, match: re.Match[str]) -> Answer:
    return redirect(f"{HOME}/jateng", status=HTTPStatus.FOUND)


def _desk(visit: Visit, match: re.Match[str]) -> Answer:
    stories = _of_desk(visit, match["desk"])
    return _THEME.page("home.html", visit, stories=stories, channel=None)


def _channel(visit: Visit, match: re.Match[str]) -> Answer | None:
    stories = _of_channel(visit, match["desk"], match["channel"])
    if stories is None:
        return None
    return _THEME.page("home.html", visit, stories=stories, channel=match["channel"])


def _index(visit: Visit, match: re.Match[str]) -> Answer:
    day = day_in(visit.query.get("date", ""), "%m/%d/%Y") or visit.edition.today
    listed = _of_desk(visit, match["desk"])
    stories = [s for s in listed if s.published.astimezone(WIB).date() == day]
    items = shelf(stories, visit.page, INDEX_SIZE)
    return _THEME.page("index.html", visit, shelf=items, day=day, pinned=listed[-1:])


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    found = visit.edition.searched(visit.query.get("query", ""), in_text=False)
    return _list(visit, found, name="Hasil pencarian")


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    found = visit.edition.labelled(match["tag"])
    return _list(visit, found, name=spelled(match["tag"], found[0].tags)) if found else None


def _list(visit: Visit, stories: tuple[Story, ...], *, name: str) -> Answer:
    items = shelf(stories, visit.page, INDEX_SIZE)
    return _THEME.page("label.html", visit, shelf=items, name=name)


def _feed(visit: Visit, match: re.Match[str]) -> Answer:
    newest = _of_desk(visit, match["desk"])[:_FEED_SIZE]
    return _THEME.page("rss.xml", visit, newest=newest)


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer | None:
    stories = _of_channel(visit, match["desk"], match["channel"])
    if stories is None:
        return None
    return _THEME.page("sitemap-news.xml", visit, stories=stories)


def _photos(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = visit.edition.find(lambda s: visit.path == photo_address(s))
    return _THEME.page("photo.html", visit, story=story) if story else None


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = visit.edition.find(lambda s: str(s.id) == match["id"])
    if story is None:
        return None
    tail = match["tail"] or ""
    if visit.path != f"{address(story)}{tail}":
        return redirect(f"{HOME}{address(story)}{tail}")
    reading = _reading(story, tail, visit)
    if reading is None:
        return redirect(HOME + address(story), status=HTTPStatus.FOUND)
    template = "amp.html" if tail == "/amp" else "article.html"
    graph = _graph(story, visit.edition.modified(story))
    return _THEME.page(template, visit, story=story, reading=reading, graph=graph)


def _reading(story: Story, tail: str, visit: Visit) -> Reading | None:
    is_whole = tail == "/amp" or visit.query.get("single") == "1"
    return reading_of(story.body, "all" if is_whole else tail[1:])


def _graph(story: Story, modified: datetime) -> Graph:
    own = {
        "image": {"@type": "ImageObject", "url": _photo_url(story)},
        "author": {"@type": "Person", "name": ", ".join(story.authors)},
        "publisher": {"@type": "Organization", "name": "detikcom", "url": HOME},
    }
    return article_graph(story, modified, HOME + address(story), own)


def _photo_url(story: Story) -> str:
    day = f"{story.published:%Y/%m/%d}"
    return f"https://akcdn.detik.net.id/community/media/visual/{day}/{story.slug}_169.jpeg?w=700"


def _of_desk(visit: Visit, desk: str) -> tuple[Story, ...]:
    return tuple(s for s in visit.edition.stories if desk_of(s) == desk)


def _of_channel(visit: Visit, desk: str, channel: str) -> tuple[Story, ...] | None:
    found = tuple(s for s in _of_desk(visit, desk) if channel_of(s) == channel)
    return found if found or channel in _CHANNELS else None


def _values(visit: Visit) -> Mapping[str, object]:
    desk = visit.path.split("/")[1]
    return {
        "desk": f"{HOME}/{desk if desk in DESKS else DESKS[0]}",
        "channel_of": channel_of,
        "address": address,
        "photo_address": photo_address,
        "photo_url": _photo_url,
        "stamp": stamp,
        "channels": _CHANNELS,
        "statics": _STATIC,
    }


_THEME = Theme(folder="detik", home=HOME, values=_values)
_DESK = rf"/(?P<desk>{'|'.join(DESKS)})"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _front),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (rf"{_DESK}/?", _desk),
    (rf"{_DESK}/indeks/?", _index),
    (rf"{_DESK}/rss/?", _feed),
    (r"/search/searchnews", _search),
    (r"/tag/(?P<tag>[a-z0-9-]+)/?", _tag),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _THEME.plain("static.html")),
    (rf"{_DESK}/(?P<channel>[a-z-]+)/sitemap_news\.xml", _sitemap),
    (rf"{_DESK}/foto-[a-z]+/d-\d+/[a-z0-9-]+/?", _photos),
    (rf"{_DESK}/[a-z-]+/d-(?P<id>\d+)/[a-z0-9-]+(?P<tail>/amp|/\d{{1,2}})?/?", _article),
    (rf"{_DESK}/(?P<channel>[a-z-]+)/?", _channel),
)

SITE = Site(
    name="detik-jateng",
    host=HOST,
    title="detikJateng",
    routes=_ROUTES,
    missing=_THEME.missing,
)
