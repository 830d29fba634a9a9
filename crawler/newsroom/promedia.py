"""www.suaramerdeka.com: the Promedia template, with paged lists, feeds, a search and AMP twins."""

import re
from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus

from crawler.newsroom.body import reading_of
from crawler.newsroom.dates import full_date
from crawler.newsroom.edition import shelf, variant
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, redirect
from crawler.newsroom.slugs import heading_of
from crawler.newsroom.stories import Story

HOST = "www.suaramerdeka.com"
HOME = f"https://{HOST}"
LIST_SIZE = 10
_FEED_SIZE = 20
_OLD_NUMBERS_BELOW = 100_000_000
_SECTIONS = (
    "ekonomi",
    "gaya-hidup",
    "jawa-tengah",
    "nasional",
    "olahraga",
    "pantura",
    "pendidikan",
    "semarang-raya",
    "solo-raya",
)
_STATIC = ("redaksi", "pedoman-media-siber", "tentang-kami", "kontak", "privacy-policy")


def number(story: Story) -> str:
    """The number in an address; it begins with the publisher's 0, old ones with `pr-`."""
    given = story.id or variant(story.slug, _OLD_NUMBERS_BELOW, salt="nomor")
    return f"pr-{given:09d}" if given < _OLD_NUMBERS_BELOW else f"{given:010d}"


def address(story: Story) -> str:
    """Path of a story: section, number, slug."""
    return f"/{story.section}/{number(story)}/{story.slug}"


def twin(story: Story) -> str:
    """Path of its AMP page."""
    return f"/{story.section}/amp/{number(story)}/{story.slug}"


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    return _list(visit, visit.edition.stories, heading="Terkini", path="/")


def _section(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    found = visit.edition.on_menu(section, _SECTIONS)
    if found is None:
        return None
    return _list(visit, found, heading=heading_of(section), path=f"/{section}")


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    label = match["label"]
    found = visit.edition.labelled(label)
    return _list(visit, found, heading=heading_of(label), path=f"/tag/{label}") if found else None


def _list(visit: Visit, stories: tuple[Story, ...], *, heading: str, path: str) -> Answer:
    items, pinned = shelf(stories, visit.page, LIST_SIZE), visit.edition.stories[-1:]
    return _THEME.page("list.html", visit, shelf=items, heading=heading, path=path, pinned=pinned)


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    asked = visit.query.get("q", "")
    found = list(visit.edition.searched(asked))
    if visit.query.get("sort") != "latest":
        found.sort(key=lambda story: variant(story.slug, 1000, salt=asked))
    items = shelf(found, visit.page, LIST_SIZE)
    return _THEME.page("search.html", visit, shelf=items, asked=asked)


def _feed(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    stories = visit.edition.in_section(section) if section else visit.edition.stories
    if section and not stories:
        return None
    return _THEME.page("rss.xml", visit, newest=stories[:_FEED_SIZE], section=section)


def _photos(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    return _THEME.page("photo.html", visit, story=story) if story else None


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    if story is None:
        return None
    wanted = twin(story) if match["amp"] else address(story)
    if visit.path != wanted:
        return redirect(HOME + wanted)
    reading = reading_of(story.body, visit.query.get("page"))
    if reading is None:
        return redirect(HOME + wanted, status=HTTPStatus.FOUND)
    template = "amp.html" if match["amp"] else "article.html"
    return _THEME.page(template, visit, story=story, reading=reading)


def _story(visit: Visit, match: re.Match[str]) -> Story | None:
    return visit.edition.find(lambda story: number(story) == match["id"])


def _barred(at: datetime) -> str:
    """`Selasa, 24 Februari 2026 | 08:50 WIB`."""
    day, clock, zone = full_date(at).rsplit(" ", 2)
    return f"{day} | {clock} {zone}"


def _values(visit: Visit) -> Mapping[str, object]:
    return {
        "address": address,
        "twin": twin,
        "number": number,
        "barred": _barred,
        "sections": _SECTIONS,
    }


_THEME = Theme(folder="promedia", home=HOME, values=_values)
_NUMBER = r"(?P<id>(?:pr-)?\d{8,12})"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/rss(?:/(?P<section>[a-z0-9-]+))?", _feed),
    (r"/search", _search),
    (r"/tag/(?P<label>[a-z0-9-]+)", _tag),
    (r"/(?:crop|assets)/.*\.(?:jpg|png|webp)", photo),
    (rf"/image/detail/{_NUMBER}/[a-z0-9-]+", _photos),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _THEME.plain("static.html")),
    (r"/(?P<section>[a-z0-9-]+)/?", _section),
    (rf"/[a-z0-9-]+(?P<amp>/amp)?/{_NUMBER}/[a-z0-9-]+/?", _article),
)

SITE = Site(
    name="suaramerdeka",
    host=HOST,
    title="Suara Merdeka",
    routes=_ROUTES,
    missing=_THEME.missing,
)
