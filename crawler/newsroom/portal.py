"""news.wartablora.com: a home-made portal, with section pages and neither feed nor sitemap."""

import re
from http import HTTPStatus

from crawler.newsroom import rendering
from crawler.newsroom.body import parts_of
from crawler.newsroom.browsing import picture
from crawler.newsroom.site import TEXT, Answer, Page, Site, Visit, redirect, shelf, variant
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
    return _page("wartablora/home.html.j2", visit, newest=visit.edition.stories[:LIST_SIZE])


def _section(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    if section not in {*_SECTIONS, *visit.edition.sections}:
        return None
    items = shelf(visit.edition.in_section(section), visit.page, LIST_SIZE)
    return _page("wartablora/section.html.j2", visit, section=section, shelf=items)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    for story in visit.edition.stories:
        if story.code == match["code"] and str(story.id) == match["id"]:
            if visit.path != address(story):
                return redirect(HOME + address(story))
            blocks = sum(parts_of(story.body), ())
            return _page("wartablora/article.html.j2", visit, story=story, blocks=blocks)
    return None


def _printed(visit: Visit, match: re.Match[str]) -> Answer | None:
    for story in visit.edition.stories:
        if str(story.id) == match["id"]:
            blocks = sum(parts_of(story.body), ())
            return _page("wartablora/print.html.j2", visit, story=story, blocks=blocks)
    return None


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    words = visit.query.get("q", "").lower().split()
    found = [s for s in visit.edition.stories if all(w in s.title.lower() for w in words)]
    items = shelf(found, visit.page, LIST_SIZE)
    return _page("wartablora/section.html.j2", visit, section="cari", shelf=items)


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("wartablora/static.html.j2", visit, name=match["name"])


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return rendering.page("wartablora/robots.txt.j2", visit.edition, content_type=TEXT)


def _photo(visit: Visit, match: re.Match[str]) -> Answer:
    return picture(visit.path)


def _page(template: str, visit: Visit, *, status: int = HTTPStatus.OK, **own: object) -> Answer:
    values = {
        "visit": visit,
        "home": HOME,
        "address": address,
        "sections": tuple(sorted({*_SECTIONS, *visit.edition.sections})),
        "reads": _reads,
        **own,
    }
    return rendering.page(template, visit.edition, values, status=status)


def _reads(story: Story) -> int:
    return 40 + variant(story.slug, 3000, salt="dibaca")


def _missing(visit: Visit) -> Answer:
    return _page("wartablora/missing.html.j2", visit, status=HTTPStatus.NOT_FOUND)


_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/(?:index\.php)?", _home),
    (r"/robots\.txt", _robots),
    (r"/cari", _search),
    (r"/cetak/(?P<id>\d+)", _printed),
    (r"/(?:foto|assets)/.*\.(?:jpg|png)", _photo),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _static),
    (r"/(?P<section>[a-z0-9-]+)/?", _section),
    (r"/[a-z0-9-]+/[a-z0-9-]+-(?P<code>[A-Za-z0-9]{8})-(?P<id>\d+)/?", _article),
)

SITE = Site(name="wartablora", host=HOST, title="Wartablora.com", routes=_ROUTES, missing=_missing)
