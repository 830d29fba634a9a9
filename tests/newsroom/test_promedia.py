"""www.suaramerdeka.com answers as the Promedia template does."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from protego import Protego

from crawler.newsroom import promedia
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import load_stories
from tests.newsroom.reader import AGENT, LONG, filled, get, stories, story

MERDEKA = "https://www.suaramerdeka.com"
OLD = story(1)
NEW = story(2, id=414_000_002)
PAGED = replace(LONG, id=414_000_007)


@pytest.fixture(scope="module")
def few() -> Iterator[Newsroom]:
    """An old number, a new one, and a story of three pages."""
    with Newsroom([filled(promedia.SITE, OLD, NEW, PAGED)]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def many() -> Iterator[Newsroom]:
    """25 stories."""
    with Newsroom([filled(promedia.SITE, *stories(25))]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def bundled_merdeka() -> Iterator[Newsroom]:
    """The stories that come with Piagam."""
    site = replace(promedia.SITE, stories=load_stories(promedia.SITE.name))
    with Newsroom([site]) as newsroom:
        yield newsroom


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/ekonomi/pr-000014001/kabar-pasar-1", 200, None),
        ("/ekonomi/amp/pr-000014001/kabar-pasar-1", 200, None),
        ("/pemerintahan/0414000002/kabar-pasar-2", 200, None),
        (
            "/pemerintahan/0414000002/kabar-pasar-2/",
            301,
            "/pemerintahan/0414000002/kabar-pasar-2",
        ),
        (
            "/umum/amp/0414000002/judul-lama",
            301,
            "/pemerintahan/amp/0414000002/kabar-pasar-2",
        ),
        ("/ekonomi/0414000007/tiga-halaman?page=3", 200, None),
        ("/ekonomi/0414000007/tiga-halaman?page=all", 200, None),
        ("/ekonomi/0414000007/tiga-halaman?page=4", 302, "/ekonomi/0414000007/tiga-halaman"),
        ("/ekonomi/0499999999/tak-ada", 404, None),
        ("/image/detail/0414000002/kabar-pasar-2", 200, None),
        ("/image/detail/0499999999/tak-ada", 404, None),
        ("/ekonomi", 200, None),
        ("/olahraga", 200, None),
        ("/tak-ada", 404, None),
        ("/tag/pasar", 200, None),
        ("/tag/tak-ada", 404, None),
        ("/rss", 200, None),
        ("/rss/ekonomi", 200, None),
        ("/rss/tak-ada", 404, None),
        ("/redaksi", 200, None),
        ("/sitemap.xml", 404, None),
        ("/feed/", 404, None),
    ],
)
def test_promedia_addresses(few: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(few, MERDEKA + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and MERDEKA + location)


@pytest.mark.parametrize(("path", "counts"), [("/?", (10, 10, 5, 0)), ("/ekonomi?", (10, 3, 0, 0))])
def test_lists_have_ten_stories_a_page(many: Newsroom, path: str, counts: tuple[int, ...]) -> None:
    pages = [get(many, f"{MERDEKA}{path}page={number}") for number in (1, 2, 3, 4)]
    told = [
        [link for link in page.links("h2.latest__title a.latest__link") if _is_story(link)]
        for page in pages
    ]
    assert tuple(map(len, told)) == counts
    assert len({link for links in told for link in links}) == sum(counts)


def test_a_list_holds_a_pinned_story_a_photo_page_and_a_sponsored_one(many: Newsroom) -> None:
    page = get(many, f"{MERDEKA}/")
    assert page.links("h1.hl__b-title a.hl__link") == [
        f"{MERDEKA}/ekonomi/pr-000014001/kabar-pasar-1"
    ]
    odd = [link for link in page.links("a.latest__link") if not _is_story(link)]
    assert [link.startswith(f"{MERDEKA}/image/detail/") for link in odd] == [True, False]
    assert page.links(".latest__img a")[0] == "/ekonomi/pr-000014025/kabar-pasar-25"
    assert page.select("date.latest__date")[0] == "Jumat, 27 Desember 2024 | 06:30 WIB"


def test_the_search_pages_and_sorts_by_time_when_asked(many: Newsroom) -> None:
    latest = get(many, f"{MERDEKA}/search?q=kabar+pasar&sort=latest&page=3")
    found = [link for link in latest.links("a.latest__link") if _is_story(link)]
    assert [link.rpartition("-")[2] for link in found] == ["5", "4", "3", "2", "1"]
    assert get(many, f"{MERDEKA}/search?q=tiada").select(".latest__none")


def test_the_feed_links_with_a_campaign(many: Newsroom) -> None:
    links = get(many, f"{MERDEKA}/rss").find("//item/link/text()")
    assert len(links) == 20
    assert links[0] == (
        f"{MERDEKA}/ekonomi/pr-000014025/kabar-pasar-25?utm_source=rss&utm_medium=feed"
    )
    assert len(get(many, f"{MERDEKA}/rss/pemerintahan").find("//item")) == 12


def test_an_article_names_its_metadata_as_the_template_does(few: Newsroom) -> None:
    page = get(few, f"{MERDEKA}/pemerintahan/0414000002/kabar-pasar-2")
    assert page.select("h1.read__title") == ["Kabar Pasar Hari ke-2"]
    assert page.select(".read__info__author") == ["Rahma Wulandari"]
    assert page.select(".read__info__date") == ["- Rabu, 4 Desember 2024 | 06:30 WIB"]
    assert page.select(".photo__caption") == ["Pedagang menata cabai. (Prokompim)"]
    assert page.select("ul.breadcrumb__wrap li")[-1] == "Pemerintahan"
    assert page.select("ul.tag__list li h4 a") == ["pasar", "hari 2"]
    assert 'name="content_PublishedDate" content="2024-12-04 06:30:00"' in page.text
    for key in ("published_date", "penulis", "editor", "rubrik"):
        assert f'"{key}": ' in page.text
    assert page.links("link[rel=amphtml]") == [
        f"{MERDEKA}/pemerintahan/amp/0414000002/kabar-pasar-2"
    ]


def test_noise_stands_between_the_paragraphs(few: Newsroom) -> None:
    page = get(few, f"{MERDEKA}/pemerintahan/0414000002/kabar-pasar-2")
    body = page.select("article.read__content.clearfix, div[itemprop=articleBody]")[0]
    for noise in ("Baca Juga: ", "ADVERTISEMENT", "SCROLL TO RESUME CONTENT", "Editor: Seto"):
        assert noise in body
    assert "<!--img1-->" in page.text
    assert re.search(r"(?:BLORA, suaramerdeka|SUARAMERDEKA)\.com ?- ?Harga", body, re.IGNORECASE)


def test_a_long_story_is_shown_by_page_or_whole(few: Newsroom) -> None:
    url = f"{MERDEKA}/ekonomi/0414000007/tiga-halaman"
    pages = {asked: get(few, f"{url}?page={asked}") for asked in ("1", "2", "3", "all")}
    for asked, words in (("1", {"Dua."}), ("2", {"Tiga.", "Empat"}), ("3", {"Lima."})):
        told = set(pages[asked].select(".read__content p, .read__content li"))
        told |= set(pages[asked].select("[itemprop=articleBody] p, [itemprop=articleBody] li"))
        assert words <= told
        assert pages[asked].links("link[rel=canonical]") == [url]
    pager = ".read__paging .paging--article .paging__item a.paging__link"
    assert pages["1"].links(pager) == [f"{url}?page={number}" for number in (1, 2, 3, 2)]
    assert pages["2"].links(".paging__all a") == [f"{url}?page=all"]
    assert pages["all"].links(pager) == []
    for word in ("Satu.", "Tiga.", "Lima."):
        assert word in pages["all"].text


def test_the_amp_twin_names_the_article(few: Newsroom) -> None:
    twin = get(few, f"{MERDEKA}/pemerintahan/amp/0414000002/kabar-pasar-2")
    assert twin.links("link[rel=canonical]") == [f"{MERDEKA}/pemerintahan/0414000002/kabar-pasar-2"]
    assert twin.select("h1.read__title") == ["Kabar Pasar Hari ke-2"]


def test_robots_txt_lets_a_polite_reader_in(few: Newsroom) -> None:
    rules = Protego.parse(get(few, f"{MERDEKA}/robots.txt").text)
    assert rules.can_fetch(f"{MERDEKA}/rss", AGENT)
    assert not rules.can_fetch(f"{MERDEKA}/preview/1", AGENT)


def test_every_bundled_story_of_suaramerdeka_has_a_page_of_real_weight(
    bundled_merdeka: Newsroom,
) -> None:
    (site,) = bundled_merdeka.sites
    assert len(site.stories) == 6
    listed = set(get(bundled_merdeka, f"{MERDEKA}/").links("a.latest__link"))
    for each in site.stories:
        url = MERDEKA + promedia.address(each)
        page = get(bundled_merdeka, url)
        assert page.select("h1.read__title") == [each.title]
        assert url in listed
        assert 40_000 < len(page.body) < 122_000


def _is_story(link: str) -> bool:
    return bool(re.fullmatch(rf"{MERDEKA}/[a-z-]+/(?:pr-)?\d{{9,10}}/[a-z0-9-]+", link))
