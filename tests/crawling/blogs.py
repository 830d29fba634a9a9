"""WordPress sites that nobody described, with other themes and permalinks than the newsroom's."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape

from crawler.newsroom.site import JSON, TEXT, XML, Answer, Site, Visit

PLACES = (
    *("Sumberagung", "Karangrejo", "Watulawang", "Banyuurip", "Tanjungsari", "Kedungwuni"),
    *("Wonolelo", "Girimulyo", "Purwodadi Lor", "Sendangmulyo", "Jatirejo", "Kalipucang"),
)
_TOPICS = (
    *("saluran irigasi", "jembatan gantung", "pasar ikan", "balai pertemuan", "kebun bibit"),
    *("embung", "posyandu", "jalan usaha tani", "bank sampah", "sumur bor", "lapangan voli"),
    "perpustakaan keliling",
)
_FIRST_DAY = datetime(2026, 11, 2, 1, 15, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One story of a blog; `paragraphs` are its text, whatever the theme prints around it."""

    id: int
    slug: str
    title: str
    section: str
    at: datetime
    paragraphs: tuple[str, ...]


def _post(number: int) -> Post:
    place, topic = PLACES[number], _TOPICS[number]
    return Post(
        id=310 + 7 * number,
        slug=f"warga-{place}-rampungkan-{topic}".lower().replace(" ", "-"),
        title=f"Warga {place} Rampungkan {topic.title()} dalam {number + 3} Pekan",
        section=("ekonomi", "desa")[number % 2],
        at=_FIRST_DAY + timedelta(days=number, hours=number % 5),
        paragraphs=(
            f"Warga Desa {place} merampungkan pembangunan {topic} setelah bekerja bakti selama"
            f" {number + 3} pekan. Pekerjaan selesai lebih cepat dari rencana semula.",
            f"Kepala Desa {place} mengatakan {topic} itu dibiayai dari iuran warga dan dana desa."
            f" Nilainya mencapai Rp {number + 41} juta.",
            f"“Kami tidak menunggu bantuan, sebab {topic} sudah lama dinanti,” ujarnya di {place}.",
            f"Sebanyak {number + 60} keluarga bergiliran menyumbang tenaga. Para ibu di {place}"
            " menyiapkan makan siang bagi yang bekerja.",
            f"Pemerintah kecamatan berjanji menjadikan {topic} di {place} contoh bagi desa lain.",
        ),
    )


_FRONT = "<title>Pemerintah Karang</title><p>Selamat datang. <a href='/berita/'>Berita</a></p>"
POSTS = tuple(_post(number) for number in reversed(range(len(PLACES))))
"""Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How a theme prints a post: its own names for everything, and its own furniture."""

    body: str
    """Start tag of the element that holds the text."""
    around: str = "<article class='hentry'>{inside}</article>"
    head: str = "<h1>{title}</h1>"
    """Above the text; may name {title}, {stamp} and {day}."""
    between: Sequence[str] = ()
    """What follows paragraph one, two, …; may name {other} and {link}."""
    behind: str = ""
    """Inside the text's element, behind the last paragraph."""
    below: str = ""
    """Below the text, outside its element; may name {other}, {link} and {others}."""
    paragraph: str = "<p>{text}</p>\n"
    meta: str = ""
    """Into <head>; may name {title}, {stamp} and {url}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blog:
    """A WordPress site: its permalinks, what it offers, and its theme."""

    name: str
    title: str
    permalink: Callable[[Post], str]
    """Path, with a query where there is one."""
    theme: Theme
    rest: str | None = "/wp-json/"
    """Path of the REST interface; None where it answers 401."""
    feed: str | None = "/feed/"
    sitemap: bool = True
    posts: tuple[Post, ...] = POSTS
    list_size: int = 5
    home_goes_on: bool = True
    """Whether the home page leads to older stories; the pages of the sections always do."""
    robots: str = "User-agent: *\nDisallow: /wp-admin/\n"
    wordpress: bool = True
    """Whether the pages show what they are made with."""
    sections: tuple[str, ...] = field(default=("desa", "ekonomi"))
    folder: str = "/"
    """Where on its host it stands; elsewhere that host's root is another site."""

    @property
    def host(self) -> str:
        return f"{self.name}.example"

    @property
    def home(self) -> str:
        return f"https://{self.host}{self.folder}"

    def url(self, post: Post) -> str:
        return f"https://{self.host}{self.permalink(post)}"


