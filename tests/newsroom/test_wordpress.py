"""klikjateng.id answers as WordPress with a theme of the GMR family does."""

import pytest

from crawler.newsroom import wordpress_posts
from crawler.newsroom.server import Newsroom
from tests.newsroom.reader import Reply, addresses, get

KLIK = "https://klikjateng.id"


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/kabar-pasar-1", 200, None),
        ("/kabar-pasar-1/", 301, "/kabar-pasar-1"),
        ("/?p=14001", 301, "/kabar-pasar-1"),
        ("/?p=1", 404, None),
        ("/kabar-pasar-1?amp=1", 200, None),
        ("/kabar-pasar-1/amp", 301, "/kabar-pasar-1?amp=1"),
        ("/kabar-pasar-1?amp=1&noamp=mobile", 301, "/kabar-pasar-1"),
        ("/tiga-halaman/2", 200, None),
        ("/tiga-halaman/2/", 301, "/tiga-halaman/2"),
        ("/tiga-halaman/9", 301, "/tiga-halaman"),
        ("/feed", 301, "/feed/"),
        ("/feed/?paged=2", 404, None),
        ("/sitemap.xml", 301, "/sitemap_index.xml"),
        ("/wp-sitemap.xml", 301, "/sitemap_index.xml"),
        ("/page/2/", 404, None),
        ("/category/ekonomi", 200, None),
        ("/category/ekonomi/feed/", 200, None),
        ("/category/tak-ada", 404, None),
        ("/tag/pasar", 200, None),
        ("/author/rahma-wulandari", 200, None),
        ("/?s=cabai", 200, None),
        ("/tak-ada", 404, None),
    ],
)
def test_klikjateng_addresses(
    small: Newsroom, path: str, status: int, location: str | None
) -> None:
    reply = get(small, KLIK + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and KLIK + location)


def posts(newsroom: Newsroom, query: str) -> Reply:
    return get(newsroom, f"{KLIK}/wp-json/wp/v2/posts{query}")


@pytest.mark.parametrize(
    ("query", "total", "pages", "shown"),
    [
        ("", "230", "23", 10),
        ("?per_page=100", "230", "3", 100),
        ("?per_page=100&page=3", "230", "3", 30),
        ("?search=hari+ke-23", "2", "1", 2),
        ("?search=tak-ada-kata-ini", "0", "0", 0),
        ("?slug=kabar-pasar-9,kabar-pasar-8", "2", "1", 2),
        ("?after=2025-07-17T06:30:00", "3", "1", 3),
        ("?after=2025-07-16T23:30:00Z", "3", "1", 3),
        ("?before=2024-12-05T06:30:00", "2", "1", 2),
        ("?after=2024-12-03T00:00:00&before=2024-12-06T00:00:00", "3", "1", 3),
        ("?modified_after=2025-07-17T06:30:00", "3", "1", 3),
    ],
)
def test_klikjateng_rest_tells_totals(
    full: Newsroom, query: str, total: str, pages: str, shown: int
) -> None:
    reply = posts(full, query)
    assert (reply.headers["X-WP-Total"], reply.headers["X-WP-TotalPages"]) == (total, pages)
    assert len(reply.json) == shown


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("?page=24", "rest_post_invalid_page_number"),
        ("?per_page=100&page=4", "rest_post_invalid_page_number"),
        ("?search=tak-ada-kata-ini&page=2", "rest_post_invalid_page_number"),
        ("?per_page=101", "rest_invalid_param"),
        ("?page=0", "rest_invalid_param"),
        ("?order=acak", "rest_invalid_param"),
        ("?orderby=panas", "rest_invalid_param"),
        ("?after=kemarin", "rest_invalid_param"),
    ],
)
def test_klikjateng_rest_answers_400_past_the_end_and_to_wrong_parameters(
    full: Newsroom, query: str, code: str
) -> None:
    reply = posts(full, query)
    assert (reply.status, reply.json["code"], reply.json["data"]) == (400, code, {"status": 400})


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("?order=asc", "kabar-pasar-1"),
        ("?orderby=date&order=desc", "kabar-pasar-230"),
        ("?orderby=id&order=asc", "kabar-pasar-1"),
        ("?orderby=title&order=asc", "kabar-pasar-1"),
        ("?orderby=slug&order=desc", "kabar-pasar-99"),
        ("?orderby=modified", "kabar-pasar-230"),
    ],
)
def test_klikjateng_rest_orders(full: Newsroom, query: str, first: str) -> None:
    assert posts(full, query).json[0]["slug"] == first


def test_klikjateng_rest_sends_the_fields_asked_for(full: Newsroom) -> None:
    query = "?per_page=1&_fields=id,link,date_gmt,title.rendered,tak_ada"
    assert posts(full, query).json == [
        {
            "id": 14230,
            "link": f"{KLIK}/kabar-pasar-230",
            "date_gmt": "2025-07-19T23:30:00",
            "title": {"rendered": "Kabar Pasar Hari ke-230"},
        }
    ]
    assert posts(full, "?page=2").headers["Link"].count("rel=") == 2


def test_a_post_of_klikjateng_holds_the_whole_story_and_none_of_the_theme(small: Newsroom) -> None:
    post = get(small, f"{KLIK}/wp-json/wp/v2/posts/14007").json
    content = post["content"]["rendered"]
    assert (post["date"], post["date_gmt"]) == ("2024-12-09T06:30:00", "2024-12-08T23:30:00")
    assert "<strong>Klikjateng, BLORA</strong> – Satu." in content
    assert "Lima." in content
    assert "Scroll untuk lanjut membaca" not in content
    assert get(small, f"{KLIK}/wp-json/wp/v2/posts/1").json["code"] == "rest_post_invalid_id"


