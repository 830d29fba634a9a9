"""jateng.disway.id: the Disway platform, with cards, and pages that are counted by entries."""

import re
from datetime import datetime
from hashlib import md5
from http import HTTPStatus

from crawler.newsroom import rendering
from crawler.newsroom.body import parts_of
from crawler.newsroom.browsing import picture
from crawler.newsroom.dates import WIB, full_date
from crawler.newsroom.site import (
    TEXT,
    Answer,
    Page,
    Site,
    Visit,
    redirect,
    shelf,
    variant,
)
from crawler.newsroom.stories import Story

HOST = "jateng.disway.id"
HOME = f"https://{HOST}"
STEP = 15
"""Entries of a list page, and what each further page of a story adds to its address."""
_AMP_STEP = 16
_BRANDS = ("banjarnegara", "disway-pekalongan", "jateng", "nasional")
"""Sections whose name stands in the address of a story."""
_SECTIONS = (
    "banjarnegara",
    "batang",
    "disway-pekalongan",
    "ekonomi",
    "jateng",
    "nasional",
    "olahraga",
    "pendidikan",
    "semarang",
)
_STATIC = ("redaksi", "pedoman-media-siber", "tentang-kami", "disclaimer")


def number(story: Story) -> int:
    """The number in an address."""
    return story.id or 600_000 + variant(story.slug, 90_000, salt="nomor")


def address(story: Story) -> str:
    """Path of a story: perhaps a brand, number, slug."""
    brand = f"/{story.section}" if story.section in _BRANDS else ""
    return f"{brand}/read/{number(story)}/{story.slug}"


def twin(story: Story) -> str:
    """Path of its AMP page, which names no brand."""
    return f"/amp/{number(story)}/{story.slug}"


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    return _list(visit, visit.edition.stories, match, heading="Terkini", path="")


def _section(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    if section not in {*_SECTIONS, *visit.edition.sections}:
        return None
    stories = visit.edition.in_section(section)
    path = f"{match['folder'] or ''}/{section}"
    return _list(visit, stories, match, heading=section.title(), path=path)


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    label = match["label"]
    found = tuple(s for s in visit.edition.stories if label in map(rendering.slug_of, s.tags))
    if not found:
        return None
    return _list(
        visit, found, match, heading=f"Tag: {label}", path=f"/listtag/{match['id']}/{label}"
    )


def _list(
    visit: Visit, stories: tuple[Story, ...], match: re.Match[str], *, heading: str, path: str
) -> Answer:
    items = shelf(stories, int(match["offset"] or 0) // STEP + 1, STEP)
    return _page("disway/list.html.j2", visit, shelf=items, heading=heading, path=path)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = next((s for s in visit.edition.stories if str(number(s)) == match["id"]), None)
    if story is None:
        return None
    amp = match["kind"] == "amp"
    base, step = (twin(story), _AMP_STEP) if amp else (address(story), STEP)
    offset = int(match["offset"] or 0)
    if visit.path != (f"{base}/{offset}" if offset else base):
        return redirect(f"{HOME}{base}{f'/{offset}' if offset else ''}")
    parts, at = parts_of(story.body), offset // step
    if offset % step or at >= len(parts):
        return redirect(HOME + base, status=HTTPStatus.FOUND)
    return _page(
        "disway/amp.html.j2" if amp else "disway/article.html.j2",
        visit,
        story=story,
        blocks=parts[at],
        at=at,
        offsets=tuple(step * each for each in range(len(parts))),
    )


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("disway/static.html.j2", visit, name=match["name"])


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return rendering.page("disway/robots.txt.j2", visit.edition, content_type=TEXT)


def _photo(visit: Visit, match: re.Match[str]) -> Answer:
    return picture(visit.path)


def _page(template: str, visit: Visit, *, status: int = HTTPStatus.OK, **own: object) -> Answer:
    values = {
        "visit": visit,
        "home": HOME,
        "address": address,
        "twin": twin,
        "number": number,
        "photo": _upload,
        "clock": _clock,
        "sections": _SECTIONS,
        "step": STEP,
        **own,
    }
    return rendering.page(template, visit.edition, values, status=status)


def _upload(story: Story) -> str:
    return f"/upload/{md5(story.slug.encode(), usedforsecurity=False).hexdigest()}.jpg"


def _clock(at: datetime) -> str:
    """`Selasa 03-12-2024,16:37 WIB`."""
    weekday = full_date(at).partition(",")[0]
    return f"{weekday} {at.astimezone(WIB):%d-%m-%Y,%H:%M} WIB"


def _missing(visit: Visit) -> Answer:
    return _page("disway/missing.html.j2", visit, status=HTTPStatus.NOT_FOUND)


_OFFSET = r"(?:/(?:offset/)?(?P<offset>\d+))?/?"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (_OFFSET, _home),
    (r"/robots\.txt", _robots),
    (r"/(?:upload|assets)/.*\.(?:jpg|png)", _photo),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _static),
    (rf"/listtag/(?P<id>\d+)/(?P<label>[a-z0-9-]+){_OFFSET}", _tag),
    (
        r"(?:/[a-z0-9-]+)?/(?P<kind>read|amp)/(?P<id>\d+)/[a-z0-9-]+?(?:/(?P<offset>\d+))?/?",
        _article,
    ),
    (rf"(?P<folder>/kategori)?/(?P<section>[a-z0-9-]*[a-z][a-z0-9-]*){_OFFSET}", _section),
)

SITE = Site(
    name="jateng-disway",
    host=HOST,
    title="Disway Jateng",
    routes=_ROUTES,
    missing=_missing,
)
