"""Where packages are missing or older than the code, every command says in one line what to do."""

import subprocess
import sys
from pathlib import Path

import pytest

import crawler
from crawler.cli.packages import how_to_mend

RUN = "import sys; sys.modules[{missing!r}] = None; from crawler.cli import main; sys.exit(main())"
"""The command as its script runs it, where a package cannot be found."""
CHECKOUT = Path(crawler.__file__).resolve().parents[1]
MEND = f"run `./dev setup` in {CHECKOUT} (where that changes nothing, remove .venv first)"


@pytest.mark.parametrize(
    ("missing", "command"),
    [("typer", "version"), ("rich", "status"), ("scrapy", "crawl"), ("uvloop.loop", "crawl")],
)
def test_a_missing_package_is_one_line_with_the_mend(
    missing: str, command: str, tmp_path: Path
) -> None:
    (tmp_path / "piagam.toml").write_text('contact = "https://example.org/"\n')
    ran = subprocess.run(
        [sys.executable, "-c", RUN.format(missing=missing), command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith("piagam: ")
    assert missing in ran.stderr
    assert ran.stderr.endswith(f"do not fit this Piagam; {MEND}\n")


def test_an_older_package_is_told_the_same_way() -> None:
    with pytest.raises(ImportError) as raised:
        exec("from rich import not_there_yet")  # noqa: S102 - as an import of ours would be
    told = how_to_mend(raised.value)
    assert told is not None
    assert "'not_there_yet' from 'rich'" in told


@pytest.mark.parametrize("name", ["crawler.nowhere", "storage", None])
def test_a_module_of_ours_that_is_missing_is_a_bug(name: str | None) -> None:
    assert how_to_mend(ModuleNotFoundError("missing", name=name)) is None
