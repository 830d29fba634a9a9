"""Discovery pages of every kind: what they list, and why some tell nothing."""

import gzip
import json
import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from spiders.feeds import read_feed
from spiders.indexes import read_index
from spiders.loader import SHIPPED
from spiders.outlet import Source, SourceKind, load_outlet
from spiders.sitemaps import may_hold, read_sitemap
from spiders.wordpress import read_posts
from storage.addresses import Found

ZONE = "Asia/Jakarta"
WIB = timezone(timedelta(hours=7))
HOME = "https://kabardesa.id/"
EVENING = datetime(2024, 12, 2, 23, 6, tzinfo=WIB)

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><link>https://kabardesa.id/</link>
<item><title> Lurah
 raih piagam </title><link>https://kabardesa.id/a</link>
<pubDate>Mon, 02 Dec 2024 23:06:00 +0700</pubDate></item>
<item><title><![CDATA[Jalan & <em>jembatan</em>]]></title><guid isPermaLink="true">https://kabardesa.id/b</guid></item>
<item><title>Tanpa alamat</title><guid isPermaLink="false">123</guid></item>
<item><title>Aneh</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Lurah raih piagam</title>
<link rel="self" href="https://kabardesa.id/a.atom"/><link href="/a"/>
<published>2024-12-02T23:06:00+07:00</published></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<item><title>Lurah raih piagam</title><link>https://kabardesa.id/a</link>
<dc:date>2024-12-02T23:06:00</dc:date></item></rdf:RDF>"""
FIRST = Found(url="https://kabardesa.id/a", title="Lurah raih piagam", published=EVENING)


@pytest.mark.parametrize("text", [RSS, ATOM, RDF], ids=["RSS", "Atom", "RDF"])
def test_a_feed_gives_address_title_and_time(text: str) -> None:
    assert read_feed(text.encode(), url=f"{HOME}feed/", zone=ZONE).found[0] == FIRST


def test_a_feed_entry_without_a_web_address_is_left_out() -> None:
    listing = read_feed(RSS.encode(), url=f"{HOME}feed/", zone=ZONE)
    assert [found.url for found in listing.found] == [f"{HOME}a", f"{HOME}b"]
    assert listing.found[1] == Found(url=f"{HOME}b", title="Jalan & jembatan")


HOME_ONLY = RSS.replace("kabardesa.id/a", "kabardesa.id").replace("kabardesa.id/b", "kabardesa.id")


def test_stories_that_are_the_home_page_with_a_number_are_stories() -> None:
    link = "<item><title>Panen</title><link>https://desa.id/?p=12</link></item>"
    listing = read_feed(
        f"<rss><channel>{link}</channel></rss>".encode(), url="https://desa.id/", zone="UTC"
    )
    assert [each.url for each in listing.found] == ["https://desa.id/?p=12"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "<!DOCTYPE html><html><body>Maaf</body></html>",
            "the feed is an HTML page instead of XML",
        ),
        ("<html xmlns='x'><body/></html>", "the feed is an HTML page instead of XML"),
        ("<urlset></urlset>", "the feed is no feed but <urlset>"),
        ("", "the feed is an empty answer instead of XML"),
        ("Service unavailable", "the feed is "),
        (HOME_ONLY, "every link of the feed is the home page"),
    ],
    ids=["HTML", "XHTML", "sitemap", "empty", "words", "home page only"],
)
def test_a_feed_that_is_none_says_what_it_is(text: str, problem: str) -> None:
    listing = read_feed(text.encode(), url=f"{HOME}feed/", zone=ZONE)
    assert listing.found == ()
    assert (listing.problem or "").startswith(problem)


def test_entities_of_a_feed_are_not_resolved() -> None:
    bomb = RSS.replace(
        "<rss", '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><rss'
    ).replace("Jalan & jembatan", "x")
    text = bomb.replace(" Lurah\n raih piagam ", "&a;&b;")
    listing = read_feed(text.encode(), url=f"{HOME}feed/", zone=ZONE)
    assert listing.found[0].title == "&a;&b;"


@pytest.mark.parametrize("text", [RSS, ATOM, RDF], ids=["RSS", "Atom", "RDF"])
def test_of_a_feed_that_breaks_off_the_whole_entries_are_read_and_it_is_noted(text: str) -> None:
    """Wherever it breaks off; half an address would be a wrong one."""
    whole = read_feed(text.encode(), url=f"{HOME}feed/", zone=ZONE)
    assert (whole.remark, whole.may_be_skipped) == (None, True)
    root = text.index("<item" if "<item" in text else "<entry")
    for length in range(root, len(text) - 1):
        listing = read_feed(text[:length].encode(), url=f"{HOME}feed/", zone=ZONE)
        assert listing.found == whole.found[: len(listing.found)]
        said = listing.problem or listing.remark or ""
        assert said.startswith("the feed breaks off ")
        assert listing.problem or not listing.may_be_skipped


NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://kabardesa.id/lama</loc><news:news>
<news:publication_date>2024-12-01T08:00:00+07:00</news:publication_date></news:news></url>
<url><loc><![CDATA[https://kabardesa.id/a]]></loc><news:news>
<news:publication_date>2024-12-02T23:06:00+07:00</news:publication_date>
<news:title><![CDATA[Lurah raih piagam]]></news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://kabardesa.id/sitemap_news.xml</loc><lastmod>2024-12-02</lastmod></sitemap>
<sitemap><loc>https://kabardesa.id/sitemap_images.xml</loc><lastmod>2024-12-02</lastmod></sitemap>
</sitemapindex>"""


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_news_sitemap_is_read_newest_first(packed: bool) -> None:
    body = gzip.compress(NEWS.encode()) if packed else NEWS.encode()
    listing = read_sitemap(body, url=f"{HOME}sitemap.xml", zone=ZONE, wanted=None)
    assert listing.found[0] == FIRST
    assert listing.found[1].url == f"{HOME}lama"
    assert listing.is_last


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_of_a_sitemap_that_breaks_off_the_whole_entries_are_read_and_it_is_noted(
    packed: bool,
) -> None:
    body = NEWS[:-60].encode()
    listing = read_sitemap(
        gzip.compress(body)[:-4] if packed else body, url=HOME, zone=ZONE, wanted=None
    )
    assert [found.url for found in listing.found] == [f"{HOME}lama"]
    assert (listing.remark or "").startswith("the sitemap breaks off in the middle")
    assert not listing.may_be_skipped


