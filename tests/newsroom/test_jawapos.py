"""radarsemarang.jawapos.com answers as Next.js, the story in the data of the page."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html
from protego import Protego

from crawler.newsroom import jawapos
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import AGENT, LONG, Reply, filled, get, story

RADAR = "https://radarsemarang.jawapos.com"
FIRST = "/ekonomi/7210000001/kabar-pasar-1"


@pytest.fixture(scope="module")
def radar() -> Iterator[Newsroom]:
    """Forty stories, and one of three parts."""
    given = [story(n, id=7_210_000_000 + n) for n in range(1, 42) if n != 7]
    long = story(7, id=7_210_000_007, slug=LONG.slug, body=LONG.body)
    with Newsroom([filled(jawapos.SITE, *given, long)]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def bundled_radar() -> Iterator[Newsroom]:
    """The stories that come with Piagam."""
    with Newsroom([filled(jawapos.SITE, *load_stories("radarsemarang"))]) as newsroom:
        yield newsroom


def props(reply: Reply) -> Any:
    """What the page hands to its scripts."""
    (script,) = reply.tree.cssselect("script#__NEXT_DATA__")
    return json.loads(str(script.text))["props"]["pageProps"]


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        (FIRST, 200, None),
        (f"{FIRST}?page=2", 200, None),
        (f"{FIRST}/", 308, FIRST),
        ("/politik/7210000001/judul-lama", 308, FIRST),
        ("/ekonomi/7210999999/kabar-pasar-1", 404, None),
        ("/ekonomi/721000000/kabar-pasar-1", 404, None),
        ("/foto/7210000001/kabar-pasar-1", 200, None),
        ("/", 200, None),
        ("/ekonomi", 200, None),
        ("/berita", 200, None),
        ("/tak-ada", 404, None),
        ("/tag/pasar", 200, None),
        ("/tag/tak-ada", 404, None),
        ("/search?q=pasar", 200, None),
        ("/api/articles", 404, None),
        ("/redaksi", 200, None),
        ("/rss", 404, None),
        ("/sitemap.xml", 404, None),
        ("/wp-json/", 404, None),
    ],
)
def test_radar_addresses(radar: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(radar, RADAR + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and RADAR + location)


@pytest.mark.parametrize("path", ["/", "/ekonomi"])
def test_a_radar_list_shows_its_first_page_whatever_page_is_asked_for(
    radar: Newsroom, path: str
) -> None:
    first, second = get(radar, RADAR + path), get(radar, f"{RADAR}{path}?page=2")
    assert first.body == second.body
    assert len(props(first)["initialArticles"]) == 20
    assert {each["url"] for each in props(first)["initialArticles"]} <= set(first.links("main a"))


def test_a_radar_list_repeats_its_newest_story_and_pins_the_oldest(radar: Newsroom) -> None:
    links = get(radar, f"{RADAR}/").links("h2 a")
    assert links.count("/ekonomi/7210000041/kabar-pasar-41") == 2
    assert FIRST in get(radar, f"{RADAR}/").links("aside a")


def test_a_radar_story_is_in_the_data_of_its_page_and_not_in_the_markup(radar: Newsroom) -> None:
    page = get(radar, f"{RADAR}/ekonomi/7210000007/tiga-halaman")
    content = html.fragment_fromstring(props(page)["article"]["content"], create_parent="div")
    text = " ".join(content.text_content().split())
    assert all(word in text for word in ("Satu.", "Dua.", "Tiga.", "Empat", "Lima."))
    assert "BLORA – Satu." in text
    assert text.startswith("RADARSEMARANG.")
    assert text.endswith("(rah/set)")
    assert "Satu." not in page.select("main")[0]


def test_the_content_of_a_radar_story_has_teasers_and_empty_paragraphs(radar: Newsroom) -> None:
    content = props(get(radar, RADAR + FIRST))["article"]["content"]
    tree = html.fragment_fromstring(content, create_parent="div")
    assert len(tree.cssselect("p > strong.readmore > a[href^='/']")) == 2
    assert {each.text_content().strip() for each in tree.cssselect("p.page")} == {""}


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("h1", "Kabar Pasar Hari ke-2"),
        ("h1 + div", "Rahma Wulandari- Rabu, 4 Desember 2024 | 06:30 WIB"),
        ("figcaption", "Pedagang menata cabai. (Prokompim)"),
        ("main > p", "Editor : Seto Nugroho"),
        ("main section h3", "Artikel Terkait"),
    ],
)
def test_the_parts_of_a_radar_page(radar: Newsroom, selector: str, text: str) -> None:
    page = get(radar, f"{RADAR}/pemerintahan/7210000002/kabar-pasar-2")
    assert page.select(selector)[0] == text


def test_a_radar_page_has_no_linked_data(radar: Newsroom) -> None:
    page = get(radar, RADAR + FIRST)
    assert page.tree.cssselect('script[type="application/ld+json"]') == []
    assert page.links("link[rel=canonical]") == [RADAR + FIRST]


def test_the_data_of_a_radar_story_can_be_asked_for_alone(radar: Newsroom) -> None:
    reply = get(radar, f"{RADAR}/_next/data/{jawapos.BUILD}{FIRST}.json")
    assert reply.json["pageProps"]["article"]["title"] == "Kabar Pasar Hari ke-1"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [(FIRST, True), ("/ekonomi?page=2", True), ("/search?q=a", False), ("/api/articles", False)],
)
def test_radar_closes_search_and_api_to_guests(radar: Newsroom, path: str, allowed: bool) -> None:
    robots = Protego.parse(get(radar, f"{RADAR}/robots.txt").text)
    assert robots.can_fetch(RADAR + path, AGENT) is allowed


def test_a_radar_title_with_markup_is_shown_as_text() -> None:
    hostile = 'Wabup: "Layanan <b>cepat</b>" & murah</script><script>alert(1)</script>'
    given = story(1, id=7_210_000_001, title=hostile)
    with Newsroom([filled(jawapos.SITE, given)]) as newsroom:
        page = get(newsroom, RADAR + FIRST)
    assert page.select("h1") == [hostile]
    assert props(page)["article"]["title"] == hostile


def test_every_bundled_radar_story_is_on_the_home_page_and_weighs_like_a_real_one(
    bundled_radar: Newsroom,
) -> None:
    (site,) = bundled_radar.sites
    wanted = {jawapos.address(each) for each in site.stories}
    assert wanted <= set(get(bundled_radar, f"{RADAR}/").links("main h2 a"))
    for path in wanted:
        assert 40_000 < len(get(bundled_radar, RADAR + path).body) < 122_000
