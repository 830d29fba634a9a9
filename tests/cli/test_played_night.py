"""A played night asks by the rules of the real one: nobody too early, nobody without end."""

import asyncio
import json
from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.night.clock import NightLoop
from benchmarks.night.nature import Trouble
from benchmarks.night.night import Bounds, Night, play_night
from benchmarks.night.play import Costs, Part
from benchmarks.night.report import as_data, minutes_until, render, result_of, totals
from benchmarks.night.witness import Witness

SMALL = Bounds(budget=60, limit_minutes=40)
OUTLETS = 150


@pytest.fixture(scope="module")
def night() -> Night:
    return play_night(OUTLETS, seed=1, bounds=SMALL)


def parts_of(night: Night, trouble: Trouble) -> list[Part]:
    return [part for part in night.parts if part.outlet.host.trouble is trouble]


def test_no_host_is_asked_sooner_than_it_wants(night: Night) -> None:
    assert night.witness.hurried == []
    assert night.witness.closest == pytest.approx(1, abs=0.05)
    assert night.witness.under_way == 0


def test_every_outlet_ends_within_the_limit_and_its_budget(night: Night) -> None:
    assert len(night.parts) == OUTLETS
    a_page_under_way = 30
    for part in night.parts:
        assert part.ended_at <= 60 * SMALL.limit_minutes + a_page_under_way
        assert sum(part.asked.values()) <= SMALL.budget
        assert part.read <= part.outlet.stories
    spent = [part for part in night.parts if part.reasons["BudgetSpent"]]
    assert {sum(part.asked.values()) for part in spent} == {SMALL.budget}


def test_one_seed_plays_one_night(night: Night) -> None:
    assert play_night(OUTLETS, seed=1, bounds=SMALL).parts == night.parts
    assert play_night(OUTLETS, seed=2, bounds=SMALL).parts != night.parts


def test_what_is_well_is_read_whole_and_what_is_not_says_why() -> None:
    night = play_night(200, seed=3, bounds=replace(SMALL, troubles=dict.fromkeys(Trouble, 1.0)))
    assert {part.outlet.host.trouble for part in night.parts} == set(Trouble)
    assert night.witness.hurried == []
    fits = SMALL.budget - 10
    for part in parts_of(night, Trouble.WELL):
        if part.outlet.stories <= fits and part.outlet.host.crawl_delay is None:
            assert part.read == part.outlet.stories or part.reasons["OutsideHours"]
    for trouble in (Trouble.DEAD, Trouble.HANGING, Trouble.ROBOTS_BROKEN):
        for part in parts_of(night, trouble):
            assert set(part.asked) <= {"robots"}
            assert result_of(part) in ("robots.txt could not be read", "outside their hours")
    for part in parts_of(night, Trouble.GATE) + parts_of(night, Trouble.SHUT):
        assert part.read == 0
        assert sum(part.asked.values()) <= 7
    assert sum(part.rests for part in parts_of(night, Trouble.LIMITER)) > 0
    assert sum(part.retries for part in parts_of(night, Trouble.FLAKY)) > 0


def test_two_processes_share_the_reckoning_and_no_host(night: Night) -> None:
    slow = replace(SMALL, side_by_side=OUTLETS, costs=Costs(story=1.0, other=0.1))
    alone, shared = (play_night(OUTLETS, bounds=replace(slow, processes=count)) for count in (1, 2))
    assert shared.witness.hurried == alone.witness.hurried == []
    assert (len(alone.cores), len(shared.cores)) == (1, 2)
    assert max(core.longest for core in shared.cores) < alone.cores[0].longest
    assert night.cores[0].longest < alone.cores[0].longest


def test_outlets_begin_in_turn_and_those_whose_turn_did_not_come_say_so() -> None:
    few = replace(SMALL, side_by_side=5, limit_minutes=15)
    night = play_night(OUTLETS, seed=1, bounds=few)
    assert night.witness.most_under_way <= 5
    late = [part for part in night.parts if result_of(part) == "its turn did not come"]
    assert len(late) > 10
    assert sum(sum(part.asked.values()) for part in late) == 0
    assert max(part.ended_at for part in night.parts) <= 60 * few.limit_minutes + 30


def test_it_is_told_in_lines_and_as_data(night: Night) -> None:
    lines = render(night).splitlines()
    assert max(map(len, lines)) <= 100
    assert "no host was asked too early" in render(night)
    told = json.loads(json.dumps(as_data(night)))
    assert (told["outlets"], told["hurried"]) == (OUTLETS, [])
    assert sum(told["results"].values()) == OUTLETS
    assert told["requests"] == totals(night.parts)
    assert minutes_until(night, 0.5) <= minutes_until(night, 1.0)


def test_the_witness_sees_a_request_that_comes_too_early() -> None:
    witness = Witness(jitter=0.3, longest_delay=60, patience=300)
    for moment in (0.0, 2.1, 4.0):
        witness.leaves("a", now=moment, delay=3.0)
        witness.ends("a")
    assert len(witness.hurried) == 1
    witness.wants_delay("a", 120)
    witness.leaves("a", now=63.0, delay=3.0)
    assert len(witness.hurried) == 2
    witness.leaves("a", now=123.0, delay=3.0)
    assert witness.hurried[-1] == "a: asked while it still answers"
    witness.wants_rest("a", now=123.0, seconds=400)
    witness.ends("a")
    witness.ends("a")
    witness.leaves("a", now=900.0, delay=3.0)
    assert Counter(witness.hurried)["a: asked while it wants rest"] == 1


def test_a_played_clock_leaps_and_waits_for_nobody_who_never_comes() -> None:
    loop = NightLoop()
    try:
        loop.run_until_complete(asyncio.sleep(86_400))
        assert loop.time() == pytest.approx(86_400)
        with pytest.raises(RuntimeError, match="everybody waits"):
            loop.run_until_complete(loop.create_future())
    finally:
        loop.close()
