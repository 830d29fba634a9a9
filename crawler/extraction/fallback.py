"""Reads a page that no selector fits: trafilatura finds the text, density says if it is told."""

from collections import defaultdict
from dataclasses import dataclass

from lxml import etree
from trafilatura import bare_extraction

from crawler.extraction.cutting import cut_fragment
from crawler.extraction.fragment import read_lines
from crawler.extraction.lines import Line, with_plain_bullet
from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import Document, for_libraries, text_of

_PARAGRAPH = 60
"""Characters outside links from which a block counts as a paragraph."""
_MOST_BLOCKS = 3000
_DEEPEST = 200
"""trafilatura recurses; a page nested deeper than this is left to the densest block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """Where the paragraphs of a page stand."""

    element: etree._Element | None
    """The parent of the most paragraph text."""
    paragraphs: int
    share: float
    """How much of the page's paragraph text stands under `element`, 0 to 1."""


def measure_density(document: Document) -> Density:
    """Find the element under which most paragraphs stand side by side, as a story's do."""
    lengths: defaultdict[etree._Element, list[int]] = defaultdict(list)
    for index, block in enumerate(document.root.iter("p", "br")):
        if index >= _MOST_BLOCKS:
            break
        parent = block.getparent()
        if parent is None:
            continue
        length = _own_length(block) if block.tag == "p" else len(squeeze(block.tail or ""))
        if length >= _PARAGRAPH:
            lengths[parent].append(length)
    if not lengths:
        return Density(element=None, paragraphs=0, share=0.0)
    best = max(lengths, key=lambda parent: sum(lengths[parent]))
    total = sum(map(sum, lengths.values()))
    return Density(
        element=best, paragraphs=len(lengths[best]), share=sum(lengths[best]) / max(total, 1)
    )


def guess_lines(document: Document, density: Density) -> list[Line]:
    """The text of the page as trafilatura finds it, or the densest block where that finds less."""
    found = _extract(document)
    if density.element is None:
        return found
    densest = read_lines(cut_fragment(density.element, ()))
    return densest if _size(densest) > 2 * _size(found) else found


def _extract(document: Document) -> list[Line]:
    if _is_deep(document.root):
        return []
    extracted = bare_extraction(
        for_libraries(document),
        fast=True,
        include_tables=False,
        include_comments=False,
        with_metadata=False,
    )
    text = getattr(extracted, "text", None) or ""
    return [Line(text=with_plain_bullet(line)) for line in map(squeeze, text.split("\n")) if line]


def _size(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _own_length(block: etree._Element) -> int:
    linked = sum(len(text_of(link)) for link in block.iter("a"))
    return len(text_of(block)) - linked


def _is_deep(root: etree._Element) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST
