"""Where a cell of a table leads, and where a table can be had as a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from datasette.utils.asgi import Request

from crawler.explore.page import Column, Row, Table
from crawler.explore.speaking import Speech

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a table as readers see it."""

    kind: str
    text: str
    href: str | None
    """Where it leads; None: nowhere."""
    is_elsewhere: bool
    """Whether that is another site."""


def shown_rows(table: Table, t: Speech) -> Iterator[list[ShownCell]]:
    """The rows of a table in a language; made here, since a template is slow at it."""
    columns = table.shown
    for row in table.rows:
        yield [_cell(column, row, t.cell(column, row)) for column in columns]


def _cell(column: Column, row: Row, text: str) -> ShownCell:
    href = None if text == "–" else link_of(column, row)
    is_elsewhere = href is not None and not href.startswith("/")
    return ShownCell(column.kind.value, text, href, is_elsewhere)


def link_of(column: Column, row: Row) -> str | None:
    """The address behind a cell; None where a part of it is unknown, or for one that is no page.

    `{url}` alone is an address elsewhere: only http and https lead anywhere.
    """
    pattern = column.link
    if not pattern:
        return None
    if not pattern.startswith("/"):
        address = row[pattern.strip("{}")]
        return address if isinstance(address, str) and is_web(address) else None
    if any(row.get(name) is None for name in _FIELD.findall(pattern)):
        return None
    return _FIELD.sub(lambda field: quote(str(row[field[1]]), safe=""), pattern)


def is_web(address: str) -> bool:
    """Whether an address leads to the web, and not to a script or a file."""
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False


def in_language(request: Request, language: str) -> str:
    """The address of this page in another language, with all else that it was asked."""
    kept = [(name, request.args.get(name)) for name in request.args if name != "lang"]
    return "?" + urlencode([*kept, ("lang", language)])


def file_of(request: Request, table: Table, form: str) -> str:
    """The address of a table as a file, with all that the page was asked."""
    kept = [(name, request.args.get(name)) for name in request.args]
    asked = [(name, value) for name, value in kept if name not in ("table", "format", "lang")]
    return "?" + urlencode([*asked, ("table", table.name), ("format", form)])
