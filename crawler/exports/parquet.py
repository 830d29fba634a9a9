"""Parquet, through pyarrow: types for every column, descriptions as its metadata."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import BinaryIO

import pyarrow
from pyarrow import parquet

from crawler.exports.cells import as_value
from storage.reading.exportable import ExportColumn, Kind
from storage.reading.exported import Row

_ROWS_IN_A_GROUP = 10_000
_TYPES = {
    Kind.INTEGER: pyarrow.int64(),
    Kind.NUMBER: pyarrow.float64(),
    Kind.YES_NO: pyarrow.bool_(),
    Kind.DAY: pyarrow.date32(),
    Kind.MOMENT: pyarrow.timestamp("us", tz="UTC"),
    Kind.LIST: pyarrow.list_(pyarrow.string()),
}
"""Of the others: text. A moment that an outlet told keeps its offset only as text."""


def write_parquet(sink: BinaryIO, columns: Sequence[ExportColumn], rows: Iterable[Row]) -> None:
    """Groups of 10,000 rows, compressed with zstd. Raises OSError."""
    schema = pyarrow.schema([_field(column) for column in columns])
    remaining = iter(rows)
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(remaining, _ROWS_IN_A_GROUP)):
            writer.write_batch(_batch(schema, columns, group))


def _field(column: ExportColumn) -> pyarrow.Field:
    told = {"description": column.meaning} | ({"unit": column.unit} if column.unit else {})
    return pyarrow.field(column.name, _TYPES.get(column.kind, pyarrow.string()), metadata=told)


def _batch(
    schema: pyarrow.Schema, columns: Sequence[ExportColumn], rows: Sequence[Row]
) -> pyarrow.RecordBatch:
    arrays = [
        pyarrow.array([as_value(column.kind, row[place]) for row in rows], type=schema[place].type)
        for place, column in enumerate(columns)
    ]
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)
