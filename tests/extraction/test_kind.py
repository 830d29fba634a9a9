"""Listings, gates and empty shells are never articles, whatever they claim."""

import re

import pytest

from crawler.extraction.page import Page, PageKind, read_page
from crawler.extraction.rules import ArticleRules

PARAGRAPH = (
    "<p>Pemkab Blora meraih nilai 97,84 dari Ombudsman yang diumumkan di Semarang pada Senin"
    " siang dan diterima oleh wakil bupati.</p>"
)
CARD = (
    '<article class="list-content__item"><h3><a href="/a">Bupati Lantik Pejabat Baru di'
    " Pendopo</a></h3><p>Bupati melantik sembilan pejabat yang akan mengisi jabatan kosong.</p>"
    "</article>"
)
STORY = ArticleRules()


def read(markup: str, url: str = "https://a.id/berita/slug", rules: ArticleRules = STORY) -> Page:
    return read_page(markup.encode(), outlet="a", url=url, rules=rules)


def story(inner: str = "", head: str = "", body_class: str = "") -> str:
    return (
        f"<html><head><title>Blora raih nilai</title>{head}</head><body class='{body_class}'>"
        f"<h1>Blora raih nilai</h1><div class='entry-content'>{PARAGRAPH * 3}</div>{inner}</body>"
    )


def test_a_page_with_a_body_and_a_headline_is_an_article() -> None:
    assert read(story()).kind is PageKind.ARTICLE


@pytest.mark.parametrize(
    "markup",
    [
        "<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>",
        "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
        "<title>ERROR: The request could not be satisfied</title><h1>403 ERROR</h1>",
        "<title>Access denied</title><p>Error 1015: you are being rate limited</p>",
        "<title>a.id</title><script>window._cf_chl_opt={}</script><p>Tunggu sebentar</p>",
    ],
)
def test_a_gate_is_a_challenge_whatever_its_status(markup: str) -> None:
    page = read(markup)
    assert (page.kind, page.reason, page.article) == (PageKind.CHALLENGE, "challenge", None)


def test_a_long_story_about_a_gate_is_a_story() -> None:
    markup = story().replace("Blora raih nilai", "Access denied, kata situs itu")
    assert read(markup.replace(PARAGRAPH, PARAGRAPH * 20)).kind is PageKind.ARTICLE


@pytest.mark.parametrize(
    "markup",
    [
        "<head><meta property='og:type' content='article'></head><h1>Tag</h1>" + CARD * 12,
        "<h1>Indeks</h1>" + CARD * 12,
        "<body class='archive category'><h1>Kategori</h1>"
        + f"<div class='entry-content'>{PARAGRAPH}</div>",
        "<h1>Arsip</h1>" + f"<div class='post-body'>{PARAGRAPH * 2}</div>" * 4,
        '<script type="application/ld+json">{"@type":"CollectionPage"}</script>' + story(),
        "<h1>Terbaru</h1><div class='entry-content'>"
        + "<p><a href='/x'>Bupati lantik sembilan pejabat baru di pendopo.</a></p>" * 9,
    ],
)
def test_a_list_of_stories_is_a_listing(markup: str) -> None:
    page = read(markup)
    assert (page.kind, page.article) == (PageKind.LISTING, None)


@pytest.mark.parametrize(
    ("url", "kind", "reason"),
    [
        ("https://a.id/", PageKind.LISTING, "home"),
        ("https://a.id", PageKind.LISTING, "home"),
        ("https://a.id/?s=ombudsman", PageKind.LISTING, "search"),
        ("https://a.id/tag/blora", PageKind.LISTING, "listing"),
        ("https://a.id/index-news?date=2024-12-02", PageKind.LISTING, "listing"),
        ("https://a.id/topic/berita-blora", PageKind.LISTING, "listing"),
        ("https://a.id/search?q=x", PageKind.LISTING, "listing"),
        ("https://a.id/berita/page/2", PageKind.LISTING, "listing"),
        ("https://a.id/2024/12", PageKind.LISTING, "listing"),
        ("https://a.id/foto/123/piagam", PageKind.OTHER, "media"),
        ("https://a.id/video/123/piagam", PageKind.OTHER, "media"),
    ],
)
def test_some_addresses_are_never_articles(url: str, kind: PageKind, reason: str) -> None:
    page = read(story(), url)
    assert (page.kind, page.reason) == (kind, reason)


