"""What holds for every bundled site: reachable stories, honest robots.txt, safe titles."""

import json

import pytest
from protego import Protego

from crawler.newsroom import portal, tribun, wordpress, wordpress_posts
from crawler.newsroom.server import Newsroom
from tests.newsroom.reader import ADDRESSES, AGENT, addresses, filled, get, story
from tests.newsroom.sites import LARGE

TRIBUN = "https://jateng.tribunnews.com"
KLIK = "https://klikjateng.id"
WARTA = "https://news.wartablora.com"


def test_every_bundled_story_has_a_page_that_shows_its_title(bundled: Newsroom) -> None:
    for site in (each for each in bundled.sites if each.host in ADDRESSES):
        titles = {each.title for each in site.stories}
        shown = set()
        for url in addresses(bundled, site.host):
            reply = get(bundled, url)
            assert reply.status == 200, url
            shown.add(reply.select("h1")[0])
        assert shown == titles


def test_bundled_pages_weigh_what_real_ones_weigh(bundled: Newsroom) -> None:
    for site in (each for each in bundled.sites if each.name in LARGE):
        for url in addresses(bundled, site.host):
            size = len(get(bundled, url).body)
            assert 40_000 < size < 122_000, (url, size)


def test_every_bundled_tribun_story_is_in_each_list_that_tribun_offers(bundled: Newsroom) -> None:
    (site,) = [each for each in bundled.sites if each.host == tribun.HOST]
    wanted = addresses(bundled, tribun.HOST)
    days = {each.published.date().isoformat() for each in site.stories}
    by_day = {
        link
        for day in days
        for link in get(bundled, f"{TRIBUN}/index-news?date={day}").links(".lsi h3 a")
    }
    undated = {
        link
        for number in (1, 2, 3)
        for link in get(bundled, f"{TRIBUN}/index-news?page={number}").links(".lsi h3 a")
    }
    assert by_day == undated == wanted
    assert get(bundled, f"{TRIBUN}/sitemap_web.xml").locations == wanted
    assert get(bundled, f"{TRIBUN}/sitemap_news.xml").locations == wanted
    assert set(get(bundled, f"{TRIBUN}/").links("#latestul h3 a")) == wanted


def test_every_bundled_klikjateng_story_is_in_each_list_that_it_offers(bundled: Newsroom) -> None:
    wanted = addresses(bundled, wordpress_posts.HOST)
    rest = get(bundled, f"{KLIK}/wp-json/wp/v2/posts?per_page=100&_fields=link").json
    feed = {
        link
        for number in (1, 2, 3)
        for link in get(bundled, f"{KLIK}/feed/?paged={number}").find("//item/link/text()")
    }
    home = {
        link
        for number in (1, 2, 3)
        for link in get(bundled, f"{KLIK}/page/{number}/").links("#infinite-container h2 a")
    }
    assert {each["link"] for each in rest} == feed == home == wanted
    assert get(bundled, f"{KLIK}/post-sitemap.xml").locations == wanted


def test_every_bundled_wartablora_story_is_on_a_section_page(bundled: Newsroom) -> None:
    sections = get(bundled, f"{WARTA}/").links(".menu-utama a")[1:]
    found: set[str] = set()
    for section in sections:
        url: str | None = f"{WARTA}{section}"
        while url:
            page = get(bundled, url)
            found.update(WARTA + link for link in page.links(".list-berita h3 a"))
            following = page.links(".halaman a.lanjut")
            url = WARTA + following[0] if following else None
    assert found == addresses(bundled, portal.HOST)


@pytest.mark.parametrize(
    ("site", "path", "allowed"),
    [
        (TRIBUN, "/index-news?date=2024-12-02", True),
        (TRIBUN, "/2024/12/03/kabar", True),
        (TRIBUN, "/rss", True),
        (TRIBUN, "/sitemap.xml", True),
        (TRIBUN, "/topic/berita-blora", False),
        (TRIBUN, "/tag/pasar", False),
        (TRIBUN, "/search?q=blora", False),
        (TRIBUN, "/ajax/latest", False),
        (TRIBUN, "/api/search", False),
        (TRIBUN, "/komentar/1", False),
        (KLIK, "/wp-json/wp/v2/posts", True),
        (KLIK, "/feed/", True),
        (KLIK, "/kabar", True),
        (KLIK, "/?s=blora", False),
        (KLIK, "/wp-admin/", False),
        (WARTA, "/pemerintahan", True),
        (WARTA, "/cetak/14001", False),
        (WARTA, "/cari?q=blora", False),
    ],
)
def test_robots_txt_says_what_a_guest_may_read(
    small: Newsroom, site: str, path: str, allowed: bool
) -> None:
    reply = get(small, f"{site}/robots.txt")
    assert reply.headers["Content-Type"].startswith("text/plain")
    assert Protego.parse(reply.text).can_fetch(site + path, AGENT) is allowed


@pytest.mark.parametrize("site", [TRIBUN, KLIK, WARTA])
def test_a_title_with_markup_and_quotes_is_shown_as_text(site: str) -> None:
    hostile = 'Wabup: "Layanan <b>cepat</b>" & murah</script><script>alert(1)</script>'
    sites = [
        filled(each, story(1, title=hostile)) for each in (tribun.SITE, wordpress.SITE, portal.SITE)
    ]
    with Newsroom(sites) as newsroom:
        page = get(newsroom, addresses(newsroom, site.removeprefix("https://")).pop())
    assert page.select("h1")[0] == hostile
    assert "alert(1)" not in [str(each.text) for each in page.tree.cssselect("script")]
    for block in page.tree.cssselect('script[type="application/ld+json"]'):
        assert json.loads(str(block.text))


@pytest.mark.parametrize(
    "url", [f"{TRIBUN}/redaksi", f"{KLIK}/redaksi", f"{WARTA}/redaksi", f"{KLIK}/category/wisata"]
)
def test_links_of_the_footer_and_menu_lead_somewhere(small: Newsroom, url: str) -> None:
    assert get(small, url).status == 200
