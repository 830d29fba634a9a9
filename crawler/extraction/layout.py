"""Marks on the very page that its site has a new layout; they become the article's warnings."""

from collections.abc import Iterator

from crawler.extraction.body import Body, BodySource
from crawler.extraction.rules import ArticleRules
from storage.health_records import LAYOUT_WARNING

_MANY_LINKS = 1 / 3
"""Share of a body's characters; a page with half of it is refused as a listing."""


def layout_warnings(body: Body, rules: ArticleRules) -> Iterator[str]:
    """What is odd about where a story's text was found."""
    if rules.body and body.source is not BodySource.RULES:
        yield f"{LAYOUT_WARNING}none of the outlet's body rules fits"
    if body.linked > _MANY_LINKS:
        yield f"{LAYOUT_WARNING}a third of the body is links, as in a list"
