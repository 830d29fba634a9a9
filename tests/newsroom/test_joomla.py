"""www.tegalkota.go.id answers as a Joomla site of a city: a category table and a print twin."""

from collections.abc import Iterator

import pytest

from crawler.newsroom import joomla
from crawler.newsroom.joomla import address
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import LONG, filled, get, stories, story

CITY = joomla.HOME
FIRST = "/berita/14001-kabar-pasar-1"


@pytest.fixture(scope="module")
def city() -> Iterator[Newsroom]:
    """Two stories and one that other sites print on three pages."""
    with Newsroom([filled(joomla.SITE, *stories(2), LONG)]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def full_city() -> Iterator[Newsroom]:
    """25 stories."""
    with Newsroom([filled(joomla.SITE, *stories(25))]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def bundled_city() -> Iterator[Newsroom]:
    """The stories that come with Piagam."""
    with Newsroom([filled(joomla.SITE, *load_stories("tegalkota"))]) as newsroom:
        yield newsroom


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        (FIRST, 200, None),
        (f"/index.php{FIRST}", 200, None),
        ("/berita/14001-judul-lama", 301, FIRST),
        ("/index.php?option=com_content&view=article&id=14001", 301, FIRST),
        ("/index.php?option=com_content&view=article&id=14001:kabar", 301, FIRST),
        ("/index.php?option=com_content&view=article&id=99", 404, None),
        ("/index.php", 200, None),
        ("/berita/99-kabar-pasar-1", 404, None),
        (f"{FIRST}?tmpl=component&print=1", 200, None),
        ("/", 200, None),
        ("/berita", 200, None),
        ("/index.php/berita", 200, None),
        ("/berita?start=990", 200, None),
        ("/component/tags/tag/pasar", 200, None),
        ("/component/tags/tag/tak-ada", 404, None),
        ("/component/search/?searchword=cabai", 200, None),
        ("/galeri/foto/21-hari-jadi", 200, None),
        ("/profil/visi-misi", 200, None),
        ("/pengumuman", 404, None),
        ("/feed/", 404, None),
        ("/sitemap.xml", 404, None),
    ],
)
def test_joomla_addresses(city: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(city, CITY + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and CITY + location)


def test_the_list_counts_entries_not_pages(full_city: Newsroom) -> None:
    pages = [get(full_city, f"{CITY}/berita{q}") for q in ("", "?start=10", "?start=20")]
    links = [page.links("table.category td.list-title a") for page in pages]
    assert [len(each) for each in links] == [10, 10, 5]
    assert [link for page in links for link in page] == [
        address(each) for each in reversed(stories(25))
    ]
    following = [page.links(".pagination-next a") for page in pages]
    assert following == [["/berita?start=10"], ["/berita?start=20"], []]
    assert pages[0].select("td.list-date")[0] == "27 Desember 2024"
    assert get(full_city, f"{CITY}/berita?start=990").select("td.list-title a") == []


def test_every_list_page_pins_an_old_story(full_city: Newsroom) -> None:
    for query in ("", "?start=10"):
        page = get(full_city, f"{CITY}/berita{query}")
        assert page.links("ul.category-module a") == [FIRST]


def test_the_parts_of_an_article_come_in_the_order_of_joomla(city: Newsroom) -> None:
    page = get(city, CITY + FIRST)
    (item,) = page.select("div.item-page")
    parts = [
        "Kabar Pasar Hari ke-1",
        "Cetak",
        "Ditulis oleh Admin Portal",
        "Kategori: Berita",
        "Diterbitkan: Selasa, 03 Desember 2024 06:30",
        "Dilihat:",
        "hari 1",
        "Pedagang menata cabai. Foto: Prokompim",
        "BLORA – Harga cabai turun.",
        "Merah: 30",
        "Pasar tetap buka.",
        "(Rahma Wulandari; Editor: Seto Nugroho)",
        "Bagikan:",
        "Sebelum",
        "Berita Terkait",
    ]
    places = [item.index(part) for part in parts]
    assert places == sorted(places)
    (time,) = page.tree.cssselect("dd.published time")
    assert time.get("datetime") == "2024-12-03T06:30:00+07:00"


def test_the_twins_of_an_article_hold_the_same_text(city: Newsroom) -> None:
    (print_link,) = get(city, CITY + FIRST).links("li.print-icon a")
    assert print_link == f"{FIRST}?tmpl=component&print=1"
    plain, printed, long = (
        get(city, CITY + path) for path in (FIRST, print_link, f"/index.php{FIRST}")
    )
    body = "[itemprop=articleBody]"
    assert plain.select(body) == printed.select(body) == long.select(body)
    assert long.links("link[rel=canonical]") == [CITY + FIRST]
    assert printed.tree.cssselect("meta[name=robots][content='noindex, nofollow']")
    assert printed.links("ul.latestnews a") == []


def test_other_pages_look_like_articles_and_have_other_addresses(city: Newsroom) -> None:
    page = get(city, f"{CITY}/profil/visi-misi")
    assert page.select("div.item-page h1") == ["Visi Misi"]
    album = get(city, f"{CITY}/galeri/foto/21-hari-jadi")
    assert album.select("div.item-page") == []


def test_every_bundled_story_is_in_the_table_and_has_a_page_of_usual_weight(
    bundled_city: Newsroom,
) -> None:
    (site,) = bundled_city.sites
    listed = get(bundled_city, f"{CITY}/berita").links("td.list-title a")
    assert listed == [address(each) for each in site.stories]
    assert set(listed) <= set(get(bundled_city, f"{CITY}/").links(".blog-featured h2 a"))
    for each in site.stories:
        page = get(bundled_city, CITY + address(each))
        assert page.select("h1") == [each.title]
        assert 40_000 < len(page.body) < 122_000


def test_a_title_with_markup_stays_text() -> None:
    hostile = 'Wabup: "Layanan <b>cepat</b>" & murah</script><script>alert(1)</script>'
    with Newsroom([filled(joomla.SITE, story(1, title=hostile))]) as newsroom:
        page = get(newsroom, CITY + FIRST)
    assert page.select("h1") == [hostile]
    assert not [s for s in page.tree.cssselect("script") if (s.text or "").startswith("alert")]
