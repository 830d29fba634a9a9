"""docs/add-an-outlet.md tells the truth: its commands print what it says, its keys exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from spiders.outlet_file import ArticleTable, OutletTable, SourceTable
from tests.crawling.conftest import PATIENCE, ROOT, Desk

PAGE = (ROOT / "docs" / "add-an-outlet.md").read_text(encoding="utf-8")
RUNS = re.findall(r"^```console\n\$ piagam ([^\n]+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
KEYS = {
    *OutletTable.model_fields,
    *ArticleTable.model_fields,
    *SourceTable.model_fields,
}


def run(folder: Path, arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "crawler.cli", *arguments.split()],
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.heavy
def test_its_commands_print_what_it_says(desk: Desk) -> None:
    desk.configure(outlets=[])
    for arguments, shown in RUNS:
        said = run(desk.folder, arguments)

        assert (said.returncode, said.stderr) == (0, "")
        if shown.endswith("…\n"):
            assert said.stdout.startswith(shown.removesuffix("…\n"))
        else:
            assert said.stdout == shown


def test_each_key_that_it_names_exists() -> None:
    (draft,) = re.findall(r"^```toml\n(name = .*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    written = set(re.findall(r"^(\w+) = ", draft, re.MULTILINE))
    listed = set(re.findall(r"^- `(\w+)", PAGE, re.MULTILINE))

    assert written | listed <= KEYS


def test_each_option_that_it_names_exists() -> None:
    options = set(re.findall(r"`(?:[^`\n]* )?(--[a-z-]+)", PAGE))
    helped = {
        command: subprocess.run(
            [sys.executable, "-m", "crawler.cli", "outlets", command, "--help"],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=PATIENCE,
            check=True,
        ).stdout
        for command in ("probe", "record", "check")
    }

    assert {"--write", "--dry-run", "--json", "--renew"} <= options
    for option in options:
        assert any(option in text for text in helped.values()), option
