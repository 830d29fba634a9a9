"""Pages of one story know each other and join into one text."""

from dataclasses import replace

import pytest

from crawler.extraction.page import Page, PageKind, join_parts, read_page
from crawler.extraction.rules import ArticleRules
from storage.records import Article

URL = "https://a.id/berita/blora-raih-nilai-tertinggi"
BODY = (
    "Pemkab Blora meraih nilai 97,84 dari Ombudsman yang diumumkan di Semarang.",
    "Piagam itu diterima wakil bupati bersama kepala dinas perizinan.",
)


def read(pager: str, url: str = URL, rules: ArticleRules | None = None) -> Page:
    story = "".join(f"<p>{line}</p>" for line in BODY * 2)
    markup = f"<title>Blora</title><h1>Blora</h1><div class='entry-content'>{story}</div>{pager}"
    page = read_page(markup.encode(), outlet="a", url=url, rules=rules or ArticleRules())
    assert page.kind is PageKind.ARTICLE
    return page


@pytest.mark.parametrize(
    ("pager", "url", "part", "declared", "links"),
    [
        ("", URL, 1, 1, []),
        ("<a href='?page=2'>2</a><a href='?page=3'>3</a>", URL, 1, 3, ["?page=2", "?page=3"]),
        ("<a href='?page=all'>Tampilkan semua</a>", URL, 1, 1, []),
        ("<a href='?page=2'>Selanjutnya</a><b>Halaman 1/3</b>", URL, 1, 3, ["?page=2", "?page=3"]),
        ("<span>1 dari 2 halaman</span>", URL, 1, 2, ["?page=2"]),
        ("<a href='/berita/blora-raih-nilai-tertinggi/2/'>2</a>", URL, 1, 2, ["/2/"]),
        (
            "<a href='?page=1'>1</a><a href='?page=3'>3</a>",
            f"{URL}?page=2",
            2,
            3,
            ["?page=1", "?page=3"],
        ),
        ("<a href='?page=2'>2</a>", f"{URL}?page=all", 1, 1, []),
        ("<a href='/berita/cerita-lain-yang-panjang/2/'>2</a>", URL, 1, 1, []),
        (
            "<a href='/berita/blora-raih-nilai-tertinggi/15'>2</a>"
            "<a href='/berita/blora-raih-nilai-tertinggi/30'>3</a>",
            URL,
            1,
            3,
            ["/15", "/30"],
        ),
    ],
)
def test_the_pager_is_found_without_rules(
    pager: str, url: str, part: int, declared: int, links: list[str]
) -> None:
    page = read(pager, url)
    assert (page.part, page.parts_declared) == (part, declared)
    assert [link.removeprefix(URL) for link in page.part_links] == links


def test_the_outlets_pager_selector_is_enough() -> None:
    rules = ArticleRules(parts=("div.pager a",))
    page = read("<div class='pager'><a href='?halaman=2'>2</a></div>", rules=rules)
    assert page.parts_declared == 2
    assert page.part_links == (f"{URL}?halaman=2",)


def page(part: int, *lines: str, declared: int = 2) -> Page:
    article = Article(outlet="a", url=URL, title="Blora", text="\n".join(lines))
    return Page(kind=PageKind.ARTICLE, article=article, part=part, parts_declared=declared)


def joined(*pages: Page) -> Article:
    article = join_parts(pages).article
    assert article is not None
    return article


def test_parts_join_in_order_whatever_order_they_came_in() -> None:
    article = joined(page(2, "Tiga.", "Empat."), page(1, "Satu.", "Dua."))
    assert article.text == "Satu.\nDua.\nTiga.\nEmpat."
    assert article.parts == 2
    assert article.warnings == ()


def test_lines_that_two_parts_share_appear_once() -> None:
    article = joined(page(1, "Satu.", "Dua.", "Tiga."), page(2, "Dua.", "Tiga.", "Empat."))
    assert article.text == "Satu.\nDua.\nTiga.\nEmpat."


def test_a_lead_printed_on_every_part_appears_once() -> None:
    article = joined(page(1, BODY[0], "Dua."), page(2, BODY[0], "Tiga."))
    assert article.text == f"{BODY[0]}\nDua.\nTiga."


def test_a_short_line_may_come_back() -> None:
    article = joined(page(1, "Kata dia:", "Satu."), page(2, "Dua.", "Kata dia:"))
    assert article.text == "Kata dia:\nSatu.\nDua.\nKata dia:"


def test_a_missing_part_is_warned_of() -> None:
    assert joined(page(1, "Satu.", declared=3), page(2, "Dua.", declared=3)).warnings == (
        "parts: read 2 of 3",
    )


def test_the_same_part_twice_counts_once() -> None:
    article = joined(page(1, "Satu."), page(1, "Satu."), page(2, "Dua."))
    assert article.text == "Satu.\nDua."
    assert article.warnings == ()


def test_a_part_that_was_no_article_is_missed() -> None:
    gate = Page(kind=PageKind.CHALLENGE, reason="challenge", part=2)
    assert joined(page(1, "Satu."), gate).warnings == ("parts: read 1 of 2",)


def test_a_byline_on_the_last_part_is_kept() -> None:
    last = page(2, "Dua.")
    assert last.article is not None
    signed = replace(last, article=replace(last.article, authors=("Budi",), editor="Ani"))
    article = joined(page(1, "Satu."), signed)
    assert (article.authors, article.editor) == (("Budi",), "Ani")


def test_without_any_article_the_first_page_comes_back() -> None:
    gate = Page(kind=PageKind.CHALLENGE, reason="challenge")
    assert join_parts([gate]) is gate


def test_no_pages_are_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ValueError, match="pass the parts of one story"):
        join_parts([])
