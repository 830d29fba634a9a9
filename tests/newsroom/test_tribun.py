"""jateng.tribunnews.com answers as a regional Tribun site does."""

import json
from datetime import datetime

import pytest

from crawler.newsroom import tribun
from crawler.newsroom.dates import WIB
from crawler.newsroom.server import Newsroom
from tests.newsroom.reader import AGENT, LONG, Reply, filled, get, story

TRIBUN = "https://jateng.tribunnews.com"


@pytest.mark.parametrize(
    ("agent", "status"),
    [
        (AGENT, 200),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36", 200),
        ("Mozilla/5.0 (compatible; Googlebot/2.1)", 403),
        ("Mozilla/5.0 (compatible; PiagamBot/1)", 403),
        ("Scrapy/2.19 (+https://scrapy.org)", 403),
        ("curl/8.5.0", 403),
        ("", 403),
    ],
)
@pytest.mark.parametrize("path", ["/", "/robots.txt", "/2024/12/03/kabar-pasar-1"])
def test_tribun_refuses_agents_without_the_shape_of_a_browser(
    small: Newsroom, path: str, agent: str, status: int
) -> None:
    reply = get(small, TRIBUN + path, User_Agent=agent)
    assert reply.status == status
    assert (reply.headers.get_all("Server") == ["CloudFront"]) is (status == 403)


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/2024/12/03/kabar-pasar-1", 200, None),
        ("/2024/12/03/kabar-pasar-1/", 301, "/2024/12/03/kabar-pasar-1"),
        ("/2024/12/04/kabar-pasar-1", 404, None),
        ("/amp/2024/12/03/kabar-pasar-1", 200, None),
        ("/pemerintahan/14002/kabar-pasar-2", 200, None),
        ("/amp/pemerintahan/14002/kabar-pasar-2", 200, None),
        ("/semarang/14002/judul-lama", 301, "/pemerintahan/14002/kabar-pasar-2"),
        ("/pemerintahan/14002/kabar-pasar-2/", 301, "/pemerintahan/14002/kabar-pasar-2"),
        ("/2024/12/04/kabar-pasar-2", 404, None),
        ("/pemerintahan/99999/kabar-pasar-2", 404, None),
        ("/pemerintahan/14002/kabar-pasar-2?page=2", 302, "/pemerintahan/14002/kabar-pasar-2"),
        ("/ekonomi/14007/tiga-halaman?page=3", 200, None),
        ("/ekonomi/14007/tiga-halaman?page=all", 200, None),
        ("/ekonomi/14007/tiga-halaman?page=4", 302, "/ekonomi/14007/tiga-halaman"),
        ("/ekonomi", 200, None),
        ("/tak-ada-rubrik", 404, None),
        ("/topic/tak-ada", 404, None),
    ],
)
def test_tribun_addresses(small: Newsroom, path: str, status: int, location: str | None) -> None:
    reply = get(small, TRIBUN + path)
    assert reply.status == status
    assert reply.headers["Location"] == (location and TRIBUN + location)


@pytest.mark.parametrize(
    ("query", "slugs", "total"),
    [
        ("?date=2024-12-03", ["kabar-pasar-1"], 1),
        ("?date=2024-12-4", ["kabar-pasar-2"], 1),
        ("?date=2024/12/04", ["kabar-pasar-2"], 1),
        ("?date=2024-12-03&page=2", [], 1),
        ("?date=2024-12-31", [], 0),
        ("?date=bukan-tanggal", ["tiga-halaman", "kabar-pasar-2", "kabar-pasar-1"], 3),
        ("", ["tiga-halaman", "kabar-pasar-2", "kabar-pasar-1"], 3),
        ("/pemerintahan", ["kabar-pasar-2"], 1),
    ],
)
def test_the_tribun_index_lists_a_day(
    small: Newsroom, query: str, slugs: list[str], total: int
) -> None:
    page = get(small, f"{TRIBUN}/index-news{query}")
    assert [
        link.rpartition("/")[2] for link in page.links("ul.lsi > li.ptb15 h3.f16.fbo > a")
    ] == slugs
    assert page.select("div.pt10.pb10 b") == [str(total)]


def test_the_tribun_index_has_twenty_a_page_with_times_topics_and_a_pager(full: Newsroom) -> None:
    page = get(full, f"{TRIBUN}/index-news?page=2")
    assert len(page.links(".lsi h3 a")) == 20
    assert page.select("li.ptb15 time.grey")[0] == "Senin, 30 Juni 2025 06:30 WIB"
    assert all(each.startswith(f"{TRIBUN}/topic/") for each in page.links("li.ptb15 h4 > a"))
    assert page.links("div.paging a[rel=next]") == [f"{TRIBUN}/index-news?page=3"]
    assert page.select("div.paging a")[-1] == "Next"


def test_the_undated_tribun_index_repeats_its_tenth_page(full: Newsroom) -> None:
    tenth, twelfth = (
        get(full, f"{TRIBUN}/index-news?page={n}").links(".lsi h3 a") for n in (10, 12)
    )
    assert tenth == twelfth


