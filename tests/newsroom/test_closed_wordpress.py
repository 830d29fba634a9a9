"""suarabaru.id answers as WordPress with JNews whose REST is closed."""

from collections.abc import Iterator

import pytest
from protego import Protego

from crawler.newsroom import closed_wordpress
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import AGENT, LONG, filled, get, stories

SUARA = "https://suarabaru.id"
FIRST = "/2024/12/03/kabar-pasar-1/"
SPLIT = "/2024/12/09/tiga-halaman/"


@pytest.fixture(scope="module")
def suara() -> Iterator[Newsroom]:
    """Twenty-four stories, and one of three pages."""
    given = [each for each in stories(25) if each.id != LONG.id]
    with Newsroom([filled(closed_wordpress.SITE, *given, LONG)]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def bundled_suara() -> Iterator[Newsroom]:
    """The stories that come with Piagam."""
    with Newsroom([filled(closed_wordpress.SITE, *load_stories("suarabaru"))]) as newsroom:
        yield newsroom


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        (FIRST, 200, None),
        (FIRST.rstrip("/"), 301, FIRST),
        ("/kabar-pasar-1/", 301, FIRST),
        ("/2024/12/30/kabar-pasar-1/", 301, FIRST),
        ("/?p=14001", 301, FIRST),
        ("/?p=1", 404, None),
        (f"{FIRST}amp/", 200, None),
        (f"{FIRST}amp", 301, f"{FIRST}amp/"),
        (f"{FIRST}?amp=1", 200, None),
        (f"{FIRST}?amp=1&noamp=mobile", 301, FIRST),
        (f"{SPLIT}2/", 200, None),
        (f"{SPLIT}2", 301, f"{SPLIT}2/"),
        (f"{SPLIT}?page=3", 301, f"{SPLIT}3/"),
        (f"{SPLIT}9/", 301, SPLIT),
        ("/feed", 301, "/feed/"),
        ("/feed/?paged=3", 200, None),
        ("/feed/?paged=4", 404, None),
        ("/wp-json/", 401, None),
        ("/wp-json/wp/v2/posts?per_page=100", 401, None),
        ("/sitemap.xml", 301, "/wp-sitemap.xml"),
        ("/sitemap_index.xml", 404, None),
        ("/page/3/", 200, None),
        ("/page/4/", 404, None),
        ("/2024/12/03/", 200, None),
        ("/2024/12/", 200, None),
        ("/2023/01/", 404, None),
        ("/category/ekonomi/", 200, None),
        ("/category/ekonomi/feed/", 200, None),
        ("/category/tak-ada/", 404, None),
        ("/tag/pasar/page/2/", 200, None),
        ("/author/rahma-wulandari/", 200, None),
        ("/?s=pasar", 200, None),
        ("/redaksi/", 200, None),
        ("/tak-ada/", 404, None),
    ],
)
def test_suarabaru_addresses(suara: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(suara, SUARA + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and SUARA + location)


def test_suarabaru_rest_asks_for_a_login(suara: Newsroom) -> None:
    answer = get(suara, f"{SUARA}/wp-json/wp/v2/posts").json
    assert (answer["code"], answer["data"]) == ("rest_not_logged_in", {"status": 401})


def test_the_feed_and_the_sitemap_of_suarabaru_list_every_story(suara: Newsroom) -> None:
    (site,) = suara.sites
    wanted = {SUARA + closed_wordpress.address(each) for each in site.stories}
    pages = [get(suara, f"{SUARA}/feed/?paged={n}") for n in (1, 2, 3)]
    feed = [link for page in pages for link in page.find("//item/link/text()")]
    assert len(feed) == len(wanted)
    assert set(feed) == wanted
    assert pages[0].find("//content:encoded/text()") == []
    index = get(suara, f"{SUARA}/wp-sitemap.xml").find("//s:sitemap/s:loc/text()")
    assert get(suara, index[0]).locations == wanted
    assert all(get(suara, url).status == 200 for url in index)


def test_a_suarabaru_list_has_ten_stories_and_an_old_one_on_top(suara: Newsroom) -> None:
    page = get(suara, f"{SUARA}/")
    assert page.links(".jeg_hero_item_1 h2 a") == [SUARA + FIRST]
    assert len(page.links(".jeg_load_more_flag .jeg_post_title a")) == 10
    assert page.links("a.page_nav.next") == [f"{SUARA}/page/2/"]


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("h1.jeg_post_title", "Kabar Pasar Hari ke-2"),
        (".entry-header .jeg_meta_author a", "Rahma Wulandari"),
        (".entry-header .jeg_meta_date a", "4 Desember 2024 06:30"),
        (".jeg_featured .wp-caption-text", "Pedagang menata cabai. Foto: Prokompim"),
        (".content-inner .jnews_inline_related_post_wrapper .jeg_block_title", "BacaJuga"),
        (".content-inner .jeg_ad", "ADVERTISEMENT"),
        (".content-inner .code-block", "banner 468x60"),
        (".content-inner .wp-caption", "Pedagang menata cabai. Foto: Prokompim"),
        (".content-inner .sharedaddy h3", "Bagikan ini:"),
        (".content-inner .jp-relatedposts h3", "Terkait"),
        (".content-inner .crp_related h3", "Related Posts:"),
        (".content-inner .jeg_post_tags a", "pasar"),
    ],
)
def test_the_parts_of_a_suarabaru_page(suara: Newsroom, selector: str, text: str) -> None:
    assert get(suara, f"{SUARA}/2024/12/04/kabar-pasar-2/").select(selector)[0] == text


