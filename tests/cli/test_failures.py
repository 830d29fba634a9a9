"""Whatever goes wrong is one line that names the thing, the place and the mend."""

import os
import pty
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.console import PIAGAM, Console

BROKEN_OUTLET = """
name = "bad"
title = "Bad"
home = "https://bad.example.id/"
hosts = ["bad.example.id"]
family = "wordpress"
verified = false

[article]
address = ["^/(unclosed"]

[[example]]
url = "https://bad.example.id/berita"
article = true
"""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["bogus"], "No such command 'bogus'; see `piagam --help`"),
        (["awards", "--yeer", "2024"], "No such option: --yeer"),
        (["read"], "Missing argument 'FILE|URL...'; see `piagam read --help`"),
        (["alerts", "list", "--limit", "0"], "Invalid value for '--limit'"),
        (["crwl"], "No such command 'crwl'. Did you mean 'crawl'? see `piagam --help`"),
        (
            ["status", "--config", "x"],
            "No such option: --config; it goes before the command, `piagam --config FILE …`",
        ),
        (
            ["read", "--format", "csv", "x"],
            "Invalid value for '--format': 'csv' is not one of 'text', 'jsonl'; see",
        ),
        (["awards", "--year", "9" * 20], "Invalid value for '--year': Input should be less than"),
        (["alerts", "list", "--limit", "9" * 20], "Invalid value for '--limit': Input should be"),
        (["outlets", "show"], "Missing argument 'OUTLET'; see `piagam outlets show --help`"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    console: Console, arguments: list[str], line: str
) -> None:
    said = console.run(*arguments)
    assert said.code == 2
    assert len(said.complaints) == 1
    assert said.err.startswith(f"piagam: {line}")


def test_no_command_at_all_shows_the_help(console: Console) -> None:
    said = console.run()
    assert said.code == 2
    assert "crawl" in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, "piagam.toml: no such file; `piagam init` writes one"),
        ("contact = ", "piagam.toml: not valid TOML: Invalid value (at end of document)"),
        ("", "piagam.toml: contact: missing; add a line `contact = …`"),
        (
            'contact = "a@b.id"\n'.encode("utf-16"),
            "piagam.toml: not UTF-8 at byte 0; save it as UTF-8 in your editor",
        ),
        ("#" * (1 << 21), "piagam.toml: is too long for a configuration; name another file"),
        (
            'contact = "a@b.id"\n[mail]\nhots = "x"',
            "piagam.toml: mail.hots: unknown key; did you mean `host`?",
        ),
        (
            'contact = "a@b.id"\n[watch]\nzone = "Asia/Djakarta"',
            "piagam.toml: watch.zone: 'Asia/Djakarta' is no time zone; write for instance "
            "Asia/Jakarta",
        ),
        (
            'contact = "a@b.id"\nstore = "nowhere/piagam.sqlite"',
            "nowhere/piagam.sqlite: nowhere is no folder; make it or name another store",
        ),
        (
            'contact = "a@b.id"\nstore = "folder"',
            "folder: is a folder; name a file in it, folder/piagam.sqlite",
        ),
    ],
)
@pytest.mark.parametrize("command", ["status", "crawl", "watch"])
def test_a_configuration_that_cannot_be_used_is_one_line(
    console: Console, content: str | bytes | None, line: str, command: str
) -> None:
    (console.folder / "folder").mkdir()
    if content is not None:
        console.write("piagam.toml", content)
    said = console.run(command)
    assert (said.code, said.complaints, said.out) == (1, [f"piagam: {line}"], "")


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ('mail]\nto = "a@b.id"', """mail.to: write a list, such as ["a", "b"] (got 'a@b.id')"""),
        ('crawl]\ndelay = "soon"', "crawl.delay: write a number (got 'soon')"),
        ('watch]\nat = "25:00"', "watch.at: '25:00' is no time of day; write for instance 01:30"),
        (
            "crawl.outlets]\na = 1",
            """crawl.outlets: write a list, such as ["a", "b"] (got {'a': 1})""",
        ),
        (
            'crawl]\noutlets = ["klikjatng"]',
            "crawl.outlets: no outlet 'klikjatng'; did you mean klikjateng?",
        ),
    ],
)
@pytest.mark.parametrize("command", ["crawl", "watch"])
def test_a_wrong_value_is_told_in_the_words_of_the_file(
    console: Console, section: str, line: str, command: str
) -> None:
    console.write("piagam.toml", f'contact = "a@b.id"\n[{section}\n')
    said = console.run(command)
    assert (said.code, said.complaints, said.out) == (1, [f"piagam: piagam.toml: {line}"], "")


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        (
            "CRAWL__OUTLETS",
            "klikjateng",
            """write it as JSON, PIAGAM_CRAWL__OUTLETS='["a", "b"]'""",
        ),
        ("CRAWL__OUTLETS", '["x"]', "no outlet 'x'; `piagam outlets list` shows all there are"),
        ("MAIL", "x", """write it as JSON, PIAGAM_MAIL='{"key": "value"}'"""),
        ("CRAWL__DELAY", "soon", "write a number (got 'soon')"),
        ("CRAWL__DELAI", "1", "unknown key; did you mean `delay`?"),
    ],
)
def test_a_wrong_variable_of_the_environment_is_named(
    console: Console, monkeypatch: pytest.MonkeyPatch, name: str, value: str, line: str
) -> None:
    console.configure()
    monkeypatch.setenv(f"PIAGAM_{name}", value)
    said = console.run("crawl")
    assert (said.code, said.complaints) == (1, [f"piagam: PIAGAM_{name}: {line}"])


