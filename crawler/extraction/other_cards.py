"""Whether a place on a page tells of another story: a card in a list, a box of related news."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from crawler.extraction.dates import is_date_line
from crawler.extraction.noise_classes import OTHER_TEXTS
from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import has_text, text_of

_LONGEST_CARD = 300
"""Characters of an entry in a list of other stories: headline, summary and date."""
_DEEPEST_CARD = 6
_LONGEST_LABEL = 3
"""Words in a link beyond which it is a headline, and no name of an author or section."""


def is_of_another(node: Any) -> bool:
    """Whether an element, or a text as XPath finds it, stands in a box or card of other stories."""
    around = tuple(_around(node))
    return _is_in_box(around) or _is_in_card(around)


def _around(node: Any) -> Iterator[etree._Element]:
    """What a node stands in, itself included; a text hangs on what it follows, or is inside of."""
    if etree.iselement(node):
        yield from (node, *node.iterancestors())
        return
    holder = node.getparent()
    if holder is not None:
        yield from holder.iterancestors() if node.is_tail else (holder, *holder.iterancestors())


def _is_in_box(around: tuple[etree._Element, ...]) -> bool:
    return any(not OTHER_TEXTS.isdisjoint((each.get("class") or "").split()) for each in around)


def _is_in_card(around: tuple[etree._Element, ...]) -> bool:
    for holder in islice(around, _DEEPEST_CARD):
        if has_text(holder, _LONGEST_CARD) or holder.find(".//h1") is not None:
            return False
        labels = [squeeze(text_of(link)) for link in holder.iter("a") if link.get("href")]
        if labels:
            return any(
                len(each.split()) > _LONGEST_LABEL and not is_date_line(each) for each in labels
            )
    return False
