"""All benchmarks that `./dev bench` knows: a further one is a further line of `BENCHMARKS`."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks import (
    addressing_cost,
    crawl_cost,
    digest_cost,
    merge_cost,
    page_cost,
    reading_cost,
    reading_growth,
    reprocess_cost,
    search_cost,
    text_quality,
)
from benchmarks.pages import record_pages
from benchmarks.table import Table

CRAWL_PAGES = 600
"""Pages of the crawl where nobody says how many: the start of a process costs as much as 300."""
FILES, STORIES = 100, 50
"""WARC files that are read again, and stories of each."""
_FEW = 2
"""Rounds of those that take half a minute each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """Something that is measured beside its peer, round by round."""

    name: str
    """What `--only` takes: small letters, digits, hyphens."""
    what: str
    """What is measured, in a few words."""
    peer: str
    """What it is measured against in the same rounds."""
    measure: Callable[[int], Table]
    """Measure so many rounds; needs no file and no network but loopback."""


BENCHMARKS = (
    Benchmark(
        name="page",
        what="a page from bytes to stored row",
        peer="trafilatura, insert, commit",
        measure=lambda rounds: page_cost.measure(rounds).table(),
    ),
    Benchmark(
        name="text",
        what="the text of a page, and foreign lines in it",
        peer="trafilatura, newspaper4k, readability",
        measure=lambda _: text_quality.table(text_quality.measure_all()),
    ),
    Benchmark(
        name="reading",
        what="reading awards",
        peer="trafilatura.extract on the same pages",
        measure=lambda rounds: reading_cost.table(reading_cost.measure(record_pages(), rounds)),
    ),
    Benchmark(
        name="reading-growth",
        what="reading awards in long texts of hard shapes",
        peer="a text half as long",
        measure=lambda rounds: reading_growth.table(reading_growth.measure(rounds)),
    ),
    Benchmark(
        name="crawl",
        what="whole crawls, CPU and memory",
        peer="Scrapy alone, and with trafilatura",
        measure=lambda rounds: crawl_cost.measure(CRAWL_PAGES, rounds).table(),
    ),
    Benchmark(
        name="addressing",
        what="who is told of one new award",
        peer="a budget in milliseconds",
        measure=lambda rounds: addressing_cost.measure(rounds).table(),
    ),
    Benchmark(
        name="digest",
        what="a digest of 500 awards",
        peer="a budget in seconds",
        measure=lambda rounds: digest_cost.measure(rounds).table(),
    ),
    Benchmark(
        name="search",
        what="search in a store of 5,000 articles",
        peer="plain FTS5, which ranks all that match",
        measure=search_cost.measure,
    ),
    Benchmark(
        name="merge",
        what="stores merged one by one",
        peer="the first, and all a second time",
        measure=lambda rounds: merge_cost.measure(min(rounds, _FEW)),
    ),
    Benchmark(
        name="reprocess",
        what="archives read by two processes",
        peer="one process",
        measure=lambda rounds: reprocess_cost.measure(FILES, STORIES, min(rounds, _FEW)).table(),
    ),
)


def chosen(names: list[str] | None) -> tuple[Benchmark, ...]:
    """Those of these names, in their order, else all. ValueError names one that there is not."""
    if not names:
        return BENCHMARKS
    by_name = {each.name: each for each in BENCHMARKS}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise ValueError(f"--only: no benchmark {unknown[0]!r}; --list names all there are")
    return tuple(by_name[name] for name in dict.fromkeys(names))


def listing() -> str:
    """A line for each benchmark, at most 100 columns."""
    lines = (f"{each.name:<16}{each.what:<46}{each.peer}" for each in BENCHMARKS)
    return "\n".join([f"{'name':<16}{'what':<46}against", *lines])
