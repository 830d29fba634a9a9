"""The model of growth holds for crawls and stores of other sizes, and its tables add up."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.big_store import Size
from benchmarks.fleet_cost import Fleet, measure
from benchmarks.growth.check import of_fleet, of_store
from benchmarks.growth.model import (
    held,
    limits,
    night_cost,
    nights_back,
    processes,
    quiet_requests,
    requests,
)
from benchmarks.growth.points import Machine, Night, Points
from benchmarks.growth.report import SIZES
from crawler.outlet_shelf import scrapy_settings

POINTS, NIGHT = Points(), Night()
TOLERANCE = 12
"""Per cent by which the model may be wrong where no timing is in it."""


@pytest.mark.heavy
@pytest.mark.parametrize("fleet", [Fleet(outlets=8, stories=20), Fleet(outlets=30, stories=8)])
def test_a_crawl_of_a_fleet_costs_what_the_model_says(fleet: Fleet) -> None:
    measured = measure(fleet)
    assert (measured.finished, measured.failed) == (fleet.outlets, 0)
    assert measured.stored == fleet.outlets * fleet.stories
    facts = {each.what.split(": ")[1]: each for each in of_fleet(POINTS, measured)}
    for what in ("requests", "archive", "store", "open files"):
        assert abs(facts[what].error) <= TOLERANCE, facts[what]


@pytest.mark.parametrize(
    "size",
    [
        Size(articles=2_000, awards=200, nights=150),
        Size(articles=4_000, awards=100, nights=40),
    ],
)
def test_a_store_is_as_large_as_the_model_says(size: Size) -> None:
    assert abs(of_store(POINTS, size).error) <= TOLERANCE


def test_ten_times_the_outlets_cost_ten_times_the_requests_bytes_and_rows() -> None:
    few, many = (night_cost(POINTS, NIGHT, size) for size in (50, 500))
    for name in ("stories", "requests", "wire", "archive", "store", "awards"):
        assert getattr(many, name) == pytest.approx(10 * getattr(few, name))
    assert many.mails == 51 < many.awards
    assert requests(POINTS, NIGHT, 1) > NIGHT.stories > quiet_requests(NIGHT, 1)


def test_the_archive_keeps_a_year_and_the_store_all_of_it() -> None:
    one, ten = (held(POINTS, NIGHT, 500, years) for years in (1, 10))
    assert ten.archive == one.archive
    assert ten.store - POINTS.store_base == pytest.approx(10 * (one.store - POINTS.store_base))
    assert held(POINTS, NIGHT, 500, 10, archive_days=0).disk == ten.store
    assert nights_back(NIGHT, 10) == pytest.approx(10 * nights_back(NIGHT, 1))


def test_workers_follow_from_what_a_process_bears() -> None:
    bears = {each.resource: each.outlets for each in limits(POINTS, NIGHT, Machine())}
    turns = int(bears["a process: turns, all night"])
    assert processes(POINTS, NIGHT, turns, seconds=Machine().night) == 1
    assert processes(POINTS, NIGHT, 2 * turns, seconds=Machine().night) == 2
    assert processes(POINTS, NIGHT, turns, seconds=Machine().night / 4) == 4
    assert list(bears.values()) == sorted(bears.values())


def test_memory_and_files_stop_growing_where_outlets_begin_in_turn() -> None:
    assert scrapy_settings().getint("PIAGAM_SIDE_BY_SIDE") == POINTS.side_by_side
    few, most, many = (night_cost(POINTS, NIGHT, size) for size in (50, 200, 5000))
    assert few.memory < most.memory == many.memory
    assert few.files < most.files == many.files
    assert many.turns == pytest.approx(25 * most.turns)


def test_the_command_prints_tables_for_any_sizes(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("growth") / "growth.json"
    main(["--growth", "50", "700", "--json", str(file)])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 100
    assert any("50 outlets" in line and "700 outlets" in line for line in lines)
    told = json.loads(file.read_text())
    assert [each["outlets"] for each in told["nights"]] == [50, 700]


def test_sizes_that_do_not_fit_beside_the_others_stand_below(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--growth", "1", "20", "300", "4000", "50000"])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 100
    heads = [line.split()[2::2] for line in lines if line.startswith("a night  ")]
    assert heads == [["1", "20", "300"], ["4.000", "50.000"]]
    stories = [line.split()[1:] for line in lines if line.startswith("stories ")]
    assert stories == [["25", "500", "7.500"], ["100.000", "1.250.000"]]


def test_the_page_on_scaling_says_what_the_model_says() -> None:
    page = (Path(__file__).parents[2] / "docs" / "scaling.md").read_text("utf-8")
    nights = [night_cost(POINTS, NIGHT, size) for size in SIZES]
    years = [held(POINTS, NIGHT, size, 10) for size in SIZES]
    for line in (
        f"| memory of the process | {cells(each.memory / 1e9 for each in nights)} |",
        f"| ten years: store | {years[0].store / 1e9:.0f} GB | {years[1].store / 1e9:.0f} GB |",
        "| open files of the process | " + " | ".join(str(each.files) for each in nights),
        "| store grows by | " + " | ".join(f"{each.store / 1e6:.0f} MB" for each in nights),
    ):
        assert line in page
    for each in limits(POINTS, NIGHT, Machine()):
        assert f"| {round(each.outlets, -3 if each.outlets > 10_000 else 0):,.0f} outlets |" in page


def cells(gigabytes: Iterable[float]) -> str:
    """Cells of one row of a table."""
    return " | ".join(f"{each:.2f} GB" for each in gigabytes)
