"""All or nothing: what cannot be is one line, and what was there stays."""

import subprocess
import sys

import pytest
from sqlite_utils import Database

from tests.cli.console import PIAGAM, Console


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
