"""Histories of outlets, and how each stands after them: sane about chance, quick about drift."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.health import RETIRED_AFTER, assess, is_due, told
from storage.health_records import (
    STEPS,
    OutletNight,
    OutletStanding,
    OutletState,
    Sign,
    Trouble,
)
from tests.histories import MONDAY, gone, in_order, night, volumes, week

HEALTHY, AILING = OutletState.HEALTHY, OutletState.AILING
QUARANTINED, RETIRED = OutletState.QUARANTINED, OutletState.RETIRED

GOOD = [night()] * 10
TITLES = night(site_titles=10, examples={Sign.SITE_TITLES: "https://a.example/1"})
SAME = night(same_titles=10)
UNDATED = night(dated=0, date_sources={"listing": 10})
FEW_UNDATED = night(dated=6, date_sources={"json-ld": 6})
LONG = night(lengths=tuple([90_000] * (STEPS + 1)))
ONE_LONG = night(lengths=(*([1500] * STEPS), 90_000))
ODD = night(odd_bodies=10)
EMPTY = night(0, no_story={"empty": 9, "thin": 1}, examples={Sign.NO_STORY: "https://a.example/2"})
PHOTOS = night(7, no_story={"thin": 3})
BROKEN = night(3, trouble=Trouble.PAGES, reason="5 pages in a row failed")
OURS = replace(gone(), is_ours=True)
KILLED = night(0, is_reached=False, trouble=Trouble.ENDED)
DISK = night(0, is_reached=False, trouble=Trouble.OURS, reason="the disk is full")
SINGLE_TITLE = night(1, site_titles=1)

QUIET_SUNDAY = week(30, 32, 28, 31, 30, 12, 0, weeks=4)
SMALL = [0, 3, 1, 0, 2, 0, 0, 1, 3, 0, 2, 1, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0]

HISTORIES: dict[str, tuple[Sequence[OutletNight], OutletState, str]] = {
    "first night": ([night()], HEALTHY, ""),
    "always well": ([night()] * 40, HEALTHY, ""),
    "a great first read": ([night(400), *GOOD, night(9)], HEALTHY, ""),
    # how much it brings
    "thirty, then nothing": (volumes(*[30] * 10, 0), AILING, "brought 0 stories on 2026-09-17, us"),
    "thirty, then two": (
        volumes(*[30] * 10, 2),
        AILING,
        "brought 2 stories on 2026-09-17, usually",
    ),
    "thirty, then twenty": (volumes(*[30] * 10, 20), HEALTHY, ""),
    "thirty, then ten": (volumes(*[30] * 10, 10), HEALTHY, ""),
    "too little is known": (volumes(*[30] * 5, 0), HEALTHY, ""),
    "three, then nothing once": (volumes(*[3] * 14, 0), HEALTHY, ""),
    "three, then nothing for three nights": (volumes(*[3] * 14, 0, 0, 0), HEALTHY, ""),
    "three, then nothing for four nights": (
        volumes(*[3] * 14, 0, 0, 0, 0),
        AILING,
        "brought 0 stories on 4 nights since 2026-09-21, usually 3 a night",
    ),
    "nought to three": (volumes(*SMALL), HEALTHY, ""),
    "a quiet Sunday": (volumes(*QUIET_SUNDAY), HEALTHY, ""),
    "a quiet Monday where Sundays are": (volumes(*QUIET_SUNDAY, 0), AILING, "brought 0 stories"),
    "quiet only as far as its budget": (
        in_order([*[night(30)] * 10, night(0, waiting=60)]),
        HEALTHY,
        "",
    ),
    "quiet once and back": (volumes(*[30] * 10, 0, 30), AILING, ""),
    "quiet once and well again": (volumes(*[30] * 10, 0, 30, 31), HEALTHY, ""),
    "quiet for days, back, and quiet again": (
        volumes(*[30] * 10, *[0] * 5, 30, 0),
        AILING,
        "brought 0 stories on 2026-09-23, usually 30 a night",
    ),
    "quiet for months": (volumes(*[30] * 14, *[0] * 60), AILING, "brought 0 stories on 60 nights"),
    "smaller for good": (volumes(*[30] * 14, *[4] * 20), HEALTHY, ""),
    # whether it is reached
    "gone for a night": ([*GOOD, gone()], HEALTHY, ""),
    "gone for two nights": (
        [*GOOD, gone(), gone()],
        AILING,
        "not reached on 2 nights since 2026-09-17: connection refused; is the site still there?",
    ),
    "gone and back": ([*GOOD, gone(), gone(), night()], AILING, ""),
    "gone and well again": ([*GOOD, gone(), gone(), night(), night()], HEALTHY, ""),
    "gone for 29 nights": ([*GOOD, *[gone()] * 29], AILING, "not reached on 29 nights"),
    "gone for 30 nights": ([*GOOD, *[gone()] * 30], RETIRED, "not reached on 30 nights"),
    "gone for good": ([*GOOD, *[gone()] * 60], RETIRED, "not reached on 60 nights"),
    "back from retirement": ([*GOOD, *[gone()] * 30, night()], AILING, ""),
    "well after retirement": ([*GOOD, *[gone()] * 30, night(), night()], HEALTHY, ""),
    "retired and killed": ([*GOOD, *[gone()] * 30, KILLED], RETIRED, ""),
    "our own network": ([*GOOD, OURS, OURS, OURS], HEALTHY, ""),
    "our own disk": ([*GOOD, DISK, DISK, DISK], HEALTHY, ""),
    "killed each night": ([*GOOD, *[KILLED] * 5], HEALTHY, ""),
    "gone, ours, gone": ([*GOOD, gone(), OURS, gone()], AILING, "not reached on 2 nights"),
    "broken off twice": ([*GOOD, BROKEN, BROKEN], HEALTHY, ""),
    "broken off three times": (
        [*GOOD, BROKEN, BROKEN, BROKEN],
        AILING,
        "not read to its end on 3 nights since 2026-09-17: 5 pages in a row failed",
    ),
    # its layout
    "the site's name from the first night on": (
        [TITLES],
        QUARANTINED,
        "10 of 10 headlines are the site's own name since 2026-09-07, from the first night on",
    ),
    "the site's name": (
        [*GOOD, TITLES],
        QUARANTINED,
        "10 of 10 headlines are the site's own name since 2026-09-17, before 0 of 100,"
        " e.g. https://a.example/1; mend its file after `piagam outlets check kecil`",
    ),
    "all headlines the same": ([*GOOD, SAME], QUARANTINED, "headlines are the same as another's"),
    "a few headlines the same": ([*GOOD, night(30, same_titles=4)], HEALTHY, ""),
    "no dates": ([*GOOD, UNDATED], QUARANTINED, "10 of 10 stories have no date on their own page"),
    "never dates": ([UNDATED] * 12, HEALTHY, ""),
    "some without dates": ([*GOOD, FEW_UNDATED], AILING, "4 of 10 stories have no date"),
    "some without dates, two nights": ([*GOOD, FEW_UNDATED, FEW_UNDATED], QUARANTINED, ""),
    "one without a date": ([*GOOD, night(dated=9, date_sources={"json-ld": 9})], HEALTHY, ""),
    "all far too long": ([*GOOD, LONG], QUARANTINED, "texts are more than five times as long"),
    "one far too long": ([*GOOD, ONE_LONG], HEALTHY, ""),
    "rules that no longer fit": ([*GOOD, ODD], QUARANTINED, "where the outlet's rules do not look"),
    "rules that never did": ([ODD] * 12, HEALTHY, ""),
    "pages without a story": (
        [*GOOD, EMPTY],
        QUARANTINED,
        "10 of 10 pages at an article's address held no story since 2026-09-17, before 0 of 100,"
        " e.g. https://a.example/2",
    ),
    "an outlet with photo pages": ([*[PHOTOS] * 10, night(6, no_story={"thin": 4})], HEALTHY, ""),
    "a small outlet, one odd headline": ([*[night(1)] * 14, SINGLE_TITLE], AILING, "1 of 1"),
    "a small outlet, two of them": (
        [*[night(1)] * 14, SINGLE_TITLE, SINGLE_TITLE],
        QUARANTINED,
        "",
    ),
    "a small outlet, one photo page": (
        [*[night(1)] * 20, night(0, no_story={"thin": 1})],
        HEALTHY,
        "",
    ),
    "drift, then a good night": ([*GOOD, TITLES, night()], QUARANTINED, ""),
    "drift, then nights without pages": ([*GOOD, TITLES, *[night(0)] * 3], QUARANTINED, ""),
    "drift, then two good nights": ([*GOOD, TITLES, night(), night()], HEALTHY, ""),
    "drift, well, drift, well": ([*GOOD, TITLES, night(), TITLES, night()], QUARANTINED, ""),
    "drift, weeks later well, and again": (
        [*GOOD, *[UNDATED] * 12, night(), night(), UNDATED],
        QUARANTINED,
        "10 of 10 stories have no date on their own page since 2026-10-01, before 0 of 120",
    ),
    "drift for weeks": ([*GOOD, *[UNDATED] * 40], QUARANTINED, "before 0 of 100"),
    "drift, then gone for good": (
        [*GOOD, TITLES, *[gone()] * 40],
        QUARANTINED,
        "not reached on 40",
    ),
    "drift in a night that was cut off": (
        [*GOOD, replace(TITLES, trouble=Trouble.ENDED)],
        QUARANTINED,
        "headlines are the site's own name",
    ),
    # what its stories come with
    "no authors": ([*GOOD, night(with_authors=0)], AILING, "authors: 0 of 10 stories since"),
    "no authors, for good": ([*GOOD, *[night(with_authors=0)] * 9], HEALTHY, ""),
    "fewer authors": ([*GOOD, night(with_authors=6)], HEALTHY, ""),
    "no section on a small night": ([*GOOD, night(2, with_section=0)], HEALTHY, ""),
    "dates from elsewhere": (
        [*GOOD, night(date_sources={"text": 10})],
        AILING,
        "dates from json-ld: 0 of 10 stories since 2026-09-17, usually 100%",
    ),
}


def stands(nights: Sequence[OutletNight]) -> OutletStanding:
    return assess("kecil", in_order(nights))


@pytest.mark.parametrize("case", HISTORIES)
def test_a_history_ends_in_its_state_and_says_why(case: str) -> None:
    nights, state, words = HISTORIES[case]
    standing = stands(nights)
    assert standing.state is state, standing
    assert words in "; ".join(standing.findings)
    if state is HEALTHY:
        assert standing.findings == ()
    assert all("\n" not in line and "piagam outlets" in line for line in standing.findings)


def test_a_state_has_the_day_and_the_reason_of_its_beginning() -> None:
    standing = stands([*GOOD, TITLES, TITLES, night()])
    assert (standing.since, standing.findings) == (MONDAY + timedelta(days=10), ())
    assert standing.reason.startswith("10 of 10 headlines are the site's own name")
    assert told(standing).startswith("kecil: quarantined since 2026-09-17, its alerts wait: 10 of")
    assert stands([*GOOD, TITLES, night(), night()]).reason == "2 good nights"
    assert stands([*GOOD, *[gone()] * 30]).reason.startswith("asked once in 7 days; not reached")


def test_without_a_night_nothing_can_be_judged() -> None:
    with pytest.raises(ValueError, match="kecil: no night"):
        assess("kecil", ())


@pytest.mark.parametrize(
    ("days", "state", "due"),
    [
        (1, HEALTHY, True),
        (1, AILING, True),
        (1, QUARANTINED, True),
        (0, RETIRED, False),
        (6, RETIRED, False),
        (7, RETIRED, True),
        (-2, RETIRED, True),
    ],
)
def test_a_retired_outlet_is_asked_once_in_seven_days(
    days: int, state: OutletState, due: bool
) -> None:
    standing = OutletStanding(outlet="kecil", state=state, reason="gone", since=MONDAY)
    asked = MONDAY - timedelta(days=days)
    assert is_due(standing, asked, MONDAY) is due


def test_an_outlet_that_was_never_judged_or_asked_is_asked() -> None:
    standing = OutletStanding(outlet="kecil", state=RETIRED, reason="not enabled", since=MONDAY)
    assert is_due(None, None, MONDAY)
    assert is_due(standing, None, MONDAY)


@given(stored=st.integers(0, 300), nights=st.integers(1, 60), odd=st.data())
@settings(derandomize=True, max_examples=60, deadline=None)
def test_a_constant_outlet_never_alarms_whatever_it_is_like(
    stored: int, nights: int, odd: st.DataObject
) -> None:
    upto = st.integers(0, stored)
    parts = ("dated", "with_authors", "with_section", "odd_bodies")
    like: dict[str, Any] = {name: odd.draw(upto, label=name) for name in parts}
    sources = {"json-ld": like["dated"]} if like["dated"] else {}
    no_story = {"thin": odd.draw(st.integers(0, 30), label="thin")}
    same = night(stored, date_sources=sources, no_story=no_story, **like)
    assert stands([same] * nights).state is HEALTHY


@given(seed=st.integers(0, 10_000), usual=st.integers(0, 40))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_chance_alone_never_alarms(seed: int, usual: int) -> None:
    chance = Random(seed)  # noqa: S311 - a play of chance, not a secret
    stored = [sum(chance.random() < 0.5 for _ in range(2 * usual)) for _ in range(60)]
    assert stands([night(each) for each in stored]).findings == ()


NIGHTS = st.sampled_from(
    [night(), night(0), gone(), TITLES, UNDATED, FEW_UNDATED, EMPTY, BROKEN, OURS, KILLED, ODD]
)


@given(nights=st.lists(NIGHTS, min_size=1, max_size=50))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_states_change_one_step_at_a_time(nights: list[OutletNight]) -> None:
    whole = in_order(nights)
    path = [HEALTHY, *(assess("kecil", whole[: n + 1]).state for n in range(len(whole)))]
    assert (HEALTHY, RETIRED) not in set(pairwise(path))
    assert (QUARANTINED, RETIRED) not in set(pairwise(path))
    for (before, after), last in zip(pairwise(path), whole, strict=True):
        if after is not before and last.is_ours:
            pytest.fail("a night of our own changed the state")


@given(nights=st.lists(NIGHTS, max_size=60))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_after_good_nights_every_outlet_is_healthy_again(nights: list[OutletNight]) -> None:
    assert stands([*nights, *[night()] * 8]).state is HEALTHY


@given(nights=st.lists(NIGHTS, max_size=20))
@settings(derandomize=True, max_examples=50, deadline=None)
def test_whatever_came_before_thirty_nights_out_of_reach_keep_an_outlet_from_being_trusted(
    nights: list[OutletNight],
) -> None:
    standing = stands([*nights, *[gone()] * RETIRED_AFTER])
    assert standing.state in (RETIRED, QUARANTINED)
    assert any("not reached on" in line for line in standing.findings)
