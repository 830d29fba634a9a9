"""What the pages of an unknown theme have in common: where their text stands; pure."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from crawler.extraction.body import BodySource, find_body
from crawler.extraction.fallback import measure_density
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document

_FEWEST_PARAGRAPHS = 2
_LEAST_SHARE = 0.4
"""Of a page's paragraph text; below it the densest place says nothing."""
_MOST_AROUND = 1.25
"""How much longer than the paragraphs the text of an element around them may be."""
_AROUND = 3
_MOST_PAGES = 0.7
"""Share of the pages in which a selector must find the text."""
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_length = etree.XPath("string-length(normalize-space(.))")


def body_selector(documents: Sequence[Document], rules: ArticleRules) -> str | None:
    """One selector for the text of these stories; None where the rules find it, or none fits."""
    places = {
        index: place
        for index, document in enumerate(documents)
        if (place := _place(document, rules)) is not None
    }
    if len(places) < max(2, _MOST_PAGES * len(documents)):
        return None
    fewest = max(2, _MOST_PAGES * len(places))
    for selector in dict.fromkeys(each for place in places.values() for each in _names(place)):
        fits = sum(_fits(selector, documents[index], place) for index, place in places.items())
        if fits >= fewest:
            return selector
    return None


def _place(document: Document, rules: ArticleRules) -> etree._Element | None:
    """Where the paragraphs stand, on a page whose body no rule finds."""
    if find_body(document, rules).source is not BodySource.GUESS:
        return None
    density = measure_density(document)
    is_told = density.paragraphs >= _FEWEST_PARAGRAPHS and density.share >= _LEAST_SHARE
    return density.element if is_told else None


def _names(place: etree._Element) -> Iterator[str]:
    """Selectors for the element itself, then for the ones close around it."""
    for element in _around(place):
        yield from names_of(element)


def names_of(element: etree._Element) -> Iterator[str]:
    """Simple selectors for an element by its id and classes, the most telling first."""
    tag = str(element.tag)
    own_id = element.get("id") or ""
    if _NAME.fullmatch(own_id):
        yield f"{tag}#{own_id}"
    classes = [each for each in (element.get("class") or "").split() if _NAME.fullmatch(each)]
    yield from (f"{tag}.{each}" for each in classes)
    if len(classes) > 1:
        yield f"{tag}.{'.'.join(classes)}"


def _around(place: etree._Element) -> Iterator[etree._Element]:
    longest = _MOST_AROUND * _size(place)
    element: etree._Element | None = place
    for _ in range(_AROUND):
        if element is None or element.tag in ("body", "html") or _size(element) > longest:
            return
        yield element
        element = element.getparent()


def _fits(selector: str, document: Document, place: etree._Element) -> bool:
    found = document.select(selector)
    return len(found) == 1 and any(found[0] is each for each in _around(place))


def _size(element: etree._Element) -> float:
    found = _length(element)
    return found if isinstance(found, float) else 0.0
