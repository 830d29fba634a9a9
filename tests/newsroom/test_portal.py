"""news.wartablora.com answers as a home-made portal without feed and sitemap."""

import pytest

from crawler.newsroom.server import Newsroom
from tests.newsroom.reader import get

WARTA = "https://news.wartablora.com"


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/ekonomi/kabar-pasar-1-aB3dE5gH-14001", 200, None),
        (
            "/ekonomi/kabar-pasar-1-aB3dE5gH-14001/",
            301,
            "/ekonomi/kabar-pasar-1-aB3dE5gH-14001",
        ),
        ("/politik/judul-lama-aB3dE5gH-14001", 301, "/ekonomi/kabar-pasar-1-aB3dE5gH-14001"),
        ("/ekonomi/kabar-pasar-1-ab3de5gh-14001", 404, None),
        ("/ekonomi/kabar-pasar-1-aB3dE5gH-99999", 404, None),
        ("/ekonomi", 200, None),
        ("/ekonomi?page=99", 200, None),
        ("/tak-ada", 404, None),
        ("/feed/", 404, None),
        ("/feed", 404, None),
        ("/rss", 404, None),
        ("/rss.xml", 404, None),
        ("/sitemap.xml", 404, None),
        ("/sitemap_index.xml", 404, None),
        ("/wp-json/", 404, None),
        ("/cetak/14001", 200, None),
        ("/cari?q=pasar", 200, None),
    ],
)
def test_wartablora_addresses(
    small: Newsroom, path: str, status: int, location: str | None
) -> None:
    reply = get(small, WARTA + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and WARTA + location)


def test_wartablora_section_pages_have_ten_stories(full: Newsroom) -> None:
    first, last, beyond = (get(full, f"{WARTA}/ekonomi?page={n}") for n in (1, 12, 13))
    assert [len(page.links(".list-berita h3 a")) for page in (first, last, beyond)] == [10, 5, 0]
    assert first.links(".list-berita h3 a")[0] == "/ekonomi/kabar-pasar-229-aB3dE5gH-14229"
    assert first.links(".halaman a.lanjut") == ["/ekonomi?page=2"]
    assert last.links(".halaman a.lanjut") == []


def test_the_parts_of_a_wartablora_page_come_in_the_order_of_the_outlet(small: Newsroom) -> None:
    page = get(small, f"{WARTA}/pemerintahan/kabar-pasar-2-aB3dE5gH-14002")
    (detail,) = page.select(".detail-berita")
    parts = [
        "Kabar Pasar Hari ke-2",
        "Foto: Prokompim",
        "Pedagang menata cabai.",
        "Rabu, 04 Desember 2024 06:30 WIB",
        "BLORA (wartablora.com)—Harga cabai turun. Pembeli ramai.",
        "- Merah: 30 - Rawit: 40",
        "Penulis: Rahma Wulandari | Editor: Seto Nugroho",
        "Bagikan:",
    ]
    places = [detail.index(part) for part in parts]
    assert places == sorted(places)


def test_a_wartablora_page_carries_little_about_itself(small: Newsroom) -> None:
    page = get(small, f"{WARTA}/pemerintahan/kabar-pasar-2-aB3dE5gH-14002")
    assert page.tree.cssselect('script[type="application/ld+json"]') == []
    assert page.links("link[rel=canonical], link[type*=rss]") == []
    named = {str(each.get("property")) for each in page.tree.cssselect("meta[property]")}
    assert named == {"og:title", "og:url", "og:image"}
    assert page.tree.cssselect("time") == []
