"""Turns the tables of a story into lists of rows; tables of links to other stories go."""

import re

from bs4 import BeautifulSoup, Tag

from crawler.extraction.lines import is_headline_like
from crawler.extraction.spacing import squeeze

_LONGEST_CELL = 250
_MOST_TABLES = 50
_MOSTLY_LINK = 0.8


def flatten_tables(soup: BeautifulSoup) -> None:
    """Replace each table of figures by a list, drop related stories, unwrap layout tables."""
    for table in reversed(soup.find_all("table", limit=_MOST_TABLES)):
        if _is_layout(table):
            continue
        rows = [row.find_all(["td", "th"]) for row in table.find_all("tr")]
        if _is_related(table, rows):
            table.decompose()
        else:
            table.replace_with(_as_list(soup, rows))


def _is_layout(table: Tag) -> bool:
    """Whether the table only places paragraphs on the page, or holds such a table."""
    if table.find(["table", "ul", "ol"]) is not None:
        return True
    return any(
        len(cell.get_text(strip=True)) > _LONGEST_CELL or len(cell.find_all("p", limit=2)) > 1
        for cell in table.find_all(["td", "th"])
    )


def _is_related(table: Tag, rows: list[list[Tag]]) -> bool:
    text = table.get_text()
    linked = sum(len(link.get_text()) for link in table.find_all("a"))
    if linked >= _MOSTLY_LINK * max(len(text.strip()), 1):
        return True
    titles = [_cell_text(cell) for row in rows for cell in row if _cell_text(cell)]
    if not titles:
        return True
    return table.find("img") is not None and all(map(is_headline_like, titles))


def _as_list(soup: BeautifulSoup, rows: list[list[Tag]]) -> Tag:
    listing = soup.new_tag("ul")
    for row in rows:
        cells = list(filter(None, map(_cell_text, row)))
        if cells:
            item = soup.new_tag("li")
            item.string = join_cells(cells)
            listing.append(item)
    return listing


def join_cells(cells: list[str]) -> str:
    """One row as a line: `DPMPTSP: 97,55`; a leading row number stays in front."""
    if len(cells) > 1 and re.fullmatch(r"\d{1,3}\.?", cells[0]):
        return f"{cells[0].rstrip('.')}. {join_cells(cells[1:])}"
    if len(cells) == 2:
        return f"{cells[0].rstrip(' :')}: {cells[1].lstrip(' :')}"
    return ", ".join(cells)


def _cell_text(cell: Tag) -> str:
    return squeeze(cell.get_text(" "))
