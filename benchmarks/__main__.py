"""`./dev bench`: run the benchmarks, print their tables, and write the figures as JSON."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import crawl_cost, crawl_server, search_cost
from benchmarks.big_store import Size, make_store
from benchmarks.growth import report as growth
from benchmarks.growth.check import check as check_growth
from benchmarks.growth.points import Points
from benchmarks.growth.report import SIZES
from benchmarks.night import report
from benchmarks.night.night import Bounds, play_night
from benchmarks.options import check, fail, parser
from benchmarks.pages_cost import measure_pages
from benchmarks.registry import chosen, listing
from benchmarks.served import Mix
from benchmarks.suite import as_data, run
from benchmarks.table import render, render_pages
from benchmarks.writing_meanwhile import measure_writes
from storage.store_errors import StoreError


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the arguments, measure, print."""
    known = parser()
    options = known.parse_args(arguments)
    check(known, options)
    try:
        _act(options)
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except (ValueError, RuntimeError, StoreError) as error:
        fail(str(error))
    except KeyboardInterrupt:
        fail("interrupted")


def _act(options: argparse.Namespace) -> None:
    for name, act in _ALONE.items():
        if getattr(options, name) not in (None, False):
            act(options)
            return
    _run(options)


def _list(_: argparse.Namespace) -> None:
    print(listing())


def _serve(options: argparse.Namespace) -> None:
    crawl_server.main(Mix(options.mix), options.serve, until_interrupted=True)


def _crawl(options: argparse.Namespace) -> None:
    table = crawl_cost.measure(options.crawl, options.rounds, Mix(options.mix)).table()
    print(render(table))
    _write(table.as_data(), options.json)


def _search(options: argparse.Namespace) -> None:
    table = search_cost.measure_on(options.search, options.rounds)
    print(render(table))
    _write(table.as_data(), options.json)


def _night(options: argparse.Namespace) -> None:
    bounds = Bounds(processes=options.processes, side_by_side=options.side_by_side)
    night = play_night(options.night, seed=options.seed, bounds=bounds)
    print(report.render(night))
    _write(report.as_data(night), options.json)


def _growth(options: argparse.Namespace) -> None:
    points, sizes = Points(), tuple(options.growth) or SIZES
    print(growth.render(points, sizes))
    checked = check_growth(points) if options.check else ()
    if checked:
        print(f"\n{growth.render_check(checked)}")
    _write(growth.as_data(points, checked, sizes), options.json)


def _run(options: argparse.Namespace) -> None:
    """All benchmarks or the chosen ones; each table as soon as it is there."""
    outcomes = []
    for each in run(chosen(options.only), options.rounds, seconds=60 * options.minutes):
        print(f"{each}\n", flush=True)
        outcomes.append(each)
    _write(as_data(outcomes, options.rounds), options.json)
    if any(each.table is None for each in outcomes):
        sys.exit(1)


def _make(options: argparse.Namespace) -> None:
    articles, file = int(options.store[0]), Path(options.store[1])
    started = time.monotonic()
    make_store(file, Size(articles=articles, awards=articles // 10, nights=options.nights))
    megabytes = file.stat().st_size / 1_000_000
    print(f"{file}: {megabytes:.0f} MB in {time.monotonic() - started:.0f} s")


def _window(options: argparse.Namespace) -> None:
    """What the pages of a window cost, and what a crawl feels of it."""
    address, file = options.pages
    paths = [line for line in Path(file).read_text(encoding="utf-8").split() if line]
    if not paths or not all(path.startswith("/") for path in paths):
        raise ValueError(f"{file}: is no list of paths; write one a line, each with a / in front")
    try:
        pages = measure_pages(address, paths, options.rounds)
    except ConnectionError:
        raise ValueError(f"{address}: nobody answers; `piagam serve` opens a window") from None
    print(render_pages(pages))
    written: dict[str, object] = {"pages": [each.as_data() for each in pages]}
    if options.writing is not None:
        writes = measure_writes(options.writing, address, paths, options.rounds).table()
        print(f"\n{render(writes)}")
        written["writing"] = writes.as_data()
    _write(written, options.json)


def _write(figures: dict[str, object], file: Path | None) -> None:
    if file is not None:
        file.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        print(f"figures written to {file}")


_ALONE: dict[str, Callable[[argparse.Namespace], None]] = {
    "list": _list,
    "store": _make,
    "serve": _serve,
    "crawl": _crawl,
    "search": _search,
    "night": _night,
    "growth": _growth,
    "pages": _window,
}
"""Options that are done alone, in place of the benchmarks."""

if __name__ == "__main__":
    main()
