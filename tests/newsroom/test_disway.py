"""jateng.disway.id answers as the Disway platform does."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from protego import Protego

from crawler.newsroom import disway
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import AGENT, LONG, filled, get, stories, story

DISWAY = "https://jateng.disway.id"
CARDS = "section div.bottom-15 div.media-content h2.media-heading a"


@pytest.fixture(scope="module")
def few() -> Iterator[Newsroom]:
    """A plain story, one of a brand, and one of three pages."""
    branded = story(2, section="banjarnegara")
    with Newsroom([filled(disway.SITE, story(1), branded, LONG)]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def many() -> Iterator[Newsroom]:
    """40 stories."""
    with Newsroom([filled(disway.SITE, *stories(40))]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def bundled_disway() -> Iterator[Newsroom]:
    """The stories that come with Piagam."""
    site = replace(disway.SITE, stories=load_stories(disway.SITE.name))
    with Newsroom([site]) as newsroom:
        yield newsroom


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/read/14001/kabar-pasar-1", 200, None),
        ("/read/14001/kabar-pasar-1/", 301, "/read/14001/kabar-pasar-1"),
        ("/amp/14001/kabar-pasar-1", 200, None),
        ("/banjarnegara/read/14002/kabar-pasar-2", 200, None),
        ("/read/14002/kabar-pasar-2", 301, "/banjarnegara/read/14002/kabar-pasar-2"),
        ("/amp/14002/kabar-pasar-2", 200, None),
        ("/banjarnegara/amp/14002/kabar-pasar-2", 301, "/amp/14002/kabar-pasar-2"),
        ("/read/14007/tiga-halaman/15", 200, None),
        ("/read/14007/tiga-halaman/30", 200, None),
        ("/read/14007/judul-lama/30", 301, "/read/14007/tiga-halaman/30"),
        ("/read/14007/tiga-halaman/45", 302, "/read/14007/tiga-halaman"),
        ("/read/14007/tiga-halaman/16", 302, "/read/14007/tiga-halaman"),
        ("/amp/14007/tiga-halaman/16", 200, None),
        ("/read/99999/tak-ada", 404, None),
        ("/15", 200, None),
        ("/offset/15", 200, None),
        ("/kategori/ekonomi", 200, None),
        ("/kategori/ekonomi/30", 200, None),
        ("/banjarnegara", 200, None),
        ("/kategori/tak-ada", 404, None),
        ("/listtag/101/pasar", 200, None),
        ("/listtag/101/tak-ada", 404, None),
        ("/redaksi", 200, None),
        ("/rss", 404, None),
        ("/feed", 404, None),
        ("/sitemap.xml", 404, None),
    ],
)
def test_disway_addresses(few: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(few, DISWAY + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and DISWAY + location)


@pytest.mark.parametrize(
    ("pages", "counts"),
    [
        (("", "/15", "/30", "/45"), (15, 15, 10, 0)),
        (("/kategori/ekonomi", "/kategori/ekonomi/15", "/kategori/ekonomi/30"), (15, 5, 0)),
    ],
)
def test_pages_are_counted_by_entries(
    many: Newsroom, pages: tuple[str, ...], counts: tuple[int, ...]
) -> None:
    told = [_stories(get(many, DISWAY + path).links(CARDS)) for path in pages]
    pinned = 1 if not pages[0] else 0
    assert tuple(len(set(links)) for links in told) == (counts if not pinned else (16, 16, 10, 1))
    assert len({link for links in told for link in links}) == sum(counts)
    assert get(many, DISWAY + pages[0]).links("ul.pagination li a[rel=next]") == [DISWAY + pages[1]]


def test_the_home_page_pins_an_old_card_and_shows_one_of_a_sister_paper(many: Newsroom) -> None:
    links = get(many, f"{DISWAY}/").links(CARDS)
    assert links[0] == f"{DISWAY}/read/14001/kabar-pasar-1"
    assert [link for link in links if link.startswith("https://radartegal.disway.id/read/")]
    assert [link for link in links if link.startswith("/read/")]


def test_an_article_carries_the_furniture_of_the_platform(few: Newsroom) -> None:
    page = get(few, f"{DISWAY}/banjarnegara/read/14002/kabar-pasar-2")
    assert page.select("div.post h1") == ["Kabar Pasar Hari ke-2"]
    assert page.select("div.post .post-info span") == [
        "Rabu 04-12-2024,06:30 WIB",
        "Reporter : Rahma Wulandari",
        "Editor : Seto Nugroho",
    ]
    assert re.fullmatch(
        r"Pedagang menata cabai\.(?:-istimewa-|--Prokompim/ diswayjateng\.id)",
        page.select("div.post div.text-center.text-grey")[0],
    )
    (body,) = page.select("div.post .text-black-1")
    assert re.match(r"BLORA, diswayjateng\.id [–-] Harga cabai turun\. Pembeli ramai\.", body)
    assert len(page.select("div.post p strong a")) >= 2
    assert "BACA JUGA:Kabar" in body or "BACA JUGA:Tiga" in body
    assert "Cek Berita dan Artikel yang lain di Google News" in body
    assert page.links("link[rel=canonical]") == [f"{DISWAY}/banjarnegara/read/14002/kabar-pasar-2"]
    assert re.search(r"/upload/[0-9a-f]{32}\.jpg", page.text)


def test_a_long_story_goes_on_at_an_offset(few: Newsroom) -> None:
    url = f"{DISWAY}/read/14007/tiga-halaman"
    pages = [get(few, url + offset) for offset in ("", "/15", "/30")]
    for page, words in zip(pages, ({"Dua."}, {"Tiga.", "- Empat"}, {"Lima."}), strict=True):
        assert words <= set(page.select(".text-black-1 p"))
        assert page.links("div.post ul.pagination li a") == [url, f"{url}/15", f"{url}/30"]
        assert page.links("link[rel=canonical]") == [url]
    assert "Google News" not in pages[0].select(".text-black-1")[0]
    assert "Google News" in pages[2].select(".text-black-1")[0]


def test_the_amp_twin_counts_in_sixteens_and_names_the_article(few: Newsroom) -> None:
    twin = get(few, f"{DISWAY}/amp/14007/tiga-halaman/16")
    assert twin.links("link[rel=canonical]") == [f"{DISWAY}/read/14007/tiga-halaman"]
    assert f"{DISWAY}/amp/14007/tiga-halaman/32" in twin.links("ul.pagination li a")
    assert "Senin 09-12-2024,06:30 WIB" in twin.text
    assert "Reporter : Rahma Wulandari" in twin.text


def test_robots_txt_keeps_readers_from_the_search_alone(few: Newsroom) -> None:
    rules = Protego.parse(get(few, f"{DISWAY}/robots.txt").text)
    assert rules.can_fetch(f"{DISWAY}/15", AGENT)
    assert not rules.can_fetch(f"{DISWAY}/search", AGENT)


def test_every_bundled_story_of_disway_has_a_page_of_real_weight(
    bundled_disway: Newsroom,
) -> None:
    (site,) = bundled_disway.sites
    assert len(site.stories) == 6
    listed = {link.removeprefix(DISWAY) for link in get(bundled_disway, f"{DISWAY}/").links(CARDS)}
    for each in site.stories:
        page = get(bundled_disway, DISWAY + disway.address(each))
        assert page.select("div.post h1") == [each.title]
        assert disway.address(each) in listed
        assert 40_000 < len(page.body) < 122_000


def _stories(links: list[str]) -> list[str]:
    own = [link.removeprefix(DISWAY) for link in links]
    return [link for link in own if link.startswith("/")]
