"""docs/for-analysts.md: its examples run, and its answers are those of the demo's store."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.explore.canned import load_questions
from crawler.reference import refresh_reference
from storage.database import open_read_only, open_store
from tests.explore.analysts_page import addresses, filled
from tests.storage.samples import fill

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "for-analysts.md").read_text(encoding="utf-8")
MOST_BYTES = 150_000
CAN_DUCKDB_READ_SQLITE = "SET autoinstall_known_extensions = false; LOAD sqlite"


def example(language: str, holding: str) -> str:
    """The one example in a language with a certain text in it."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    (one,) = [each for each in found if holding in each]
    return str(one)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a filled store in it."""
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill(db)
        refresh_reference(db)
    return tmp_path


def printed(folder: Path, *command: str) -> str:
    """What a command prints there; it must end well, and leave the store as it is."""
    before = (folder / "piagam.sqlite").read_bytes()
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert (folder / "piagam.sqlite").read_bytes() == before
    return ended.stdout


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="no sqlite3 here")
def test_the_shell_of_sqlite_opens_the_store(folder: Path) -> None:
    told = printed(folder, "sh", "-c", example("sh", "sqlite3 "))
    assert re.search(r"Kabupaten Blora +97,84", told)


def test_sqlite_utils_opens_the_store(folder: Path) -> None:
    told = printed(folder, sys.executable, "-c", example("python", "sqlite_utils"))
    assert told == "Kabupaten Blora 97.84\n"


def test_pandas_opens_the_store(folder: Path) -> None:
    pytest.importorskip("pandas")
    assert "count" in printed(folder, sys.executable, "-c", example("python", "pandas"))


def test_duckdb_opens_the_store(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    try:
        duckdb.connect().execute(CAN_DUCKDB_READ_SQLITE)
    except duckdb.Error:
        pytest.skip("DuckDB has no extension `sqlite` here, and a test fetches none")
    assert "Kabupaten Blora" in printed(folder, sys.executable, "-c", example("python", "duckdb"))


def test_r_opens_the_store(folder: Path) -> None:
    asked = ["Rscript", "-e", 'quit(status = !requireNamespace("RSQLite", quietly = TRUE))']
    if shutil.which("Rscript") is None or subprocess.run(asked, check=False).returncode:
        pytest.skip("no R with RSQLite here")
    told = printed(folder, "Rscript", "-e", example("r", "RSQLite"))
    assert "Kabupaten Blora 97.84" in told


@pytest.mark.parametrize(
    ("holding", "harm"),
    [
        ("sqlite_utils", 'db.execute("DELETE FROM awards")'),
        ("pandas", 'store.execute("DELETE FROM awards")'),
    ],
)
def test_the_store_cannot_be_harmed_as_it_is_opened_there(
    folder: Path, holding: str, harm: str
) -> None:
    if importlib.util.find_spec(holding) is None:
        pytest.skip(f"no {holding} here")
    ended = subprocess.run(
        [sys.executable, "-c", f"{example('python', holding)}\n{harm}"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "attempt to write a readonly database" in ended.stderr


def test_ten_questions_are_asked_each_with_its_sql_and_a_small_picture() -> None:
    asked = addresses(PAGE)
    assert len(re.findall(r"^### \d+\. ", PAGE, re.MULTILINE)) == len(asked) == 10
    for address in asked:
        name = address.partition("?")[0].rpartition("/")[2]
        assert f"`{address}`\n\n```sql\n{load_questions()[name].sql}\n```\n" in PAGE
        assert f"(pictures/{name}.png)" in PAGE
        assert (DOCS / "pictures" / f"{name}.png").stat().st_size < MOST_BYTES


@pytest.mark.heavy
def test_every_answer_is_that_of_the_demo_s_store(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "crawler.newsroom.demo"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    with open_read_only(tmp_path / "demo" / "piagam.sqlite") as db:
        made = filled(PAGE, db)
    assert made == PAGE, "python -m tests.explore.analysts_page STORE docs/for-analysts.md"
