"""What `./dev bench` can be asked for on the command line."""

import argparse
from pathlib import Path

from benchmarks.big_store import NIGHTS
from benchmarks.night.night import SEED
from benchmarks.served import Mix

ROUNDS, MINUTES = 5, 10.0
_FROM_ONE = (
    *("rounds", "minutes", "nights", "crawl", "serve"),
    *("night", "processes", "side_by_side"),
)


def parser() -> argparse.ArgumentParser:
    """Without any option all benchmarks of the registry are run."""
    parser = argparse.ArgumentParser(
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
    """End the process with one line where a number makes no sense."""
    for name in _FROM_ONE:
        value = getattr(options, name)
        if value is not None and value < 1:
            parser.error(f"--{name.replace('_', '-')}: write a number from 1 on")


def _add_choice(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--list", action="store_true", help="name all benchmarks, and run none")
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
        help="with --growth: crawl fleets and make stores, and hold the model against them",
    )
    add(
        "--side-by-side",
        type=int,
        metavar="OUTLETS",
        help="that a process of that night reads at once (default as a crawl does)",
    )
    add("--processes", type=int, default=1, help="that share that night (default 1)")
    add("--seed", type=int, default=SEED, help=f"of that night (default {SEED})")


def _add_generators(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--store",
        nargs=2,
        metavar=("ARTICLES", "FILE"),
        help="make a store of so many articles, with an award for every ten, and nothing else",
    )
    add("--nights", type=int, default=NIGHTS, help=f"nights of that store (default {NIGHTS})")
    add(
        "--serve",
        type=int,
        metavar="PAGES",
        help="serve a site of so many pages on loopback until Ctrl+C, and nothing else",
    )
    add(
        "--mix",
        type=Mix,
        choices=tuple(Mix),
        default=Mix.NIGHT,
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
