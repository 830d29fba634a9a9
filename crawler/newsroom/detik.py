"""www.detik.com: the desks of Jateng and Jogja, with an index by day in the US order."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import Any

from crawler.newsroom import rendering
from crawler.newsroom.body import Block, parts_of
from crawler.newsroom.dates import WIB, full_date
from crawler.newsroom.site import HTML, TEXT, XML, Answer, Page, Site, Visit, redirect, shelf
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Which part of a story a page shows."""

    blocks: tuple[Block, ...]
    number: int
    """From 1; 0 is the view of all pages."""
    count: int


def _front(visit: Visit, match: re.Match[str]) -> Answer:
    return redirect(f"{HOME}/jateng", status=HTTPStatus.FOUND)


def _desk(visit: Visit, match: re.Match[str]) -> Answer:
    stories = _of_desk(visit, match["desk"])
    return _page("detik/home.html.j2", visit, stories=stories, channel=None)


def _channel(visit: Visit, match: re.Match[str]) -> Answer | None:
    stories = _of_channel(visit, match["desk"], match["channel"])
    if stories is None:
        return None
    return _page("detik/home.html.j2", visit, stories=stories, channel=match["channel"])


def _index(visit: Visit, match: re.Match[str]) -> Answer:
    day = _day(visit.query.get("date", "")) or visit.edition.today
    listed = _of_desk(visit, match["desk"])
    stories = [s for s in listed if s.published.astimezone(WIB).date() == day]
    items = shelf(stories, visit.page, INDEX_SIZE)
    pinned = listed[-1:]
    return _page("detik/index.html.j2", visit, shelf=items, day=day, pinned=pinned)


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    words = visit.query.get("query", "").lower().split()
    found = [s for s in visit.edition.stories if all(w in s.title.lower() for w in words)]
    items = shelf(found, visit.page, INDEX_SIZE)
    return _page("detik/label.html.j2", visit, shelf=items, name="Hasil pencarian")


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    tags = {rendering.slug_of(tag): tag for s in visit.edition.stories for tag in s.tags}
    name = tags.get(match["tag"])
    if name is None:
        return None
    items = shelf([s for s in visit.edition.stories if name in s.tags], visit.page, INDEX_SIZE)
    return _page("detik/label.html.j2", visit, shelf=items, name=name)


def _feed(visit: Visit, match: re.Match[str]) -> Answer:
    newest = _of_desk(visit, match["desk"])[:_FEED_SIZE]
    return _page("detik/rss.xml.j2", visit, content_type=XML, newest=newest)


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer | None:
    stories = _of_channel(visit, match["desk"], match["channel"])
    if stories is None:
        return None
    return _page("detik/sitemap-news.xml.j2", visit, content_type=XML, stories=stories)


def _photos(visit: Visit, match: re.Match[str]) -> Answer | None:
    for story in visit.edition.stories:
        if visit.path == photo_address(story):
            return _page("detik/photo.html.j2", visit, story=story)
    return None


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = next((s for s in visit.edition.stories if str(s.id) == match["id"]), None)
    if story is None:
        return None
    tail = match["tail"] or ""
    if visit.path != f"{address(story)}{tail}":
        return redirect(f"{HOME}{address(story)}{tail}")
    reading = _reading(story, tail, visit)
    if reading is None:
        return redirect(HOME + address(story), status=HTTPStatus.FOUND)
    template = "detik/amp.html.j2" if tail == "/amp" else "detik/article.html.j2"
    graph = _graph(story, visit.edition.modified(story))
    return _page(template, visit, story=story, reading=reading, graph=graph)


def _reading(story: Story, tail: str, visit: Visit) -> _Reading | None:
    parts = parts_of(story.body)
    if tail == "/amp" or visit.query.get("single") == "1":
        return _Reading(blocks=sum(parts, ()), number=0, count=len(parts))
    number = int(tail[1:]) if tail else 1
    if not 1 <= number <= len(parts):
        return None
    return _Reading(blocks=parts[number - 1], number=number, count=len(parts))


def _graph(story: Story, modified: datetime) -> dict[str, Any]:
    url = HOME + address(story)
    publisher = {"@type": "Organization", "name": "detikcom", "url": HOME}
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "headline": story.title,
        "image": {"@type": "ImageObject", "url": _photo_url(story)},
        "datePublished": story.published.astimezone(WIB).isoformat(timespec="seconds"),
        "dateModified": modified.astimezone(WIB).isoformat(timespec="seconds"),
        "author": {"@type": "Person", "name": ", ".join(story.authors)},
        "publisher": publisher,
        "description": story.summary,
    }


def _photo_url(story: Story) -> str:
    day = f"{story.published:%Y/%m/%d}"
    return f"https://akcdn.detik.net.id/community/media/visual/{day}/{story.slug}_169.jpeg?w=700"


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("detik/static.html.j2", visit, name=match["name"])


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("detik/robots.txt.j2", visit, content_type=TEXT)


def _of_desk(visit: Visit, desk: str) -> tuple[Story, ...]:
    return tuple(s for s in visit.edition.stories if desk_of(s) == desk)


def _of_channel(visit: Visit, desk: str, channel: str) -> tuple[Story, ...] | None:
    found = tuple(s for s in _of_desk(visit, desk) if channel_of(s) == channel)
    return found if found or channel in _CHANNELS else None


def _day(asked: str) -> date | None:
    match = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", asked)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[1]), int(match[2]))
    except ValueError:
        return None


def _page(template: str, visit: Visit, *, content_type: str = HTML, **own: object) -> Answer:
    desk = visit.path.split("/")[1]
    values = {
        "visit": visit,
        "home": HOME,
        "desk": f"{HOME}/{desk if desk in DESKS else DESKS[0]}",
        "channel_of": channel_of,
        "address": address,
        "photo_address": photo_address,
        "photo_url": _photo_url,
        "stamp": stamp,
        "channels": _CHANNELS,
        "statics": _STATIC,
        **own,
    }
    return rendering.page(template, visit.edition, values, content_type=content_type)


def _missing(visit: Visit) -> Answer:
    answer = _page("detik/missing.html.j2", visit)
    return Answer(status=HTTPStatus.NOT_FOUND, body=answer.body)


_DESK = rf"/(?P<desk>{'|'.join(DESKS)})"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _front),
    (r"/robots\.txt", _robots),
    (rf"{_DESK}/?", _desk),
    (rf"{_DESK}/indeks/?", _index),
    (rf"{_DESK}/rss/?", _feed),
    (r"/search/searchnews", _search),
    (r"/tag/(?P<tag>[a-z0-9-]+)/?", _tag),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _static),
    (rf"{_DESK}/(?P<channel>[a-z-]+)/sitemap_news\.xml", _sitemap),
    (rf"{_DESK}/foto-[a-z]+/d-\d+/[a-z0-9-]+/?", _photos),
    (rf"{_DESK}/[a-z-]+/d-(?P<id>\d+)/[a-z0-9-]+(?P<tail>/amp|/\d{{1,2}})?/?", _article),
    (rf"{_DESK}/(?P<channel>[a-z-]+)/?", _channel),
)

SITE = Site(name="detik-jateng", host=HOST, title="detikJateng", routes=_ROUTES, missing=_missing)
