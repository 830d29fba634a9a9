"""Reads a page that no selector fits: by where its paragraphs stand, else with trafilatura."""

from collections import defaultdict

from lxml import etree

from crawler.extraction.cutting import cut_fragment
from crawler.extraction.fragment import read_lines
from crawler.extraction.lines import Line, with_plain_bullet
from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import Document, for_libraries, text_of
from storage.frozen import frozen

_PARAGRAPH = 60
"""Characters outside links from which a block counts as a paragraph."""
_MOST_BLOCKS = 3000
_NEARLY_ALL = 0.7
_FEWEST = 3
"""From that share of the paragraphs on, and so many of them, one block is the story."""
_DEEPEST = 200
"""trafilatura recurses; a page nested deeper than this is left to the densest block."""


@frozen
class Density:
    """Where the paragraphs of a page stand."""

    element: etree._Element | None
    """The parent of the most paragraph text."""
    paragraphs: int
    length: int
    """Characters of these paragraphs."""
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
        return Density(element=None, paragraphs=0, length=0, share=0.0)
    best = max(lengths, key=lambda parent: sum(lengths[parent]))
    total = sum(map(sum, lengths.values()))
    length = sum(lengths[best])
    return Density(
        element=best, paragraphs=len(lengths[best]), length=length, share=length / max(total, 1)
    )


def guess_lines(document: Document, density: Density) -> list[Line]:
    """The densest block where it is made of nearly all paragraphs, else what trafilatura finds.

    Where trafilatura finds less than half of the densest block, that block counts after all.
    """
    if density.element is None:
        return _extract(document)
    densest = read_lines(cut_fragment(density.element, ()))
    if _is_told_by(density, _size(densest)):
        return densest
    found = _extract(document)
    return densest if _size(densest) > 2 * _size(found) else found


def _is_told_by(density: Density, size: int) -> bool:
    """Whether the block holds nearly all paragraphs of the page, and little else."""
    is_clear = density.share >= _NEARLY_ALL and density.paragraphs >= _FEWEST
    return is_clear and density.length >= _NEARLY_ALL * size


def _extract(document: Document) -> list[Line]:
    if _is_deep(document.root):
        return []
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow, and few pages need it

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
