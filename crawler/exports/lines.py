"""CSV and JSON Lines: UTF-8, lines that end with LF, the same bytes for the same rows."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from crawler.exports.cells import as_json, as_text
from storage.reading.exportable import ExportColumn
from storage.reading.exported import Row

_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|^\s|\s$')
"""Semicolons and tabs too: some spreadsheets part columns there."""


def write_csv(sink: BinaryIO, columns: Sequence[ExportColumn], rows: Iterable[Row]) -> None:
    """A line of names, then a line for each row; NULL is an empty cell. Raises OSError."""
    sink.write(_line(column.name for column in columns))
    kinds = [column.kind for column in columns]
    for row in rows:
        sink.write(_line(map(as_text, kinds, row)))


def _line(cells: Iterable[str]) -> bytes:
    return (",".join(map(_quoted, cells)) + "\n").encode()


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.search(cell) is None:
        return cell
    return '"' + cell.replace('"', '""') + '"'


def write_json_lines(sink: BinaryIO, columns: Sequence[ExportColumn], rows: Iterable[Row]) -> None:
    """One object a line, every column in it. Raises OSError."""
    for row in rows:
        told = {
            column.name: as_json(column.kind, value)
            for column, value in zip(columns, row, strict=True)
        }
        sink.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
