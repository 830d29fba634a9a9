"""klikjateng.id: WordPress with a theme of the GMR family, flat permalinks, feed and sitemap."""

import re
from dataclasses import replace
from http import HTTPStatus

from crawler.newsroom import rendering, wordpress_rest
from crawler.newsroom.body import parts_of
from crawler.newsroom.browsing import picture
from crawler.newsroom.linked_data import yoast_graph
from crawler.newsroom.site import (
    HTML,
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
from crawler.newsroom.wordpress_posts import HOME, HOST, address, category_id, post_id

LIST_SIZE = 10
_FEED = "application/rss+xml; charset=UTF-8"
_MENU = (
    "advertorial",
    "banyumas-raya",
    "budaya",
    "ekonomi",
    "hukum",
    "kedu",
    "kesehatan",
    "kuliner",
    "muria-raya",
    "olahraga",
    "opini",
    "pantura",
    "pemerintahan",
    "pendidikan",
    "peristiwa",
    "politik",
    "semarang-raya",
    "solo-raya",
    "wisata",
)
_ARCHIVES = {"category": "Kategori", "tag": "Tag", "author": "Penulis"}
_STATIC = ("redaksi", "pedoman-media-siber", "kontak", "tentang-kami")


def _root(visit: Visit, match: re.Match[str]) -> Answer | None:
    if visit.query.get("p"):
        return _short_link(visit)
    if "s" in visit.query:
        return _search(visit)
    return _list(visit, visit.edition.stories, page_number(match["page"]), path="/")


def _short_link(visit: Visit) -> Answer | None:
    for story in visit.edition.stories:
        if str(post_id(story)) == visit.query["p"]:
            return redirect(HOME + address(story))
    return None


def _search(visit: Visit) -> Answer | None:
    words = visit.query["s"].lower().split()
    found = [
        story
        for story in visit.edition.stories
        if all(word in f"{story.title} {story.body}".lower() for word in words)
    ]
    number = page_number(visit.query.get("paged"))
    return _list(visit, found, number, path="/", title=f"Hasil pencarian: {visit.query['s']}")


def _archive(visit: Visit, match: re.Match[str]) -> Answer | None:
    kind, label = match["kind"], match["label"]
    found = [s for s in visit.edition.stories if label in _labels(s, kind)]
    if not found and not (kind == "category" and label in _MENU):
        return None
    path = f"/{kind}/{label}/"
    if match["feed"]:
        return _feed_page(visit, found)
    title = f"{_ARCHIVES[kind]} {label.replace('-', ' ').title()}"
    return _list(visit, found, page_number(match["page"]), path=path, title=title)


def _labels(story: Story, kind: str) -> tuple[str, ...]:
    names = {
        "category": (story.section,),
        "tag": tuple(story.tags),
        "author": tuple(story.authors) or ("Redaksi",),
    }[kind]
    return tuple(rendering.slug_of(name) for name in names)


def _list(
    visit: Visit,
    stories: list[Story] | tuple[Story, ...],
    number: int,
    *,
    path: str,
    title: str = "Klikjateng - Portal Berita Jawa Tengah",
) -> Answer | None:
    items = shelf(stories, number, LIST_SIZE)
    if number > 1 and not items.stories:
        return None
    return _page("klikjateng/list.html.j2", visit, shelf=items, path=path, heading=title)


def _feed(visit: Visit, match: re.Match[str]) -> Answer | None:
    return _feed_page(visit, visit.edition.stories)


def _feed_page(visit: Visit, stories: list[Story] | tuple[Story, ...]) -> Answer | None:
    number = page_number(visit.query.get("paged"))
    items = shelf(stories, number, LIST_SIZE)
    if number > 1 and not items.stories:
        return None
    return _page("klikjateng/feed.xml.j2", visit, content_type=_FEED, shelf=items)


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer:
    template = f"klikjateng/sitemap-{match['kind']}.xml.j2"
    return _page(template, visit, content_type=XML, static=_STATIC)


def _moved(location: str) -> Page:
    return lambda visit, match: redirect(HOME + location)


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("klikjateng/robots.txt.j2", visit, content_type=TEXT)


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("klikjateng/static.html.j2", visit, name=match["name"])


def _upload(visit: Visit, match: re.Match[str]) -> Answer:
    return picture(visit.path)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = next((s for s in visit.edition.stories if s.slug == match["slug"]), None)
    if story is None:
        return None
    if match["amp"] or visit.query.get("noamp"):
        return redirect(f"{HOME}{address(story)}{'?amp=1' if match['amp'] else ''}")
    if visit.path.endswith("/"):
        return redirect(HOME + visit.path.rstrip("/"))
    parts, number = parts_of(story.body), page_number(match["part"])
    if number > len(parts):
        return redirect(HOME + address(story))
    amp = visit.query.get("amp") == "1"
    answer = _page(
        "klikjateng/amp.html.j2" if amp else "klikjateng/article.html.j2",
        visit,
        story=story,
        blocks=parts[number - 1],
        number=number,
        count=len(parts),
        graph=yoast_graph(story, visit.edition, HOME, HOME + address(story)),
    )
    return replace(answer, headers=_links(story))


def _links(story: Story) -> tuple[tuple[str, str], ...]:
    rest = f'<{HOME}/wp-json/>; rel="https://api.w.org/"'
    post = (
        f'<{HOME}/wp-json/wp/v2/posts/{post_id(story)}>; rel="alternate"; type="application/json"'
    )
    short = f"<{HOME}/?p={post_id(story)}>; rel=shortlink"
    return (("Link", ", ".join((rest, post, short))),)


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
    edition = visit.edition
    return rendering.page(template, edition, values, status=status, content_type=content_type)


def _views(story: Story) -> int:
    return 20 + variant(story.slug, 900, salt="views")


def _missing(visit: Visit) -> Answer:
    return _page("klikjateng/missing.html.j2", visit, status=HTTPStatus.NOT_FOUND)


_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/robots\.txt", _robots),
    (r"/(?:page/(?P<page>\d+)/?)?", _root),
    (r"/feed/", _feed),
    (r"/feed", _moved("/feed/")),
    (r"/(?:wp-)?sitemap\.xml", _moved("/sitemap_index.xml")),
    (r"/sitemap_(?P<kind>index)\.xml", _sitemap),
    (r"/(?P<kind>post|page|category)-sitemap\.xml", _sitemap),
    (r"/wp-json(?P<route>/.*)?", wordpress_rest.answer),
    (r"/wp-content/.*\.(?:jpg|png|webp)", _upload),
    (
        r"/(?P<kind>category|tag|author)/(?P<label>[a-z0-9-]+)"
        r"(?:/page/(?P<page>\d+))?(?P<feed>/feed)?/?",
        _archive,
    ),
    (rf"/(?P<name>{'|'.join(_STATIC)})/?", _static),
    (r"/(?P<slug>[^/]+?)(?:/(?P<part>\d+)|(?P<amp>/amp))?/?", _article),
)

SITE = Site(name="klikjateng", host=HOST, title="Klikjateng", routes=_ROUTES, missing=_missing)
