"""Finds the other pages of a story that is told over several."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from crawler.extraction.addresses import canonical_url, part_number
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document, text_of
from storage.frozen import frozen

MOST_PARTS = 30
_SMALLEST_OFFSET = 5
"""Some sites number pages by paragraphs: /15, /30 …; real stories rarely have five pages."""
_MAY_BE_PART = re.compile(r"[?&](?:page|s)=\d{1,2}\b|/\d{1,2}/?(?:[?#]|$)")
_PAGE_WORDS = (b"alaman", b"ALAMAN", b"Page", b"Hal")
_DECLARED = re.compile(
    rb">\s*(?:(?:halaman|hal\.?|page)\s*:?\s*(?P<at>\d{1,2})\s*(?:/|dari|of)\s*(?P<of>\d{1,2})"
    rb"|(?P<first>\d{1,2})\s*(?:/|dari)\s*(?P<all>\d{1,2})\s*halaman)\s*<",
    re.IGNORECASE,
)
_COUNTED_BEHIND = re.compile(rb"(?:aman)?\.?\s*:?\s*\d", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,2})\s*(?:/|dari|of)\s*(\d{1,2})")
"""A count that may mean anything, unless it stands in the pager."""
_PAGER_DEPTH = 3
"""How far above a bare count the links of its pager may hang."""


@frozen
class Parts:
    """Where a page stands among the pages of its story."""

    number: int = 1
    declared: int = 1
    """How many pages the story says it has; 1 when it says nothing."""
    links: tuple[str, ...] = ()
    """Absolute addresses of the other pages, in order."""


@frozen
class _Stated:
    """What the page says in words; nothing: 1 of 1."""

    at: int = 1
    of: int = 1


def read_parts(document: Document, url: str, rules: ArticleRules) -> Parts:
    """Read the pager of the page at `url`; a page that shows the whole story has one part."""
    if _shows_all(url, rules):
        return Parts()
    own = part_number(url)
    nexts = (link for link in document.tagged("link") if link.get("rel") == "next")
    following = _matching(document, url, nexts)
    shown = _chosen(document, rules) if rules.parts else _linked(document, url)
    links = dict(following) | dict(shown)
    step = _offset_step([own, *links])
    links = {_place(number, step): link for number, link in links.items()}
    stated = _stated(document, links.values())
    number = _number(_place(own, step), stated)
    declared = max(number, stated.of, *links, 1)
    if number <= declared <= MOST_PARTS:
        links = _without_gaps(links, url, declared, step)
    others = [links[each] for each in sorted(links) if each not in (number, 0)]
    return Parts(number=number, declared=declared, links=tuple(others[:MOST_PARTS]))


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


def _linked(document: Document, url: str) -> Iterator[tuple[int, str]]:
    """Any link that leads to another page of the same article."""
    return _matching(document, url, document.tagged("a"))


def _matching(
    document: Document, url: str, links: Iterable[etree._Element]
) -> Iterator[tuple[int, str]]:
    own = canonical_url(url)
    slug = own.partition("?")[0].rpartition("/")[2]
    for href in filter(None, (each.get("href") for each in links)):
        is_named = slug in href or not href.startswith(("http", "/"))
        if is_named and _MAY_BE_PART.search(href):
            link = document.absolute(href)
            if link is not None and canonical_url(link) == own:
                yield part_number(link), link


def _offset_step(numbers: Iterable[int]) -> int:
    later = [number for number in numbers if number > 1]
    step = min(later, default=1)
    is_offset = step >= _SMALLEST_OFFSET and all(number % step == 0 for number in later)
    return step if is_offset else 1


def _place(number: int, step: int) -> int:
    """Which part has this number in its address."""
    return number if step == 1 or number == 1 else number // step + 1


def _number(asked: int, stated: _Stated) -> int:
    """Which part the page is: what it says of itself counts, but a sidebar's `1/5` does not."""
    return stated.at if 1 < stated.at <= stated.of else asked


def _stated(document: Document, links: Iterable[str]) -> _Stated:
    found = _declared(document)
    if found is not None:
        at, of = int(found["at"] or found["first"]), int(found["of"] or found["all"])
        return _Stated(at=at, of=of) if of <= MOST_PARTS else _Stated()
    return _stated_in_pager(document, frozenset(links))


def _declared(document: Document) -> re.Match[bytes] | None:
    """The count in the text that one of the words stands in, from the tag before it on."""
    source = document.source
    shown = b"".join(map(_text_of_all, document.tagged("body")))
    for word in _PAGE_WORDS:
        if not any(_is_counted(shown, at, word) for at in _places(shown, word)):
            continue  # the source is many times as long
        for at in _places(source, word):
            found = _DECLARED.match(source, source.rfind(b">", 0, at))
            if found is not None:
                return found
    return None


def _places(text: bytes, word: bytes) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _is_counted(shown: bytes, at: int, word: bytes) -> bool:
    """Whether a number stands behind the word, or before it."""
    if _COUNTED_BEHIND.match(shown, at + len(word)) is not None:
        return True
    return shown[:at].rstrip(b"hH \t\n\r\f\v")[-1:].isdigit()


def _text_of_all(element: etree._Element) -> bytes:
    """All text, of scripts too: a part of the source, at the price of looking through it once."""
    return etree.tostring(element, encoding="utf-8", method="text", with_tail=False)


def _stated_in_pager(document: Document, links: frozenset[str]) -> _Stated:
    """The count, such as `1 / 4`, that stands beside links to other parts."""
    for anchor in document.tagged("a") if links else ():
        if document.absolute(anchor.get("href")) not in links:
            continue
        for above in islice(anchor.iterancestors(), _PAGER_DEPTH):
            for element in above.iter("span", "b", "strong", "div", "li", "em", "p"):
                found = _BARE.fullmatch((element.text or "").strip())
                if found is not None and 1 <= int(found[1]) <= int(found[2]) <= MOST_PARTS:
                    return _Stated(at=int(found[1]), of=int(found[2]))
        return _Stated()
    return _Stated()


def _without_gaps(links: dict[int, str], url: str, declared: int, step: int) -> dict[int, str]:
    """Pagers often show only the next page, or a window: the others follow its pattern."""
    if declared < 2 or not url.startswith("http"):
        return links
    first = _first_part(url)
    known = next((each for each in sorted(links) if each > 1), None)
    pattern = f"{first}?page=2" if known is None else links[known]
    shown = _written(known or 2, step)
    every = {
        number: link
        for number in range(2, declared + 1)
        if (link := _numbered(pattern, shown, _written(number, step))) is not None
    }
    return {1: first} | every | links


def _written(number: int, step: int) -> int:
    """How the address of a part writes its number."""
    return number if step == 1 else (number - 1) * step


def _first_part(url: str) -> str:
    base = re.sub(r"[?&](?:page|s)=\d{1,2}\b", "", url.partition("#")[0])
    return re.sub(r"(?<=/)\d{1,2}/?$", "", base).rstrip("/") if part_number(base) > 1 else base


def _numbered(link: str, shown: int, wanted: int) -> str | None:
    """The address with another number in place of the one it shows; None where it shows none."""
    places = list(re.finditer(rf"(?<=[=/]){shown}(?=[&#/]|$)", link))
    if not places:
        return None
    at = places[-1]
    return f"{link[: at.start()]}{wanted}{link[at.end() :]}"
