"""The benchmarks of merging and of reading again measure what they say, at a small size."""

import json

import pytest

from benchmarks import merge_cost, reprocess_cost
from benchmarks.table import render

pytestmark = pytest.mark.heavy


def test_merging_is_measured_store_by_store_and_a_second_time() -> None:
    table = merge_cost.measure(1, stores=2, articles=200)
    assert [row.name for row in table.rows] == [
        *("the first", "the last", "the last against the first", "all again against all")
    ]
    assert all(row.spread.lowest > 0 for row in table.rows)
    told = json.loads(json.dumps(table.as_data()))["rounds"][0]
    assert [step["new"] for step in told["steps"]] == [200, 200]
    assert told["again"]["new"] == 0
    assert max(map(len, render(table).splitlines())) <= 100


def test_reading_again_is_measured_with_one_process_and_with_two() -> None:
    figures = reprocess_cost.measure(2, 3, 1)
    assert (figures.files, figures.stories) == (2, 6)
    ratio = figures.two.middle / figures.one.middle
    assert figures.ratio.middle == pytest.approx(ratio)
    assert max(map(len, render(figures.table()).splitlines())) <= 100