def test_tribun_sitemaps_are_an_index_of_a_news_and_a_web_sitemap(full: Newsroom) -> None:
    index = get(full, f"{TRIBUN}/sitemap.xml").find("//s:loc/text()")
    assert index == [f"{TRIBUN}/sitemap_news.xml", f"{TRIBUN}/sitemap_web.xml"]

    news = get(full, f"{TRIBUN}/sitemap_news.xml")
    assert len(news.locations) == 100
    assert news.find("//news:publication_date/text()")[0] == "2025-07-20T06:30:00+07:00"
    assert news.find("//news:title/text()")[0] == "Kabar Pasar Hari ke-230"
    assert len(get(full, f"{TRIBUN}/sitemap_web.xml").locations) == 230


def test_every_link_of_the_tribun_feed_is_the_home_page(full: Newsroom) -> None:
    feed = get(full, f"{TRIBUN}/rss")
    assert len(feed.find("//item/title/text()")) == 20
    assert set(feed.find("//item/link/text() | //item/guid/text()")) == {TRIBUN}


def test_the_tribun_home_page_has_relative_thumbnail_links_and_ads_in_its_list(
    full: Newsroom,
) -> None:
    home = get(full, f"{TRIBUN}/")
    assert home.links("li.art-list .fr a")[0] == "pemerintahan/14230/kabar-pasar-230"
    assert (
        home.links("li.art-list h3 > a.f20.ln24.fbo")[0]
        == f"{TRIBUN}/{home.links('li.art-list .fr a')[0]}"
    )
    assert (
        home.tree.cssselect("li.art-list time.foot.timeago")[0].get("title")
        == "2025-07-20 06:30:00"
    )
    assert home.tree.cssselect("#latestul li.reserved_box_ads")
    assert home.tree.cssselect("#latestul li.nativeads")


def test_tribun_topic_tag_and_hub_pages_list_stories(small: Newsroom) -> None:
    assert get(small, f"{TRIBUN}/tag/pasar").links(".lsi.bdr ul > li h3 a") == [
        f"{TRIBUN}/ekonomi/14007/tiga-halaman",
        f"{TRIBUN}/pemerintahan/14002/kabar-pasar-2",
        f"{TRIBUN}/2024/12/03/kabar-pasar-1",
    ]
    kicker = get(small, f"{TRIBUN}/2024/12/03/kabar-pasar-1").links("h2.red > a")[0]
    assert get(small, kicker).status == 200
    first, second = (get(small, f"{TRIBUN}/ekonomi?page={n}") for n in (1, 2))
    assert first.links(".item-pilihan a") == second.links(".item-pilihan a")


def test_the_latest_stories_of_tribun_come_as_jsonp(small: Newsroom) -> None:
    script = get(small, f"{TRIBUN}/ajax/latest?callback=jQuery1").text
    assert script.startswith("jQuery1({")
    assert json.loads(script[8:-2])["posts"][0]["title"] == LONG.title


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("h1#arttitle", "Kabar Pasar Hari ke-2"),
        ("h2.hide", "Harga cabai pada hari ke-2 turun tipis."),
        ("div.grey.bdr3.pb10.pt10 time", "Rabu, 4 Desember 2024 06:30 WIB"),
        ("div.f20.credit.mt10 #penulis a", "Rahma Wulandari"),
        ("div.f20.credit.mt10 #editor a", "Seto Nugroho"),
        ("#article_con #artimg div.arial.f12.pt5.grey2", "PROKOMPIM Pedagang menata cabai."),
        ("div.side-article.mb5 h5.tagcloud3 a.rd2", "pasar"),
        ("div.txt-article p.baca span.more", "Baca juga:"),
        ("div.txt-article h2", "Besok"),
        ("title", "Kabar Pasar Hari ke-2 - TribunJateng.com"),
    ],
)
def test_the_parts_of_a_tribun_page(small: Newsroom, selector: str, text: str) -> None:
    assert get(small, f"{TRIBUN}/pemerintahan/14002/kabar-pasar-2").select(selector)[0] == text


def test_the_body_of_a_tribun_page_ends_with_tables_of_other_titles(small: Newsroom) -> None:
    page = get(small, f"{TRIBUN}/pemerintahan/14002/kabar-pasar-2")
    body = "div.side-article.txt-article.multi-fontsize"
    assert page.select(f"{body} table th") != []
    assert len(page.tree.cssselect(f"{body} table td img")) == len(page.select(f"{body} table th"))
    assert page.tree.cssselect(f"{body} > :last-child")[0].tag == "table"
    assert page.tree.cssselect(f"{body} div.ads-placeholder")
    assert "Isi komentar sepenuhnya" in page.select("#komentar")[0]
    texts = page.select(f"{body} > p")
    assert texts[:2] == [
        "Laporan Wartawan Tribun Jateng, Rahma Wulandari",
        "TRIBUNJATENG.COM, BLORA – Harga cabai turun. Pembeli ramai.",
    ]
    assert "- Merah: 30" in texts


