"""regional.kompas.com answers, and indeks.kompas.com lists its stories by day."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from crawler.newsroom import kompas
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import FIRST_DAY, LONG, filled, get, stories, story

KOMPAS = "https://regional.kompas.com"
INDEX = "https://indeks.kompas.com"
FIRST = "/read/2024/12/03/063000078/kabar-pasar-1"
THREE_PAGES = "/read/2024/12/09/063000078/tiga-halaman"
ITEMS = ".articleItem a.article-link"


@pytest.fixture(scope="module")
def hosts() -> Iterator[Newsroom]:
    """Three stories, one of three pages among them, on both hosts."""
    told = (story(1), story(2), LONG)
    with Newsroom([filled(site, *told) for site in (kompas.SITE, kompas.INDEX_SITE)]) as newsroom:
        yield newsroom


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        (FIRST, 200, None),
        (f"{FIRST}/", 301, FIRST),
        ("/read/2024/12/03/063000078/judul-lama", 301, FIRST),
        ("/read/2024/12/03/063001078/kabar-pasar-1", 404, None),
        ("/copy/2024/12/03/063000078/kabar-pasar-1", 200, None),
        ("/read/24L03063000078/kabar-pasar-1", 200, None),
        ("/read/24L03063000078/judul-lama", 404, None),
        ("/image/2024/12/03/063000078/kabar-pasar-1?page=1", 200, None),
        (f"{FIRST}?page=all", 200, None),
        (f"{FIRST}?page=2", 302, FIRST),
        (f"{THREE_PAGES}?page=2", 200, None),
        ("/", 200, None),
        ("/jawa-tengah", 200, None),
        ("/tak-ada", 404, None),
        ("/about-us", 200, None),
        ("/robots.txt", 200, None),
        ("/rss", 404, None),
        ("/sitemap.xml", 404, None),
    ],
)
def test_kompas_addresses(hosts: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(hosts, KOMPAS + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and KOMPAS + location)


def test_the_index_lives_on_a_host_of_its_own(hosts: Newsroom) -> None:
    assert get(hosts, f"{INDEX}/robots.txt").status == 200
    assert get(hosts, INDEX + FIRST).status == 404
    assert get(hosts, f"{KOMPAS}/?site=regional&date=2024-12-04").links(ITEMS) == []


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("site=regional&date=2024-12-03", True),
        ("site=all&date=2024-12-03", True),
        ("date=2024-12-03", True),
        ("site=nasional&date=2024-12-03", False),
        ("site=regional&date=2024-12-04", False),
        ("site=regional&date=03-12-2024", False),
        ("site=regional&date=2024-12-03&page=2", False),
    ],
)
def test_the_index_lists_the_stories_of_a_day_below_an_old_pinned_one(
    hosts: Newsroom, query: str, listed: bool
) -> None:
    links = get(hosts, f"{INDEX}/?{query}").links(ITEMS)
    assert links[0] == KOMPAS + FIRST
    assert links.count(KOMPAS + FIRST) == 1 + listed
    assert [link for link in links if link.startswith("https://nasional.kompas.com/")]


def test_a_day_of_the_index_has_pages_of_fifteen() -> None:
    full = filled(kompas.INDEX_SITE, *stories(31, published=FIRST_DAY))
    with Newsroom([full]) as newsroom:
        address = f"{INDEX}/?site=regional&date=2024-12-02&page="
        pages = [get(newsroom, f"{address}{number}") for number in (1, 2, 3)]
    told = [[link for link in page.links(ITEMS) if "/read/2024/12/02/06" in link] for page in pages]
    assert [len(links) - 1 for links in told] == [15, 15, 1]
    following = [page.links("a.paging__link--next") for page in pages]
    assert following == [[f"{address}2"], [f"{address}3"], []]
    assert pages[0].links("a.paging__link--last") == [f"{address}3"]


def test_a_long_story_has_pages_and_one_view_of_all(hosts: Newsroom) -> None:
    body = ".read__content"
    first, second, whole, copy = (
        get(hosts, KOMPAS + path)
        for path in (
            THREE_PAGES,
            f"{THREE_PAGES}?page=2",
            f"{THREE_PAGES}?page=all",
            THREE_PAGES.replace("/read/", "/copy/"),
        )
    )
    assert first.links("a.paging__link--next") == [f"{KOMPAS}{THREE_PAGES}?page=2"]
    assert first.links("a.paging__link--show") == [f"{KOMPAS}{THREE_PAGES}?page=all#page2"]
    assert "Tiga." in second.select(body)[0]
    assert "Satu." not in second.select(body)[0]
    for page in (whole, copy):
        assert all(word in page.select(body)[0] for word in ("Satu.", "Tiga.", "Lima."))
    for page in (first, second, whole, copy):
        assert page.links("link[rel=canonical]") == [KOMPAS + THREE_PAGES]


def test_a_kompas_page_carries_its_furniture(hosts: Newsroom) -> None:
    page = get(hosts, KOMPAS + FIRST)
    assert page.select(".read__time") == ["Kompas.com - 03/12/2024, 06:30 WIB"]
    assert page.select(".credit-title-name") == ["Rahma Wulandari"]
    assert page.select(".photo__caption") == ["Pedagang menata cabai.(Prokompim)"]
    assert page.select(".read__content p strong")[0] == "BLORA, KOMPAS.com"
    assert page.select(".tag__article__link") == ["pasar", "hari 1"]
    for css in ("a.inner-link-baca-juga", ".inject-baca-juga", ".kompasidRec"):
        assert page.select(f".read__content {css}")
    names = ("content_author", "content_category")
    metas = [page.tree.cssselect(f'meta[name="{name}"]')[0].get("content") for name in names]
    assert metas == ["Rahma Wulandari", "Regional"]


def test_a_corrected_story_says_when_it_was_changed() -> None:
    with Newsroom([filled(kompas.SITE, story(1))]) as newsroom:
        changed = story(1, title="Judul Baru")
        newsroom.publish(kompas.HOST, changed, at=changed.published.replace(hour=9))
        page = get(newsroom, KOMPAS + FIRST)
    assert page.select(".read__update") == ["Diperbarui 03/12/2024, 09:30 WIB"]


def test_bundled_kompas_pages_close_with_lines_of_the_outlet() -> None:
    site = replace(kompas.SITE, stories=load_stories(kompas.SITE.name))
    with Newsroom([site]) as newsroom:
        pages = [get(newsroom, f"{KOMPAS}{kompas.address(s)}?page=all") for s in site.stories]
    assert all(40_000 < len(page.body) < 122_000 for page in pages)
    closings = [page.select(".read__content p")[-1] for page in pages]
    said = ("Simak breaking news", "Di tengah derasnya", "Dapatkan update", "Download aplikasi")
    assert all(line.startswith(said) for line in closings)
    assert len({line[:12] for line in closings}) > 1
