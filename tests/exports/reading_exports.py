"""Reads exported files as other programs do, and gives back the values that the store has."""

import csv
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.escape import unescape
from pyarrow import parquet

from storage.reading.exportable import ExportColumn, ExportTable, Kind

Values = list[tuple[object, ...]]


def of_csv(folder: Path, table: ExportTable) -> Values:
    """The rows of `NAME.csv`."""
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as lines:
        head, *rows = csv.reader(lines, strict=True)
    assert head == [column.name for column in table.columns()]
    return [tuple(_from_text(*pair) for pair in _pairs(table, row)) for row in rows]


def of_jsonl(folder: Path, table: ExportTable) -> Values:
    """The rows of `NAME.jsonl`."""
    lines = (folder / f"{table.name}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    names = [column.name for column in table.columns()]
    told = [json.loads(line) for line in lines]
    assert all(list(each) == names for each in told)
    return [tuple(_stored(*pair) for pair in _pairs(table, [*each.values()])) for each in told]


def of_parquet(folder: Path, table: ExportTable) -> Values:
    """The rows of `NAME.parquet`."""
    told = parquet.read_table(folder / f"{table.name}.parquet").to_pylist()
    return [tuple(_stored(*pair) for pair in _pairs(table, [*each.values()])) for each in told]


def of_xlsx(folder: Path, table: ExportTable) -> Values:
    """The rows of the sheet in `all.xlsx`."""
    book = openpyxl.load_workbook(folder / "all.xlsx", read_only=True)
    head, *rows = book[table.name].iter_rows()
    book.close()
    assert [cell.value for cell in head] == [column.name for column in table.columns()]
    for row in rows:
        assert "f" not in {cell.data_type for cell in row}, "a formula"
    told = [[cell.value for cell in row] for row in rows]
    width = len(table.columns())
    padded = [[*row, *[None] * (width - len(row))] for row in told]
    return [tuple(_from_cell(*pair) for pair in _pairs(table, row)) for row in padded]


def years_of(path: Path) -> set[int]:
    """In which years a workbook and its parts say that they were written."""
    made = openpyxl.load_workbook(path).properties.created
    assert made is not None
    with zipfile.ZipFile(path) as book:
        return {made.year, *(each.date_time[0] for each in book.infolist())}


def _pairs(table: ExportTable, row: list[Any]) -> Iterator[tuple[ExportColumn, Any]]:
    return zip(table.columns(), row, strict=True)


def plain(column: ExportColumn, value: Any) -> object:
    """The value as it is compared: what is JSON in the store is taken apart."""
    is_json = column.kind in (Kind.LIST, Kind.OBJECTS) and isinstance(value, str)
    return json.loads(value) if is_json else value


def _from_text(column: ExportColumn, text: str) -> object:
    if text == "":
        return None
    match column.kind:
        case Kind.INTEGER:
            return int(text)
        case Kind.NUMBER:
            return float(text)
        case Kind.YES_NO:
            return {"true": 1, "false": 0}[text]
        case Kind.TEXT:
            return text.removeprefix("'")
    return plain(column, text)


def _from_cell(column: ExportColumn, cell: Any) -> object:
    if isinstance(cell, str):
        return _from_text(column, unescape(cell))
    return _stored(column, cell)


def _stored(column: ExportColumn, value: Any) -> object:
    match value:
        case bool():
            return int(value)
        case datetime() if column.kind is Kind.DAY:
            return value.date().isoformat()
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
    return plain(column, value)
