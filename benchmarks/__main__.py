"""`./dev bench`: run the benchmarks, print their tables, and write the figures as JSON."""

import argparse
import json
import time
from pathlib import Path

from benchmarks import addressing_cost, crawl_cost, digest_cost, reading_cost, reading_growth
from benchmarks.big_store import NIGHTS, Size, make_store
from benchmarks.page_cost import measure
from benchmarks.pages import record_pages
from benchmarks.pages_cost import measure_pages
from benchmarks.table import (
    render,
    render_addressing,
    render_crawl,
    render_digest,
    render_growth,
    render_pages,
    render_reading,
    render_writes,
)
from benchmarks.writing_meanwhile import measure_writes
from storage.store_errors import StoreError


def main() -> None:
    """Parse the arguments, measure, print."""
    parser = _parser()
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: write a number from 1 on")
    if options.crawl is not None and options.crawl < 1:
        parser.error("--crawl: write a number from 1 on")
    try:
        _measure(options)
    except (ValueError, OSError, StoreError) as error:
        parser.error(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="paired rounds (default 7)")
    parser.add_argument(
        "--crawl",
        type=int,
        metavar="PAGES",
        help="measure whole crawls of so many pages, and nothing else",
    )
    parser.add_argument(
        "--mail",
        action="store_true",
        help="measure only what people are told: addressing, and a digest",
    )
    parser.add_argument(
        "--store",
        nargs=2,
        metavar=("ARTICLES", "FILE"),
        help="make a store of so many articles, with an award for every ten, and nothing else",
    )
    parser.add_argument(
        "--nights", type=int, default=NIGHTS, help=f"nights of that store (default {NIGHTS})"
    )
    parser.add_argument(
        "--pages",
        nargs=2,
        metavar=("ADDRESS", "FILE"),
        help="measure only the pages of an open window: its address, a file with a path a line",
    )
    parser.add_argument(
        "--writing",
        type=Path,
        metavar="STORE",
        help="with --pages: also write into the store of that window, alone and beside a reader",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    return parser


def _measure(options: argparse.Namespace) -> None:
    if options.store is not None:
        _make(options.store[0], Path(options.store[1]), options.nights)
        return
    if options.crawl is not None:
        crawled = crawl_cost.measure(options.crawl, options.rounds)
        _print(render_crawl(crawled), crawled.as_data(), options.json)
        return
    if options.pages is not None:
        address, file = options.pages
        tables, written = _window(address, file, options.rounds, options.writing)
    else:
        tables, written = _mail(options.rounds) if options.mail else _pages(options.rounds)
    _print("\n\n".join(tables), written, options.json)


def _window(
    address: str, file: str, rounds: int, store: Path | None
) -> tuple[tuple[str, ...], dict[str, object]]:
    """What the pages of a window cost, and what a crawl feels of it: tables and figures."""
    paths = [line for line in Path(file).read_text(encoding="utf-8").split() if line]
    if not paths or not all(path.startswith("/") for path in paths):
        raise ValueError(f"{file}: is no list of paths; write one a line, each with a / in front")
    pages = measure_pages(address, paths, rounds)
    written: dict[str, object] = {"pages": [each.as_data() for each in pages]}
    if store is None:
        return (render_pages(pages),), written
    writes = measure_writes(store, address, paths, rounds)
    return (render_pages(pages), render_writes(writes)), written | {"writing": writes.as_data()}


def _make(wanted: str, file: Path, nights: int) -> None:
    if not wanted.isdecimal() or nights < 1:
        raise ValueError(
            "--store: write numbers, for instance --store 20000 big.sqlite --nights 400"
        )
    started = time.monotonic()
    articles = int(wanted)
    make_store(file, Size(articles=articles, awards=articles // 10, nights=nights))
    megabytes = file.stat().st_size / 1_000_000
    print(f"{file}: {megabytes:.0f} MB in {time.monotonic() - started:.0f} s")


def _pages(rounds: int) -> tuple[tuple[str, ...], dict[str, object]]:
    """What a page costs, and then what people are told of it: tables and figures."""
    figures = measure(rounds)
    reading = reading_cost.measure(record_pages(), rounds)
    growth = reading_growth.measure(rounds)
    mail_tables, mail = _mail(rounds)
    written = figures.as_data() | {
        "reading": [each.as_data() for each in reading],
        "growth": [each.as_data() for each in growth],
    }
    tables = (render(figures), render_reading(reading), render_growth(growth))
    return (*tables, *mail_tables), written | mail


def _mail(rounds: int) -> tuple[tuple[str, ...], dict[str, object]]:
    addressing = addressing_cost.measure(rounds)
    digest = digest_cost.measure(rounds)
    written: dict[str, object] = {
        "addressing": addressing.as_data(),
        "digest": digest.as_data(),
    }
    return (render_addressing(addressing), render_digest(digest)), written


def _print(tables: str, figures: dict[str, object], file: Path | None) -> None:
    print(tables)
    if file is not None:
        file.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        print(f"figures written to {file}")


if __name__ == "__main__":
    main()
