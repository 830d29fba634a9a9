"""Cuts the story's own piece of a page clean: a copy of it, without what is no story."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain
from typing import cast

from lxml import etree

from crawler.extraction.elements import Elements
from crawler.extraction.noise_classes import NOISE_CLASSES
from crawler.extraction.selectors import select
from crawler.extraction.tables import empty, flatten_tables

_UNREAD = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "svg", "form", "button"),
        *("input", "select", "textarea", "nav", "aside", "figure", "figcaption", "video"),
        *("audio", "object", "embed", "canvas", "map", "dialog", "math", "head"),
    }
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_may_be_hidden = etree.XPath("descendant::*/@hidden/.. | descendant::*/@style/..")


def cut_fragment(element: etree._Element, cut: Iterable[str]) -> etree._Element:
    """A copy of `element` without scripts, figures, furniture and what the `cut` selectors match.

    Tables come out as lists of their rows, or not at all when they hold links to other stories.
    The fragment's own element stays, whatever its class.
    """
    copy = deepcopy(element)
    copy.tail = None
    elements = Elements.of(copy)
    chosen = chain.from_iterable(select(elements, selector) for selector in dict.fromkeys(cut))
    for each in [*chosen, *_noise(elements)]:
        if each is not copy:
            empty(each)
    flatten_tables(copy)
    return copy


def _noise(elements: Elements) -> Iterator[etree._Element]:
    for name in NOISE_CLASSES.intersection(elements.by_class):
        yield from elements.by_class[name]
    for tag in _UNREAD.intersection(elements.by_tag):
        yield from (each for each in elements.by_tag[tag] if not _frames_table(each))
    for element in cast(list[etree._Element], _may_be_hidden(elements.root)):
        if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style", "")):
            yield element


def _frames_table(element: etree._Element) -> bool:
    """Editors put a table of figures into a `figure`; its caption still goes."""
    return element.tag == "figure" and next(element.iter("table"), None) is not None
