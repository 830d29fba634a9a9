"""jateng.disway.id: the Disway platform, with cards, and pages that are counted by entries."""

import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import md5
from http import HTTPStatus

from crawler.newsroom.body import parts_of
from crawler.newsroom.dates import WIB, full_date
from crawler.newsroom.edition import shelf, variant
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, redirect
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
    found = visit.edition.on_menu(section, _SECTIONS)
    if found is None:
        return None
    path = f"{match['folder'] or ''}/{section}"
    return _list(visit, found, match, heading=section.title(), path=path)


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    label = match["label"]
    found = visit.edition.labelled(label)
    if not found:
        return None
    path = f"/listtag/{match['id']}/{label}"
    return _list(visit, found, match, heading=f"Tag: {label}", path=path)


def _list(
    visit: Visit, stories: tuple[Story, ...], match: re.Match[str], *, heading: str, path: str
) -> Answer:
    items = shelf(stories, int(match["offset"] or 0) // STEP + 1, STEP)
    return _THEME.page("list.html", visit, shelf=items, heading=heading, path=path)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = visit.edition.find(lambda s: str(number(s)) == match["id"])
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
    return _THEME.page(
        "amp.html" if amp else "article.html",
        visit,
        story=story,
        blocks=parts[at],
        at=at,
        offsets=tuple(step * each for each in range(len(parts))),
    )


def _upload(story: Story) -> str:
    return f"/upload/{md5(story.slug.encode(), usedforsecurity=False).hexdigest()}.jpg"


def _clock(at: datetime) -> str:
    """`Selasa 03-12-2024,16:37 WIB`."""
    weekday = full_date(at).partition(",")[0]
    return f"{weekday} {at.astimezone(WIB):%d-%m-%Y,%H:%M} WIB"


def _values(visit: Visit) -> Mapping[str, object]:
    return {
        "address": address,
        "twin": twin,
        "number": number,
        "photo": _upload,
        "clock": _clock,
        "sections": _SECTIONS,
        "step": STEP,
    }


_THEME = Theme(folder="disway", home=HOME, values=_values)
_OFFSET = r"(?:/(?:offset/)?(?P<offset>\d+))?/?"
_ROUTES: tuple[tuple[str, Page], ...] = (
    (_OFFSET, _home),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/(?:upload|assets)/.*\.(?:jpg|png)", photo),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _THEME.plain("static.html")),
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
    missing=_THEME.missing,
)
