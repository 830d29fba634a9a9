"""Runs benchmarks one after the other within a bounded time, and tells what it had to leave out."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.registry import Benchmark
from benchmarks.table import Table, render
from crawler import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one benchmark."""

    benchmark: Benchmark
    table: Table | None
    """None where the time was over before it began."""
    seconds: float
    """Wall time it took."""

    def __str__(self) -> str:
        name = self.benchmark.name
        if self.table is None:
            return f"{name}: left out, the time was over; raise --minutes or lower --rounds"
        return f"{name}, against {self.benchmark.peer}\n{render(self.table)}"


def run(
    benchmarks: Sequence[Benchmark],
    rounds: int,
    *,
    seconds: float,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:
    """Measure one after the other; after so many `seconds` none begins any more."""
    end = clock() + seconds
    for benchmark in benchmarks:
        began = clock()
        table = benchmark.measure(rounds) if began < end else None
        yield Outcome(benchmark=benchmark, table=table, seconds=clock() - began)


def as_data(outcomes: Sequence[Outcome], rounds: int) -> dict[str, object]:
    """For JSON."""
    return {
        "version": __version__,
        "rounds": rounds,
        "benchmarks": {
            each.benchmark.name: {
                "peer": each.benchmark.peer,
                "seconds": round(each.seconds, 1),
                **each.table.as_data(),
            }
            for each in outcomes
            if each.table is not None
        },
        "left_out": [each.benchmark.name for each in outcomes if each.table is None],
    }
