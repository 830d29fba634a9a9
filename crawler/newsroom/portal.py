"""news.wartablora.com: a home-made portal, with section pages and neither feed nor sitemap."""

import re
from collections.abc import Mapping

from crawler.newsroom.edition import shelf, variant
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, redirect
from crawler.newsroom.stories import Story

HOST = "news.wartablora.com"
HOME = f"https://{HOST}"
LIST_SIZE = 10
_SECTIONS = (
    "ekonomi",
    "hukum",
    "kesehatan",
    "olahraga",
    "pemerintahan",
    "pendidikan",
    "peristiwa",
    "politik",
    "sosial-budaya",
    "wisata",
)
_STATIC = ("redaksi", "pedoman-media-siber", "tentang-kami", "info-iklan")


def address(story: Story) -> str:
    """Path of a story: section, slug, the eight characters of its code, its number."""
    return f"/{story.section}/{story.slug}-{story.code}-{story.id}"


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    return _THEME.page("home.html", visit, newest=visit.edition.stories[:LIST_SIZE])


def _section(visit: Visit, match: re.Match[str]) -> Answer | None:
    found = visit.edition.on_menu(match["section"], _SECTIONS)
    if found is None:
        return None
    return _list(visit, found, section=match["section"])


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    found = visit.edition.searched(visit.query.get("q", ""), in_text=False)
    return _list(visit, found, section="cari")


def _list(visit: Visit, stories: tuple[Story, ...], *, section: str) -> Answer:
    items = shelf(stories, visit.page, LIST_SIZE)
    return _THEME.page("section.html", visit, section=section, shelf=items)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    wanted = (match["code"], match["id"])
    story = visit.edition.find(lambda s: (s.code, str(s.id)) == wanted)
    if story is None:
        return None
    if visit.path != address(story):
        return redirect(HOME + address(story))
    return _THEME.page("article.html", visit, story=story)


def _printed(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = visit.edition.find(lambda s: str(s.id) == match["id"])
    return _THEME.page("print.html", visit, story=story) if story else None


def _reads(story: Story) -> int:
    return 40 + variant(story.slug, 3000, salt="dibaca")


def _values(visit: Visit) -> Mapping[str, object]:
    sections = tuple(sorted({*_SECTIONS, *visit.edition.sections}))
    return {"address": address, "sections": sections, "reads": _reads}


_THEME = Theme(folder="wartablora", home=HOME, values=_values)
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/(?:index\.php)?", _home),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/cari", _search),
    (r"/cetak/(?P<id>\d+)", _printed),
    (r"/(?:foto|assets)/.*\.(?:jpg|png)", photo),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _THEME.plain("static.html")),
    (r"/(?P<section>[a-z0-9-]+)/?", _section),
    (r"/[a-z0-9-]+/[a-z0-9-]+-(?P<code>[A-Za-z0-9]{8})-(?P<id>\d+)/?", _article),
)

SITE = Site(
    name="wartablora",
    host=HOST,
    title="Wartablora.com",
    routes=_ROUTES,
    missing=_THEME.missing,
)
