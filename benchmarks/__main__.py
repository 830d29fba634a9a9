"""`./dev bench`: run the benchmarks, print their tables, and write the figures as JSON."""

import argparse
import json
from pathlib import Path

from benchmarks import reading_cost, reading_growth
from benchmarks.page_cost import measure
from benchmarks.pages import record_pages
from benchmarks.table import render, render_growth, render_reading


def main() -> None:
    """Parse the arguments, measure, print."""
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="paired rounds (default 7)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: write a number from 1 on")
    figures = measure(options.rounds)
    reading = reading_cost.measure(record_pages(), options.rounds)
    growth = reading_growth.measure(options.rounds)
    print(render(figures), render_reading(reading), render_growth(growth), sep="\n\n")
    if options.json is not None:
        written = figures.as_data() | {
            "reading": [each.as_data() for each in reading],
            "growth": [each.as_data() for each in growth],
        }
        options.json.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
        print(f"figures written to {options.json}")


if __name__ == "__main__":
    main()
