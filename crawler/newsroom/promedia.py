"""www.suaramerdeka.com: the Promedia template, with paged lists, feeds, a search and AMP twins."""

import re
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from crawler.newsroom import rendering
from crawler.newsroom.body import Block, parts_of
from crawler.newsroom.browsing import picture
from crawler.newsroom.dates import full_date
from crawler.newsroom.site import (
    HTML,
    TEXT,
    XML,
    Answer,
    Page,
    Shelf,
    Site,
    Visit,
    redirect,
    shelf,
    variant,
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Which part of a story a page shows."""

    blocks: tuple[Block, ...]
    number: int
    """From 1; 0 is the view of all pages."""
    count: int


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    items = shelf(visit.edition.stories, visit.page, LIST_SIZE)
    return _list(visit, items, heading="Terkini", path="/")


def _section(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    if section not in {*_SECTIONS, *visit.edition.sections}:
        return None
    items = shelf(visit.edition.in_section(section), visit.page, LIST_SIZE)
    return _list(visit, items, heading=section.replace("-", " ").title(), path=f"/{section}")


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    asked = visit.query.get("q", "")
    found = [
        story
        for story in visit.edition.stories
        if all(word in f"{story.title} {story.body}".lower() for word in asked.lower().split())
    ]
    if visit.query.get("sort") != "latest":
        found.sort(key=lambda story: variant(story.slug, 1000, salt=asked))
    items = shelf(found, visit.page, LIST_SIZE)
    return _page("promedia/search.html.j2", visit, shelf=items, asked=asked)


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    label = match["label"]
    found = [s for s in visit.edition.stories if label in map(rendering.slug_of, s.tags)]
    if not found:
        return None
    items = shelf(found, visit.page, LIST_SIZE)
    return _list(visit, items, heading=label.replace("-", " ").title(), path=f"/tag/{label}")


def _list(visit: Visit, items: Shelf, *, heading: str, path: str) -> Answer:
    pinned = visit.edition.stories[-1:]
    return _page(
        "promedia/list.html.j2", visit, shelf=items, heading=heading, path=path, pinned=pinned
    )


def _feed(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    stories = visit.edition.in_section(section) if section else visit.edition.stories
    if section and not stories:
        return None
    newest = stories[:_FEED_SIZE]
    return _page("promedia/rss.xml.j2", visit, content_type=XML, newest=newest, section=section)


def _photos(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match["id"])
    return _page("promedia/photo.html.j2", visit, story=story) if story else None


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match["id"])
    if story is None:
        return None
    wanted = twin(story) if match["amp"] else address(story)
    if visit.path != wanted:
        return redirect(HOME + wanted)
    reading = _reading(story, visit.query.get("page"))
    if reading is None:
        return redirect(HOME + wanted, status=HTTPStatus.FOUND)
    template = "promedia/amp.html.j2" if match["amp"] else "promedia/article.html.j2"
    return _page(template, visit, story=story, reading=reading)


def _story(visit: Visit, given: str) -> Story | None:
    return next((story for story in visit.edition.stories if number(story) == given), None)


def _reading(story: Story, asked: str | None) -> _Reading | None:
    parts = parts_of(story.body)
    if asked == "all":
        return _Reading(blocks=sum(parts, ()), number=0, count=len(parts))
    at = int(asked) if asked and asked.isdigit() else 1
    if not 1 <= at <= len(parts):
        return None
    return _Reading(blocks=parts[at - 1], number=at, count=len(parts))


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("promedia/static.html.j2", visit, name=match["name"])


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("promedia/robots.txt.j2", visit, content_type=TEXT)


def _photo(visit: Visit, match: re.Match[str]) -> Answer:
    return picture(visit.path)


def _page(
    template: str,
    visit: Visit,
    *,
    content_type: str = HTML,
    status: int = HTTPStatus.OK,
    **own: object,
) -> Answer:
    values = {
        "visit": visit,
        "home": HOME,
        "address": address,
        "twin": twin,
        "number": number,
        "barred": _barred,
        "sections": _SECTIONS,
        **own,
    }
    edition = visit.edition
    return rendering.page(template, edition, values, status=status, content_type=content_type)


def _barred(at: datetime) -> str:
    """`Selasa, 24 Februari 2026 | 08:50 WIB`."""
    day, clock, zone = full_date(at).rsplit(" ", 2)
    return f"{day} | {clock} {zone}"


def _missing(visit: Visit) -> Answer:
    return _page("promedia/missing.html.j2", visit, status=HTTPStatus.NOT_FOUND)


_NUMBER = r"(?P<id>(?:pr-)?\d{8,12})"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _robots),
    (r"/rss(?:/(?P<section>[a-z0-9-]+))?", _feed),
    (r"/search", _search),
    (r"/tag/(?P<label>[a-z0-9-]+)", _tag),
    (r"/(?:crop|assets)/.*\.(?:jpg|png|webp)", _photo),
    (rf"/image/detail/{_NUMBER}/[a-z0-9-]+", _photos),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _static),
    (r"/(?P<section>[a-z0-9-]+)/?", _section),
    (rf"/[a-z0-9-]+(?P<amp>/amp)?/{_NUMBER}/[a-z0-9-]+/?", _article),
)

SITE = Site(
    name="suaramerdeka",
    host=HOST,
    title="Suara Merdeka",
    routes=_ROUTES,
    missing=_missing,
)
