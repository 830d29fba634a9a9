"""Where an export goes and in which format, by what was asked and what is left open."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from crawler.exports.export import Format
from storage.reading.exportable import ExportTable

STREAM = "-"
_LINES = (Format.CSV, Format.JSONL)
_NAME = "piagam-export"
"""Of what is written where nobody says a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where an export goes and in which format."""

    format: Format
    path: Path | None
    """None: standard output."""
    is_folder: bool
    """Whether each table is a file of its own in `path`."""


def placing(wanted: Format | None, to: str | None, tables: Sequence[ExportTable]) -> Placing:
    """The name behind --to tells the format; without one, lines of one table are printed.

    BadParameter where it cannot be.
    """
    form = wanted or _format_told(to)
    is_one = len(tables) == 1
    if to == STREAM or (to is None and is_one and form in _LINES):
        _check_stream(form, is_one=is_one)
        return Placing(format=form, path=None, is_folder=False)
    if form is Format.XLSX:
        name = tables[0].name if is_one else _NAME
        return Placing(format=form, path=_file(to, f"{name}.xlsx"), is_folder=False)
    if to is None and is_one and form is Format.PARQUET:
        return Placing(format=form, path=Path(f"{tables[0].name}.parquet"), is_folder=False)
    is_folder = form is Format.PACKAGE or not is_one or _names_folder(to)
    if is_folder and _format_named(to) is not None and not _names_folder(to):
        raise typer.BadParameter(f"{to}: several tables, or a package, need a folder; name one")
    return Placing(format=form, path=Path(to or _NAME), is_folder=is_folder)


def _check_stream(form: Format, *, is_one: bool) -> None:
    if form not in _LINES:
        raise typer.BadParameter(f"--format {form} cannot be printed; write --to FILE or FOLDER")
    if not is_one:
        raise typer.BadParameter("only one table can be printed; name it, or write --to FOLDER")


def _format_named(to: str | None) -> Format | None:
    suffix = Path(to or "").suffix.removeprefix(".").lower()
    return Format(suffix) if suffix in (*_LINES, Format.PARQUET, Format.XLSX) else None


def _format_told(to: str | None) -> Format:
    """CSV where the name tells none. BadParameter for an ending of another kind: `.xls`, `.pdf`."""
    named = _format_named(to)
    ending = Path(to or "").suffix.removeprefix(".")
    if named is None and ending.isalpha() and not _names_folder(to):
        known = ", ".join(f".{each}" for each in (*_LINES, Format.PARQUET, Format.XLSX))
        raise typer.BadParameter(
            f"{to}: .{ending} is no format; end it with {known}, or write --format"
        )
    return named or Format.CSV


def _names_folder(to: str | None) -> bool:
    return to is not None and (to.endswith("/") or Path(to).is_dir())


def _file(to: str | None, name: str) -> Path:
    if to is None:
        return Path(name)
    return Path(to) / name if _names_folder(to) else Path(to)
