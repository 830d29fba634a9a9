"""Finds the element that holds the story: the outlet's selector, a family's, or a guess."""

from collections.abc import Sequence
from enum import StrEnum

from lxml import etree

from crawler.extraction.cutting import cut_fragment
from crawler.extraction.embedded import embedded_body
from crawler.extraction.fallback import Density, guess_lines, measure_density
from crawler.extraction.families import FAMILIES
from crawler.extraction.family import NO_FAMILY, Family
from crawler.extraction.fragment import read_lines
from crawler.extraction.lines import Line
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document
from storage.frozen import frozen

_STORY_LENGTH = 120
"""Characters from which a matched element counts as a story of its own."""
_MOST_MATCHES = 20
_BODIES = tuple((family, selector) for family in FAMILIES for selector in family.rules.body)


class BodySource(StrEnum):
    """How the body was found, the surest way first."""

    RULES = "rules"
    FAMILY = "family"
    EMBEDDED = "embedded"
    GUESS = "guess"


@frozen
class Body:
    """The uncleaned lines of a story and where they were found."""

    lines: tuple[Line, ...]
    source: BodySource
    family: Family
    stories: int = 1
    """How many separate elements the selector matched: several on an archive page."""
    density: Density | None = None
    """Measured only for a guess."""

    @property
    def linked(self) -> float:
        """Share of the text that is link text, 0 to 1."""
        total = sum(len(line.text) for line in self.lines)
        return sum(line.linked * len(line.text) for line in self.lines) / max(total, 1)


def find_body(document: Document, rules: ArticleRules) -> Body:
    """Read the body of the page; its lines are empty when there is none."""
    family = find_family(document)
    cut = (*rules.cut, *family.rules.cut)
    for source, selectors in (
        (BodySource.RULES, rules.body),
        (BodySource.FAMILY, family.rules.body),
    ):
        for selector in selectors:
            stories = _stories(document, selector)
            lines = read_lines(cut_fragment(stories[0], cut)) if stories else []
            if lines:
                return Body(lines=tuple(lines), source=source, family=family, stories=len(stories))
    element = embedded_body(document)
    if element is not None:
        lines = read_lines(cut_fragment(element, cut))
        return Body(lines=tuple(lines), source=BodySource.EMBEDDED, family=family)
    density = measure_density(document)
    return Body(
        lines=tuple(guess_lines(document, density)),
        source=BodySource.GUESS,
        family=family,
        density=density,
    )


def find_family(document: Document) -> Family:
    """The CMS family whose body selector matches an element with text."""
    met = (family for family, selector in _BODIES if _stories(document, selector))
    return next(met, NO_FAMILY)


def _stories(document: Document, selector: str) -> Sequence[etree._Element]:
    """Separate elements with a story's length; failing that, the first one with any text."""
    elements = document.select(selector)[:_MOST_MATCHES]
    if not elements:
        return ()
    outer = [each for each in elements if not _is_inside(each, elements)]
    told = [each for each in outer if _holds(each, _STORY_LENGTH)]
    return told or [each for each in outer if _holds(each, 1)][:1]


def _is_inside(element: etree._Element, others: Sequence[etree._Element]) -> bool:
    if len(others) == 1:
        return False
    return any(ancestor in others for ancestor in element.iterancestors())


def _holds(element: etree._Element, least: int) -> bool:
    """Whether so many characters stand in `element`; reads no further than it must."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length >= least:
            return True
    return False
