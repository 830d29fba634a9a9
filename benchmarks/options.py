"""What `./dev bench` can be asked for on the command line."""

import argparse
import sys
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NoReturn

from benchmarks.big_store import NIGHTS
from benchmarks.night.night import SEED
from benchmarks.registry import chosen
from benchmarks.served import Mix

ROUNDS, MINUTES = 5, 10.0
WRONG_USAGE = 2
_FROM_ONE = (
    *("rounds", "minutes", "nights", "crawl", "serve"),
    *("night", "processes", "side_by_side"),
)
ALONE = ("only", "list", "store", "serve", "crawl", "search", "night", "growth", "pages")
"""Of these one at a time; each is done in place of all benchmarks."""
_BELONGS = {
    **dict.fromkeys(("side_by_side", "processes", "seed"), "night"),
    "check": "growth",
    "nights": "store",
    "writing": "pages",
}
"""Options that say something only beside another."""
_DEFAULTS = {"processes": 1, "seed": SEED, "nights": NIGHTS}


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, without the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        said = message.removeprefix("argument ")
        self.exit(WRONG_USAGE, f"dev bench: {said}; see ./dev bench --help\n")


def parser() -> argparse.ArgumentParser:
    """Without any option all benchmarks of the registry are run."""
    parser = _Parser(
        prog="./dev bench",
        description="Run the benchmarks, each beside its peer, print their tables, and write the"
        " figures as JSON.",
    )
    _add_choice(parser)
    _add_models(parser)
    _add_generators(parser)
    _add_window(parser)
    return parser


def check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """End the process with one line where options make no sense; give the others their value."""
    given = {name for name, value in vars(options).items() if value is not None}
    for problem in (*_misplaced(given), *_too_small(options, given), *_unknown(options)):
        parser.error(problem)
    for name, value in _DEFAULTS.items():
        if name not in given:
            setattr(options, name, value)


def _misplaced(given: Set[str]) -> Iterator[str]:
    alone = [name for name in ALONE if name in given]
    if len(alone) > 1:
        yield f"{_written(alone[0])} and {_written(alone[1])}: ask for one at a time"
    for name, owner in _BELONGS.items():
        if name in given and owner not in given:
            yield f"{_written(name)}: goes with {_written(owner)}"


def _too_small(options: argparse.Namespace, given: Set[str]) -> Iterator[str]:
    for name in _FROM_ONE:
        if name in given and getattr(options, name) < 1:
            yield f"{_written(name)}: write a number from 1 on"
    if any(size < 1 for size in options.growth or ()):
        yield "--growth: write numbers of outlets from 1 on"
    if options.store and not (options.store[0].isdecimal() and int(options.store[0])):
        yield "--store: write a number of articles from 1 on, then the file"


def _unknown(options: argparse.Namespace) -> Iterator[str]:
    try:
        chosen(options.only)
    except ValueError as error:
        yield str(error)
    if options.writing is not None and not options.writing.is_file():
        yield f"--writing: {options.writing}: no such store; --store makes one"
    file: Path | None = options.json
    if file is not None and not file.absolute().parent.is_dir():
        yield f"--json: {file.parent}: is no folder; make it first"
    elif file is not None and file.is_dir():
        yield f"--json: {file}: is a folder; name a file in it"


def fail(problem: str) -> NoReturn:
    """End the process where something was understood and did not work."""
    sys.stderr.write(f"dev bench: {problem}\n")
    sys.exit(1)


def _written(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _add_choice(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--list", action="store_true", default=None, help="name all benchmarks, and run none")
    add("--only", nargs="+", metavar="NAME", help="run these benchmarks, not all")
    add("--crawl", type=int, metavar="PAGES", help="run only the crawl, of so many pages")
    add("--search", type=Path, metavar="STORE", help="measure only search, in this store")
    add("--rounds", type=int, default=ROUNDS, help=f"paired rounds (default {ROUNDS})")
    add(
        "--minutes",
        type=float,
        default=MINUTES,
        help=f"begin no further benchmark after so many (default {MINUTES:g})",
    )
    add("--json", type=Path, metavar="FILE", help="also write the figures here")


def _add_models(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--night",
        type=int,
        metavar="OUTLETS",
        help="play a night of so many outlets through the real queue, and nothing else",
    )
    add(
        "--growth",
        nargs="*",
        type=int,
        metavar="OUTLETS",
        help="what so many outlets cost by the model (default 50 500 5000), and nothing else",
    )
    add(
        "--check",
        action="store_true",
        default=None,
        help="with --growth: crawl fleets and make stores, and hold the model against them",
    )
    add(
        "--side-by-side",
        type=int,
        metavar="OUTLETS",
        help="that a process of that night reads at once (default as a crawl does)",
    )
    add("--processes", type=int, help="that share that night (default 1)")
    add("--seed", type=int, help=f"of that night (default {SEED})")


def _add_generators(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--store",
        nargs=2,
        metavar=("ARTICLES", "FILE"),
        help="make a store of so many articles, with an award for every ten, and nothing else",
    )
    add("--nights", type=int, help=f"nights of that store (default {NIGHTS})")
    add(
        "--serve",
        type=int,
        metavar="PAGES",
        help="serve a site of so many pages on loopback until Ctrl+C, and nothing else",
    )
    add(
        "--mix",
        choices=[mix.value for mix in Mix],
        default=Mix.NIGHT.value,
        help="pages of --crawl and --serve: 19 in 20 ordinary (default), or the newsroom's mix",
    )


def _add_window(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--pages",
        nargs=2,
        metavar=("ADDRESS", "FILE"),
        help="measure only the pages of an open window: its address, a file with a path a line",
    )
    add(
        "--writing",
        type=Path,
        metavar="STORE",
        help="with --pages: also write into the store of that window, alone and beside a reader",
    )
