"""The benchmark of crawls reads every page each way, and counts the CPU of the crawl alone."""

import pytest

from benchmarks.crawl_cost import CrawlFigures, measure
from benchmarks.served import Mix
from benchmarks.spread import Spread
from benchmarks.table import render

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def figures() -> CrawlFigures:
    """One round over few pages."""
    return measure(20, 1)


def test_every_way_reads_and_stores_all_pages(figures: CrawlFigures) -> None:
    assert figures.pages == 20
    for spread in (figures.piagam, figures.bare, figures.extracting):
        assert spread.lowest > 0


def test_ratios_are_those_of_the_same_round(figures: CrawlFigures) -> None:
    assert figures.of_bare.middle == figures.piagam.middle / figures.bare.middle
    assert figures.of_extracting.middle == figures.piagam.middle / figures.extracting.middle


def test_memory_is_told_from_begin_to_end(figures: CrawlFigures) -> None:
    assert len(figures.memory) == 11
    assert figures.memory[-1] > figures.memory[0] > 0


def test_the_table_names_the_peers() -> None:
    one = Spread.of([1.0])
    table = render(
        CrawlFigures(
            pages=2000,
            mix=Mix.NIGHT,
            piagam=one,
            bare=one,
            extracting=one,
            of_bare=Spread.of([0.61]),
            of_extracting=Spread.of([3.05]),
            memory=(1.0, 2.0),
        ).table()
    )
    assert "Piagam / Scrapy with an empty callback" in table
    assert "0,61 x" in table
    assert "3,05 x" in table
    assert "19 in 20 ordinary news" in table
    assert max(map(len, table.splitlines())) <= 100