@pytest.mark.parametrize("command", [["outlets", "list"], ["read", "-"], ["--help"]])
def test_output_that_cannot_be_written_is_one_line(console: Console, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*PIAGAM, *command],
            input=b"Judul berita\n\nSatu kalimat biasa.\n",
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    line = b"piagam: standard output cannot be written: No space left on device; send it elsewhere"
    assert (ended.returncode, ended.stderr.splitlines()) == (1, [line])


@pytest.mark.parametrize("closed", [">&-", "2>&-", "2>/dev/full"])
def test_a_closed_or_full_stream_ends_no_command(console: Console, closed: str) -> None:
    command = f'exec "$@" {closed}'
    ended = subprocess.run(
        ["sh", "-c", command, "sh", *PIAGAM, "read", "nowhere.txt", "/dev/zero"],
        capture_output=True,
        cwd=console.folder,
        timeout=60,
        check=False,
    )
    lines = ended.stderr.splitlines()
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert len(lines) == (2 if closed == ">&-" else 0)


def test_the_version_is_an_option_too(console: Console) -> None:
    assert console.run("--version") == console.run("version")
    assert console.run("--version").out == "piagam 0.1.0\n"


def test_a_store_that_cannot_be_written_is_one_line(console: Console) -> None:
    console.configure()
    console.write("piagam.sqlite", "this is no database, whatever its name says. " * 50)
    said = console.run("status")
    assert said.code == 1
    assert said.complaints == [
        "piagam: piagam.sqlite: is no SQLite file; name another store or move the file away"
    ]


def test_commands_that_only_look_make_no_store(console: Console) -> None:
    console.configure()
    for command in (["awards"], ["certificate"], ["alerts", "list"]):
        said = console.run(*command)
        assert said.code == 1
        assert said.complaints == [
            "piagam: piagam.sqlite: no such store; `piagam crawl` makes one, or name another file"
        ]
    assert not (console.folder / "piagam.sqlite").exists()


def test_a_configuration_may_begin_with_a_byte_order_mark(console: Console) -> None:
    console.write("piagam.toml", b'\xef\xbb\xbfcontact = "a@b.id"\n')
    assert console.run("outlets", "list").code == 0


def test_debug_adds_the_traceback(console: Console) -> None:
    said = console.run("--debug", "status")
    assert said.code == 1
    assert said.complaints[0].startswith("Traceback")
    assert said.complaints[-1].startswith("piagam: piagam.toml: no such file")


def test_an_outlet_file_with_a_broken_pattern_is_one_line_and_stops_no_other(
    console: Console,
) -> None:
    shipped = console.run("outlets", "list", "--json").out
    console.configure(crawl='outlets_folder = "mine"')
    console.write("mine/bad.toml", BROKEN_OUTLET)
    said = console.run("outlets", "list", "--json")
    assert said.code == 1
    assert len(said.complaints) == 1
    assert "bad.toml: article.address[0]: missing ')'" in said.err
    assert said.out == shipped


def test_an_outlets_folder_that_is_not_there_is_one_line(console: Console) -> None:
    console.configure(crawl='outlets_folder = "mine"')
    for command in (["outlets", "list"], ["crawl"]):
        said = console.run(*command)
        assert said.code == 1
        assert said.complaints == [
            "piagam: mine: no such folder; make it, or mend crawl.outlets_folder"
        ]


def test_an_outlet_that_nobody_knows_is_one_line(console: Console) -> None:
    console.configure()
    said = console.run("crawl", "klikjatang")
    assert (said.code, said.complaints) == (
        1,
        ["piagam: no outlet 'klikjatang'; did you mean klikjateng?"],
    )


def test_a_reader_that_stops_reading_is_no_error(console: Console) -> None:
    with subprocess.Popen(
        [*PIAGAM, "outlets", "list", "--json"],
        cwd=console.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


def run_on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What `piagam` prints when standard output is a terminal."""
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [*PIAGAM, *arguments],
        cwd=folder,
        stdout=end,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )
    os.close(end)
    seen = b""
    with suppress(OSError):  # the other end is closed: all was read
        while chunk := os.read(terminal, 4096):
            seen += chunk
    os.close(terminal)
    assert process.wait(60) == 0
    return seen.decode()


def test_colour_is_for_terminals_only_and_not_where_it_is_unwanted(console: Console) -> None:
    assert "\x1b[" not in console.run("outlets", "list").out
    assert "\x1b[" in run_on_terminal(console.folder, "outlets", "list", NO_COLOR="")
    plain = run_on_terminal(console.folder, "outlets", "list", NO_COLOR="1")
    assert "\x1b[3" not in plain