@pytest.mark.parametrize(
    ("route", "status"),
    [
        ("/wp-json", 200),
        ("/wp-json/", 200),
        ("/wp-json/wp/v2/categories", 200),
        ("/wp-json/wp/v2/nothing", 404),
    ],
)
def test_other_routes_of_klikjateng_rest(small: Newsroom, route: str, status: int) -> None:
    reply = get(small, KLIK + route)
    assert reply.status == status
    assert reply.headers["Content-Type"] == "application/json; charset=UTF-8"


def test_the_klikjateng_feed_has_ten_posts_a_page_with_their_whole_text(full: Newsroom) -> None:
    first, last = (get(full, f"{KLIK}/feed/?paged={number}") for number in (1, 23))
    (text, *rest) = first.find("//content:encoded/text()")
    assert len(rest) == 9
    assert "Harga cabai turun. Pembeli ramai." in text
    assert "pertama kali tampil pada" in text
    assert first.find("//item/pubDate/text()")[0] == "Sat, 19 Jul 2025 23:30:00 +0000"
    assert last.find("//item/link/text()")[-1] == f"{KLIK}/kabar-pasar-1"
    assert first.headers["Content-Type"] == "application/rss+xml; charset=UTF-8"


def test_klikjateng_sitemaps(full: Newsroom) -> None:
    index = get(full, f"{KLIK}/sitemap_index.xml").find("//s:loc/text()")
    assert index == [f"{KLIK}/{name}-sitemap.xml" for name in ("post", "page", "category")]
    assert all(get(full, url).status == 200 for url in index)
    assert len(get(full, f"{KLIK}/post-sitemap.xml").locations) == 230


def test_klikjateng_lists_are_paged(full: Newsroom) -> None:
    page = get(full, f"{KLIK}/category/ekonomi/page/2/")
    assert len(page.links("#infinite-container article h2.entry-title a")) == 10
    assert page.links("a.next.page-numbers") == [f"{KLIK}/category/ekonomi/page/3"]
    found = get(full, f"{KLIK}/?s=hari+ke-23&paged=1")
    assert len(found.links("#infinite-container h2 a")) == 2


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("h1.entry-title", "Kabar Pasar Hari ke-2"),
        (".gmr-metacontent-single .entry-author", "Rahma Wulandari"),
        (".gmr-meta-topic", "Pemerintahan"),
        ("time.entry-date.published", "4 Desember 2024"),
        ("figure.gmr-attachment-img figcaption", "Pedagang menata cabai. (Foto: Prokompim)"),
        (".gmr-cf-metacontent span", "Penulis: Rahma Wulandari"),
        (".tags-links a", "pasar"),
        (".text-share", "Sebarkan artikel ini"),
        (".entry-content-single .gmr-scroll", "Scroll untuk lanjut membaca"),
        (".newkarma-core-banner-insidecontent", "Example 300x600"),
        (".newkarma-core-related-post .related-title", "Pos terkait"),
        ("#reply-title", "Tinggalkan Balasan Batalkan balasan"),
    ],
)
def test_the_parts_of_a_klikjateng_page(small: Newsroom, selector: str, text: str) -> None:
    assert get(small, f"{KLIK}/kabar-pasar-2").select(selector)[0] == text


def test_the_body_of_a_klikjateng_page(small: Newsroom) -> None:
    body = get(small, f"{KLIK}/kabar-pasar-2").select(".entry-content-single")[0]
    assert "Klikjateng, BLORA – Harga cabai turun. Pembeli ramai." in body
    assert "Baca Juga" in body
    assert "Merah: 30 Rawit: 40" in body


def test_a_klikjateng_story_names_its_twins(small: Newsroom) -> None:
    page = get(small, f"{KLIK}/kabar-pasar-2")
    assert page.links("link[rel=canonical]") == [f"{KLIK}/kabar-pasar-2"]
    assert page.links("link[rel=shortlink]") == [f"{KLIK}/?p=14002"]
    assert page.links("link[rel=amphtml]") == [f"{KLIK}/kabar-pasar-2?amp=1"]
    assert f"<{KLIK}/?p=14002>; rel=shortlink" in page.headers["Link"]
    amp = get(small, f"{KLIK}/kabar-pasar-2?amp=1")
    assert amp.links("link[rel=canonical]") == [f"{KLIK}/kabar-pasar-2"]


def test_a_klikjateng_story_describes_itself(small: Newsroom) -> None:
    graph = get(small, f"{KLIK}/kabar-pasar-2").linked_data["@graph"]
    (news,) = [each for each in graph if each["@type"] == "NewsArticle"]
    assert news["headline"] == "Kabar Pasar Hari ke-2"
    assert news["datePublished"] == "2024-12-04T06:30:00+07:00"
    assert news["author"]["name"] == "Rahma Wulandari"


def test_a_split_klikjateng_story_goes_on_below_its_address(small: Newsroom) -> None:
    first, second = get(small, f"{KLIK}/tiga-halaman"), get(small, f"{KLIK}/tiga-halaman/2")
    assert first.links(".page-links a.post-page-numbers") == [
        f"{KLIK}/tiga-halaman/2",
        f"{KLIK}/tiga-halaman/3",
    ]
    assert "Satu." in first.select(".entry-content-single")[0]
    assert "Satu." not in second.select(".entry-content-single")[0]
    assert "Tiga." in second.select(".entry-content-single")[0]


def test_some_klikjateng_pages_load_a_second_story_below_the_first(bundled: Newsroom) -> None:
    counts = {
        len(get(bundled, url).select(".entry-content-single"))
        for url in addresses(bundled, wordpress_posts.HOST)
    }
    assert counts == {1, 2}
