"""`piagam export`: the same values in every format, safe in spreadsheets, all or nothing."""

import json
import os
import pty
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlite_utils import Database

from crawler.exports.cells import guarded
from crawler.exports.export import Format, Order, export
from crawler.reference import refresh_reference
from storage.awards import insert_award
from storage.database import open_read_only, open_store
from storage.reading.exportable import ExportTable, export_tables
from storage.reading.picked import Picked
from tests.cli import reading_exports
from tests.cli.console import PIAGAM, Console
from tests.storage.samples import NOW, award_of, claim, fill

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
ODD_TEXTS = (
    *("=1+1", "+62 812", "-5", "@SUM(A1)", "\tmasuk", "\rbalik", "\nturun", "＝1", "'Aisyiyah"),
    *("''dua", 'kutip "ganda"', "koma, titik; koma", "baris\nkedua\r\nketiga\rempat", " tepi "),
    *("Ümläut 🎉 “–”", "NULL", "true", "0123", "1e5", "<b>&amp;</b>", "_x000D_", "2024-12-02"),
)
CORRECTED = (
    "INSERT INTO corrections (award_id, field, before, after, pins, who, because, corrected_at)"
    " VALUES (3, 'edition_year', '1951', '1952', '[{\"article_id\": 1, \"edition_year\": null}]',"
    " 'Ani', '=laporan', '2024-12-04T01:00:00+00:00')",
    "INSERT INTO award_history (award_id, changed_at, cause, correction_id, field, before, after)"
    " VALUES (3, '2024-12-04T01:00:00+00:00', 'correction', 1, 'score', NULL, '-97,85')",
)
LATER = NOW + timedelta(days=30)
READERS: dict[str, Callable[[Path, ExportTable], reading_exports.Values]] = {
    "csv": reading_exports.of_csv,
    "package": reading_exports.of_csv,
    "jsonl": reading_exports.of_jsonl,
    "parquet": reading_exports.of_parquet,
    "xlsx": reading_exports.of_xlsx,
}


@pytest.fixture
def db(console: Console) -> Iterator[Database]:
    """A store with an award of two reports, and one award for each odd text."""
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as store:
        run = fill(store)
        refresh_reference(store)
        for year, text in enumerate(ODD_TEXTS, start=1950):
            odd = award_of(claim(recipient="Kota Tegal", recipient_code="33.76", edition_year=year))
            number = insert_award(store, odd, run_id=run, now=NOW)
            store.execute("UPDATE awards SET venue = ? WHERE id = ?", (text, number))
        store.execute("UPDATE awards SET score = -1.5, score_raw = '-1,5' WHERE id = 2")
        store.execute("UPDATE awards SET status = 'disputed' WHERE id = 1")
        for statement in CORRECTED:
            store.execute(statement)
        yield store


def stored(db: Database, table: ExportTable) -> reading_exports.Values:
    """What the store itself has, in the order of the key."""
    sql = f"SELECT * FROM {table.relation} ORDER BY {', '.join(table.key)}"  # noqa: S608
    changed = dict(db.execute("SELECT id, changed_at FROM awards"))
    rows = [{"changed_at": changed.get(row.get("award_id"))} | row for row in db.query(sql)]
    return [
        tuple(reading_exports.plain(column, row[column.name]) for column in table.columns())
        for row in rows
    ]


def exported(console: Console, *arguments: str) -> list[dict[str, object]]:
    said = console.run("export", "--format", "jsonl", *arguments)
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.split("\n")[:-1]]


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