def test_the_disclaimer_stands_inside_the_body_of_a_dated_tribun_page(small: Newsroom) -> None:
    page = get(small, f"{TRIBUN}/2024/12/03/kabar-pasar-1")
    assert page.select("div.txt-article > p")[-1].startswith("Isi komentar sepenuhnya")


def test_a_tribun_story_describes_itself_in_one_graph(small: Newsroom) -> None:
    url = f"{TRIBUN}/pemerintahan/14002/kabar-pasar-2"
    (news, crumbs) = get(small, url).linked_data["@graph"]
    assert (news["@type"], crumbs["@type"]) == ("NewsArticle", "BreadcrumbList")
    assert news["headline"] == "Kabar Pasar Hari ke-2"
    assert news["datePublished"] == "2024-12-04T06:30:00+07:00"
    assert [each["name"] for each in news["author"]] == ["Rahma Wulandari"]
    assert news["editor"]["name"] == "Seto Nugroho"
    assert (news["url"], news["articleSection"]) == (url, "Pemerintahan")
    assert news["keywords"] == ["pasar", "hari 2"]


def test_the_number_of_a_dated_tribun_story_is_in_the_page_only(small: Newsroom) -> None:
    page = get(small, f"{TRIBUN}/2024/12/03/kabar-pasar-1")
    (number,) = {
        str(each.get("data-content-id")) for each in page.tree.cssselect("[data-content-id]")
    }
    assert page.meta("android:app_id") == number
    assert len(number) == 6
    assert len(page.tree.cssselect('script[type="application/ld+json"]')) == 2


def test_the_pages_of_a_tribun_story_make_up_the_view_of_all_pages(small: Newsroom) -> None:
    url = f"{TRIBUN}/ekonomi/14007/tiga-halaman"
    pages = [get(small, f"{url}?page={number}") for number in (1, 2, 3)]
    whole = get(small, f"{url}?page=all")
    assert [paragraphs(page) for page in pages] == [
        ["Satu.", "Dua."],
        ["Tiga.", "- Empat"],
        ["Lima."],
    ]
    assert paragraphs(whole) == ["Satu.", "Dua.", "Tiga.", "- Empat", "Lima."]
    assert get(small, url).body == pages[0].body
    assert [page.select("span.total-page") for page in pages] == [
        [f"Halaman {number}/3"] for number in (1, 2, 3)
    ]
    assert pages[0].links('.page-number a[rel^="page-"]') == [url, f"{url}?page=2", f"{url}?page=3"]
    assert pages[2].links(".mb20 a") == []
    assert whole.select("span.total-page") == []
    for page in (*pages, whole):
        assert page.links("link[rel=canonical]") == [url]
        assert page.meta("og:url") == url
        assert page.meta("og:title") == "Kabar Pasar Hari ke-7 - TribunJateng.com"


def paragraphs(page: Reply) -> list[str]:
    """The story's own paragraphs, without dateline, teasers and closing lines."""
    body = "div.side-article.txt-article.multi-fontsize > p:not(.baca)"
    known = {"Satu.", "Dua.", "Tiga.", "- Empat", "Lima."}
    shown = (text.partition("BLORA ")[2].lstrip("-– ") or text for text in page.select(body))
    return [text for text in shown if text in known]


def test_a_summary_box_tops_tribun_stories_from_2025_on() -> None:
    new = story(1, published=datetime(2025, 8, 25, 9, 0, tzinfo=WIB))
    with Newsroom([filled(tribun.SITE, new, story(2))]) as newsroom:
        recent, older = (
            get(newsroom, f"{TRIBUN}{tribun.address(each)}") for each in (new, story(2))
        )
    box = "div.txt-article > blockquote.summary-article"
    assert recent.select(f"{box} li") == [new.summary, "Harga cabai turun."]
    assert recent.select(box)[0].startswith("Ringkasan Berita:")
    assert older.select(box) == []


def test_old_tribun_stories_have_the_old_template() -> None:
    old = story(1, id=None, published=datetime(2021, 3, 9, 9, 0, tzinfo=WIB))
    with Newsroom([filled(tribun.SITE, old, story(2))]) as newsroom:
        page = get(newsroom, f"{TRIBUN}{tribun.address(old)}")
    assert page.select("h5#penulis") == ["Penulis: Rahma Wulandari | Editor: seto nugroho"]
    assert page.tree.cssselect("h1#arttitle.f32.ln40.fbo.txt-black")
    assert page.select("p.baca") == []
    assert "• Kabar Pasar Hari ke-2" in page.select("div.txt-article > p")


def test_the_amp_twin_of_a_tribun_page_names_its_original(small: Newsroom) -> None:
    page = get(small, f"{TRIBUN}/2024/12/03/kabar-pasar-1")
    (twin,) = page.links("link[rel=amphtml]")
    amp = get(small, twin)
    assert amp.links("link[rel=canonical]") == [f"{TRIBUN}/2024/12/03/kabar-pasar-1"]
    assert "Harga cabai turun." in amp.select("article .content")[0]
