"""docs/export.md says what there is."""

import re
import subprocess
import sys
from pathlib import Path

from sqlite_utils import Database

from crawler.exports.export import Format
from storage.reading.exportable import export_tables
from tests.cli.console import Console

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")


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
