"""XLSX, through XlsxWriter: a sheet for each table, and one that says what the columns hold."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxFileError
from xlsxwriter.worksheet import Worksheet

from crawler.exports.cells import Stored, as_text, as_value, guarded
from crawler.exports.errors import ExportError
from storage.reading.exportable import ExportColumn, Kind
from storage.reading.exported import Row

Sheet = tuple[str, Sequence[ExportColumn], Iterable[Row]]
"""Name, columns, rows."""

MOST_ROWS = 1_048_575
"""Below the row of names; Excel holds no more."""
_CUT = -2
"""What XlsxWriter returns for a text that is too long for a cell."""
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the same in every file, so that two exports are equal
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
_DICTIONARY = ("table", "column", "meaning", "unit")


def write_workbook(sink: BinaryIO, sheets: Iterable[Sheet]) -> None:
    """All sheets into one file, row by row. Raises ExportError where Excel has no room, OSError."""
    calm = _CalmSink(sink)
    try:
        with Workbook(calm, _OPTIONS) as book:
            _fill(book, sheets)
    except XlsxFileError as error:
        (reason,) = error.args
        raise reason if isinstance(reason, OSError) else OSError(str(reason)) from error
    finally:
        calm.is_done = True


class _CalmSink:
    """Passes on what is written until all is done: a zip that failed is ended once more later."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.is_done = False

    def write(self, some: bytes) -> int:
        return len(some) if self.is_done else self._file.write(some)

    def seek(self, place: int, whence: int = 0) -> int:
        return 0 if self.is_done else self._file.seek(place, whence)

    def tell(self) -> int:
        return 0 if self.is_done else self._file.tell()

    def flush(self) -> None:
        if not self.is_done:
            self._file.flush()


def _fill(book: Workbook, sheets: Iterable[Sheet]) -> None:
    described: list[tuple[str, ExportColumn]] = []
    book.set_properties({"created": _CREATED})
    for name, columns, rows in sheets:
        described += ((name, column) for column in columns)
        _write_sheet(book.add_worksheet(name), name, columns, rows)
    _write_dictionary(book.add_worksheet("dictionary"), described)


def _write_sheet(
    sheet: Worksheet, name: str, columns: Sequence[ExportColumn], rows: Iterable[Row]
) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, [column.name for column in columns])
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise ExportError(
                f"{name}: has more than {MOST_ROWS} rows, which no sheet holds; choose fewer with"
                " --scheme, --region or --year, or take another --format"
            )
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write_cell(sheet, (number, place), column, value, name)


def _write_cell(
    sheet: Worksheet, at: tuple[int, int], column: ExportColumn, value: Stored, name: str
) -> None:
    shown = _shown(column.kind, value)
    if shown is None:
        return
    if not isinstance(shown, str):
        sheet.write(*at, shown)
    elif sheet.write_string(*at, shown) == _CUT:
        raise ExportError(
            f"{name}: {column.name} of row {at[0]} is longer than the 32767 characters that a cell"
            " holds; take another --format, or leave out --with-texts"
        )


def _shown(kind: Kind, value: Stored) -> str | int | float | date | None:
    """Numbers, days and yes or no as such; moments as text, for Excel knows no offsets."""
    if value is None:
        return None
    if kind in (Kind.INTEGER, Kind.NUMBER, Kind.YES_NO, Kind.DAY):
        cell: Any = as_value(kind, value)
        return cell  # type: ignore[no-any-return]
    return as_text(kind, value)


def _write_dictionary(sheet: Worksheet, described: Iterable[tuple[str, ExportColumn]]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, _DICTIONARY)
    for number, (table, column) in enumerate(described, start=1):
        cells = (table, column.name, guarded(column.meaning), column.unit or "")
        for place, cell in enumerate(cells):
            sheet.write_string(number, place, cell)
