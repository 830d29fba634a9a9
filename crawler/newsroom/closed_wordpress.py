"""suarabaru.id: WordPress with the JNews theme, dated permalinks, and REST behind a login."""

import re
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from xml.sax.saxutils import escape

from crawler.newsroom import wordpress_lists
from crawler.newsroom.body import parts_of
from crawler.newsroom.dates import WIB
from crawler.newsroom.edition import page_number
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import JSON, XML, Answer, Page, Site, Visit, moved, redirect
from crawler.newsroom.stories import Story
from crawler.newsroom.wordpress_lists import Archives

HOST = "suarabaru.id"
HOME = f"https://{HOST}"
_MENU = ("daerah", "ekonomi", "kesehatan", "nasional", "olahraga", "pemerintahan", "pendidikan")
_STATIC = ("redaksi", "pedoman-media-siber", "tentang-kami", "kontak")
_SITEMAPS: dict[str, Callable[[Visit], tuple[str, ...]]] = {
    "posts-post": lambda visit: tuple(HOME + address(s) for s in visit.edition.stories),
    "posts-page": lambda visit: (f"{HOME}/", *(f"{HOME}/{name}/" for name in _STATIC)),
    "taxonomies-category": lambda visit: tuple(
        f"{HOME}/category/{name}/" for name in visit.edition.sections
    ),
}


def address(story: Story) -> str:
    """Path of a post: its day, its slug and a slash."""
    return f"/{story.published.astimezone(WIB):%Y/%m/%d}/{story.slug}/"


def _root(visit: Visit, match: re.Match[str]) -> Answer | None:
    if visit.query.get("p"):
        return _ARCHIVES.short_link(visit)
    found = visit.edition.searched(visit.query.get("s", ""), in_text=False)
    number = page_number(match["page"])
    return _ARCHIVES.list(visit, found, number, path="/", heading="Berita Terbaru")


def _days(visit: Visit, match: re.Match[str]) -> Answer | None:
    path = f"/{match['day']}/"
    stories = tuple(s for s in visit.edition.stories if address(s).startswith(path))
    heading = f"Arsip {match['day']}"
    return _ARCHIVES.list(visit, stories, 1, path=path, heading=heading) if stories else None


def _rest(visit: Visit, match: re.Match[str]) -> Answer:
    body = b'{"code":"rest_not_logged_in","message":"Anda belum masuk log.","data":{"status":401}}'
    return Answer(status=HTTPStatus.UNAUTHORIZED, body=body, content_type=JSON)


def _sitemap_index(visit: Visit, match: re.Match[str]) -> Answer:
    locations = [f"{HOME}/wp-sitemap-{name}-1.xml" for name in _SITEMAPS]
    return _locations("sitemapindex", "sitemap", locations)


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer:
    return _locations("urlset", "url", _SITEMAPS[match["kind"]](visit))


def _locations(root: str, item: str, urls: Iterable[str]) -> Answer:
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    items = "".join(f"<{item}><loc>{escape(url)}</loc></{item}>" for url in urls)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{namespace}">{items}</{root}>'
    return Answer(body=text.encode(), content_type=XML)


def _guessed(visit: Visit, match: re.Match[str]) -> Answer | None:
    """A slug without its day, or with a wrong one: WordPress guesses the post."""
    story = visit.edition.find(lambda s: s.slug == match["slug"])
    return redirect(HOME + address(story)) if story else None


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    wanted = match["post"] + "/"
    story = visit.edition.find(lambda s: address(s) == wanted)
    if story is None:
        return None
    parts, number = parts_of(story.body), page_number(match["part"])
    elsewhere = _better_path(visit, story, number, len(parts))
    if elsewhere:
        return redirect(HOME + elsewhere)
    is_amp = match["amp"] or visit.query.get("amp") == "1"
    return _THEME.page(
        "amp.html" if is_amp else "article.html",
        visit,
        story=story,
        blocks=parts[number - 1],
        number=number,
        count=len(parts),
    )


def _better_path(visit: Visit, story: Story, number: int, count: int) -> str | None:
    """Where WordPress sends a visit that did not ask for the very address of a page."""
    if visit.query.get("noamp") or number > count:
        return address(story)
    if 1 < visit.page <= count:
        return f"{address(story)}{visit.page}/"
    return None if visit.path.endswith("/") else f"{visit.path}/"


def _values(visit: Visit) -> Mapping[str, object]:
    return wordpress_lists.values(address, _MENU)


_THEME = Theme(folder="closed_wordpress", home=HOME, values=_values)
_ARCHIVES = Archives(
    theme=_THEME,
    menu=_MENU,
    address=address,
    kinds={"category": "", "tag": "", "author": ""},
)
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/(?:page/(?P<page>\d+)/)?", _root),
    (r"/feed/", _ARCHIVES.feed),
    (r"/feed", moved(f"{HOME}/feed/")),
    (r"/wp-json(?:/.*)?", _rest),
    (r"/sitemap\.xml", moved(f"{HOME}/wp-sitemap.xml")),
    (r"/wp-sitemap\.xml", _sitemap_index),
    (rf"/wp-sitemap-(?P<kind>{'|'.join(_SITEMAPS)})-1\.xml", _sitemap),
    (r"/wp-content/.*\.(?:jpg|png|webp)", photo),
    (
        r"/(?P<kind>category|tag|author)/(?P<label>[a-z0-9-]+)"
        r"(?:/page/(?P<page>\d+))?(?P<feed>/feed)?/",
        _ARCHIVES.archive,
    ),
    (rf"/(?P<name>{'|'.join(_STATIC)})/", _THEME.plain("static.html")),
    (r"/(?P<day>\d{4}(?:/\d{2}){1,2})/", _days),
    (r"(?P<post>/\d{4}/\d{2}/\d{2}/[^/]+)(?:/(?P<part>\d+)|(?P<amp>/amp))?/?", _article),
    (r"(?:/\d{4}/\d{2}/\d{2})?/(?P<slug>[^/]+)/?", _guessed),
)

SITE = Site(
    name="suarabaru",
    host=HOST,
    title="Suarabaru.id",
    routes=_ROUTES,
    missing=_THEME.missing,
)
