"""The parts of a probe that need no server: robots.txt, second pages, menus, furniture."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document, parse_page, text_of
from spiders.body_shape import body_selector
from spiders.drafts import Draft, written
from spiders.fixtures import case_name
from spiders.furniture import furniture_of, suspects_of
from spiders.offers import later_pages, offers_of
from spiders.outlet import Source, SourceKind
from spiders.provisional import provisional_outlet
from spiders.robots_said import robots_said
from spiders.second_page import after_second_page
from spiders.site_report import Look
from storage.addresses import Found
from storage.records import Article

HOME = "https://desa.example/"


def page(body: str, url: str = HOME) -> Document:
    return parse_page(f"<html><body>{body}</body></html>".encode(), url=url)


def test_of_robots_txt_what_it_closes_to_us_is_told() -> None:
    text = (
        "User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /cetak/\n"
        "Disallow: /*?s=  # search\nCrawl-delay: 5\nSitemap: https://desa.example/s.xml\n"
    )
    said = robots_said(text, HOME)

    assert (said.closed, said.delay) == (("/cetak/", "/*?s="), 5)
    assert said.sitemaps == ("https://desa.example/s.xml",)


def look(*slugs: str, problem: str | None = None) -> Look:
    source = Source(kind=SourceKind.RSS, url=f"{HOME}feed/", more=f"{HOME}feed/?paged={{page}}")
    listed = tuple(Found(url=f"{HOME}{slug}", title=None, published=None) for slug in slugs)
    return Look(source=source, listed=listed, problem=problem)


@pytest.mark.parametrize(
    ("second", "told", "goes_on"),
    [
        (look("c-d-e", "f-g-h"), "page 2 lists 2 others", True),
        (look("a-b-c"), "page 2 shows the same", False),
        (look(problem="answered 404"), "page 2 answered 404", False),
    ],
)
def test_a_second_page_is_kept_only_where_it_brings_others(
    second: Look, told: str, goes_on: bool
) -> None:
    after = after_second_page(look("a-b-c"), second)

    assert (after.paging, after.source.more is not None) == (told, goes_on)


@pytest.mark.parametrize(
    ("href", "url", "template"),
    [
        ("/page/2/", HOME, f"{HOME}page/{{page}}/"),
        ("?page=2", f"{HOME}berita", f"{HOME}berita?page={{page}}"),
        ("/berita/page/2", f"{HOME}berita/", f"{HOME}berita/page/{{page}}"),
        ("/berita/page/2", HOME, None),
        ("/page/21/", HOME, None),
        ("/page2/", HOME, f"{HOME}page{{page}}/"),
        ("/index2.html", HOME, f"{HOME}index{{page}}.html"),
        ("/index2", HOME, None),
        ("https://lain.example/page/2/", HOME, None),
    ],
)
def test_the_link_to_page_two_tells_where_further_pages_are(
    href: str, url: str, template: str | None
) -> None:
    assert later_pages(page(f"<a href='{href}'>Lama</a>", url), url) == template


def test_menus_lead_to_sections_and_the_head_to_rest_and_feeds() -> None:
    document = page(
        "<link rel='https://api.w.org/' href='/api/'>"
        "<link rel='alternate' type='application/rss+xml' href='/warta.xml'>"
        "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"
        "<nav><a href='/desa/'>Desa</a><a href='/redaksi'>Redaksi</a><a href='/'>Beranda</a>"
        "<a href='https://lain.example/x/'>Lain</a></nav>"
    )
    offers = offers_of(document, provisional_outlet(HOME, "portal"), ["https://lain.example/s.xml"])

    assert [source.url for source in offers.sections] == [f"{HOME}desa/"]
    urls = [source.url for source in offers.sources]
    assert urls[0].startswith(f"{HOME}api/wp/v2/posts?per_page=100")
    assert urls[1] == f"{HOME}warta.xml"
    assert not [url for url in urls if "comments" in url or "lain" in url]


def test_of_a_feed_that_the_family_pages_through_its_own_way_is_taken() -> None:
    outlet = provisional_outlet(HOME, "blogger")
    document = page(
        "<link rel='alternate' type='application/atom+xml' href='/feeds/posts/default'>"
        "<link rel='alternate' type='application/rss+xml' href='/feeds/posts/default?alt=rss'>"
    )
    offers = offers_of(document, outlet, [])

    assert offers.sources[0] == outlet.sources[0]
    assert offers.sources[0].more is not None
    assert "alt=rss" not in {source.url.partition("?")[2] for source in offers.sources}


def stories(extra: str = "", count: int = 4) -> tuple[list[Document], list[Article]]:
    """Pages of an unknown theme, each with lines of its own and the `extra` markup."""
    documents, articles = [], []
    for number in range(count):
        lines = [
            f"Warga desa nomor {number} memanen padi di blok {block} sawah mereka, kata lurahnya."
            for block in range(4)
        ]
        body = "".join(f"<p>{line}</p>" for line in lines)
        documents.append(page(f"<h1>Panen {number}</h1><div class='teks'>{body}{extra}</div>"))
        text = [*lines, *filter(None, [text_of(page(extra).root)])]
        articles.append(Article(outlet="", url=HOME, title=f"Panen {number}", text="\n".join(text)))
    return documents, articles


def test_one_selector_finds_the_text_of_an_unknown_theme() -> None:
    documents, _ = stories()

    assert body_selector(documents, ArticleRules()) == "div.teks"
    assert body_selector(documents[:1], ArticleRules()) is None


@pytest.mark.parametrize(
    ("extra", "cut", "boilerplate"),
    [
        ("<p class='catatan'>Isi ini milik kami semua.</p>", ("p.catatan",), ()),
        ("<p>Isi ini milik kami semua.</p>", (), (r"Isi ini milik kami semua\.",)),
        ("<p class='teks'>Isi ini milik kami semua.</p>", ("p.teks",), ()),
    ],
)
def test_what_every_story_repeats_is_cut_and_nothing_else(
    extra: str, cut: Sequence[str], boilerplate: Sequence[str]
) -> None:
    documents, articles = stories(extra)

    found = furniture_of(documents, articles, ())

    assert (found.cut, found.boilerplate) == (cut, boilerplate)


def test_stories_that_are_copies_of_one_another_lose_nothing() -> None:
    documents, articles = stories()
    copies = [replace(each, text=articles[0].text) for each in articles]

    assert furniture_of(documents, copies, ()).boilerplate == ()


def test_a_headline_of_another_story_is_suspicious() -> None:
    _, articles = stories()
    leaky = replace(articles[0], text=f"{articles[0].text}\nLurah Baru Dilantik")

    suspects = list(suspects_of([leaky, *articles[1:]], ["Lurah baru dilantik"]))

    assert suspects == ["Lurah Baru Dilantik"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("2026/11/20/panen-raya-padi/", "panen-raya-padi"),
        ("desa/panen-raya.html", "panen-raya"),
        ("archives/123", "archives-123"),
        ("?p=12", "p-12"),
        ("", "story"),
    ],
)
def test_a_case_is_called_after_its_story(path: str, name: str) -> None:
    assert case_name(f"{HOME}{path}") == name


def test_a_list_that_goes_on_by_its_own_links_is_walked_by_what_is_drafted() -> None:
    source = Source(kind=SourceKind.LISTING, url=HOME, pages=1)
    first = Look(source=source, listed=(Found(url=f"{HOME}berita/1-a-b-c"),))
    others = replace(first, listed=(Found(url=f"{HOME}berita/2-d-e-f"),))

    draft = Draft(name="desa", title="Desa", home=HOME, hosts=("desa.id",), family="portal")
    for second, is_one_page in ((others, False), (first, True)):
        goes_on = after_second_page(first, second).source
        assert ("pages = 1" in written(replace(draft, sources=(goes_on,)))) is is_one_page
