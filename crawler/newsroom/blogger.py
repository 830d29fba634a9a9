"""www.seputarblora.my.id: a local paper on Blogger, with an Atom feed and whole posts in lists."""

import re
from collections.abc import Mapping
from datetime import datetime

from crawler.newsroom.dates import WIB, full_date
from crawler.newsroom.edition import variant
from crawler.newsroom.linked_data import Graph, article_graph
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Page, Site, Visit, moved
from crawler.newsroom.stories import Story

HOST = "www.seputarblora.my.id"
HOME = f"https://{HOST}"
BLOG_ID = 7_316_204_855_190_462_377
LIST_SIZE = 6
_FEED = "application/atom+xml; charset=UTF-8"
_FEED_SIZE = 25
_MOST_ENTRIES = 150
_STATIC = ("redaksi", "pedoman-media-siber", "tentang-kami", "kontak")
_BOLD_CAPITAL_A = 0x1D5D4


def address(story: Story) -> str:
    """Path of a story: month and slug."""
    return f"/{story.published.astimezone(WIB):%Y/%m}/{story.slug}.html"


def post_id(story: Story) -> int:
    """The number that Blogger gave the post."""
    return BLOG_ID - variant(story.slug, 2_000_000_000, salt="post")


def labels(story: Story) -> tuple[str, ...]:
    """The rubric and the tags, which are all labels here."""
    return (story.section.replace("-", " ").title(), *story.tags)


def bold(text: str) -> str:
    """`BLORA` in mathematical letters, as typed into a post to look bold everywhere."""
    return "".join(
        chr(_BOLD_CAPITAL_A + ord(char) - ord("A")) if "A" <= char <= "Z" else char
        for char in text.upper()
    )


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    return _posts(visit, visit.edition.stories, path="/search")


def _label(visit: Visit, match: re.Match[str]) -> Answer:
    name = match["label"]
    found = tuple(s for s in visit.edition.stories if name in labels(s))
    return _posts(visit, found, path=f"/search/label/{name}", heading=name)


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    asked = visit.query.get("q")
    return _posts(visit, visit.edition.searched(asked or ""), path="/search", heading=asked)


def _archive(visit: Visit, match: re.Match[str]) -> Answer:
    found = tuple(s for s in visit.edition.stories if address(s).startswith(f"/{match['month']}/"))
    return _posts(visit, found, path=visit.path, heading=match["month"], size=_MOST_ENTRIES)


def _posts(
    visit: Visit,
    stories: tuple[Story, ...],
    *,
    path: str,
    heading: str | None = None,
    size: int = LIST_SIZE,
) -> Answer:
    """A page of whole posts; the older ones begin before the time in the query."""
    before = _moment(visit.query.get("updated-max"))
    left = tuple(s for s in stories if before is None or s.published < before)
    older = left[size - 1].published if len(left) > size else None
    return _THEME.page(
        "list.html", visit, stories=left[:size], older=older, path=path, heading=heading
    )


def _moment(written: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _feed(visit: Visit, match: re.Match[str]) -> Answer:
    label = match["label"]
    found = tuple(s for s in visit.edition.stories if label is None or label in labels(s))
    start = max(_number(visit.query.get("start-index"), 1), 1)
    size = min(_number(visit.query.get("max-results"), _FEED_SIZE), _MOST_ENTRIES)
    return _THEME.page(
        "feed.xml",
        visit,
        content_type=_FEED,
        stories=found[start - 1 : start - 1 + size],
        start=start,
        size=size,
        total=len(found),
        kind=match["kind"],
        path=visit.path,
    )


def _number(written: str | None, otherwise: int) -> int:
    is_number = written is not None and written.isascii() and written.isdigit()
    return int(written or 0) if is_number else otherwise


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer:
    return _THEME.page(f"sitemap{match['kind'] or ''}.xml", visit, static=_STATIC)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = visit.edition.find(lambda s: address(s) == visit.path)
    if story is None:
        return None
    graph = _graph(story, visit.edition.modified(story))
    return _THEME.page("article.html", visit, story=story, graph=graph)


def _graph(story: Story, modified: datetime) -> Graph:
    own = {
        "@context": "http://schema.org",
        "@type": "BlogPosting",
        "image": {"@type": "ImageObject", "url": _photo(story, 1200)},
        "publisher": {"@type": "Organization", "name": "Blogger"},
        "author": {"@type": "Person", "name": _poster(story)},
    }
    return article_graph(story, modified, HOME + address(story), own)


def _photo(story: Story, width: int) -> str:
    number = post_id(story)
    return f"https://blogger.googleusercontent.com/img/b/R29vZ2xl/{number:x}/w{width}/{story.slug}"


def _poster(story: Story) -> str:
    return story.authors[0] if story.authors else "Redaksi"


def _values(visit: Visit) -> Mapping[str, object]:
    return {
        "is_mobile": visit.query.get("m") == "1",
        "blog_id": BLOG_ID,
        "address": address,
        "post_id": post_id,
        "labels": labels,
        "bold": bold,
        "photo": _photo,
        "poster": _poster,
        "day": lambda at: full_date(at, padded=True)[: -len(" 00:00 WIB")],
    }


_THEME = Theme(folder="blogger", home=HOME, values=_values)
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/(?:index\.html)?", _home),
    (r"/feeds/posts/(?P<kind>default|summary)(?:/-/(?P<label>[^/]+))?/?", _feed),
    (r"/(?:atom|rss)\.xml", moved(f"{HOME}/feeds/posts/default")),
    (r"/sitemap(?P<kind>-pages)?\.xml", _sitemap),
    (r"/search/label/(?P<label>[^/]+)/?", _label),
    (r"/search", _search),
    (rf"/p/(?P<name>{'|'.join(_STATIC)})\.html", _THEME.plain("static.html")),
    (r"/favicon\.ico", photo),
    (r"/(?P<month>\d{4}(?:/\d{2})?)/?", _archive),
    (r"/\d{4}/\d{2}/[A-Za-z0-9_-]+\.html", _article),
)

SITE = Site(
    name="seputarblora",
    host=HOST,
    title="Seputar Blora",
    routes=_ROUTES,
    missing=_THEME.missing,
)
