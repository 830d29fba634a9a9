"""Finds the other pages of a story that is told over several."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from crawler.extraction.addresses import canonical_url, part_number
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document, text_of

_MOST_PARTS = 30
_SMALLEST_OFFSET = 5
"""Some sites number pages by paragraphs: /15, /30 …; real stories rarely have five pages."""
_MAY_BE_PART = re.compile(r"[?&](?:page|s)=\d{1,2}\b|/\d{1,2}/?(?:[?#]|$)")
_PAGE_WORDS = (b"alaman", b"ALAMAN", b">Page", b">Hal")
_DECLARED = re.compile(
    rb">\s*(?:(?:halaman|hal\.?|page)\s*:?\s*\d{1,2}\s*(?:/|dari|of)\s*(?P<after>\d{1,2})"
    rb"|\d{1,2}\s*(?:/|dari)\s*(?P<before>\d{1,2})\s*halaman)\s*<",
    re.IGNORECASE,
)
_NUMBER_IN_QUERY = re.compile(r"(?<=[?&]page=)\d{1,2}")
_NUMBER_IN_PATH = re.compile(r"(?<=/)\d{1,2}(?=/?$)")
_all_hrefs = etree.XPath("//a/@href", smart_strings=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Where a page stands among the pages of its story."""

    number: int = 1
    declared: int = 1
    """How many pages the story says it has; 1 when it says nothing."""
    links: tuple[str, ...] = ()
    """Absolute addresses of the other pages, in order."""


def read_parts(document: Document, url: str, rules: ArticleRules) -> Parts:
    """Read the pager of the page at `url`; a page that shows the whole story has one part."""
    if _shows_all(url, rules):
        return Parts()
    own = part_number(url)
    links = dict(_chosen(document, rules) if rules.parts else _matching(document, url))
    step = _offset_step([own, *links])
    links = {number // step + (step > 1): link for number, link in links.items()}
    number = own // step + (step > 1) if own > 1 else 1
    declared = max(number, _stated(document), *links, 1)
    if step == 1 and number <= declared <= _MOST_PARTS:
        links = _without_gaps(links, url, declared)
    others = [links[each] for each in sorted(links) if each not in (number, 0)]
    return Parts(number=number, declared=declared, links=tuple(others[:_MOST_PARTS]))


def _shows_all(url: str, rules: ArticleRules) -> bool:
    pairs = url.partition("?")[2].partition("#")[0].split("&")
    return not {"page=all", "single=1", rules.all_pages}.isdisjoint(pairs)


def _chosen(document: Document, rules: ArticleRules) -> Iterator[tuple[int, str]]:
    for selector in rules.parts:
        for element in document.select(selector):
            link = document.absolute(element.get("href"))
            if link is None or _shows_all(link, rules):
                continue
            label = text_of(element)
            if part_number(link) > 1:
                yield part_number(link), link
            elif label.isdecimal() and len(label) < 3:
                yield int(label), link


def _matching(document: Document, url: str) -> Iterator[tuple[int, str]]:
    """Any link that leads to another page of the same article."""
    own = canonical_url(url)
    hrefs = _all_hrefs(document.root)
    for href in hrefs if isinstance(hrefs, list) else []:
        if isinstance(href, str) and _MAY_BE_PART.search(href):
            link = document.absolute(href)
            if link is not None and canonical_url(link) == own:
                yield part_number(link), link


def _offset_step(numbers: Iterable[int]) -> int:
    later = [number for number in numbers if number > 1]
    step = min(later, default=1)
    is_offset = step >= _SMALLEST_OFFSET and all(number % step == 0 for number in later)
    return step if is_offset else 1


def _stated(document: Document) -> int:
    if not any(word in document.source for word in _PAGE_WORDS):
        return 1
    found = _DECLARED.search(document.source)
    stated = int(found["after"] or found["before"]) if found else 1
    return stated if stated <= _MOST_PARTS else 1


def _without_gaps(links: dict[int, str], url: str, declared: int) -> dict[int, str]:
    """Pagers often show only the next page: the others follow its pattern."""
    if declared < 2 or not url.startswith("http"):
        return links
    first = _first_part(url)
    pattern = next((links[each] for each in sorted(links) if each > 1), f"{first}?page=2")
    every = {number: _numbered(pattern, number) for number in range(2, declared + 1)}
    return {1: first} | every | links


def _first_part(url: str) -> str:
    base = re.sub(r"[?&](?:page|s)=\d{1,2}\b", "", url.partition("#")[0])
    return _NUMBER_IN_PATH.sub("", base).rstrip("/") if part_number(base) > 1 else base


def _numbered(pattern: str, number: int) -> str:
    if _NUMBER_IN_QUERY.search(pattern):
        return _NUMBER_IN_QUERY.sub(str(number), pattern, count=1)
    return _NUMBER_IN_PATH.sub(str(number), pattern, count=1)
