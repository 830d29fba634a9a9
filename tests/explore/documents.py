"""A page of the window as a parsed document."""

from typing import Any

from lxml import html

from tests.explore.serving import Reader

Element = Any
"""An element of lxml.html, of which its stubs know little."""


def document(reader: Reader, path: str) -> Element:
    """The page at a path that is there."""
    return html.fromstring(reader.text(path))


def words_of(element: Element) -> str:
    """What stands in it, without the labels of marks."""
    copied: Element = html.fromstring(html.tostring(element, encoding="unicode", with_tail=False))
    for label in copied.xpath(".//small"):
        label.drop_tree()
    return str(copied.text_content())


def texts(element: Element, path: str) -> list[str]:
    """The text of each element at an XPath, single-spaced."""
    return [" ".join(each.text_content().split()) for each in element.xpath(path)]
