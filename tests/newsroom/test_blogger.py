"""www.seputarblora.my.id answers as Blogger does: Atom feed, whole posts in lists, mobile twin."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from crawler.newsroom import blogger
from crawler.newsroom.blogger import address
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import LONG, Reply, filled, get, stories, story

BLOG = blogger.HOME
FIRST = "/2024/12/kabar-pasar-1.html"
_ATOM = "*[local-name()='{}']"


@pytest.fixture(scope="module")
def blog() -> Iterator[Newsroom]:
    """Two stories and one that other sites print on three pages."""
    with Newsroom([filled(blogger.SITE, *stories(2), LONG)]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def full_blog() -> Iterator[Newsroom]:
    """60 stories of two months and more."""
    with Newsroom([filled(blogger.SITE, *stories(60))]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def bundled_blog() -> Iterator[Newsroom]:
    """The stories that come with Piagam."""
    with Newsroom([filled(blogger.SITE, *load_stories("seputarblora"))]) as newsroom:
        yield newsroom


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        (FIRST, 200, None),
        (f"{FIRST}?m=1", 200, None),
        (f"{FIRST}?m=0", 200, None),
        ("/2024/11/kabar-pasar-1.html", 404, None),
        ("/2024/12/Kabar-Pasar-1.html", 404, None),
        ("/2024/12/kabar-pasar-1", 404, None),
        ("/", 200, None),
        ("/2024/", 200, None),
        ("/2024/12", 200, None),
        ("/search", 200, None),
        ("/search?q=cabai", 200, None),
        ("/search/label/Ekonomi", 200, None),
        ("/search/label/Tak%20Ada", 200, None),
        ("/p/redaksi.html", 200, None),
        ("/feeds/posts/default", 200, None),
        ("/feeds/posts/summary", 200, None),
        ("/feeds/posts/default/-/pasar", 200, None),
        ("/atom.xml", 301, "/feeds/posts/default"),
        ("/rss.xml", 301, "/feeds/posts/default"),
        ("/sitemap.xml", 200, None),
        ("/sitemap-pages.xml", 200, None),
        ("/wp-json/", 404, None),
        ("/feed/", 404, None),
    ],
)
def test_blogger_addresses(blog: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(blog, BLOG + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and BLOG + location)


def test_the_bare_host_leads_to_the_one_with_www(blog: Newsroom) -> None:
    reply = get(blog, f"https://seputarblora.my.id{FIRST}")
    assert (reply.status, reply.headers["Location"]) == (301, BLOG + FIRST)


def test_the_feed_is_paged_from_one_and_says_how_many_entries_there_are(
    full_blog: Newsroom,
) -> None:
    pages = [_feed(full_blog, f"?start-index={at}&max-results=25") for at in (1, 26, 51, 76)]
    assert [len(_links(page, "alternate")) for page in pages] == [25, 25, 10, 0]
    assert {page.find(_total("totalResults"))[0] for page in pages} == {"60"}
    assert [page.find(_total("startIndex"))[0] for page in pages] == ["1", "26", "51", "76"]
    told = [link for page in pages for link in _links(page, "alternate")]
    assert told == [BLOG + address(each) for each in reversed(stories(60))]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 25),
        ("?max-results=500", 60),
        ("?max-results=3", 3),
        ("?max-results=viele", 25),
        ("?start-index=0&max-results=2", 2),
        ("?start-index=58", 3),
    ],
)
def test_the_feed_gives_as_many_entries_as_it_is_asked_for(
    full_blog: Newsroom, query: str, count: int
) -> None:
    assert len(_links(_feed(full_blog, query), "alternate")) == count


def test_the_feed_links_its_neighbours_and_writes_times_with_an_offset(
    full_blog: Newsroom,
) -> None:
    page = _feed(full_blog, "?start-index=26&max-results=25")
    at_top = f"/{_ATOM.format('feed')}/{_ATOM.format('link')}"
    assert page.find(f"{at_top}[@rel='previous']/@href") == [
        f"{BLOG}/feeds/posts/default?start-index=1&max-results=25"
    ]
    assert page.find(f"{at_top}[@rel='next']/@href") == [
        f"{BLOG}/feeds/posts/default?start-index=51&max-results=25"
    ]
    last = _feed(full_blog, "?start-index=51&max-results=25")
    assert last.find(f"{at_top}[@rel='next']/@href") == []
    times = last.find(f"//{_ATOM.format('published')}/text()")
    assert times[-1] == "2024-12-03T06:30:00.000+07:00"


def test_the_feed_holds_whole_posts_and_its_summary_does_not(blog: Newsroom) -> None:
    whole, short = _feed(blog), get(blog, f"{BLOG}/feeds/posts/summary")
    contents = whole.find(f"//{_ATOM.format('content')}/text()")
    assert any("Pasar tetap buka." in each for each in contents)
    assert short.find(f"//{_ATOM.format('content')}/text()") == []
    assert len(short.find(f"//{_ATOM.format('summary')}/text()")) == 3


@pytest.mark.parametrize("path", ["/", "/2024/", "/2024/12/", "/search/label/pasar"])
def test_a_list_holds_several_whole_posts(blog: Newsroom, path: str) -> None:
    page = get(blog, BLOG + path)
    posts = page.select("div.post-body.entry-content")
    assert len(posts) >= 2
    assert any("Lima." in post for post in posts)
    assert page.tree.cssselect("h1") == []


def test_label_pages_lead_to_older_posts(full_blog: Newsroom) -> None:
    url: str | None = f"{BLOG}/search/label/{quote('Ekonomi')}"
    found: list[str] = []
    while url:
        page = get(full_blog, url)
        found += page.links("h2.post-title a")
        older = page.links("a.blog-pager-older-link")
        url = older[0] if older else None
    assert found == [BLOG + address(s) for s in reversed(stories(60)) if s.section == "ekonomi"]


def test_the_home_page_pins_an_old_post(full_blog: Newsroom) -> None:
    page = get(full_blog, f"{BLOG}/")
    assert page.links(".FeaturedPost h3 a") == [BLOG + FIRST]
    assert BLOG + FIRST not in page.links("h2.post-title a")


def test_the_sitemap_lists_every_post(blog: Newsroom) -> None:
    wanted = {BLOG + address(each) for each in (*stories(2), LONG)}
    assert get(blog, f"{BLOG}/sitemap.xml").locations == wanted


def test_the_mobile_twin_has_the_same_post_and_names_the_plain_address(blog: Newsroom) -> None:
    plain, mobile = get(blog, BLOG + FIRST), get(blog, f"{BLOG}{FIRST}?m=1")
    assert plain.select("div.post-body") == mobile.select("div.post-body")
    assert {p.links("link[rel=canonical]")[0] for p in (plain, mobile)} == {BLOG + FIRST}
    assert plain.select("#PopularPosts1")
    assert mobile.select("#PopularPosts1") == []
    assert "mobile" in str(mobile.tree.body.get("class"))


def test_the_parts_of_a_post_come_in_the_order_of_a_default_theme(blog: Newsroom) -> None:
    page = get(blog, BLOG + FIRST)
    (main,) = page.select("#main")
    parts = [
        "Selasa, 03 Desember 2024",
        "Kabar Pasar Hari ke-1",
        "Pedagang menata cabai. (Foto: Prokompim)",
        "𝗕𝗟𝗢𝗥𝗔 — Harga cabai turun.",
        "Merah: 30",
        "Pasar tetap buka.",
        "Editor: Seto Nugroho",
        "Diposting oleh Rahma Wulandari",
        "06.30",
        "Label: Ekonomi, pasar, hari 1",
        "Berita Terkait",
        "Posting Komentar",
        "Posting Lama",
    ]
    places = [main.index(part) for part in parts]
    assert places == sorted(places)
    assert page.linked_data["datePublished"] == "2024-12-03T06:30:00+07:00"
    (time,) = page.tree.cssselect("abbr.published")
    assert time.get("title") == "2024-12-03T06:30:00+07:00"


def test_a_post_is_typed_in_three_habits_with_a_link_to_another_story_in_between(
    full_blog: Newsroom,
) -> None:
    seen = set()
    for each in stories(12):
        page = get(full_blog, BLOG + address(each))
        (body,) = page.select("div.post-body.entry-content")
        assert "baca juga" in body.lower()
        boxes, paragraphs = (len(page.select(f"div.post-body > {e}")) for e in ("div", "p"))
        seen.add("boxes" if boxes > 5 else "paragraphs" if paragraphs > 3 else "lines")
    assert seen == {"boxes", "lines", "paragraphs"}


def test_the_city_of_the_dateline_is_written_in_mathematical_letters() -> None:
    assert blogger.bold("Kota Tegal") != "KOTA TEGAL"
    assert unicodedata.normalize("NFKC", blogger.bold("Kota Tegal")) == "KOTA TEGAL"


def test_every_bundled_story_is_in_the_feed_and_has_a_page_of_usual_weight(
    bundled_blog: Newsroom,
) -> None:
    (site,) = bundled_blog.sites
    assert set(_links(_feed(bundled_blog), "alternate")) == {
        BLOG + address(each) for each in site.stories
    }
    for each in site.stories:
        page = get(bundled_blog, BLOG + address(each))
        assert page.select("h1") == [each.title]
        assert 40_000 < len(page.body) < 122_000
        assert len(each.slug) <= 39


def test_a_title_with_markup_stays_text() -> None:
    hostile = 'Wabup: "Layanan <b>cepat</b>" & murah</script><script>alert(1)</script>'
    with Newsroom([filled(blogger.SITE, story(1, title=hostile))]) as newsroom:
        page, feed = get(newsroom, BLOG + FIRST), _feed(newsroom)
    assert page.select("h1") == [hostile]
    assert page.linked_data["headline"] == hostile
    entry = f"//{_ATOM.format('entry')}/{_ATOM.format('title')}/text()"
    assert feed.find(entry) == [hostile]


def _feed(newsroom: Newsroom, query: str = "") -> Reply:
    return get(newsroom, f"{BLOG}/feeds/posts/default{query}")


def _links(page: Reply, rel: str) -> list[str]:
    entry = f"//{_ATOM.format('entry')}/{_ATOM.format('link')}"
    return page.find(f"{entry}[@rel='{rel}'][@type='text/html']/@href")


def _total(name: str) -> str:
    return f"/*/{_ATOM.format(name)}/text()"
