"""`piagam outlets`: every site, one family of them, or all that is known of one."""

import json

from tests.cli.console import Console

HEAD = ["outlet", "family", "home", "crawled", "rules"]


def test_the_list_fits_a_terminal_and_sums_up(console: Console) -> None:
    listed = console.run("outlets", "list")
    lines = listed.out.splitlines()
    table = lines[: lines.index("")]
    assert (listed.code, table[0].split()) == (0, HEAD)
    assert max(map(len, table)) <= 100
    assert lines[len(table) + 1].startswith(f"{len(table) - 1} outlets, ")


def test_an_outlet_that_is_not_crawled_says_why(console: Console) -> None:
    told = console.run("outlets", "list", "--family", "antara").out
    assert "1 outlets, 0 crawled" in told
    assert "antara-jateng is not crawled: its articles forbid automated reading" in told


def test_one_family_and_one_that_nobody_has(console: Console) -> None:
    listed = console.run("outlets", "list", "--family", "disway", "--json")
    assert {json.loads(line)["family"] for line in listed.out.splitlines()} == {"disway"}
    refused = console.run("outlets", "list", "--family", "diswai")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "no outlet of a family 'diswai'; known: antara, blogger" in refused.err


def test_a_misspelt_outlet_is_answered_with_the_nearest_name(console: Console) -> None:
    refused = console.run("outlets", "show", "tribun-jatng")
    assert refused.code == 1
    assert "did you mean tribun-jateng?" in refused.err
