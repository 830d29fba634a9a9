"""klikjateng.id: WordPress with a theme of the GMR family, flat permalinks, feed and sitemap."""

import re
from collections.abc import Mapping
from dataclasses import replace

from crawler.newsroom import wordpress_lists, wordpress_rest
from crawler.newsroom.body import parts_of
from crawler.newsroom.edition import page_number
from crawler.newsroom.linked_data import yoast_graph
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, moved, redirect
from crawler.newsroom.stories import Story
from crawler.newsroom.wordpress_lists import Archives
from crawler.newsroom.wordpress_posts import HOME, HOST, address, post_id

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
_STATIC = ("redaksi", "pedoman-media-siber", "kontak", "tentang-kami")


def _root(visit: Visit, match: re.Match[str]) -> Answer | None:
    if visit.query.get("p"):
        return _ARCHIVES.short_link(visit)
    if "s" in visit.query:
        return _search(visit)
    number, heading = page_number(match["page"]), "Klikjateng - Portal Berita Jawa Tengah"
    return _ARCHIVES.list(visit, visit.edition.stories, number, path="/", heading=heading)


def _search(visit: Visit) -> Answer | None:
    words, number = visit.query["s"], page_number(visit.query.get("paged"))
    found = visit.edition.searched(words)
    return _ARCHIVES.list(visit, found, number, path="/", heading=f"Hasil pencarian: {words}")


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer:
    return _THEME.page(f"sitemap-{match['kind']}.xml", visit, static=_STATIC)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = visit.edition.find(lambda s: s.slug == match["slug"])
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
    answer = _THEME.page(
        "amp.html" if amp else "article.html",
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


def _values(visit: Visit) -> Mapping[str, object]:
    return wordpress_lists.values(address, _MENU)


_THEME = Theme(folder="klikjateng", home=HOME, values=_values)
_ARCHIVES = Archives(
    theme=_THEME,
    menu=_MENU,
    address=address,
    kinds={"category": "Kategori", "tag": "Tag", "author": "Penulis"},
)
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/(?:page/(?P<page>\d+)/?)?", _root),
    (r"/feed/", _ARCHIVES.feed),
    (r"/feed", moved(f"{HOME}/feed/")),
    (r"/(?:wp-)?sitemap\.xml", moved(f"{HOME}/sitemap_index.xml")),
    (r"/sitemap_(?P<kind>index)\.xml", _sitemap),
    (r"/(?P<kind>post|page|category)-sitemap\.xml", _sitemap),
    (r"/wp-json(?P<route>/.*)?", wordpress_rest.answer),
    (r"/wp-content/.*\.(?:jpg|png|webp)", photo),
    (
        r"/(?P<kind>category|tag|author)/(?P<label>[a-z0-9-]+)"
        r"(?:/page/(?P<page>\d+))?(?P<feed>/feed)?/?",
        _ARCHIVES.archive,
    ),
    (rf"/(?P<name>{'|'.join(_STATIC)})/?", _THEME.plain("static.html")),
    (r"/(?P<slug>[^/]+?)(?:/(?P<part>\d+)|(?P<amp>/amp))?/?", _article),
)

SITE = Site(
    name="klikjateng",
    host=HOST,
    title="Klikjateng",
    routes=_ROUTES,
    missing=_THEME.missing,
)