def blog_site(blog: Blog) -> Site:
    """The blog as a site of the newsroom's server."""

    folder = re.escape(blog.folder.rstrip("/"))
    feed_path, _, feed_query = (blog.feed or "/feed/").partition("?")
    rest_path = (blog.rest or "/wp-json/").partition("?")[0]

    def robots(visit: Visit, match: re.Match[str]) -> Answer:
        return Answer(body=blog.robots.encode(), content_type=TEXT)

    def rest(visit: Visit, match: re.Match[str]) -> Answer | None:
        return _rest(blog, visit)

    def feed(visit: Visit, match: re.Match[str]) -> Answer | None:
        is_asked = blog.feed is not None and (not feed_query or "feed" in visit.query)
        return _feed(blog, int(visit.query.get("paged", "1"))) if is_asked else None

    def sitemap(visit: Visit, match: re.Match[str]) -> Answer | None:
        if not blog.sitemap:
            return None
        return _sitemap(blog) if match["posts"] else _sitemap_index(blog)

    def story(visit: Visit, match: re.Match[str]) -> Answer | None:
        return _at(blog, visit)

    def archive(visit: Visit, match: re.Match[str]) -> Answer | None:
        return _list(blog, match["name"], int(match["page"] or 1))

    return Site(
        name=blog.name,
        host=blog.host,
        title=blog.title,
        routes=(
            (r"/robots\.txt", robots),
            (rf"{re.escape(rest_path)}.*", rest),
            (re.escape(feed_path), feed),
            (r"/wp-sitemap(?P<posts>-posts-post-1)?\.xml", sitemap),
            (r"/.*", story),
            (rf"{folder}(?:/rubrik/(?P<name>\w+))?(?:/page/(?P<page>\d+))?/?", archive),
        ),
        missing=lambda visit: Answer(status=404, body=b"<title>Halaman tidak ditemukan</title>"),
    )


def _at(blog: Blog, visit: Visit) -> Answer | None:
    """The story at this address, or the front page of the other site that the host has."""
    asked = visit.path.rstrip("/") + (f"/?p={visit.query['p']}" if "p" in visit.query else "")
    if asked == "" and blog.folder != "/":
        return Answer(body=_FRONT.encode())
    posts = (post for post in blog.posts if blog.permalink(post).rstrip("/") == asked)
    return next((_story(blog, post) for post in posts), None)


