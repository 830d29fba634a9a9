"""One export: the chosen tables, as of one moment, in the chosen format, at the chosen place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from sqlite_utils import Database

from crawler import __version__
from crawler.exports.errors import ExportError
from crawler.exports.lines import write_csv, write_json_lines
from crawler.exports.package import Resource, descriptor, readme
from crawler.exports.parts import Parts, Written, parts
from storage.reading.exportable import ExportColumn, ExportTable
from storage.reading.exported import Row, exported_rows, snapshot
from storage.reading.picked import Picked

Report = Callable[[str, int], None]
"""Is told a table and how many of its rows are written."""

_Write = Callable[[BinaryIO, Sequence[ExportColumn], Iterable[Row]], None]
_REPORT_EVERY = 1000


class Format(StrEnum):
    """What a file can be."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    XLSX = "xlsx"
    PACKAGE = "package"
    """A folder of CSV files with their description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be exported."""

    tables: tuple[ExportTable, ...]
    format: Format
    picked: Picked
    choice: str
    """`picked` in words, for readers; empty for all."""
    with_texts: bool = False
    is_folder: bool = False
    """Whether each table is a file of its own in a folder."""

    def columns(self, table: ExportTable) -> tuple[ExportColumn, ...]:
        """Those of `table` that are asked for."""
        return table.columns(with_texts=self.with_texts)

    @property
    def suffix(self) -> str:
        """Of a table's file."""
        return Format.CSV if self.format is Format.PACKAGE else self.format


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written."""

    files: tuple[Path, ...]
    rows: dict[str, int]
    """By table."""


@dataclass(slots=True)
class _Reading:
    """The rows of one export, counted as they pass."""

    db: Database
    order: Order
    report: Report
    counts: dict[str, int] = field(default_factory=dict)

    def rows(self, table: ExportTable) -> Iterator[Row]:
        count = 0
        found = exported_rows(self.db, table, self.order.picked, with_texts=self.order.with_texts)
        for count, row in enumerate(found, start=1):
            if count % _REPORT_EVERY == 0:
                self.report(table.name, count)
            yield row
        self.counts[table.name] = count
        self.report(table.name, count)


def export_to_stream(db: Database, order: Order, sink: BinaryIO) -> None:
    """The only table of `order`, as CSV or JSON Lines. Raises StoreError, OSError."""
    (table,) = order.tables
    reading = _Reading(db=db, order=order, report=lambda _table, _count: None)
    with snapshot(db):
        _writer(order.format)(sink, order.columns(table), reading.rows(table))


def export(
    db: Database, order: Order, place: Path, report: Report, *, keep: Iterable[Path] = ()
) -> Exported:
    """Write the file or folder `place`; all of it or, after an error, nothing.

    The files `keep` are never replaced. Raises ExportError, StoreError.
    """
    reading = _Reading(db=db, order=order, report=report)
    with snapshot(db), parts(keep) as files:
        if order.format is Format.XLSX:
            _write_sheets(reading, files, place)
        else:
            _write_tables(reading, files, place)
        if order.format is Format.PACKAGE:
            _describe(reading, files, place)
    return Exported(files=tuple(each.path for each in files.written), rows=reading.counts)


def _write_sheets(reading: _Reading, files: Parts, path: Path) -> None:
    order = reading.order
    write_workbook = _optional("workbook", order.format).write_workbook
    with files.file(path) as sink:
        write_workbook(
            sink, ((each.name, order.columns(each), reading.rows(each)) for each in order.tables)
        )


def _write_tables(reading: _Reading, files: Parts, place: Path) -> None:
    order = reading.order
    write = _writer(order.format)
    for table in order.tables:
        path = place / f"{table.name}.{order.suffix}" if order.is_folder else place
        with files.file(path) as sink:
            write(sink, order.columns(table), reading.rows(table))


def _describe(reading: _Reading, files: Parts, folder: Path) -> None:
    order = reading.order
    resources = [
        _resource(reading, table, written)
        for table, written in zip(order.tables, tuple(files.written), strict=True)
    ]
    for name, describe in (("README.md", readme), ("datapackage.json", descriptor)):
        with files.file(folder / name) as sink:
            sink.write(describe(resources, version=__version__, choice=order.choice))


def _resource(reading: _Reading, table: ExportTable, written: Written) -> Resource:
    return Resource(
        table=table,
        columns=reading.order.columns(table),
        size=written.size,
        sha256=written.sha256,
        rows=reading.counts[table.name],
    )


def _writer(wanted: Format) -> _Write:
    if wanted is Format.PARQUET:
        write: _Write = _optional("parquet", wanted).write_parquet
        return write
    return write_json_lines if wanted is Format.JSONL else write_csv


def _optional(module: str, wanted: Format) -> Any:
    """One whose library comes with the extra `export`. Raises ExportError where that is missing."""
    try:
        return import_module(f"crawler.exports.{module}")
    except ModuleNotFoundError as error:
        raise ExportError(
            f"--format {wanted} needs {error.name}, which is not installed;"
            " install it with `pip install 'piagam[export]'`"
        ) from error
