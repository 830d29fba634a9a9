"""Shows how a crawl comes on: live bars on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from crawler.cli.screen import discard
from crawler.progress import Progress as OutletProgress

Report = Callable[[OutletProgress], None]


@contextmanager
def crawl_progress() -> Generator[Report, None, None]:
    """Gives the function that shows one outlet's progress, on standard error."""
    console = StandardError(stderr=True, highlight=False, markup=False)
    if not console.is_terminal:
        yield _shown_if_possible(_Lines(console).report)
        return
    columns = (TextColumn("{task.description:<18}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TextColumn("{task.fields[note]}"), console=console) as bars:
        yield _shown_if_possible(_Bars(bars).report)


@contextmanager
def named_progress() -> Generator[Callable[[str, int, int], None], None, None]:
    """Gives the function that shows how much of each named thing is done, on standard error."""
    console = StandardError(stderr=True, highlight=False, markup=False)
    tasks: dict[str, TaskID] = {}
    if not console.is_terminal:
        yield lambda what, done, total: _print_ended(console, what, done, total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console) as bars:

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what)
            bars.update(tasks[what], completed=done, total=total)

        yield report


@contextmanager
def row_progress() -> Generator[Callable[[str, int], None], None, None]:
    """Gives the function that shows how many rows of a table are done; on a terminal only."""
    console = StandardError(stderr=True, highlight=False, markup=False)
    if not console.is_terminal:
        yield lambda _table, _rows: None
        return
    columns = (TextColumn("{task.description:<18}"), TextColumn("{task.completed:.0f} rows"))
    with Progress(*columns, console=console, transient=True) as bars:
        task = bars.add_task("", total=None)
        yield lambda table, rows: bars.update(task, description=table, completed=rows)


def _print_ended(console: Console, what: str, done: int, total: int) -> None:
    if done == total:
        console.print(f"{what}: {done}", soft_wrap=True)


def _shown_if_possible(report: Report) -> Report:
    """Whoever stops reading our progress must not stop the crawl with it."""

    def shown(progress: OutletProgress) -> None:
        try:
            report(progress)
        except OSError:
            discard(sys.stderr)

    return shown


class StandardError(Console):
    """Where progress is shown; whoever stops reading it must not stop the work."""

    def on_broken_pipe(self) -> None:
        """Not as rich does, which closes standard output and ends the process."""
        discard(sys.stderr)


class _Bars:
    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def report(self, progress: OutletProgress) -> None:
        name = progress.outlet
        if name not in self._tasks:
            self._tasks[name] = self._bars.add_task(name, note="")
        self._bars.update(
            self._tasks[name],
            completed=progress.read,
            total=progress.read + progress.waiting,
            note=_note(progress),
        )


class _Lines:
    """A line when an outlet begins, each hundred pages, and when it ends."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._told: dict[str, int] = {}

    def report(self, progress: OutletProgress) -> None:
        name, hundreds = progress.outlet, progress.read // 100
        if name not in self._told:
            self._console.print(f"{name}: begins", soft_wrap=True)
        elif progress.status is not None or self._told[name] != hundreds:
            total = progress.read + progress.waiting
            read = f"{progress.read} of {total} pages read"
            self._console.print(f"{name}: {read}, {_note(progress)}", soft_wrap=True)
        self._told[name] = hundreds


def _note(progress: OutletProgress) -> str:
    requests = "1 request" if progress.requests == 1 else f"{progress.requests} requests"
    return requests if progress.status is None else f"{requests}, {progress.status}"
