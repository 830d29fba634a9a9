"""www.tegalkota.go.id: a city's own Joomla site, with press releases in a category table."""

import re
from http import HTTPStatus

from crawler.newsroom import rendering
from crawler.newsroom.body import parts_of
from crawler.newsroom.browsing import picture
from crawler.newsroom.site import TEXT, Answer, Page, Site, Visit, redirect, shelf, variant
from crawler.newsroom.stories import Story

HOST = "www.tegalkota.go.id"
HOME = f"https://{HOST}"
LIST_SIZE = 10
_STATIC = ("visi-misi", "sejarah", "lambang-daerah", "peta-situs", "kontak")
_ALBUMS = ("hari-jadi", "pekan-budaya", "gowes-bahari")


def article_id(story: Story) -> int:
    """The number of an article in the address."""
    return story.id or 1_000 + variant(story.slug, 9_000, salt="artikel")


def address(story: Story) -> str:
    """Path of a story: the menu item of the list, number and alias."""
    return f"/berita/{article_id(story)}-{story.slug}"


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    featured = (*visit.edition.stories[:6], *visit.edition.stories[-1:])
    return _page("joomla/home.html.j2", visit, featured=tuple(dict.fromkeys(featured)))


def _list(visit: Visit, match: re.Match[str]) -> Answer:
    return _shelf(visit, visit.edition.stories, path="/berita", heading="Berita")


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    label = match["label"]
    found = tuple(
        s for s in visit.edition.stories if label in (rendering.slug_of(tag) for tag in s.tags)
    )
    if not found:
        return None
    return _shelf(visit, found, path=visit.path, heading=label.replace("-", " ").title())


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    words = visit.query.get("searchword", "").lower().split()
    found = tuple(
        story
        for story in visit.edition.stories
        if all(word in f"{story.title} {story.body}".lower() for word in words)
    )
    return _shelf(visit, found, path=visit.path, heading="Pencarian")


def _shelf(visit: Visit, stories: tuple[Story, ...], *, path: str, heading: str) -> Answer:
    """The table page that begins with the entry `?start=N`, counted from 0."""
    start = visit.query.get("start", "")
    first = int(start) if start.isascii() and start.isdigit() else 0
    items = shelf(stories, first // LIST_SIZE + 1, LIST_SIZE)
    return _page(
        "joomla/list.html.j2", visit, shelf=items, path=path, heading=heading, size=LIST_SIZE
    )


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    for number, story in enumerate(visit.edition.stories):
        if str(article_id(story)) != match["id"]:
            continue
        if match["slug"] != story.slug:
            return redirect(HOME + address(story))
        is_printed = visit.query.get("tmpl") == "component"
        template = "joomla/print.html.j2" if is_printed else "joomla/article.html.j2"
        stories = visit.edition.stories
        newer = stories[number - 1] if number else None
        older = stories[number + 1] if number + 1 < len(stories) else None
        return _page(template, visit, story=story, newer=newer, older=older)
    return None


def _short_link(visit: Visit, match: re.Match[str]) -> Answer | None:
    for story in visit.edition.stories:
        if str(article_id(story)) == visit.query.get("id", "").partition(":")[0]:
            return redirect(HOME + address(story))
    return None if "option" in visit.query else _home(visit, match)


def _album(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("joomla/album.html.j2", visit, name=match["name"], number=match["id"])


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("joomla/static.html.j2", visit, name=match["name"])


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return rendering.page("joomla/robots.txt.j2", visit.edition, content_type=TEXT)


def _photo(visit: Visit, match: re.Match[str]) -> Answer:
    return picture(visit.path)


def _page(template: str, visit: Visit, *, status: int = HTTPStatus.OK, **own: object) -> Answer:
    values = {
        "visit": visit,
        "home": HOME,
        "address": address,
        "article_id": article_id,
        "blocks_of": lambda story: sum(parts_of(story.body), ()),
        "hits": _hits,
        "albums": _ALBUMS,
        "static": _STATIC,
        **own,
    }
    return rendering.page(template, visit.edition, values, status=status)


def _hits(story: Story) -> int:
    return 15 + variant(story.slug, 1200, salt="dilihat")


def _missing(visit: Visit) -> Answer:
    return _page("joomla/missing.html.j2", visit, status=HTTPStatus.NOT_FOUND)


_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _robots),
    (r"/index\.php", _short_link),
    (r"(?:/index\.php)?/berita/?", _list),
    (r"(?:/index\.php)?/berita/(?P<id>\d+)-(?P<slug>[a-z0-9-]+)", _article),
    (r"/component/tags/tag/(?P<label>[a-z0-9-]+)", _tag),
    (r"/component/search/?", _search),
    (r"/galeri/foto/(?P<id>\d+)-(?P<name>[a-z-]+)", _album),
    (rf"/profil/(?P<name>{'|'.join(_STATIC)})", _static),
    (r"/(?:images|media|templates)/.*\.(?:jpg|png|ico)", _photo),
)

SITE = Site(
    name="tegalkota",
    host=HOST,
    title="Pemerintah Kota Tegal",
    routes=_ROUTES,
    missing=_missing,
)
