"""www.tegalkota.go.id: a city's own Joomla site, with press releases in a category table."""

import re
from collections.abc import Mapping

from crawler.newsroom.edition import shelf, variant
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, redirect
from crawler.newsroom.slugs import heading_of
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
    return _THEME.page("home.html", visit, featured=tuple(dict.fromkeys(featured)))


def _news(visit: Visit, match: re.Match[str]) -> Answer:
    return _list(visit, visit.edition.stories, path="/berita", heading="Berita")


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    found = visit.edition.labelled(match["label"])
    heading = heading_of(match["label"])
    return _list(visit, found, path=visit.path, heading=heading) if found else None


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    found = visit.edition.searched(visit.query.get("searchword", ""))
    return _list(visit, found, path=visit.path, heading="Pencarian")


def _list(visit: Visit, stories: tuple[Story, ...], *, path: str, heading: str) -> Answer:
    """The table page that begins with the entry `?start=N`, counted from 0."""
    start = visit.query.get("start", "")
    first = int(start) if start.isascii() and start.isdigit() else 0
    items = shelf(stories, first // LIST_SIZE + 1, LIST_SIZE)
    return _THEME.page("list.html", visit, shelf=items, path=path, heading=heading, size=LIST_SIZE)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    stories = visit.edition.stories
    story = visit.edition.find(lambda s: str(article_id(s)) == match["id"])
    if story is None:
        return None
    if match["slug"] != story.slug:
        return redirect(HOME + address(story))
    at = stories.index(story)
    newer = stories[at - 1] if at else None
    older = stories[at + 1] if at + 1 < len(stories) else None
    is_printed = visit.query.get("tmpl") == "component"
    template = "print.html" if is_printed else "article.html"
    return _THEME.page(template, visit, story=story, newer=newer, older=older)


def _short_link(visit: Visit, match: re.Match[str]) -> Answer | None:
    wanted = visit.query.get("id", "").partition(":")[0]
    story = visit.edition.find(lambda s: str(article_id(s)) == wanted)
    if story is not None:
        return redirect(HOME + address(story))
    return None if "option" in visit.query else _home(visit, match)


def _hits(story: Story) -> int:
    return 15 + variant(story.slug, 1200, salt="dilihat")


def _values(visit: Visit) -> Mapping[str, object]:
    return {
        "address": address,
        "article_id": article_id,
        "hits": _hits,
        "albums": _ALBUMS,
        "static": _STATIC,
    }


_THEME = Theme(folder="joomla", home=HOME, values=_values)
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/index\.php", _short_link),
    (r"(?:/index\.php)?/berita/?", _news),
    (r"(?:/index\.php)?/berita/(?P<id>\d+)-(?P<slug>[a-z0-9-]+)", _article),
    (r"/component/tags/tag/(?P<label>[a-z0-9-]+)", _tag),
    (r"/component/search/?", _search),
    (r"/galeri/foto/(?P<number>\d+)-(?P<name>[a-z-]+)", _THEME.plain("album.html")),
    (rf"/profil/(?P<name>{'|'.join(_STATIC)})", _THEME.plain("static.html")),
    (r"/(?:images|media|templates)/.*\.(?:jpg|png|ico)", photo),
)

SITE = Site(
    name="tegalkota",
    host=HOST,
    title="Pemerintah Kota Tegal",
    routes=_ROUTES,
    missing=_THEME.missing,
)
