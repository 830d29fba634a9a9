"""A page of each CMS family, read without any outlet rules, against what a person reads in it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction.page import Page, PageKind, read_page
from crawler.extraction.rules import ArticleRules

PAGES = Path(__file__).parent / "pages"
FAMILIES = sorted(path.stem for path in PAGES.glob("*.toml"))
FIELDS = (
    "title",
    "published",
    "published_source",
    "authors",
    "editor",
    "section",
    "tags",
    "dateline",
    "caption",
    "photo_credit",
)


def expected(family: str) -> dict[str, Any]:
    return tomllib.loads((PAGES / f"{family}.toml").read_text(encoding="utf-8"))


def read(family: str) -> Page:
    body = (PAGES / f"{family}.html").read_bytes()
    return read_page(body, outlet="", url=expected(family)["url"], rules=ArticleRules())


@pytest.mark.parametrize("family", FAMILIES)
def test_a_page_of_the_family_is_an_article(family: str) -> None:
    page = read(family)
    assert (page.kind, page.reason) == (PageKind.ARTICLE, None)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_text_is_the_story_and_nothing_else(family: str) -> None:
    article = read(family).article
    assert article is not None
    assert article.text.split("\n") == expected(family)["lines"]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_field_says_what_the_page_prints(family: str, field: str) -> None:
    found = getattr(read(family).article, field)
    if isinstance(found, tuple):
        assert list(found) == expected(family).get(field, [])
    else:
        assert found == expected(family).get(field)


@pytest.mark.parametrize("family", [each for each in FAMILIES if "lead_image" in expected(each)])
def test_the_lead_image_is_an_absolute_address(family: str) -> None:
    article = read(family).article
    assert article is not None
    assert article.lead_image == expected(family)["lead_image"]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_other_parts_of_a_story_are_linked(family: str) -> None:
    page = read(family)
    told = expected(family)
    assert page.parts_declared == told.get("parts_declared", 1)
    assert [*page.part_links] == told.get("part_links", [])


@pytest.mark.parametrize("family", FAMILIES)
def test_the_address_is_the_canonical_one(family: str) -> None:
    article = read(family).article
    assert article is not None
    assert article.url == expected(family)["url"].rstrip("/").replace("//www.", "//")