def test_of_a_sitemap_index_only_the_wanted_files_are_read() -> None:
    wanted = re.compile(r"sitemap[-_]news\.xml$")
    listing = read_sitemap(INDEX.encode(), url=f"{HOME}sitemap.xml", zone=ZONE, wanted=wanted)
    assert listing.children == (f"{HOME}sitemap_news.xml",)
    assert listing.may_be_skipped


@pytest.mark.parametrize(
    ("name", "changed", "holds"),
    [
        ("berita.xml", None, True),
        ("berita.xml", EVENING, True),
        ("berita.xml", EVENING - timedelta(days=1), False),
        ("berita-2024-12.xml", None, True),
        ("berita-2024-11.xml", None, False),
        ("2024/12/01.xml", None, False),
        ("post-20241202.xml", None, True),
        ("post-sitemap2024.xml", None, True),
    ],
)
def test_files_of_a_sitemap_index_are_chosen_by_their_date_else_by_their_name(
    name: str, changed: datetime | None, holds: bool
) -> None:
    assert may_hold(f"{HOME}{name}", changed, date(2024, 12, 2)) is holds


def test_lists_that_say_when_a_story_changed_are_read_for_it() -> None:
    later = datetime(2024, 12, 3, 7, 0, tzinfo=WIB)
    sitemap = NEWS.replace("<url><loc><![", f"<url><lastmod>{later.isoformat()}</lastmod><loc><![")
    atom = ATOM.replace("</entry>", f"<updated>{later.isoformat()}</updated></entry>")
    post = {**POSTS[0], "modified_gmt": "2024-12-03T00:00:00"} if isinstance(POSTS[0], dict) else {}
    listings = (
        read_sitemap(sitemap.encode(), url=HOME, zone=ZONE, wanted=None),
        read_feed(atom.encode(), url=HOME, zone=ZONE),
        read_posts(json.dumps([post]).encode(), url=HOME, page=1, pages=1),
    )
    assert [listing.found[0].modified for listing in listings] == [later] * 3


def test_an_index_without_dates_does_not_speak_for_its_files() -> None:
    undated = INDEX.replace("<lastmod>2024-12-02</lastmod>", "")
    listing = read_sitemap(undated.encode(), url=f"{HOME}sitemap.xml", zone=ZONE, wanted=None)
    assert len(listing.children) == 2
    assert not listing.may_be_skipped


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<html><body>404</body></html>", "the sitemap is an HTML page instead of XML"),
        (b"\x1f\x8b\x08broken", "the sitemap is broken gzip"),
        (gzip.compress(b" " * (51 << 20)), "the sitemap is larger than"),
        (b"<rss/>", "the sitemap is no sitemap but <rss>"),
        (INDEX.replace("news", "x").encode(), "the sitemap index names none of the files"),
    ],
    ids=["HTML", "broken gzip", "bomb", "feed", "no wanted file"],
)
def test_a_sitemap_that_is_none_says_what_it_is(body: bytes, problem: str) -> None:
    wanted = re.compile(r"sitemap[-_]news\.xml$")
    listing = read_sitemap(body, url=f"{HOME}sitemap.xml", zone=ZONE, wanted=wanted)
    assert (listing.problem or "").startswith(problem)


