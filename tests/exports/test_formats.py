"""The same values in every format, safe in spreadsheets."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from sqlite_utils import Database

from crawler.exports.cells import guarded
from storage.reading.exportable import ExportTable, export_tables
from tests.cli.console import Console
from tests.exports import reading_exports
from tests.exports.samples import ODD_TEXTS

READERS: dict[str, Callable[[Path, ExportTable], reading_exports.Values]] = {
    "csv": reading_exports.of_csv,
    "package": reading_exports.of_csv,
    "jsonl": reading_exports.of_jsonl,
    "parquet": reading_exports.of_parquet,
    "xlsx": reading_exports.of_xlsx,
}


def stored(db: Database, table: ExportTable) -> reading_exports.Values:
    """What the store itself has, in the order of the key."""
    sql = f"SELECT * FROM {table.relation} ORDER BY {', '.join(table.key)}"  # noqa: S608
    changed = dict(db.execute("SELECT id, changed_at FROM awards"))
    rows = [{"changed_at": changed.get(row.get("award_id"))} | row for row in db.query(sql)]
    return [
        tuple(reading_exports.plain(column, row[column.name]) for column in table.columns())
        for row in rows
    ]


@pytest.mark.parametrize("form", READERS)
def test_every_table_comes_back_from_every_format_as_the_store_has_it(
    console: Console, db: Database, form: str
) -> None:
    where = "out/all.xlsx" if form == "xlsx" else "out"
    said = console.run("export", "--format", form, "--to", where)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == f"wrote {where}"
    for table in export_tables().values():
        assert READERS[form](console.folder / "out", table) == stored(db, table), table.name


def test_every_table_has_rows_to_come_back_and_the_odd_texts_are_among_them(db: Database) -> None:
    assert all(stored(db, table) for table in export_tables().values())
    venues = [row[0] for row in db.execute("SELECT venue FROM awards WHERE id > 1")]
    assert tuple(venues) == ODD_TEXTS


def test_nothing_in_a_spreadsheet_begins_like_a_formula(console: Console, db: Database) -> None:
    console.run("export", "awards", "--to", "a.xlsx")
    book = openpyxl.load_workbook(console.folder / "a.xlsx")
    cells = [cell for row in book["awards"].iter_rows() for cell in row]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d", "inlineStr"}
    assert not [text for text in texts if text[:1] in "=+-@\t\r\n＝"]
    assert -1.5 in [cell.value for cell in cells], "a number stays one"
    lines = console.run("export", "awards").out
    assert ",'=1+1," in lines
    assert ",-1.5," in lines


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_an_apostrophe_less_gives_a_guarded_text_back(text: str) -> None:
    assert guarded(text).removeprefix("'") == text


@pytest.mark.parametrize("form", READERS)
def test_two_exports_of_one_store_are_equal_byte_for_byte(
    console: Console, db: Database, form: str
) -> None:
    folders = ("one", "two")
    for name in folders:
        where = f"{name}/all.xlsx" if form == "xlsx" else name
        assert console.run("export", "--format", form, "--to", where).code == 0
    one, two = (
        {path.name: path.read_bytes() for path in (console.folder / name).iterdir()}
        for name in folders
    )
    assert one == two
    if form == "xlsx":
        assert reading_exports.years_of(console.folder / "one/all.xlsx") == {1980, 2000}


def test_the_package_is_what_frictionless_takes_and_says_what_columns_hold(
    console: Console, db: Database
) -> None:
    console.run("export", "--format", "package", "--to", "out")
    package = console.folder / "out/datapackage.json"
    told = json.loads(package.read_text(encoding="utf-8"))
    assert [each["name"] for each in told["resources"]] == list(export_tables())
    (score,) = [f for f in told["resources"][0]["schema"]["fields"] if f["name"] == "score"]
    assert score == {
        "name": "score",
        "type": "number",
        "description": "total score, on `scale`",
        "unit": "points of scale",
    }
    readme = (console.folder / "out/README.md").read_text(encoding="utf-8")
    assert f"| awards.csv | {len(ODD_TEXTS) + 1} |" in readme
    assert "MIT" in readme
    assert _frictionless(package) == 0
    broken = console.folder / "out/awards.csv"
    broken.write_bytes(broken.read_bytes().replace(b",-1.5,", b",minus,"))
    assert _frictionless(package) == 1


def _frictionless(package: Path) -> int:
    command = [sys.executable, "-m", "frictionless", "validate", package.name]
    return subprocess.run(
        command, cwd=package.parent, capture_output=True, timeout=120, check=False
    ).returncode


def test_a_sheet_that_cannot_hold_a_text_says_so(console: Console, db: Database) -> None:
    db.execute("UPDATE awards SET venue = ? WHERE id = 3", ("panjang " * 5000,))
    said = console.run("export", "awards", "--to", "a.xlsx")
    assert said.code == 1
    assert said.complaints == [
        "piagam: awards: venue of row 3 is longer than the 32767 characters that a cell holds;"
        " take another --format, or leave out --with-texts"
    ]
    assert not list(console.folder.glob("a.xlsx*"))
