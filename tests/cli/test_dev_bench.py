"""`./dev bench` runs what was asked for within its time, and says which aims are met."""

import json
import signal
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.outlets import HOST, ONLY, configuration, outlet_file
from benchmarks.registry import BENCHMARKS, Benchmark, chosen, listing
from benchmarks.spread import Spread
from benchmarks.suite import as_data, run
from benchmarks.table import Row, Table, amount, render

FAST = Spread(lowest=1.0, middle=2.0, highest=1234567.0)


def row(*, at_most: float | None = None, at_least: float | None = None) -> Row:
    """A figure whose median is 2."""
    return Row(name="n" * 48, spread=FAST, unit="ms", at_most=at_most, at_least=at_least)


def benchmark(name: str, rounds: list[int]) -> Benchmark:
    """One that only notes how many rounds it was asked for."""

    def measure(count: int) -> Table:
        rounds.append(count)
        return Table(title=name, rows=(row(at_most=1),), facts={"pages": 3})

    return Benchmark(name=name, what="a thing", peer="another", measure=measure)


@pytest.mark.parametrize(
    ("figure", "is_met", "ends"),
    [
        (row(at_most=2), True, "<= 2,00  met"),
        (row(at_most=1.9), False, "<= 1,90  missed"),
        (row(at_least=2), True, ">= 2,00  met"),
        (row(at_least=100), False, ">= 100,00  missed"),
        (row(), None, "1234567,00 ms"),
    ],
)
def test_the_median_decides_whether_an_aim_is_met(
    figure: Row, is_met: bool | None, ends: str
) -> None:
    assert figure.is_met is is_met
    assert figure.as_data().get("is_met") is is_met
    lines = render(Table(title="t", rows=(figure,), notes=("a note",))).splitlines()
    assert lines[2].endswith(ends)
    assert lines[-1] == "a note"
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("value", "told"),
    [(4.0, "4"), (52.786, "52,79"), (1567.897, "1.568"), (0.0, "0"), (156789.75, "156.790")],
)
def test_amounts_are_written_as_people_write_them(value: float, told: str) -> None:
    assert amount(value) == told


def test_what_finds_no_time_is_left_out_and_named() -> None:
    rounds: list[int] = []
    moments = iter([0.0, 0.0, 50.0, 50.0, 110.0, 110.0, 110.0])
    three = [benchmark(name, rounds) for name in ("a", "b", "c")]
    first, second, third = run(three, 4, seconds=100, clock=lambda: next(moments))
    assert rounds == [4, 4]
    assert (first.seconds, second.seconds, third.table) == (50, 60, None)
    assert str(third) == "c: left out, the time was over; raise --minutes or lower --rounds"
    assert str(first).startswith("a, against another\na\n")
    told = json.loads(json.dumps(as_data([first, third], 4)))
    assert (told["rounds"], told["left_out"]) == (4, ["c"])
    measured = told["benchmarks"]["a"]
    assert (measured["peer"], measured["pages"], measured["seconds"]) == ("another", 3, 50)
    assert measured["rows"][0]["is_met"] is False


def test_every_benchmark_has_a_name_of_its_own_and_a_line() -> None:
    names = [each.name for each in BENCHMARKS]
    assert len(set(names)) == len(names)
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines[1:]] == names
    assert max(map(len, lines)) <= 100
    assert chosen(None) == BENCHMARKS
    assert [each.name for each in chosen(["digest", "page", "digest"])] == ["digest", "page"]


def test_one_benchmark_is_run_and_its_figures_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.json"
    main(["--only", "digest", "--rounds", "1", "--json", str(file)])
    out = capsys.readouterr().out
    assert out.startswith("digest, against a budget in seconds\na digest of 500 awards")
    assert list(json.loads(file.read_text())["benchmarks"]) == ["digest"]


def test_a_site_of_any_size_is_served_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "benchmarks", "--serve", "150"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            address = first.partition("http://")[2].partition("/")[0]
            with closing(HTTPConnection(address, timeout=10)) as connection:
                connection.request("GET", "/sitemap-0.xml", headers={"Host": HOST})
                listed = connection.getresponse().read()
        finally:
            process.send_signal(signal.SIGINT)
        told = process.stdout.read()
    assert process.returncode == 0
    assert listed.count(b"<loc>") == 150
    assert first == f"150 pages on http://{address}/, Ctrl+C ends it\n"
    assert configuration(address, 150) in told
    assert outlet_file(ONLY, HOST) in told
