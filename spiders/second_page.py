"""Whether a list really goes on: its second page held against the first; pure."""

from dataclasses import replace
from urllib.parse import urlsplit

from spiders.outlet import SourceKind
from spiders.site_report import Look

LIST_PAGES = 20
"""Pages of one walk through a list that goes on."""
_FEWEST_MARKS = 2
"""Hyphens in the last part of a story's address."""
_FEWEST_DIGITS = 3
_LONG_NUMBER = 5


def after_second_page(first: Look, second: Look) -> Look:
    """The first look, with what the second page was; a page that brings nothing new is not kept."""
    others = set(stories_in(second)) - set(stories_in(first))
    if others:
        source = replace(first.source, pages=max(first.source.pages, LIST_PAGES))
        return replace(first, source=source, paging=f"page 2 lists {len(others)} others")
    why = second.problem or "shows the same"
    source = replace(first.source, more=None, pages=1)
    return replace(first, source=source, paging=f"page 2 {why}")


def stories_in(look: Look) -> tuple[str, ...]:
    """The addresses that are most likely stories: all but on a list page, there the long ones."""
    if look.source.kind is not SourceKind.LISTING:
        return look.found
    return tuple(url for url in look.found if _is_long(url))


def _is_long(url: str) -> bool:
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    key, _, number = parts.query.partition("=")
    if key == "p" and number.isdecimal():
        return True
    digits = sum(map(str.isdigit, last))
    is_number = last.isdecimal() and digits >= _FEWEST_DIGITS and not _is_year(last)
    return last.count("-") + last.count("_") >= _FEWEST_MARKS or digits > _LONG_NUMBER or is_number


def _is_year(segment: str) -> bool:
    return len(segment) == 4 and segment[:2] in ("19", "20")
