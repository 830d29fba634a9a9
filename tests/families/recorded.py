"""Recorded pages of each family, and what a person who read them says they tell.

A page lies as `piagam outlets record` writes it, in `pages/OUTLET.pages/CASE`. Its answer,
`answers/OUTLET/CASE.toml`, was written by hand from reading the page: the reader is not its own
judge.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from crawler.awards.reader import read_story
from spiders.fixtures import Case, load_case, read_pages
from spiders.loader import SHIPPED
from spiders.outlet import Outlet, load_outlet
from storage.records import Article, Claim

HERE = Path(__file__).parent
PAGES = HERE / "pages"
ANSWERS = HERE / "answers"
PLAIN = (
    *("title", "published", "published_source", "modified", "description", "dateline", "authors"),
    *("editor", "section", "tags", "lead_image", "caption", "photo_credit", "parts"),
)
"""Fields that are asked of the article as they are."""
FIELDS = ("url", *PLAIN, "paragraphs", "first", "last", "never", "claims")
CLAIM_FIELDS = (
    *("scheme", "year", "score", "predicate", "category", "zone", "rank", "award_date", "venue"),
    *("units", "previous"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One story of one outlet."""

    outlet: str
    case: str

    @property
    def answer(self) -> Mapping[str, Any]:
        """What a person reads; what the page does not tell is named under `absent`."""
        path = ANSWERS / self.outlet / f"{self.case}.toml"
        return tomllib.loads(path.read_text(encoding="utf-8"))

    @property
    def pages(self) -> Case:
        """The pages as they came."""
        return load_case(PAGES / f"{self.outlet}.pages" / self.case)


def recorded() -> list[Recorded]:
    """Every story with an answer, by outlet and name."""
    paths = sorted(ANSWERS.glob("*/*.toml"))
    return [Recorded(outlet=path.parent.name, case=path.stem) for path in paths]


@cache
def outlet_of(name: str) -> Outlet:
    """The outlet as it is shipped."""
    return load_outlet(SHIPPED / f"{name}.toml")


@cache
def article_of(story: Recorded) -> Article:
    """The story as the outlet's rules read it."""
    page = read_pages(story.pages.pages, outlet_of(story.outlet))
    assert page.article is not None, page.reason
    return page.article


def told(story: Recorded, field: str) -> Any:
    """What the reader makes of a field, in the form in which an answer writes it."""
    article = article_of(story)
    if field == "url":
        return outlet_of(story.outlet).address_of(article.url)
    if field == "paragraphs":
        return article.text.count("\n") + 1
    if field == "claims":
        return [_claim(each) for each in read_story(article).claims]
    value = getattr(article, field)
    return list(value) if isinstance(value, tuple) else value


def _claim(claim: Claim) -> dict[str, Any]:
    """The fields that the story states, as an answer writes them."""
    stated = {name: getattr(claim, name) for name in CLAIM_FIELDS}
    stated["units"] = [f"{unit.unit} {unit.raw}" for unit in claim.units]
    stated["previous"] = [f"{each.year or '?'} {each.raw}" for each in claim.previous]
    kept = {name: value for name, value in stated.items() if value not in (None, [])}
    return {"recipient": claim.recipient, **kept}
