"""An export is of one moment, counted on a terminal, and never all in memory."""

import os
import pty
import subprocess
import tracemalloc
from contextlib import closing, suppress

import pytest
from sqlite_utils import Database

from crawler.exports.export import Format, Order, export
from storage.database import open_read_only
from storage.reading.exportable import export_tables
from storage.reading.picked import Picked
from tests.cli.console import PIAGAM, Console
from tests.exports.samples import ODD_TEXTS
from tests.storage.samples import NOW


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
