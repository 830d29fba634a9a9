"""The benchmark of crawls reads every page each way, and counts the CPU of the crawl alone."""

import pytest

from benchmarks.crawl_cost import CrawlFigures, measure
from benchmarks.served import Mix
from benchmarks.spread import Spread
from benchmarks.table import render


@pytest.fixture(scope="module")
def figures() -> CrawlFigures:
    """One round over few pages."""
    return measure(20, 1)


@pytest.mark.heavy
def test_every_way_reads_and_stores_all_pages(figures: CrawlFigures) -> None:
    assert figures.pages == 20
    for spread in (figures.piagam, figures.bare, figures.extracting):
        assert spread.lowest > 0


@pytest.mark.heavy
def test_ratios_are_those_of_the_same_round(figures: CrawlFigures) -> None:
    assert figures.of_bare.middle == figures.piagam.middle / figures.bare.middle
    assert figures.of_extracting.middle == figures.piagam.middle / figures.extracting.middle


@pytest.mark.heavy
def test_memory_is_told_from_begin_to_end(figures: CrawlFigures) -> None:
    assert len(figures.memory) == 11
    assert figures.memory[-1] > figures.memory[0] > 0


@pytest.mark.parametrize(("pages", "says_few"), [(1999, True), (2000, False)])
def test_the_table_names_the_peers_and_too_few_pages(pages: int, *, says_few: bool) -> None:
    one = Spread.of([1.0])
    table = render(
        CrawlFigures(
            pages=pages,
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
    assert ("with fewer than 2000 the ratios are too low" in table) is says_few
    assert max(map(len, table.splitlines())) <= 100
