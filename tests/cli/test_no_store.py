"""Where there is no store, what needs one says so and makes none."""

import pytest

from tests.cli.console import Console


@pytest.mark.parametrize(
    "command",
    [
        ("reprocess",),
        ("reprocess", "--dry-run"),
        ("correct", "1", "score", "97", "--because", "x"),
        ("alerts", "send"),
        ("alerts", "verify"),
        ("outlets", "trust", "klikjateng"),
        ("serve", "--port", "0"),
    ],
    ids=" ".join,
)
def test_a_command_that_needs_a_store_names_the_one_that_is_not_there(
    console: Console, command: tuple[str, ...]
) -> None:
    console.configure()
    said = console.run(*command)
    assert said.code == 1
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("piagam: ")
    assert line.endswith("no such store; `piagam crawl` makes one, or name another file")
    assert not list(console.folder.glob("*.sqlite*"))
