"""The pages of a story as they come: what is asked for next, and what the whole is worth."""

from collections.abc import Iterable

import pytest

from crawler.extraction.page import Page, PageKind
from crawler.extraction.rules import ArticleRules
from crawler.story_pages import StoryPages
from storage.records import Article

URL = "https://a.id/berita/blora-raih-nilai-tertinggi"
ALL = f"{URL}?page=all"
TOPICS = ("panen", "jalan", "pasar", "irigasi", "pupuk", "hujan", "benih", "air", "listrik")
LINES = tuple(
    f"Pada hari ke-{day} warga membahas {topic} bersama perangkat desa di balai pertemuan."
    for day, topic in enumerate(TOPICS, start=1)
)
MISSING = Page(kind=PageKind.OTHER, reason="not-found")
LISTING = Page(kind=PageKind.LISTING, reason="listing")


def address(number: int) -> str:
    return URL if number == 1 else f"{URL}?page={number}"


def page(
    number: int, lines: Iterable[str], *, of: int = 3, links: Iterable[int] | None = None
) -> Page:
    others = [each for each in range(1, of + 1) if each != number] if links is None else links
    article = Article(outlet="a", url=URL, title="Blora", text="\n".join(lines))
    return Page(
        kind=PageKind.ARTICLE,
        article=article,
        part=number,
        parts_declared=of,
        part_links=tuple(map(address, others)),
    )


def view(lines: Iterable[str], title: str = "Blora") -> Page:
    article = Article(outlet="a", url=URL, title=title, text="\n".join(lines))
    return Page(kind=PageKind.ARTICLE, article=article)


PARTS = {number: page(number, LINES[3 * number - 3 : 3 * number]) for number in (1, 2, 3)}


def read(
    site: dict[str, Page | str], first: Page = PARTS[1], *, all_pages: str | None = "page=all"
) -> tuple[Article, list[str]]:
    """The story joined from what `site` answers, and what was asked for, in order."""
    rules = ArticleRules(all_pages=all_pages)
    story = StoryPages.begin(first, url=URL, rules=rules, owns=lambda url: url.startswith(URL))
    asked = []
    while (url := story.wanted) is not None:
        asked.append(url.removeprefix(URL))
        answer = site.get(url, "http-404")
        story.take(None, answer) if isinstance(answer, str) else story.take(answer)
    article = story.joined().article
    assert article is not None
    return article, asked


SITE: dict[str, Page | str] = {address(number): PARTS[number] for number in (2, 3)}


WHOLE = {
    "as long as promised": (LINES, ["?page=all"], LINES, ()),
    "the first part again": (LINES[:3], ["?page=all", "?page=2", "?page=3"], LINES, ()),
    "breaks off": (
        LINES[:4],
        ["?page=all", "?page=3", "?page=2"],
        LINES,
        ("parts: the page of all parts lacks 5 paragraphs of the parts; the parts were taken",),
    ),
    "lacks the beginning": (
        LINES[1:],
        ["?page=all", "?page=3", "?page=2"],
        LINES,
        ("parts: the page of all parts lacks 1 paragraph of the parts; the parts were taken",),
    ),
    "short, but with the end": (
        (*LINES[:3], *LINES[6:]),
        ["?page=all"],
        (*LINES[:3], *LINES[6:]),
        (),
    ),
}


@pytest.mark.parametrize("case", WHOLE)
def test_the_page_of_all_parts_is_believed_as_far_as_it_shows(case: str) -> None:
    lines, asked, text, warnings = WHOLE[case]
    article, requests = read({**SITE, ALL: view(lines)})
    assert requests == asked
    assert article.text == "\n".join(text)
    assert article.warnings == warnings


def test_a_short_page_of_all_parts_is_enough_when_it_holds_the_last_part() -> None:
    site: dict[str, Page | str] = {address(5): page(5, LINES[6:7], of=5)}
    article, asked = read({**site, ALL: view(LINES[:7])}, page(1, LINES[:3], of=5))
    assert asked == ["?page=all", "?page=5"]
    assert (article.text, article.warnings) == ("\n".join(LINES[:7]), ())


def test_a_page_of_all_parts_that_holds_more_than_the_parts_is_taken_and_told() -> None:
    short = {**SITE, address(2): page(2, LINES[3:4]), address(3): page(3, [])}
    first = page(1, LINES[:3], of=9)
    article, _ = read({**short, ALL: view(LINES[:6])}, first)
    assert article.text == "\n".join(LINES[:6])
    assert "parts: the page of all parts was taken: it holds 2 paragraphs more" in article.warnings


def test_a_page_of_all_parts_of_another_story_is_not_taken() -> None:
    article, asked = read({**SITE, ALL: view(LINES[::-1], title="Dinas Perizinan Menyusul")})
    assert asked == ["?page=all", "?page=2", "?page=3"]
    assert article.text == "\n".join(LINES)
    assert article.warnings == ("parts: the page of all parts tells another story",)


@pytest.mark.parametrize(
    ("answer", "why"), [("http-404", "http-404"), (LISTING, "listing"), (MISSING, "not-found")]
)
def test_a_part_that_is_gone_is_named(answer: Page | str, why: str) -> None:
    article, _ = read({**SITE, address(2): answer}, all_pages=None)
    assert article.text == "\n".join((*LINES[:3], *LINES[6:]))
    assert article.warnings == (
        "parts: read 2 of 3, missing: 2",
        f"parts: {address(2)} did not come: {why}",
    )


def test_parts_that_only_the_next_one_names_are_all_read() -> None:
    chain: dict[str, Page | str] = {
        address(2): page(2, LINES[3:6], of=3, links=(1, 3)),
        address(3): page(3, LINES[6:], of=3, links=(2,)),
    }
    article, asked = read(chain, page(1, LINES[:3], of=2, links=(2,)), all_pages=None)
    assert asked == ["?page=2", "?page=3"]
    assert (article.text, article.warnings) == ("\n".join(LINES), ())


def test_an_endless_chain_ends() -> None:
    chain: dict[str, Page | str] = {
        address(number): page(number, LINES[:1], of=number + 1, links=(number + 1,))
        for number in range(2, 100)
    }
    _, asked = read(chain, page(1, LINES[:1], of=2, links=(2,)), all_pages=None)
    assert len(asked) == 29


def test_parts_whose_addresses_tell_no_number_keep_the_pager_s_order() -> None:
    links = tuple(f"{URL}?bagian={name}" for name in ("dua", "tiga"))
    first = Page(
        kind=PageKind.ARTICLE, article=PARTS[1].article, parts_declared=3, part_links=links
    )
    others = {
        link: Page(kind=PageKind.ARTICLE, article=PARTS[number].article, parts_declared=3)
        for number, link in enumerate(links, start=2)
    }
    article, _ = read(dict(others), first, all_pages=None)
    assert (article.text, article.warnings) == ("\n".join(LINES), ())