def _rest(blog: Blog, visit: Visit) -> Answer | None:
    query = visit.query
    if blog.rest is None:
        code = b'{"code":"rest_not_logged_in","data":{"status":401}}'
        return Answer(status=401, body=code, content_type=JSON)
    route = query.get("rest_route") or f"/{visit.path.removeprefix(blog.rest)}"
    if route != "/wp/v2/posts":
        return None
    size, number = int(query.get("per_page", "10")), int(query.get("page", "1"))
    chosen = blog.posts[(number - 1) * size : number * size]
    pages = -(-len(blog.posts) // size)
    if number > pages:
        code = b'{"code":"rest_post_invalid_page_number","data":{"status":400}}'
        return Answer(status=400, body=code, content_type=JSON)
    told = [
        f'{{"id":{post.id},"link":"{blog.url(post)}","date_gmt":"{post.at:%Y-%m-%dT%H:%M:%S}",'
        f'"title":{{"rendered":"{post.title}"}}}}'
        for post in chosen
    ]
    return Answer(
        body=f"[{','.join(told)}]".encode(),
        content_type=JSON,
        headers=(("X-WP-TotalPages", str(pages)),),
    )


def _feed(blog: Blog, number: int) -> Answer | None:
    chosen = blog.posts[(number - 1) * blog.list_size : number * blog.list_size]
    if not chosen:
        return None
    items = "".join(
        f"<item><title>{escape(post.title)}</title><link>{escape(blog.url(post))}</link>"
        f"<pubDate>{post.at:%a, %d %b %Y %H:%M:%S +0000}</pubDate></item>"
        for post in chosen
    )
    return _xml(f"<rss version='2.0'><channel><title>{blog.title}</title>{items}</channel></rss>")


def _sitemap_index(blog: Blog) -> Answer:
    file = f"{blog.home}wp-sitemap-posts-post-1.xml"
    return _xml(f"<sitemapindex><sitemap><loc>{file}</loc></sitemap></sitemapindex>")


def _sitemap(blog: Blog) -> Answer:
    rows = "".join(f"<url><loc>{escape(blog.url(post))}</loc></url>" for post in blog.posts)
    return _xml(f"<urlset>{rows}</urlset>")


def _xml(text: str) -> Answer:
    return Answer(body=f"<?xml version='1.0'?>{text}".encode(), content_type=XML)


def _list(blog: Blog, section: str | None, number: int) -> Answer | None:
    posts = [post for post in blog.posts if section in (None, post.section)]
    chosen = posts[(number - 1) * blog.list_size : number * blog.list_size]
    if not chosen:
        return None
    cards = "".join(
        f"<div class='kartu'><h2><a href='{escape(blog.permalink(post))}'>{post.title}</a></h2>"
        f"<p>{post.paragraphs[0][:90]}…</p></div>"
        for post in chosen
    )
    folder = f"/rubrik/{section}" if section else ""
    older = f"<div class='nav'><a href='{folder}/page/{number + 1}/'>Tulisan lama</a></div>"
    goes_on = number * blog.list_size < len(posts) and (section or blog.home_goes_on)
    pager = older if goes_on else ""
    return _page(
        blog, blog.title, f"<main>{cards}{pager}</main>", "home blog" if not section else ""
    )


def _story(blog: Blog, post: Post) -> Answer:
    theme, stamp = blog.theme, f"{post.at:%Y-%m-%dT%H:%M:%S+00:00}"
    others = [each for each in blog.posts if each is not post]
    start = blog.posts.index(post)
    turned = (others[start:] + others[:start])[:4]
    cards = "".join(
        f"<div class='kartu'><h3><a href='{escape(blog.permalink(each))}'>{each.title}</a></h3>"
        f"<time datetime='{each.at:%Y-%m-%dT%H:%M:%S+00:00}'>{each.at:%d/%m/%Y}</time>"
        f"<p>{each.paragraphs[0][:90]}…</p></div>"
        for each in turned
    )
    words = {
        "title": post.title,
        "stamp": stamp,
        "day": f"{post.at + timedelta(hours=7):%d/%m/%Y %H:%M} WIB",
        "url": blog.url(post),
        "link": escape(blog.permalink(turned[0])),
        "other": turned[0].title,
        "others": cards,
        "site": blog.title,
    }
    text = "".join(_told(theme, post, words))
    tag = re.match(r"<(\w+)", theme.body)
    body = f"{theme.body}{text}{theme.behind.format(**words)}</{tag[1] if tag else 'div'}>"
    inside = f"{theme.head.format(**words)}{body}{theme.below.format(**words)}"
    page = theme.around.format(inside=inside)
    meta = theme.meta.format(**words)
    return _page(blog, f"{post.title} - {blog.title}", page, f"single postid-{post.id}", meta)


def _told(theme: Theme, post: Post, words: dict[str, str]) -> Iterator[str]:
    for number, text in enumerate(post.paragraphs):
        yield theme.paragraph.format(text=text)
        if number < len(theme.between):
            yield theme.between[number].format(**words)


def _page(blog: Blog, title: str, body: str, classes: str, meta: str = "") -> Answer:
    menu = "".join(
        f"<li><a href='{blog.folder}rubrik/{each}/'>{each.title()}</a></li>"
        for each in blog.sections
    )
    made = "<link rel='stylesheet' href='/wp-content/themes/x/style.css'>" if blog.wordpress else ""
    rest = f"<link rel='https://api.w.org/' href='{blog.rest}'>" if blog.rest else ""
    feed = (
        f"<link rel='alternate' type='application/rss+xml' href='{escape(blog.feed)}'>"
        if blog.feed
        else ""
    )
    return Answer(
        body=(
            f"<!doctype html><html lang='id'><head><meta charset='utf-8'><title>{title}</title>"
            f"<meta property='og:site_name' content='{blog.title}'>{made}{rest}{feed}{meta}</head>"
            f"<body class='{classes}'><header><a href='{blog.folder}'>{blog.title}</a><nav><ul>"
            f"{menu}<li><a href='/tentang/'>Tentang</a></li></ul></nav></header>"
            f"{body}<footer><p>Hak cipta {blog.title} 2026. Dilarang menyalin.</p></footer>"
            "</body></html>"
        ).encode()
    )