POSTS = [
    {
        "id": 1,
        "link": f"{HOME}a",
        "date_gmt": "2024-12-02T16:06:00",
        "title": {"rendered": "<em>Lurah</em> &#8220;raih&#8221; piagam"},
    },
    {"id": 2, "link": f"{HOME}b"},
    {"id": 3, "link": None},
    "nonsense",
]


def test_a_page_of_posts_gives_address_title_and_the_moment_in_gmt() -> None:
    listing = read_posts(json.dumps(POSTS).encode(), url=HOME, page=1, pages=2)
    assert listing.found == (
        Found(url=f"{HOME}a", title="Lurah “raih” piagam", published=EVENING.astimezone(UTC)),
        Found(url=f"{HOME}b"),
    )
    assert not listing.is_last


@pytest.mark.parametrize(
    ("answer", "page", "pages", "is_last"),
    [
        (POSTS, 2, 2, True),
        (POSTS, 2, None, False),
        ([], 3, None, True),
        ({"code": "rest_post_invalid_page_number"}, 3, None, True),
    ],
)
def test_the_last_page_of_posts_is_known(
    answer: object, page: int, pages: int | None, is_last: bool
) -> None:
    listing = read_posts(json.dumps(answer).encode(), url=HOME, page=page, pages=pages)
    assert listing.is_last is is_last
    assert listing.problem is None


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<html>Just a moment...</html>", "REST gives an HTML page instead of posts"),
        (b'[{"link": ', "REST gives broken JSON instead of posts"),
        (b'{"code": "rest_cannot_access"}', "REST refuses: rest_cannot_access"),
        (b"17", "REST gives no list of posts"),
        (b"\xff\xfe", "REST gives broken JSON instead of posts"),
    ],
)
def test_rest_that_gives_no_posts_says_what_it_gives(body: bytes, problem: str) -> None:
    assert read_posts(body, url=HOME, page=1, pages=None).problem == problem


PAGE = """<html><head><link rel="next" href="/indeks?page=2"></head><body>
<ul class="lsi"><li><time datetime="2024-12-02T23:06:00+07:00">tadi</time>
<a href="/a"><img src="x.jpg" alt=""></a><h3><a href="/a" title="Lurah raih piagam">Lurah …</a></h3>
<h4><a href="/topic/x">Topik</a></h4></li></ul>
<aside><a href="https://kabardesa.id/b">Samping</a> <a href="mailto:a@b.id">Surat</a>
<a href="http://[broken">Rusak</a></aside></body></html>"""


def source(**selectors: str) -> Source:
    tribun = load_outlet(SHIPPED / "wartablora.toml").sources[0]
    fields = {name: getattr(tribun, name) for name in Source.__dataclass_fields__}
    return Source(**{**fields, "kind": SourceKind.LISTING, **selectors})


def test_an_index_page_with_selectors_gives_its_entries_only() -> None:
    chosen = source(item="ul.lsi > li", link="h3 a[href]", time="time")
    listing = read_index(PAGE.encode(), url=HOME, zone=ZONE, charset=None, source=chosen)
    assert listing.found == (FIRST,)
    assert listing.next == f"{HOME}indeks?page=2"


def test_an_index_page_without_selectors_gives_every_link_once_with_its_words() -> None:
    listing = read_index(PAGE.encode(), url=HOME, zone=ZONE, charset="utf-8", source=source())
    assert [(found.url, found.title) for found in listing.found] == [
        (f"{HOME}a", "Lurah raih piagam"),
        (f"{HOME}topic/x", "Topik"),
        (f"{HOME}b", "Samping"),
    ]


def test_an_empty_index_page_is_a_problem() -> None:
    listing = read_index(b" ", url=HOME, zone=ZONE, charset=None, source=source())
    assert listing.problem == "the page is empty"


def test_the_placeholders_of_a_source_are_filled() -> None:
    index, *_ = load_outlet(SHIPPED / "tribun-jateng.toml").sources
    day = date(2024, 12, 2)
    assert index.first_url(day, "") == "https://jateng.tribunnews.com/index-news?date=2024-12-02"
    assert index.later_url(2, day, "") is None
    rest, *_ = load_outlet(SHIPPED / "klikjateng.toml").sources
    assert (rest.later_url(2, day, "") or "").endswith("&page=2")


def test_a_site_that_counts_entries_is_asked_for_the_offset_of_a_page() -> None:
    feed, *_ = load_outlet(SHIPPED / "seputarblora.toml").sources
    day = date(2024, 12, 2)
    third = feed.later_url(3, day, "")
    assert third is not None
    assert "start-index=50&" in third