def test_texts_are_left_out_unless_they_are_asked_for(console: Console, db: Database) -> None:
    assert "text" not in exported(console, "articles")[0]
    assert "97,84" in str(exported(console, "articles", "--with-texts")[0]["text"])


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["awards", "--region", "Blora"], 1),
        (["awards", "--region", "Jawa Tengah"], len(ODD_TEXTS) + 1),
        (["awards", "--year", "1950"], 1),
        (["awards", "--scheme", "pekppp-ipp"], 0),
        (["reports", "--region", "Blora"], 2),
        (["reports", "--region", "Kota Tegal"], 0),
        (["score_history", "--region", "Blora"], 2),
        (["score_history", "--region", "Blora", "--year", "2023"], 1),
        (["articles", "--region", "Blora"], 2),
        (["articles", "--region", "Kota Tegal"], 0),
        (["awards", "--since", "2024-12-03"], len(ODD_TEXTS) + 1),
        (["awards", "--since", "2024-12-03T01:31"], 0),
        (["articles", "--since", "2024-12-02T18:30:00Z"], 2),
        (["articles", "--since", "2024-12-02T18:30:01Z"], 0),
        (["certificate", "--since", "2024-12-03T01:31+07:00"], 0),
    ],
)
def test_rows_are_chosen_by_region_scheme_edition_and_moment(
    console: Console, db: Database, arguments: list[str], count: int
) -> None:
    """All was stored on 2 December at 18:30 UTC, which is the 3rd, 01:30, in Jakarta."""
    assert len(exported(console, *arguments)) == count


def test_after_a_moment_come_changed_and_withdrawn_awards_with_all_their_reports(
    console: Console, db: Database
) -> None:
    db.execute(
        "UPDATE awards SET status = 'withdrawn', changed_at = ? WHERE id = 2", (LATER.isoformat(),)
    )
    since = ("--since", (NOW + timedelta(days=1)).isoformat())
    (award,) = exported(console, "awards", *since)
    assert (award["award_id"], award["status"]) == (2, "withdrawn")
    assert (award["recipient"], award["venue"], award["reports"]) == ("Kota Tegal", "=1+1", None)
    assert 2 not in [each["award_id"] for each in exported(console, "awards")]
    assert exported(console, "reports", *since) == []
    db.execute("UPDATE revisions SET stored_at = ? WHERE id = 2", (LATER.isoformat(),))
    assert [each["award_id"] for each in exported(console, "awards", *since)] == [1, 2]
    assert len(exported(console, "reports", *since)) == 2


