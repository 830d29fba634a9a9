"""Shows how long work comes on: a bar with rate and estimate on a terminal, lines elsewhere."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from crawler.cli.progress import StandardError

Tell = Callable[["Done"], None]

_STEP = 100
"""A line is written whenever so many more are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How far long work has come."""

    count: int
    """Things done: stories, pages."""
    total: int | None
    """None: not known yet."""
    share: float
    """Of all the work, from 0 to 1."""


@contextmanager
def paced_progress(what: str) -> Generator[Tell, None, None]:
    """Gives the function that shows how much is done, how fast, and how long it will take yet."""
    console = StandardError(stderr=True, highlight=False, markup=False)
    pace = _Pace(time.monotonic())
    if not console.is_terminal:
        yield _Lines(console, what, pace).tell
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[note]}"))
    with Progress(*columns, console=console) as bars:
        task = bars.add_task(what, total=1.0, note="")
        yield lambda done: bars.update(task, completed=done.share, note=pace.said(done))


class _Lines:
    def __init__(self, console: Console, what: str, pace: "_Pace") -> None:
        self._console, self._what, self._pace, self._told = console, what, pace, 0

    def tell(self, done: Done) -> None:
        if done.count // _STEP > self._told and done.share < 1:
            self._console.print(f"{self._what}: {self._pace.said(done)}", soft_wrap=True)
        self._told = max(self._told, done.count // _STEP)


class _Pace:
    def __init__(self, began: float) -> None:
        self._began = began

    def said(self, done: Done) -> str:
        """`1200 of 5000, 34 a second, 1 min 52 s left`."""
        seconds = max(time.monotonic() - self._began, 1e-3)
        counted = f"{done.count}" if done.total is None else f"{done.count} of {done.total}"
        left = shown_seconds(seconds / done.share - seconds) if done.share > 0 else "? s"
        return f"{counted}, {done.count / seconds:.0f} a second, {left} left"


def shown_seconds(seconds: float) -> str:
    """`52 s`, `1 min 52 s`, `3 h 5 min`."""
    minutes, rest = divmod(round(max(0.0, seconds)), 60)
    hours, minutes_left = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes_left} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
