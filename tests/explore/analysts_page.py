"""Fills docs/for-analysts.md: beneath each address of a question its SQL, its answer, its picture.

`python -m tests.explore.analysts_page demo/piagam.sqlite docs/for-analysts.md`
"""

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from sqlite_utils import Database

from crawler.explore.page import Cell, Table
from crawler.explore.pages.questions import question
from crawler.explore.visits import Visit
from storage.database import open_read_only

_ADDRESS = re.compile(r"^`(/questions/[a-z-]+(?:\?[^`]*)?)`\n(?:(?!^#)[^\n]*\n)*", re.MULTILINE)
_MOST = 8
"""Rows of an answer that the page shows."""


def filled(page: str, db: Database) -> str:
    """The page with what stands beneath each address made anew."""
    return (
        _ADDRESS.sub(lambda match: "\n".join(_block(match[1], db)) + "\n\n", page).rstrip() + "\n"
    )


def addresses(page: str) -> tuple[str, ...]:
    """The addresses in the page that are answered."""
    return tuple(match[1] for match in _ADDRESS.finditer(page))


def _block(address: str, db: Database) -> Iterator[str]:
    name = urlsplit(address).path.rpartition("/")[2]
    asked = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    answer = question(db, _visit(name, asked))
    told = answer.values["told"]
    assert isinstance(told, Mapping)
    yield from (f"`{address}`", "", "```sql", str(told["sql"]), "```", "")
    yield from _rows(answer.tables[0])
    yield from ("", f"![{told['title']}](pictures/{name}.png)")


def _rows(table: Table) -> Iterator[str]:
    names = [column.name for column in table.shown]
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in table.rows[:_MOST]:
        yield f"| {' | '.join(_cell(row[name]) for name in names)} |"
    if len(table.rows) > _MOST:
        yield ""
        yield f"… and {len(table.rows) - _MOST} more."


def _cell(value: Cell) -> str:
    return "" if value is None else str(value)


def _visit(name: str, asked: Mapping[str, str]) -> Visit:
    return Visit(
        query=asked,
        path={"name": name},
        language="en",
        actor=None,
        now=datetime.now(UTC),
        since=None,
    )


if __name__ == "__main__":
    _store, _page = map(Path, sys.argv[1:])
    with open_read_only(_store) as _db:
        _page.write_text(filled(_page.read_text(encoding="utf-8"), _db), encoding="utf-8")