def test_a_package_says_which_tables_a_choice_left_whole(console: Console, db: Database) -> None:
    said = console.run(
        "export", "--format", "package", "--to", "out", "--year", "1950", "--since", "2024-12-02"
    )
    whole, wrote = said.out.splitlines()[-2:]
    assert whole == (
        "whole, since the choice cannot narrow them: score_history, outlets, coverage,"
        " outlet_health, certificate, schemes, scheme_bands, regions"
    )
    assert wrote == "wrote out"
    told = json.loads((console.folder / "out/datapackage.json").read_text(encoding="utf-8"))
    assert told["description"].startswith("Only what `--year 1950 --since 2024-12-02` chooses.")


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["awards", "--to", "a.csv"], ["a.csv"]),
        (["awards", "--to", "a.JSONL"], ["a.JSONL"]),
        (["awards", "--format", "parquet"], ["awards.parquet"]),
        (["awards", "--format", "xlsx"], ["awards.xlsx"]),
        (["awards", "reports", "awards", "--to", "new"], ["new/awards.csv", "new/reports.csv"]),
        (["awards", "--to", "new/"], ["new/awards.csv"]),
        (["awards", "--to", "awards.txt", "--format", "csv"], ["awards.txt"]),
        (["awards", "reports", "--to", "on.2026"], ["on.2026/awards.csv", "on.2026/reports.csv"]),
        (["awards", "--to", "there"], ["there/awards.csv"]),
        (["awards", "--to", "there", "--format", "xlsx"], ["there/awards.xlsx"]),
        (["regions", "--to", "link.csv"], ["there/old.csv"]),
        (["schemes", "regions"], ["piagam-export/regions.csv", "piagam-export/schemes.csv"]),
        (["--format", "xlsx"], ["piagam-export.xlsx"]),
    ],
)
def test_where_nobody_says_all_a_place_and_a_format_are_found(
    console: Console, db: Database, arguments: list[str], files: list[str]
) -> None:
    (console.folder / "there").mkdir()
    (console.folder / "link.csv").symlink_to("there/old.csv")
    before = set(console.folder.rglob("*"))
    said = console.run("export", *arguments)
    assert (said.code, said.err) == (0, "")
    made = {each for each in set(console.folder.rglob("*")) - before if each.is_file()}
    made.discard(console.folder / "link.csv")
    assert sorted(str(each.relative_to(console.folder)) for each in made) == files


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["awrads"], 2, "no table 'awrads'; known: awards, reports,"),
        (["outlets", "--year", "2024"], 2, "outlets tells of no award; leave out --scheme,"),
        (["score_history", "--since", "2024-12-02"], 2, "score_history cannot be incremental,"),
        (["awards", "--since", "kemarin"], 2, "'kemarin' is no day or moment; write 2024-12-02"),
        (["awards", "--scheme", "pekpp"], 2, "no scheme 'pekpp'"),
        (["awards", "reports", "--to", "-"], 2, "only one table can be printed"),
        (["awards", "--format", "xlsx", "--to", "-"], 2, "--format xlsx cannot be printed"),
        (["awards", "reports", "--to", "a.csv"], 2, "a.csv: several tables, or a package, need"),
        (["awards", "--to", "awards.xls"], 2, "awards.xls: .xls is no format; end it with .csv,"),
        (["--to", "all.json"], 2, "all.json: .json is no format; end it with .csv, .jsonl,"),
        (["awards", "--to", "piagam.sqlite"], 2, "piagam.sqlite: .sqlite is no format;"),
        (
            ["awards", "--to", "piagam.sqlite", "--format", "csv"],
            1,
            "piagam.sqlite: is the store or the config",
        ),
        (["awards", "--to", "piagam.sqlite-wal"], 1, "piagam.sqlite-wal: is the store or"),
        (
            ["awards", "--to", "./piagam.toml", "--format", "csv"],
            1,
            "piagam.toml: is the store or the config",
        ),
        (["awards", "--to", "/dev/null"], 1, "/dev/null: is no file; name another, or - for"),
        (["awards", "--to", "piagam.toml/a.csv"], 1, "piagam.toml: is a file; name a folder"),
        (
            ["--to", "piagam.toml", "--format", "package"],
            1,
            "piagam.toml: is a file; name a folder",
        ),
    ],
)
def test_what_cannot_be_is_one_line_and_writes_nothing(
    console: Console, db: Database, arguments: list[str], code: int, line: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in console.folder.iterdir()}
    said = console.run("export", *arguments)
    assert (said.code, len(said.complaints), said.out) == (code, 1, "")
    assert line in said.err
    assert {path: path.stat().st_mtime_ns for path in console.folder.iterdir()} == before


@pytest.mark.parametrize(
    ("form", "library", "module"),
    [("parquet", "pyarrow", "parquet"), ("xlsx", "xlsxwriter", "workbook")],
)
@pytest.mark.usefixtures("db")
def test_without_the_extra_the_mend_is_named(
    console: Console, monkeypatch: pytest.MonkeyPatch, form: str, library: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"crawler.exports.{module}", raising=False)
    said = console.run("export", "awards", "--format", form)
    assert said.code == 1
    assert said.complaints == [
        f"piagam: --format {form} needs {library}, which is not installed;"
        " install it with `pip install 'piagam[export]'`"
    ]
    assert console.run("export", "awards").code == 0


