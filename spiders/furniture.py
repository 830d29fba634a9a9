"""Lines that are no part of a story although they stand in its text, and what cuts them; pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from crawler.extraction.headline import letters
from crawler.extraction.lines import BULLET
from crawler.extraction.tree import Document, lines_of
from spiders.body_shape import names_of
from storage.records import Article

_SHORTEST = 15
"""Characters from which a line that two stories share is suspicious."""
_SURE = 3
"""Stories that must share a line before a draft cuts it."""
_LONGEST_ELEMENT = 1500
_length = etree.XPath("string-length(.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What a draft drops."""

    cut: tuple[str, ...] = ()
    """Selectors."""
    boilerplate: tuple[str, ...] = ()
    """Patterns of whole lines, where no selector says it."""


def suspects_of(articles: Sequence[Article], titles: Iterable[str]) -> Iterator[str]:
    """Lines that several stories share, and headlines of other stories among the `titles`."""
    known = {letters(title) for title in (*titles, *(each.title for each in articles))} - {""}
    times = Counter(line for each in articles for line in set(each.text.split("\n")))
    own = [letters(each.title) for each in articles]
    for line, count in times.items():
        bare = letters(line)
        is_title = bare in known and any(
            line in each.text.split("\n") and bare != title
            for each, title in zip(articles, own, strict=True)
        )
        if is_title or (count > 1 and len(line) >= _SHORTEST):
            yield line


def furniture_of(
    documents: Sequence[Document], articles: Sequence[Article], titles: Iterable[str]
) -> Furniture:
    """What cuts the lines that surely belong to no story, and nothing that does."""
    lines = [[_bare(line) for line in each.text.split("\n")] for each in articles]
    times = Counter(line for each in lines for line in set(each))
    fewest = max(_SURE, len(articles) / 2)
    shared = {line for line, count in times.items() if count >= fewest}
    foreign = {_bare(line) for line in suspects_of(articles, titles) if times[_bare(line)] < fewest}
    foreign = {line for line in foreign if letters(line) in set(map(letters, titles))}
    strange = shared | foreign
    told = {line for each in lines for line in each} - strange
    if not strange or len(told) < len(strange):
        return Furniture()  # stories that are one another's copies share more than furniture
    cut = tuple(dict.fromkeys(_cuts(documents, strange, told)))
    covered = {
        line for document in documents for selector in cut for line in _lines(document, selector)
    }
    left = sorted(shared - covered)
    return Furniture(cut=cut, boilerplate=tuple(_pattern(line) for line in left))


def _cuts(documents: Sequence[Document], strange: set[str], told: set[str]) -> Iterator[str]:
    for document in documents:
        for element in _whole(document.root, strange):
            safe = (name for name in names_of(element) if _is_safe(name, documents, told))
            yield from filter(None, [next(safe, None)])


def _whole(root: etree._Element, strange: set[str]) -> Iterator[etree._Element]:
    """The outermost elements that hold nothing but strange lines."""
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        size = _length(element)
        if isinstance(size, float) and size > _LONGEST_ELEMENT:
            continue
        lines = set(map(_bare, lines_of(element)))
        if lines and lines <= strange:
            yield element
            walker.skip_subtree()


def _is_safe(selector: str, documents: Sequence[Document], told: set[str]) -> bool:
    return all(told.isdisjoint(_lines(document, selector)) for document in documents)


def _lines(document: Document, selector: str) -> set[str]:
    return {_bare(line) for each in document.select(selector) for line in lines_of(each)}


def _bare(line: str) -> str:
    return line.removeprefix(BULLET)


def _pattern(line: str) -> str:
    return re.escape(line).replace(r"\ ", " ").replace(r"\-", "-")
