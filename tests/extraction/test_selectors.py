"""The cheap no of a selector is never wrong."""

import pytest

from crawler.extraction.selectors import may_match, may_match_tags, select
from crawler.extraction.tree import parse_page

PAGE = b"""<html><body>
<div class="isi a" id="satu"><p class="baca" data-x="Y">x</p><a href="/b">y</a>
<span itemprop="articleBody">z</span></div></body></html>"""


@pytest.mark.parametrize(
    "selector",
    [
        *(
            "div.isi",
            ".isi.a",
            "#satu",
            "div#satu > p.baca",
            "p:not(.lain)",
            "p:has(+ a)",
            "p, td.z",
        ),
        *("[itemprop='articleBody']", '[itemprop="articleBody"]', "[data-x]", "[data-x=Y]"),
        *("a[href]", "a[href^='/']", "div:has(> p.baca) a", "p ~ a", "*"),
    ],
)
def test_a_selector_that_matches_may_match(selector: str) -> None:
    assert select(parse_page(PAGE, url="").root, selector)
    assert may_match(selector, PAGE)
    assert may_match_tags(selector, PAGE)


@pytest.mark.parametrize(
    "selector", ["div.lain", "#dua", "p.baca.lain", "[itemprop='headline']", "p#dua > b"]
)
def test_a_name_that_is_nowhere_is_a_no(selector: str) -> None:
    assert not may_match(selector, PAGE)


def test_a_tag_that_is_nowhere_is_a_no_for_serialised_markup() -> None:
    assert may_match("table", PAGE)
    assert not may_match_tags("table", PAGE)
