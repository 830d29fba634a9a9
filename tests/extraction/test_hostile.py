"""No bytes raise, and no page takes longer than its size deserves."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction.page import Page, PageKind, read_page
from crawler.extraction.rules import ArticleRules
from crawler.extraction.text import read_text

MANY = 20_000
SOME = 4_000
STORY = b"<p>Pemkab Blora meraih nilai dari Ombudsman pada Senin siang di Kota Semarang.</p>"
OPEN = b"<h1>Judul</h1><div class='entry-content'>"
PAGES = [path.read_bytes() for path in (Path(__file__).parent / "pages").glob("*.html")]
SECONDS = 15.0
"""Processor time; the slowest takes about two, a quadratic one takes minutes."""


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * MANY + STORY,
        OPEN + b"<div>" * MANY + STORY,
        OPEN + b"<b>x" * SOME,
        OPEN + b"<span>x" * SOME,
        OPEN + b"<table><tr><td>x" * SOME,
        OPEN + b"<ul><li>x" * SOME,
        OPEN + b"x<br>" * SOME,
        OPEN + b"<a href='?page=2'>x" * SOME,
        OPEN + b"<p>Baca juga:</p>" * SOME + STORY,
        OPEN + b"<li>Judul Berita Lain Sekali Lagi</li><p>Baca Juga</p>" * SOME + STORY,
        OPEN + STORY + b"<p>" + b"(a) " * 50_000 + b"</p>",
        OPEN + STORY + b"<p>" + b"*" * 200_000 + b"x</p>",
        OPEN + STORY + b"<p>" + b"- " * 100_000 + b"</p>",
        b"<div class='entry-content'>" * MANY + STORY,
        b"<title>" + b"Judul - " * 50_000 + b"</title>" + OPEN + STORY * 3,
        b"<p>" + b"kata " * 50_000 + b".</p>",
        b"<meta name='date' content='" + b"1 " * 100_000 + b"'>" + OPEN + STORY * 3,
        b"<script type='application/ld+json'>" + b'{"a":' * MANY + b"</script>",
        b"<link rel='canonical' href='http://a/" + b"amp/" * 50_000 + b"'>" + OPEN + STORY * 3,
        b">" * 200_000,
        b"<" * 200_000,
        b"&" * 200_000,
        b"\x00" * 200_000,
        b"\xff" * 200_000,
        b"<div " + b"a=b " * 50_000,
    ],
    ids=lambda body: repr(body[-60:])[:60],
)
def test_a_hostile_page_is_read_in_time(body: bytes) -> None:
    start = time.process_time()
    read_page(body, outlet="a", url="https://a.id/slug-a-b", rules=ArticleRules())
    read_page(body, outlet="a", url="", rules=ArticleRules(body=("body",), cut=("p:has(a)",)))
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("text", ["a" * 200_000, "- x\n" * 50_000, "x |\n---|\n" * 30_000])
def test_a_hostile_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    read_text(text)
    assert time.process_time() - start < SECONDS


_TOKENS = st.sampled_from(
    [
        *(b"<div class=entry-content>", b"<p>", b"</p>", b"<h1>J</h1>", b"<title>J</title>"),
        *(
            b"kata ",
            b"<table><tr><td>",
            b"<li>",
            b"<ol>",
            b"<br>",
            b"<a href='?page=2'>",
            b"<base href=x:>",
        ),
        *(b"Senin, 2 Desember 2024 23:06 WIB", b"BLORA - ", b"Baca juga:", b"(*)", STORY),
        *(b"<script type='application/ld+json'>", b'{"@type":"NewsArticle","author":', b'"x"}'),
        *(b"</script>", b"<meta name=date content=", b"'1 Jan 99999'>", b"\xff", b"&#xD800;"),
        *(b"<link rel=canonical href=//[x>", b"<time datetime='0000-00-00'>", b"<svg>", b"<math>"),
        *(b"<textarea>", b"<frameset>", b"<plaintext>", b"<script id=__NEXT_DATA__>", b"{}"),
    ]
)
_URLS = st.sampled_from(["", "https://a.id/slug-a-b", "http://[", "//a"])


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=2000), st.lists(_TOKENS, max_size=50).map(b"".join)), _URLS)
def test_any_bytes_give_a_page(body: bytes, url: str) -> None:
    assert is_whole(read_page(body, outlet="a", url=url, rules=ArticleRules()))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PAGES), st.integers(0, 6000), st.integers(0, 200), st.binary(max_size=30))
def test_a_torn_page_gives_a_page(page: bytes, at: int, lost: int, put: bytes) -> None:
    torn = page[:at] + put + page[at + lost :]
    address = "https://a.id/slug-a-b"
    assert is_whole(read_page(torn, outlet="a", url=address, rules=ArticleRules()))
    cut = read_page(page[:at], outlet="a", url="", rules=ArticleRules(), encoding="latin1")
    assert is_whole(cut)


def test_control_characters_behind_a_box_that_is_cut_are_no_trouble() -> None:
    box = "<div><b>Iklan</b> beli sekarang</div>\x01&#2; ekor"
    body = f"<main><p>{'Warga menata kampung. ' * 20}</p>{box}<p>Selesai.</p></main>"
    page = f"<html><head><title>Kampung</title></head><body><h1>Kampung</h1>{body}</body></html>"
    rules = ArticleRules(body=("main",), title=("h1",), cut=("div:has(> b)",))
    article = read_page(page.encode(), outlet="a", url="https://a.id/x-y-z", rules=rules).article
    assert article is not None
    assert "Iklan" not in article.text
    assert "ekor" in article.text


def is_whole(page: Page) -> bool:
    """An article is there, or else the reason why there is none."""
    is_article = page.kind is PageKind.ARTICLE
    return (page.article is not None) == is_article == (page.reason is None)
