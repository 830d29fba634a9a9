"""www.detik.com answers with the desks of Jateng and Jogja, an index in the US order of dates."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from crawler.newsroom import detik
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import FIRST_DAY, LONG, filled, get, stories, story

DETIK = "https://www.detik.com"
FIRST = "/jateng/ekonomi/d-14001/kabar-pasar-1"
THREE_PAGES = "/jateng/ekonomi/d-14007/tiga-halaman"
ITEMS = "#indeks-container .media__text h3 a"


@pytest.fixture(scope="module")
def desks() -> Iterator[Newsroom]:
    """Two stories of Jateng, one of three pages among them, and one of Jogja."""
    jogja = story(3, section="jogja")
    with Newsroom([filled(detik.SITE, story(1), jogja, LONG)], today=LONG.published.date()) as site:
        yield site


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        (FIRST, 200, None),
        ("/jateng/berita/d-14001/judul-lama", 301, FIRST),
        (f"{FIRST}/", 301, FIRST),
        (f"{FIRST}/amp", 200, None),
        (f"{FIRST}?single=1", 200, None),
        (f"{FIRST}/2", 302, FIRST),
        (f"{THREE_PAGES}/2", 200, None),
        ("/jogja/berita/d-14003/kabar-pasar-3", 200, None),
        ("/jateng/berita/d-99999/tak-ada", 404, None),
        ("/jateng/foto-jateng/d-14004/foto-kabar-pasar-1", 200, None),
        ("/", 302, "/jateng"),
        ("/jateng", 200, None),
        ("/jogja", 200, None),
        ("/jateng/wisata", 200, None),
        ("/jateng/tak-ada", 404, None),
        ("/jateng/indeks", 200, None),
        ("/jateng/rss", 200, None),
        ("/jateng/ekonomi/sitemap_news.xml", 200, None),
        ("/jateng/tak-ada/sitemap_news.xml", 404, None),
        ("/tag/pasar", 200, None),
        ("/tag/tak-ada", 404, None),
        ("/search/searchnews?query=pasar", 200, None),
        ("/redaksi", 200, None),
        ("/robots.txt", 200, None),
        ("/sitemap.xml", 404, None),
    ],
)
def test_detik_addresses(desks: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(desks, DETIK + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and DETIK + location)


def test_the_host_without_www_leads_to_the_one_with_it(desks: Newsroom) -> None:
    reply = get(desks, f"https://detik.com{FIRST}")
    assert (reply.status, reply.headers["Location"]) == (301, DETIK + FIRST)


def test_the_index_reads_months_before_days(desks: Newsroom) -> None:
    third, swapped = (
        get(desks, f"{DETIK}/jateng/indeks?date={asked}").links(ITEMS)
        for asked in ("12/03/2024", "03/12/2024")
    )
    pinned = DETIK + FIRST
    assert third == [pinned, pinned]
    assert swapped == [pinned]


def test_the_index_holds_its_own_desk_and_things_that_are_no_articles(desks: Newsroom) -> None:
    page = get(desks, f"{DETIK}/jogja/indeks?date=12/05/2024")
    links = page.links(".list-content .media__title a")
    wanted = f"{DETIK}/jogja/berita/d-14003/kabar-pasar-3"
    assert links[:2] == [wanted, wanted]
    assert f"{DETIK}/jogja/foto-jogja/d-14006/foto-kabar-pasar-3" in links
    assert [link for link in links if link.startswith("https://20.detik.com/")]
    assert DETIK + FIRST not in links


def test_a_day_of_the_index_has_pages_of_twenty() -> None:
    full = filled(detik.SITE, *stories(41, section="berita", published=FIRST_DAY))
    with Newsroom([full]) as newsroom:
        address = f"{DETIK}/jateng/indeks?date=12/02/2024&page="
        pages = [get(newsroom, f"{address}{number}") for number in (1, 2, 3, 4)]
    assert [len(page.links(ITEMS)) - 1 for page in pages] == [20, 20, 1, 0]
    assert [page.links(".pagination__item[dtr-act=Next]") for page in pages[:3]] == [
        [f"{address}2"],
        [f"{address}3"],
        [],
    ]


def test_the_feed_and_the_sitemap_hold_the_stories_of_one_desk(desks: Newsroom) -> None:
    feed = get(desks, f"{DETIK}/jogja/rss").find("//item/link/text()")
    sitemap = get(desks, f"{DETIK}/jateng/ekonomi/sitemap_news.xml").locations
    assert feed == [f"{DETIK}/jogja/berita/d-14003/kabar-pasar-3"]
    assert sitemap == {DETIK + FIRST, DETIK + THREE_PAGES}


def test_a_long_story_has_pages_and_one_view_of_all(desks: Newsroom) -> None:
    body = ".detail__body-text"
    first, second, whole, amp = (
        get(desks, f"{DETIK}{THREE_PAGES}{tail}") for tail in ("", "/2", "?single=1", "/amp")
    )
    assert first.links(".detail__anchor a") == [
        f"{DETIK}{THREE_PAGES}{tail}" for tail in ("", "/2", "/3")
    ]
    assert "Baca selengkapnya di halaman selanjutnya." in first.select(body)[0]
    assert "Tiga." in second.select(body)[0]
    assert "Satu." not in second.select(body)[0]
    for page in (whole, amp):
        assert all(word in page.select(body)[0] for word in ("Satu.", "Tiga.", "Lima."))
        assert "halaman selanjutnya" not in page.select(body)[0]
    for page in (first, second, whole, amp):
        assert page.links("link[rel=canonical]") == [DETIK + THREE_PAGES]


def test_a_detik_page_carries_its_furniture(desks: Newsroom) -> None:
    page = get(desks, DETIK + FIRST)
    assert page.select(".detail__author") == ["Rahma Wulandari - detikJateng"]
    assert page.select(".detail__date") == ["Selasa, 03 Des 2024 06:30 WIB"]
    assert page.select(".detail__media-caption") == ["Pedagang menata cabai. Foto: Prokompim"]
    assert page.select(".detail__body-tag a") == ["pasar", "hari 1"]
    tables = page.select(".itp_bodycontent .noncontent > table.linksisip .lihatjg")
    assert tables
    assert all(each.startswith("Baca juga: ") for each in tables)
    assert page.select(".parallaxindetail") == ["SCROLL TO CONTINUE WITH CONTENT"]
    assert page.select(".itp_bodycontent strong")[0] == "BLORA"
    assert page.linked_data["@type"] == "NewsArticle"


def test_bundled_detik_stories_end_in_initials_and_some_name_a_video() -> None:
    site = replace(detik.SITE, stories=load_stories(detik.SITE.name))
    with Newsroom([site]) as newsroom:
        pages = [get(newsroom, f"{DETIK}{detik.address(s)}?single=1") for s in site.stories]
    bodies = [page.select(".detail__body-text")[0] for page in pages]
    assert all(40_000 < len(page.body) < 122_000 for page in pages)
    assert all(body.endswith(("(apl/ahr)", "(aku/apl)")) for body in bodies)
    assert [body for body in bodies if "[Gambas:Video 20detik]" in body]


def test_the_photo_page_and_the_tag_page_look_a_little_like_articles(desks: Newsroom) -> None:
    for path in ("/jateng/foto-jateng/d-14004/foto-kabar-pasar-1", "/tag/pasar"):
        page = get(desks, DETIK + path)
        assert page.meta("og:type") == "article"
        assert page.select(".detail__body-text") == []
