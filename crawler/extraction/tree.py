"""One parsed tree per page: metadata, links and text all read from it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import field, replace
from urllib.parse import urljoin

from lxml import etree, html

from crawler.extraction import selectors
from crawler.extraction.charset import as_utf8
from crawler.extraction.elements import Elements
from crawler.extraction.spacing import squeeze
from storage.frozen import frozen

UNREADABLE = {"script", "style", "noscript", "template", "svg"}
_BREAKS = {"br", "p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "figcaption", "time"}
_PLAIN_ADDRESS = re.compile(r"https?://[a-zA-Z0-9.-]+/[\w./-]*")
"""What stands for itself, whatever page it is on."""
_PARSER = etree.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
)
"""Made once. A table of ids, which nobody asks for, would make parsing a tenth dearer."""
_META_KEYS = ("property", "name", "itemprop", "http-equiv")


@frozen
class Document:
    """A parsed page; nobody changes its tree."""

    elements: Elements
    source: bytes
    """The page as UTF-8."""
    url: str
    """Where relative links start from: the page's own base element, else its address."""
    _found: dict[str, list[etree._Element]] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> etree._Element:
        """The page's outermost element."""
        return self.elements.root

    def select(self, selector: str) -> list[etree._Element]:
        """All elements that the CSS `selector` matches, in page order; asked twice, sought once."""
        if selector not in self._found:
            self._found[selector] = selectors.select(self.elements, selector)
        return self._found[selector]

    def tagged(self, tag: str) -> Sequence[etree._Element]:
        """All elements with this tag, in page order."""
        return self.elements.by_tag.get(tag, ())

    def first_texts(self, choices: Iterable[str]) -> tuple[str, ...]:
        """The texts of all elements of the first of the `choices` that matches one with text.

        The text of a meta element is its content.
        """
        for selector in choices:
            elements = self.select(selector)
            texts = tuple(filter(None, map(_printed, elements))) if elements else ()
            if texts:
                return texts
        return ()

    def absolute(self, href: str | None) -> str | None:
        """The web address that `href` means on this page, or None when it is none."""
        if not href:
            return None
        if _PLAIN_ADDRESS.fullmatch(href):
            return href
        try:
            url = urljoin(self.url, href.strip())
        except ValueError:
            return None
        return url if url.startswith(("http://", "https://")) else None


def parse_page(body: bytes, *, url: str, encoding: str | None = None) -> Document:
    """Parse `body` once; any bytes give a tree, broken ones an empty one.

    `encoding` is the charset of the HTTP header, if it named one.
    """
    source = as_utf8(body, encoding)
    root = parse_markup(source)
    document = Document(elements=Elements.of(root), source=source, url=url)
    bases = (base for base in document.tagged("base") if base.get("href") is not None)
    base_url = next((document.absolute(base.get("href")) for base in bases), None)
    return replace(document, url=base_url) if base_url else document


def parse_markup(source: bytes) -> etree._Element:
    """The root of the tree of `source` (UTF-8); an empty page when there is nothing to parse."""
    root: etree._Element | None = None
    cleaned = source.replace(b"\x00", b"")
    if cleaned and not cleaned.isspace():
        try:
            root = etree.fromstring(cleaned, _PARSER)
        except etree.ParserError:
            root = None
    if root is None:
        root = etree.fromstring(b"<html><body></body></html>", _PARSER)
    return root


def for_libraries(document: Document) -> html.HtmlElement:
    """A copy of the page made of the elements that trafilatura and htmldate insist on.

    Each of them is twice as dear to look at as one of our own tree.
    """
    copy: html.HtmlElement = html.html_parser.makeelement(document.root.tag)
    copy.extend(list(deepcopy(document.root)))
    return copy


def text_of(element: etree._Element) -> str:
    """The visible text of `element` on one line; scripts and styles are left out."""
    if not len(element):
        return "" if element.tag in UNREADABLE else squeeze(element.text or "")
    return squeeze("".join(_pieces(element)))


def has_text(element: etree._Element, least: int) -> bool:
    """Whether `element` shows at least so many characters; reads no further than it must."""
    length = 0
    for piece in _pieces(element):
        length += len(piece.strip())
        if length >= least:
            return True
    return False


def _printed(element: etree._Element) -> str:
    return squeeze(element.get("content") or "") if element.tag == "meta" else text_of(element)


def lines_of(element: etree._Element) -> tuple[str, ...]:
    """The visible text of `element`, one line for each block or line break in it."""
    if not len(element):
        return tuple(filter(None, (text_of(element),)))
    return tuple(filter(None, map(squeeze, "".join(_pieces(element)).split("\n"))))


def read_metas(document: Document) -> dict[str, tuple[str, ...]]:
    """All values of the page's meta elements by lower-case name; equal values once."""
    metas: dict[str, dict[str, None]] = {}
    for element in document.tagged("meta"):
        content = squeeze(element.get("content") or "")
        for key in _META_KEYS:
            name = element.get(key)
            if name and content:
                metas.setdefault(name.strip().lower(), {})[content] = None
    return {name: tuple(values) for name, values in metas.items()}


def _pieces(element: etree._Element) -> Iterator[str]:
    """The text in reading order; newlines stand only where a block or a line ends."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        gap = "\n" if node.tag in _BREAKS else ""
        if event == "end":
            yield gap
            yield (node.tail or "").replace("\n", " ") if node is not element else ""
        elif node.tag in UNREADABLE:
            walker.skip_subtree()
        else:
            yield gap
            yield (node.text or "").replace("\n", " ")
