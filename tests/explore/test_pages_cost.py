"""The benchmark of the window asks a real one, and writes beside its readers as a crawl does."""

from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.big_store import Size, make_store
from benchmarks.pages_cost import PageTimes, measure_pages
from benchmarks.table import render, render_pages
from benchmarks.writing_meanwhile import WriteTimes, measure_writes
from storage.database import open_read_only
from tests.explore.serving import open_window

SMALL = Size(articles=100, awards=10, nights=60)


def page(*times: float, status: int = 200) -> PageTimes:
    """A page that took so long in each round."""
    return PageTimes(path="/", status=status, kilobytes=1, times=times)


def test_pages_are_timed_and_stories_written_beside_a_reader(tmp_path: Path) -> None:
    store = tmp_path / "piagam.sqlite"
    make_store(store, SMALL)
    with open_window(tmp_path) as reader:
        front, gone = measure_pages(reader.address, ("/", "/nowhere"), 2)
        writes = measure_writes(store, reader.address, ("/",), 1)
    assert (front.status, gone.status) == (200, 404)
    assert front.kilobytes > 1
    assert len(front.times) == len(gone.times) == 2
    assert min(front.times) > 0
    assert gone.is_over
    assert (len(writes.alone), len(writes.beside)) == (10, 10)
    assert writes.pages > 0
    with closing(open_read_only(store)) as db:
        assert db["articles"].count == 120
        statuses = db.execute("SELECT status, count(*) FROM runs GROUP BY status").fetchall()
        assert statuses == [("finished", 61)]
        assert db.execute("SELECT count(*) FROM claims WHERE article_id > 100").fetchone()[0] >= 20
    assert "/nowhere" in render_pages((front, gone))
    assert f"{writes.pages} pages were read meanwhile" in render(writes.table())


@pytest.mark.parametrize(
    ("times", "p95", "is_over"),
    [
        ((10.0,) * 20, 10.0, False),
        ((10.0,) * 19 + (5000.0,), 10.0, False),
        ((10.0,) * 18 + (5000.0,) * 2, 5000.0, True),
        ((301.0,) * 3, 301.0, True),
        ((10.0, 20.0), 20.0, False),
    ],
)
def test_a_page_is_over_by_its_median_or_its_slow_rounds(
    times: tuple[float, ...], p95: float, is_over: bool
) -> None:
    assert (page(*times).p95, page(*times).is_over) == (p95, is_over)


def test_what_is_over_says_so() -> None:
    assert "over" not in render_pages((page(299.0),))
    assert render_pages((page(301.0),)).endswith(" over")
    assert render_pages((page(1.0, status=500),)).endswith(" over")
    slowed = WriteTimes(alone=(10.0,), beside=(13.0,), pages=5)
    assert "  <= 1,20  missed" in render(slowed.table())


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="is no http:// address"):
        measure_pages("localhost", ("/",), 1)
