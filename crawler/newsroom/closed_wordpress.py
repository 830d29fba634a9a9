"""suarabaru.id: WordPress with the JNews theme, dated permalinks, and REST behind a login."""

import re
from collections.abc import Callable
from http import HTTPStatus
from xml.sax.saxutils import escape

from crawler.newsroom import rendering
from crawler.newsroom.body import parts_of
from crawler.newsroom.browsing import picture
from crawler.newsroom.dates import WIB
from crawler.newsroom.site import (
    HTML,
    JSON,
    TEXT,
    XML,
    Answer,
    Page,
    Site,
    Visit,
    page_number,
    redirect,
    shelf,
    variant,
)
from crawler.newsroom.stories import Story
from crawler.newsroom.wordpress import LIST_SIZE
from crawler.newsroom.wordpress_posts import category_id, post_id

HOST = "suarabaru.id"
HOME = f"https://{HOST}"
_FEED = "application/rss+xml; charset=UTF-8"
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
        found = (s for s in visit.edition.stories if str(post_id(s)) == visit.query["p"])
        story = next(found, None)
        return redirect(HOME + address(story)) if story else None
    stories = visit.edition.stories
    if "s" in visit.query:
        words = visit.query["s"].lower().split()
        stories = tuple(s for s in stories if all(w in s.title.lower() for w in words))
    return _list(visit, stories, page_number(match["page"]), path="/", heading="Berita Terbaru")


def _archive(visit: Visit, match: re.Match[str]) -> Answer | None:
    kind, label = match["kind"], match["label"]
    stories = tuple(s for s in visit.edition.stories if label in _labels(s, kind))
    if not stories and not (kind == "category" and label in _MENU):
        return None
    if match["feed"]:
        return _feed_page(visit, stories)
    heading, path = label.replace("-", " ").title(), f"/{kind}/{label}/"
    return _list(visit, stories, page_number(match["page"]), path=path, heading=heading)


def _labels(story: Story, kind: str) -> tuple[str, ...]:
    names = {
        "category": (story.section,),
        "tag": story.tags,
        "author": story.authors or ("Redaksi",),
    }[kind]
    return tuple(rendering.slug_of(name) for name in names)


def _days(visit: Visit, match: re.Match[str]) -> Answer | None:
    path = f"/{match['day']}/"
    stories = tuple(s for s in visit.edition.stories if address(s).startswith(path))
    return _list(visit, stories, 1, path=path, heading=f"Arsip {match['day']}") if stories else None


def _list(
    visit: Visit, stories: tuple[Story, ...], number: int, *, path: str, heading: str
) -> Answer | None:
    items = shelf(stories, number, LIST_SIZE)
    if number > 1 and not items.stories:
        return None
    return _page("list.html", visit, shelf=items, path=path, heading=heading)


def _feed(visit: Visit, match: re.Match[str]) -> Answer | None:
    return _feed_page(visit, visit.edition.stories)


def _feed_page(visit: Visit, stories: tuple[Story, ...]) -> Answer | None:
    items = shelf(stories, page_number(visit.query.get("paged")), LIST_SIZE)
    if items.number > 1 and not items.stories:
        return None
    return _page("feed.xml", visit, content_type=_FEED, shelf=items)


def _rest(visit: Visit, match: re.Match[str]) -> Answer:
    body = b'{"code":"rest_not_logged_in","message":"Anda belum masuk log.","data":{"status":401}}'
    return Answer(status=HTTPStatus.UNAUTHORIZED, body=body, content_type=JSON)


def _sitemap_index(visit: Visit, match: re.Match[str]) -> Answer:
    locations = [f"{HOME}/wp-sitemap-{name}-1.xml" for name in _SITEMAPS]
    return _locations("sitemapindex", "sitemap", locations)


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer:
    return _locations("urlset", "url", _SITEMAPS[match["kind"]](visit))


def _locations(root: str, item: str, urls: list[str] | tuple[str, ...]) -> Answer:
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    items = "".join(f"<{item}><loc>{escape(url)}</loc></{item}>" for url in urls)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{namespace}">{items}</{root}>'
    return Answer(body=text.encode(), content_type=XML)


def _moved(location: str) -> Page:
    return lambda visit, match: redirect(HOME + location)


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("robots.txt", visit, content_type=TEXT)


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("static.html", visit, name=match["name"])


def _upload(visit: Visit, match: re.Match[str]) -> Answer:
    return picture(visit.path)


def _guessed(visit: Visit, match: re.Match[str]) -> Answer | None:
    """A slug without its day, or with a wrong one: WordPress guesses the post."""
    story = next((s for s in visit.edition.stories if s.slug == match["slug"]), None)
    return redirect(HOME + address(story)) if story else None


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    wanted = match["post"] + "/"
    story = next((s for s in visit.edition.stories if address(s) == wanted), None)
    if story is None:
        return None
    parts, number = parts_of(story.body), page_number(match["part"])
    elsewhere = _better_path(visit, story, number, len(parts))
    if elsewhere:
        return redirect(HOME + elsewhere)
    is_amp = match["amp"] or visit.query.get("amp") == "1"
    return _page(
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
        "post_id": post_id,
        "category_id": category_id,
        "views": _views,
        "menu_items": _MENU,
        **own,
    }
    file, edition = f"closed_wordpress/{template}.j2", visit.edition
    return rendering.page(file, edition, values, status=status, content_type=content_type)


def _views(story: Story) -> int:
    return 20 + variant(story.slug, 900, salt="views")


def _missing(visit: Visit) -> Answer:
    return _page("missing.html", visit, status=HTTPStatus.NOT_FOUND)


_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/robots\.txt", _robots),
    (r"/(?:page/(?P<page>\d+)/)?", _root),
    (r"/feed/", _feed),
    (r"/feed", _moved("/feed/")),
    (r"/wp-json(?:/.*)?", _rest),
    (r"/sitemap\.xml", _moved("/wp-sitemap.xml")),
    (r"/wp-sitemap\.xml", _sitemap_index),
    (rf"/wp-sitemap-(?P<kind>{'|'.join(_SITEMAPS)})-1\.xml", _sitemap),
    (r"/wp-content/.*\.(?:jpg|png|webp)", _upload),
    (
        r"/(?P<kind>category|tag|author)/(?P<label>[a-z0-9-]+)"
        r"(?:/page/(?P<page>\d+))?(?P<feed>/feed)?/",
        _archive,
    ),
    (rf"/(?P<name>{'|'.join(_STATIC)})/", _static),
    (r"/(?P<day>\d{4}(?:/\d{2}){1,2})/", _days),
    (r"(?P<post>/\d{4}/\d{2}/\d{2}/[^/]+)(?:/(?P<part>\d+)|(?P<amp>/amp))?/?", _article),
    (r"(?:/\d{4}/\d{2}/\d{2})?/(?P<slug>[^/]+)/?", _guessed),
)

SITE = Site(name="suarabaru", host=HOST, title="Suarabaru.id", routes=_ROUTES, missing=_missing)
