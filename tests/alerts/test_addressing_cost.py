"""To decide who is told costs what the news costs, however much the store holds."""

from pathlib import Path

from benchmarks import addressing_cost
from benchmarks.addressing_cost import NOW, ZONE, AddressingFigures, fill, subscriptions
from benchmarks.spread import Spread
from benchmarks.table import render
from crawler.alerts.addressing import address_new
from storage.database import open_store


def test_addressing_one_new_award_passes_over_no_table(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill(db, 50)
        asked: list[str] = []
        with db.tracer(lambda sql, _: asked.append(sql)):
            address_new(db, subscriptions(30), NOW, most=50, zone=ZONE)
        assert db.execute("SELECT count(*) FROM deliveries WHERE alert_id = 51").fetchone()[0] > 5
        plans = [
            step
            for sql in asked
            if sql.lstrip().upper().startswith(("WITH", "SELECT", "INSERT", "UPDATE"))
            for (*_, step) in db.execute(
                f"EXPLAIN QUERY PLAN {sql}", [None] * sql.count("?")
            ).fetchall()
        ]
    tables = ("alerts", "awards", "claims", "articles", "deliveries", "digests")
    passed = [step for step in plans if step.startswith(tuple(f"SCAN {each}" for each in tables))]
    assert set(passed) <= {"SCAN alerts USING INDEX alerts_unaddressed"}
    assert len(plans) > 5


def test_the_benchmark_measures_deciding_and_storing_and_tells_what_is_over() -> None:
    figures = addressing_cost.measure(2, awards=20, count=10)
    assert 0 < figures.deciding.lowest <= figures.deciding.highest
    assert figures.storing.lowest > 0
    table = render(figures.table())
    assert "20 awards in the store, 10 subscriptions" in table
    slow = AddressingFigures(
        awards=1,
        subscriptions=1,
        deciding=Spread.of([1.0]),
        storing=Spread.of([addressing_cost.AT_MOST + 1]),
    )
    lines = render(slow.table()).splitlines()
    assert [line.endswith("  missed") for line in lines] == [False, False, False, True]
    assert max(map(len, lines)) <= 100