def test_the_body_of_a_suarabaru_page(suara: Newsroom) -> None:
    page = get(suara, SUARA + FIRST)
    body = page.select(".content-inner")[0]
    assert "BLORA (SUARABARU.ID) – Harga cabai turun. Pembeli ramai." in body
    assert "BACA JUGA: " in body
    assert "(Rah)" in body
    assert [each.get("alt") for each in page.tree.cssselect(".code-block img")] == ["kop"]


def test_a_suarabaru_story_names_its_twins(suara: Newsroom) -> None:
    page, amp = get(suara, SUARA + FIRST), get(suara, f"{SUARA}{FIRST}amp/")
    assert page.links("link[rel=canonical]") == amp.links("link[rel=canonical]") == [SUARA + FIRST]
    assert page.links("link[rel=shortlink]") == [f"{SUARA}/?p=14001"]
    assert page.links("link[rel=amphtml]") == [f"{SUARA}{FIRST}amp/"]


def test_a_split_suarabaru_story_goes_on_below_its_address(suara: Newsroom) -> None:
    first, second = get(suara, SUARA + SPLIT), get(suara, f"{SUARA}{SPLIT}2/")
    assert first.links(".jeg_pagelinks a.page_number") == [
        f"{SUARA}{SPLIT}2/",
        f"{SUARA}{SPLIT}3/",
    ]
    assert first.select(".jeg_pagelinks .page_info") == ["Page 1 of 3"]
    texts = [page.select(".content-inner")[0] for page in (first, second)]
    assert ["Satu." in text for text in texts] == [True, False]
    assert ["Tiga." in text for text in texts] == [False, True]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [(FIRST, True), ("/feed/?paged=2", True), ("/?s=blora", False), ("/wp-admin/", False)],
)
def test_suarabaru_says_what_a_guest_may_read(suara: Newsroom, path: str, allowed: bool) -> None:
    robots = Protego.parse(get(suara, f"{SUARA}/robots.txt").text)
    assert robots.can_fetch(SUARA + path, AGENT) is allowed


def test_bundled_suarabaru_pages_weigh_what_real_ones_weigh(bundled_suara: Newsroom) -> None:
    (site,) = bundled_suara.sites
    for each in site.stories:
        page = get(bundled_suara, SUARA + closed_wordpress.address(each))
        assert page.select("h1") == [each.title]
        assert 40_000 < len(page.body) < 122_000
