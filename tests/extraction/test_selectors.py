"""A selector finds what XPath finds, in page order, whether looks decide it or not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.cssselect import CSSSelector

from crawler.extraction.families import FAMILIES
from crawler.extraction.rules import ArticleRules
from crawler.extraction.selectors import looks_of, select
from crawler.extraction.tree import Document, parse_page
from spiders.loader import SHIPPED
from spiders.outlet import load_outlet

FIELDS = (
    *("body", "title", "published", "authors", "editor", "section", "tags", "image", "caption"),
    *("photo_credit", "cut", "parts"),
)
PAGE = b"""<html><body class="single x">
<div class="isi a a" id="satu"><p class="baca" data-x="Y">x</p><a href="/b">y</a>
<div class="isi"><p><b class="a">q</b></p><p class="baca isi" id="satu">r</p></div>
<span itemprop="articleBody">z</span><A CLASS=a HREF='?page=2'>2</A></div><p></p></body></html>"""
RECORDED = [
    *(Path(__file__).parent / "pages").glob("*.html"),
    *(Path(__file__).parents[1] / "families" / "pages").glob("*/*/1.html"),
]


def shipped() -> list[str]:
    """Every selector of an outlet or a family."""
    rules: list[ArticleRules] = [family.rules for family in FAMILIES]
    rules += [load_outlet(path).rules for path in sorted(SHIPPED.glob("*.toml"))]
    return sorted({each for one in rules for name in FIELDS for each in getattr(one, name)})


def by_xpath(document: Document, selector: str) -> list[etree._Element]:
    found = CSSSelector(selector, translator="html")(document.root)
    return [each for each in found if etree.iselement(each)] if isinstance(found, list) else []


def by_looks(document: Document, selector: str) -> list[etree._Element]:
    return select(document.elements, selector)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: "-".join(path.parts[-3:]))
def test_shipped_selectors_find_on_recorded_pages_what_xpath_finds(path: Path) -> None:
    document = parse_page(path.read_bytes(), url="")
    for selector in shipped():
        assert by_looks(document, selector) == by_xpath(document, selector), selector


@pytest.mark.parametrize(
    "selector",
    [
        *("div.isi", ".isi.a", "#satu", "div#satu > p.baca", "p.baca.isi", "b.a", ".isi .isi"),
        *("div p", "div > p", "body > div p b", ".x .a", "[itemprop='articleBody']", "[data-x]"),
        *("[data-x=Y]", '[itemprop="articleBody"]', "a[href]", "a[href^='/']", "a[href*='page=']"),
        *("[class$='isi']", "[class*='']", "p[class]", "body.single", "html", "p#satu", ".isi > a"),
    ],
)
def test_looks_decide_the_usual_selectors(selector: str) -> None:
    document = parse_page(PAGE, url="")
    assert looks_of(selector) is not None
    assert by_looks(document, selector) == by_xpath(document, selector)


@pytest.mark.parametrize(
    "selector",
    [
        *("p:not(.lain)", "p:has(> b)", "p, td.z", "p ~ a", "p + a", "*", "li:last-child"),
        *("div:has(p) a", "[class~='isi']", ":not(.x) > .isi", "P.baca", "[data-x='Y' i]"),
    ],
)
def test_xpath_decides_the_others(selector: str) -> None:
    assert looks_of(selector) is None


@pytest.mark.parametrize(
    "selector", ["p:not(.lain)", "p:has(> b)", "p, td.z", "p ~ a", "*", ":not(.x) > .isi"]
)
def test_what_xpath_decides_is_found(selector: str) -> None:
    document = parse_page(PAGE, url="")
    assert by_looks(document, selector) == by_xpath(document, selector) != []


def test_a_class_that_is_nowhere_is_a_no() -> None:
    assert by_looks(parse_page(PAGE, url=""), "p:not(.isi).lain") == []


_LOOKS = st.sampled_from(["div", "p", "b", ".a", ".isi", "div.isi", "#satu", "[class]", "p[id]"])
_MARKUP = st.lists(
    st.sampled_from(
        [
            *(b"<div>", b"<div class='isi a'>", b"</div>", b"<p class=a>", b"<b id=satu>x</b>"),
            *(b"<p id='satu' class='isi isi'>", b"<div id=satu>", b"</p>", b"<b class='a'>", b"x"),
        ]
    ),
    max_size=25,
).map(b"".join)


@settings(max_examples=200, deadline=None)
@given(_MARKUP, st.lists(_LOOKS, min_size=1, max_size=4), st.sampled_from([" ", " > ", ">"]))
def test_any_chain_finds_what_xpath_finds(markup: bytes, looks: list[str], between: str) -> None:
    document = parse_page(markup, url="")
    for selector in (between.join(looks), " ".join(looks[:2]), between.join(looks[::-1])):
        assert looks_of(selector) is not None
        assert by_looks(document, selector) == by_xpath(document, selector)
