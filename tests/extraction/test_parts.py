"""Pages of one story know each other and join into one text."""

from dataclasses import replace

import pytest

from crawler.extraction.joining import join_parts
from crawler.extraction.page import Page, PageKind, read_page
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
        ("<p>Di halaman kantor.</p><b>\n Halaman 1 dari 2 </b>", URL, 1, 2, ["?page=2"]),
        ("<p>Di halaman 1 dari 2 buku itu.</p>", URL, 1, 1, []),
        ("<script>t = '<b>Halaman</b>';</script>", URL, 1, 1, []),
        ("<a href='blora-raih-nilai-tertinggi/2'>2</a>", URL, 1, 2, ["/2"]),
        (f"<base href='{URL}/'><a href='./2'>2</a>", URL, 1, 2, ["/2"]),
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
        (
            "<a href='?page=2'>2</a><i>…</i><a href='?page=7'>7</a>",
            URL,
            1,
            7,
            [f"?page={number}" for number in range(2, 8)],
        ),
        (
            "<a href='/berita/blora-raih-nilai-tertinggi/15'>2</a> <a href='/berita/"
            "blora-raih-nilai-tertinggi/45'>4</a>",
            URL,
            1,
            4,
            ["/15", "/30", "/45"],
        ),
        ("<link rel='next' href='?page=2'>", URL, 1, 2, ["?page=2"]),
        ("<link rel='next' href='/berita/cerita-lain-yang-panjang'>", URL, 1, 1, []),
        ("<link rel='next' href='?page=3'>", f"{URL}?page=2", 2, 3, ["", "?page=3"]),
        (
            "<div><b>1 / 4</b><a href='?page=2'>&gt;</a></div>",
            URL,
            1,
            4,
            ["?page=2", "?page=3", "?page=4"],
        ),
        (
            "<p><b>1 dari 3</b></p><ul><li><a href='?page=2'>2</a></li></ul>",
            URL,
            1,
            3,
            ["?page=2", "?page=3"],
        ),
        ("<div><b>1 / 4</b></div>", URL, 1, 1, []),
        (
            "<b>3 / 4</b><div><div><ul><li><a href='?page=2'>2</a></li></ul></div></div>",
            URL,
            1,
            2,
            ["?page=2"],
        ),
        ("<b>Halaman 3 dari 3</b>", f"{URL}?page=2", 3, 3, ["", "?page=2"]),
        ("<b>Halaman 1/5</b>", f"{URL}?page=2", 2, 5, ["", "?page=3", "?page=4", "?page=5"]),
        ("<b>Halaman 1/812</b>", URL, 1, 1, []),
        ("<i>Halaman</i> <b>HALAMAN\n:\n 1 of\n2 </b>", URL, 1, 2, ["?page=2"]),
        ("<i>Page one</i> <b> 1\t/ 2   Halaman</b>", URL, 1, 2, ["?page=2"]),
        ("<i>Hal. 4, Page of 3, 5 dari 7 halaman muka</i>", URL, 1, 1, []),
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


def test_a_window_of_the_outlets_own_pager_is_filled_up() -> None:
    rules = ArticleRules(parts=("div.pager a",))
    pager = "<div class='pager'><a href='?halaman=2'>2</a><a href='?halaman=5'>5</a></div>"
    links = read(pager, rules=rules).part_links
    assert [link.removeprefix(URL) for link in links] == [f"?halaman={each}" for each in "2345"]


def page(
    part: int, *lines: str, declared: int = 2, title: str = "Blora", canonical: str | None = None
) -> Page:
    article = Article(outlet="a", url=URL, title=title, text="\n".join(lines))
    return Page(
        kind=PageKind.ARTICLE,
        article=article,
        part=part,
        parts_declared=declared,
        canonical=canonical,
    )


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
        "parts: read 2 of 3, missing: 3",
    )


def test_the_same_part_twice_counts_once() -> None:
    article = joined(page(1, "Satu."), page(1, "Satu."), page(2, "Dua."))
    assert article.text == "Satu.\nDua."
    assert article.warnings == ()