def test_an_export_that_fails_half_way_replaces_nothing_and_leaves_nothing(
    console: Console, db: Database
) -> None:
    old = console.write("out/awards.csv", "as it was")
    (console.folder / "out/score_history.csv").mkdir()
    said = console.run("export", "--to", "out")
    assert (said.code, len(said.complaints)) == (1, 1)
    assert "score_history.csv: is no file" in said.err
    assert old.read_text() == "as it was"
    assert sorted(each.name for each in (console.folder / "out").iterdir()) == [
        *("awards.csv", "score_history.csv")
    ]


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_a_disk_without_room_is_one_line_and_the_old_file_stays(
    console: Console, db: Database, form: str
) -> None:
    old = console.write(f"out.{form}", "as it was")
    limited = 'ulimit -f 8; exec "$@"'  # 4 KiB a file, or 8, as the shell counts
    ended = subprocess.run(
        ["sh", "-c", limited, "sh", *PIAGAM, "export", "regions", "--to", old.name],
        cwd=console.folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1, ended.stderr
    assert "cannot be written: File too large" in ended.stderr
    assert old.read_text() == "as it was"
    assert not list(console.folder.glob("*.part"))


def test_a_sheet_that_cannot_hold_a_text_says_so(console: Console, db: Database) -> None:
    db.execute("UPDATE awards SET venue = ? WHERE id = 3", ("panjang " * 5000,))
    said = console.run("export", "awards", "--to", "a.xlsx")
    assert said.code == 1
    assert said.complaints == [
        "piagam: awards: venue of row 3 is longer than the 32767 characters that a cell holds;"
        " take another --format, or leave out --with-texts"
    ]
    assert not list(console.folder.glob("a.xlsx*"))


def test_an_export_is_of_one_moment_and_a_crawl_writes_on(console: Console, db: Database) -> None:
    def withdraw(table: str, _rows: int) -> None:
        if table == "awards":
            db.execute("UPDATE awards SET status = 'withdrawn'")

    names = ("awards", "first_reporters")
    order = Order(
        tables=tuple(export_tables()[name] for name in names),
        format=Format.JSONL,
        picked=Picked(),
        choice="",
        is_folder=True,
    )
    place = console.folder / "out"
    with closing(open_read_only(console.folder / "piagam.sqlite")) as reader:
        assert export(reader, order, place, withdraw).rows == {
            "awards": len(ODD_TEXTS) + 1,
            "first_reporters": 1,
        }
        assert export(reader, order, place, withdraw).rows == {"awards": 0, "first_reporters": 0}


def test_a_reader_that_has_enough_is_no_failure_of_ours(console: Console, db: Database) -> None:
    ended = subprocess.run(
        ["sh", "-c", '"$@" | head -n 1', "sh", *PIAGAM, "export", "regions"],
        cwd=console.folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.stdout == "code,name,full_name,kind,province_code,province\n"
    assert ended.stderr == ""


def test_on_a_terminal_the_rows_are_counted_on_standard_error(
    console: Console, db: Database
) -> None:
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [*PIAGAM, "export", "--to", "out.xlsx"],
        cwd=console.folder,
        stdout=subprocess.DEVNULL,
        stderr=end,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(end)
    seen = b""
    with suppress(OSError):  # the other end is closed: all was read
        while chunk := os.read(terminal, 4096):
            seen += chunk
    os.close(terminal)
    assert process.wait(60) == 0
    assert b" rows" in seen


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_the_rows_of_a_large_table_are_never_all_in_memory(
    console: Console, db: Database, form: str
) -> None:
    db.execute(
        """
        INSERT INTO awards (recipient, scheme, status, venue, first_run, first_stored_at,
            changed_at)
        WITH numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 6000)
        SELECT 'Desa ' || n, 'sakip', 'agreed', hex(randomblob(2000)), 1, :now, :now FROM numbers
        """,
        {"now": NOW.isoformat()},
    )
    tracemalloc.start()
    try:
        said = console.run("export", "awards", "--to", f"a.{form}")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert said.code == 0
    assert (console.folder / f"a.{form}").stat().st_size > 10_000_000
    assert peak < 16_000_000, "bytes; all rows have 24,000,000"


def test_the_page_names_every_table_format_and_option(console: Console) -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE.split("## Tables")[1], re.MULTILINE)
    assert named[: len(export_tables())] == list(export_tables())
    formats = re.findall(r"^\| `(\w+)` \|", PAGE.split("## Tables")[0], re.MULTILINE)
    assert formats == [each.value for each in Format]
    for command in ("export", "awards"):
        options = set(re.findall(r"--[a-z-]+", console.run(command, "--help").out)) - {"--help"}
        assert not [each for each in options if each not in PAGE]


def test_the_python_of_the_page_gives_the_texts_as_they_are(console: Console, db: Database) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert console.run("export", "awards", "--to", "awards.csv").code == 0
    ended = subprocess.run(
        [sys.executable, "-c", example], cwd=console.folder, capture_output=True, check=True
    )
    said = ended.stdout.decode()
    assert said.startswith("Kabupaten Blora 97.84 \n")
    assert all(f" {text}\n" in said for text in ("=1+1", "'Aisyiyah", "''dua"))