@pytest.mark.parametrize("url", ["https://a.id/?p=12", "https://a.id/?id=5&p=1", ""])
def test_a_query_id_or_no_address_may_be_an_article(url: str) -> None:
    assert read(story(), url).kind is PageKind.ARTICLE


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://a.id/berita-1234567", PageKind.ARTICLE),
        ("https://a.id/berita-baik-sekali-1234567?page=2", PageKind.ARTICLE),
        ("https://a.id/berita-baik-sekali-1234567/2/", PageKind.ARTICLE),
        ("https://a.id/redaksi", PageKind.LISTING),
    ],
)
def test_the_outlets_own_address_pattern_decides(url: str, kind: PageKind) -> None:
    rules = ArticleRules(address=(re.compile(r"^/[a-z-]+-\d{7}/?$"),))
    assert read(story(), url, rules).kind is kind


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "empty"),
        ("<html><body></body></html>", "empty"),
        (story().replace(PARAGRAPH * 3, "<p>Foto bupati.</p>"), "thin"),
        (f"<div class='entry-content'>{PARAGRAPH * 3}</div>", "untitled"),
        ("<title>Halaman tidak ditemukan</title>" + PARAGRAPH * 5, "not-found"),
        (story(body_class="error404"), "not-found"),
    ],
)
def test_a_shell_without_a_story_says_what_it_lacks(markup: str, reason: str) -> None:
    page = read(markup)
    assert (page.kind, page.reason, page.article) == (PageKind.OTHER, reason, None)


@pytest.mark.parametrize(
    "title", ["404 Personel Amankan Pilkada", "403 Jemaah Pulang", "Tidak Ditemukan Unsur Pidana"]
)
def test_a_headline_that_opens_like_an_error_is_a_headline(title: str) -> None:
    assert read(story().replace("Blora raih nilai", title)).kind is PageKind.ARTICLE


def test_a_story_with_other_stories_below_it_is_an_article() -> None:
    assert read(story(inner=CARD * 12)).kind is PageKind.ARTICLE


def test_the_first_of_two_stories_in_one_page_is_read() -> None:
    other = f"<div class='entry-content'>{PARAGRAPH.replace('Blora', 'Batang') * 3}</div>"
    article = read(story(inner=other)).article
    assert article is not None
    assert "Batang" not in article.text


def test_a_short_story_among_boxes_of_links_is_a_story_where_the_page_says_so() -> None:
    box = "<p><a href='/a'>Bupati Lantik Pejabat Baru di Pendopo Kabupaten Pagi Ini</a></p>" * 9
    markup = (
        "<body class='{}'><h1>Blora raih nilai</h1><div class='entry-content'>"
        + PARAGRAPH * 2
        + f"{box}</div></body>"
    )

    page = read(markup.format("single single-post postid-4"))

    assert page.article is not None
    assert "Pejabat Baru" not in page.article.text
    assert read(markup.format("")).reason == "listing"
    assert read(markup.format("single").replace(PARAGRAPH * 2, "")).reason == "listing"


def test_a_page_of_the_site_itself_is_no_story_unless_it_is_dated() -> None:
    about = story(body_class="page-template-default page page-id-12")
    dated = story(
        head="<meta property='article:published_time' content='2026-11-02T08:00:00+07:00'>",
        body_class="page page-id-13",
    )

    assert (read(about).kind, read(about).reason) == (PageKind.OTHER, "page")
    assert read(dated).kind is PageKind.ARTICLE
