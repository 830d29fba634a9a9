"""A table as a file: CSV that no spreadsheet takes for formulas, or JSON."""

import csv
import io
import json

from crawler.explore.page import Cell, Table
from crawler.exports.cells import guarded


def csv_of(table: Table) -> str:
    """UTF-8 text with a row of names; a text that looks like a formula gets a `'` in front."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_guarded(row[column.name]) for column in table.columns])
    return text.getvalue()


def json_of(table: Table) -> str:
    """An object: the table's name, whether it was cut, and its rows as objects."""
    names = [column.name for column in table.columns]
    rows = [{name: row[name] for name in names} for row in table.rows]
    told = {"table": table.name, "is_cut": table.is_cut, "rows": rows}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _guarded(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell
