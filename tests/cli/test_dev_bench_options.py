"""`./dev bench` answers what it cannot do in one line, before it measures anything."""

from pathlib import Path

import pytest

from benchmarks.__main__ import main


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """Exit code and the only line."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert said.out == ""
    return ended.value.code, line


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--only", "nope"], "--only: no benchmark 'nope'; --list names all there are"),
        (["--rounds", "0"], "--rounds: write a number from 1 on"),
        (["--rounds", "few"], "--rounds: invalid int value: 'few'"),
        (["--growth", "500", "0"], "--growth: write numbers of outlets from 1 on"),
        (["--store", "many", "x.sqlite"], "--store: write a number of articles from 1 on"),
        (["--store", "0", "x.sqlite"], "--store: write a number of articles from 1 on"),
        (["--check"], "--check: goes with --growth"),
        (["--seed", "3", "--only", "digest"], "--seed: goes with --night"),
        (["--writing", "x.sqlite"], "--writing: goes with --pages"),
        (
            ["--pages", "http://127.0.0.1:1", "x.txt", "--writing", "x.sqlite"],
            "--writing: x.sqlite: no such store; --store makes one",
        ),
        (["--crawl", "300", "--search", "x.sqlite"], "--crawl and --search: ask for one at a time"),
        (["--only", "digest", "--json", "nowhere/x.json"], "--json: nowhere: is no folder; make"),
        (["--only", "digest", "--json", "."], "--json: .: is a folder; name a file in it"),
        (["--mix", "some"], "--mix: invalid choice: 'some' (choose from"),
        (["--bogus"], "unrecognized arguments: --bogus"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, line = told(arguments, capsys)
    assert code == 2
    assert line.startswith(f"dev bench: {problem}")
    assert line.endswith("; see ./dev bench --help")


def test_what_cannot_be_measured_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = tmp_path / "paths.txt"
    paths.write_text("/\n")
    nowhere = "http://127.0.0.1:1"
    for arguments, problem in (
        (["--pages", nowhere, str(paths)], f"{nowhere}: nobody answers; `piagam serve` opens"),
        (["--pages", nowhere, "nope.txt"], "nope.txt: No such file or directory"),
        (["--search", "nope.sqlite"], "nope.sqlite: no such store"),
    ):
        code, line = told(arguments, capsys)
        assert code == 1
        assert line.startswith(f"dev bench: {problem}")
