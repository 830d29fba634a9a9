"""What is printed: tables of at most 100 columns, plain lines, JSON; quiet and safe everywhere."""

import json
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import TextIO
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.alerts.wording import harmless
from storage.records import EditionBasis

WIDTH = 100
_NARROWEST = 80
"""Columns below which a table is left to the terminal to wrap; folded further nobody reads it."""
NONE_SHOWN = "–"
CALENDAR_NOTE = "* not stated: the edition that was news at the time"
"""What the star of `shown_edition` means."""


def prepare_streams() -> None:
    """Let no character that a terminal cannot show, and no closed stream, end a command."""
    # Open for good, so that no file of ours gets a number that others write to.
    sys.stdout = sys.stdout or _nowhere(1)
    sys.stderr = sys.stderr or _nowhere(2)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not under a test runner that took it over
            stream.reconfigure(errors="backslashreplace" if is_unicode(stream) else "replace")


def _nowhere(number: int) -> TextIO:
    device = os.open(os.devnull, os.O_WRONLY)
    if device != number:
        os.dup2(device, number)
        os.close(device)
    return open(number, "w", encoding="utf-8", closefd=False)


def discard(stream: TextIO) -> None:
    """Drop what the stream still holds: nobody takes it, and it would be tried again at exit."""
    device = os.open(os.devnull, os.O_WRONLY)
    os.dup2(device, stream.fileno())
    os.close(device)


def console() -> Console:
    """Standard output: coloured only on a terminal, never wider than 100 columns."""
    made = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    width = min(made.width, WIDTH) if made.is_terminal else WIDTH
    made.width = width
    return made


def complain(problem: str) -> None:
    """One line on standard error, whatever the problem says."""
    line = f"piagam: {' '.join(harmless(problem).split())}"
    try:
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - the CLI
    except OSError:  # nowhere to say so; the exit code tells
        discard(sys.stderr)


def print_line(text: str = "", style: str = "") -> None:
    """One line on standard output, never wrapped."""
    console().print(Text(harmless(text), style=style), soft_wrap=True)


def print_json(value: object) -> None:
    """One JSON value on one line: UTF-8, or escaped where the output cannot show it."""
    print(json.dumps(value, ensure_ascii=not is_unicode(sys.stdout)))  # noqa: T201 - the CLI


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, folded: Collection[str] | None = None
) -> None:
    """A table without a frame; a column whose name starts with `>` is right-aligned.

    Where it is too wide the columns `folded` are folded; unless told all but the first and numbers.
    """
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    may_fold = columns[1:] if folded is None else folded
    for column in columns:
        table.add_column(
            column.removeprefix(">"),
            justify="right" if column.startswith(">") else "left",
            overflow="fold",
            no_wrap=column not in may_fold or column.startswith(">"),
        )
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    screen = console()
    screen.width = max(screen.width, _NARROWEST)
    with screen.capture() as printed:
        screen.print(table)
    for line in printed.get().splitlines():
        print(line.rstrip())  # noqa: T201 - rich fills each line with spaces


def shown_edition(year: int | None, basis: EditionBasis | None) -> str:
    """`2024`; `2024*` when the calendar of the scheme says so and not the text."""
    if year is None:
        return NONE_SHOWN
    return f"{year}*" if basis is EditionBasis.CALENDAR else str(year)


def shown_day(value: date | None) -> str:
    """`2024-12-02`."""
    return NONE_SHOWN if value is None else f"{value:%Y-%m-%d}"


def shown_moment(value: datetime, zone: ZoneInfo | None = None) -> str:
    """`2024-12-02 23:06+07:00`, in `zone`, else in the offset it carries."""
    return value.astimezone(zone or value.tzinfo).isoformat(sep=" ", timespec="minutes")


def is_unicode(stream: TextIO) -> bool:
    """Whether every character can be written."""
    return (stream.encoding or "").lower().replace("-", "") == "utf8"
