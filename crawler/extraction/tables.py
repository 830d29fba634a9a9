"""Turns the tables of a story into lists of rows; tables of links to other stories go."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from crawler.extraction.lines import is_headline_like
from crawler.extraction.spacing import squeeze

_LONGEST_CELL = 250
_MOST_TABLES = 50
_MOSTLY_LINK = 0.8
_EMPTIED = "piagam-cut"


def flatten_tables(fragment: etree._Element) -> None:
    """Replace each table of figures by a list, empty related stories, leave layout tables."""
    for table in reversed(list(islice(fragment.iterdescendants("table"), _MOST_TABLES))):
        if _is_layout(table):
            continue
        rows = [list(row.iterdescendants("td", "th")) for row in table.iterdescendants("tr")]
        if _is_related(table, rows):
            empty(table)
        else:
            _write_as_list(table, rows)


def empty(element: etree._Element) -> None:
    """Take everything out of `element`, its name too; what stands behind it stays as it is.

    An element is not taken out itself: lxml refuses to move a tail with control characters.
    """
    _write_over(element, _EMPTIED)


def _write_over(element: etree._Element, tag: str) -> None:
    del element[:]
    element.text = None
    element.tag = tag


def _is_layout(table: etree._Element) -> bool:
    """Whether the table only places paragraphs on the page, or holds such a table."""
    if next(table.iterdescendants("table", "ul", "ol"), None) is not None:
        return True
    return any(
        sum(len(text.strip()) for text in _texts(cell)) > _LONGEST_CELL
        or len(list(islice(cell.iterdescendants("p"), 2))) > 1
        for cell in table.iterdescendants("td", "th")
    )


def _is_related(table: etree._Element, rows: Sequence[Sequence[etree._Element]]) -> bool:
    text = _text(table)
    linked = sum(len(_text(link)) for link in table.iterdescendants("a"))
    if linked >= _MOSTLY_LINK * max(len(text.strip()), 1):
        return True
    titles = list(filter(None, (_cell_text(cell) for row in rows for cell in row)))
    if not titles:
        return True
    has_image = next(table.iterdescendants("img"), None) is not None
    return has_image and all(map(is_headline_like, titles))


def _write_as_list(table: etree._Element, rows: Sequence[Sequence[etree._Element]]) -> None:
    lines = [list(filter(None, line)) for line in _spread(rows)]
    _write_over(table, "ul")
    for cells in filter(None, lines):
        etree.SubElement(table, "li").text = join_cells(cells)


def _spread(rows: Sequence[Sequence[etree._Element]]) -> Iterator[list[str]]:
    """The words of each row; a cell that spans several rows stands in each of them."""
    spanning: dict[int, tuple[str, int]] = {}
    for row in rows:
        words = [(_cell_text(cell), _rows_of(cell)) for cell in row]
        for column, (text, more) in sorted(spanning.items()):
            words.insert(column, (text, more))
        spanning = {i: (text, more - 1) for i, (text, more) in enumerate(words) if more > 1}
        yield [text for text, _ in words]


def _rows_of(cell: etree._Element) -> int:
    """How many rows it spans."""
    printed = cell.get("rowspan", "1").strip()
    return int(printed) if re.fullmatch(r"[1-9]\d?", printed) else 1


def join_cells(cells: list[str]) -> str:
    """One row as a line: `DPMPTSP: 97,55`; a leading row number stays in front."""
    if len(cells) > 1 and re.fullmatch(r"\d{1,3}\.?", cells[0]):
        return f"{cells[0].rstrip('.')}. {join_cells(cells[1:])}"
    if len(cells) == 2:
        return f"{cells[0].rstrip(' :')}: {cells[1].lstrip(' :')}"
    return ", ".join(cells)


def _cell_text(cell: etree._Element) -> str:
    return squeeze(" ".join(_texts(cell)))


def _text(element: etree._Element) -> str:
    return "".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    return map(str, element.itertext())