def test_a_part_that_was_no_article_is_missed() -> None:
    gate = Page(kind=PageKind.CHALLENGE, reason="challenge", part=2)
    assert joined(page(1, "Satu."), gate).warnings == ("parts: read 1 of 2, missing: 2",)


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


LONG = tuple(
    f"Pada hari ke-{day} warga membahas {topic} bersama perangkat desa di balai pertemuan."
    for day, topic in enumerate(("panen", "jalan", "pasar", "irigasi", "pupuk", "hujan"), start=1)
)


@pytest.mark.parametrize(
    ("first", "second", "text", "warnings"),
    [
        (LONG[:2], LONG[2:4], LONG[:4], ()),
        (LONG[:3], LONG[2:5], LONG[:5], ()),
        (LONG[:3], LONG[1:5], LONG[:5], ()),
        ((*LONG[:3], "Pendek."), ("Pendek.", LONG[3]), (*LONG[:3], "Pendek.", LONG[3]), ()),
        (
            LONG[:4],
            LONG[1:5],
            LONG[:5],
            ("parts: part 2 repeats 3 paragraphs before it",),
        ),
        (LONG[:3], LONG[:3], LONG[:3], ("parts: part 2 repeats what stands before it",)),
        (
            (*LONG[:2], f"{LONG[2][:40]} …"),
            LONG[2:4],
            LONG[:4],
            (),
        ),
        ((LONG[0], f"{LONG[1][:30]}..."), LONG[1:3], LONG[:3], ()),
        ((LONG[0], "Apa lagi?..."), (LONG[1],), (LONG[0], "Apa lagi?...", LONG[1]), ()),
        (
            (LONG[0], LONG[1].replace(" ", "  ")),
            (LONG[1].upper(), LONG[2]),
            (LONG[0], LONG[1].replace(" ", "  "), LONG[2]),
            (),
        ),
    ],
)
def test_what_two_parts_share_is_told_once_and_warned_of_when_it_is_much(
    first: tuple[str, ...],
    second: tuple[str, ...],
    text: tuple[str, ...],
    warnings: tuple[str, ...],
) -> None:
    article = joined(page(1, *first), page(2, *second))
    assert article.text == "\n".join(text)
    assert article.warnings == warnings


@pytest.mark.parametrize(
    ("title", "canonical", "is_own"),
    [
        ("Blora Raih Nilai Tertinggi", None, True),
        ("Blora Raih Nilai Tertinggi - Halaman 2", None, True),
        ("Halaman 2 dari 3: Blora Raih Nilai Tertinggi", None, True),
        ("Blora Raih Nilai Tertinggi (2)", None, True),
        ("BLORA RAIH NILAI TERTINGGI | 2", None, True),
        ("Blora Raih Nilai Tertinggi, Ini Kata Bupati", None, True),
        ("Dinas Perizinan Menyusul", URL, True),
        ("Dinas Perizinan Menyusul", f"{URL}-lagi", False),
        ("Dinas Perizinan Menyusul", None, False),
    ],
)
def test_a_part_of_another_story_is_left_out(
    title: str, canonical: str | None, is_own: bool
) -> None:
    first = page(1, LONG[0], title="Blora Raih Nilai Tertinggi", canonical=URL)
    article = joined(first, page(2, LONG[1], title=title, canonical=canonical))
    if is_own:
        assert (article.text, article.warnings) == ("\n".join(LONG[:2]), ())
    else:
        assert article.text == LONG[0]
        assert article.warnings == (
            "parts: part 2 is of another story and was left out: Dinas Perizinan Menyusul",
            "parts: read 1 of 2, missing: 2",
        )


def test_gaps_in_the_numbers_are_named() -> None:
    article = joined(*(page(number, LONG[number], declared=5) for number in (1, 3)))
    assert article.warnings == ("parts: read 2 of 5, missing: 2, 4, 5",)
