"""Trying again, gently: rest is given where it is asked for, a host in trouble is left alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from crawler.middlewares.resting import retry_after
from crawler.newsroom.faults import Cut, Fault
from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

FIRST, *OTHERS = (target_of(slug) for slug in STORIES)
MANY = tuple(f"{slug}-{day}" for slug in STORIES for day in ("senin", "selasa", "rabu"))
NOW = datetime(2025, 9, 12, 8, tzinfo=UTC)


def rest(value: str) -> tuple[tuple[str, str], ...]:
    return (("Retry-After", value),)


ONE_PAGE = {
    "seconds": Fault(status=429, headers=rest("2"), times=1),
    "unavailable": Fault(status=503, headers=rest("2"), times=1),
    "passing": Fault(status=500, times=2),
    "dropped": Fault(cut=Cut.BEFORE_ANSWER, times=1),
    "half": Fault(cut=Cut.IN_BODY, times=1),
    "reset": Fault(cut=Cut.RESET, times=1),
    "lasting": Fault(status=502),
    "an-hour": Fault(status=503, headers=rest("3600")),
}
"""What befalls the first story of a host."""
EVERY_PAGE = {"down": Fault(status=500), "unwelcome": Fault(status=403)}
"""What befalls every story of a host."""


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One crawl of many hosts, each with a trouble of its own kind."""
    cases = (*ONE_PAGE, *EVERY_PAGE, "thrifty")
    sites = [tiny_site(case, stories=MANY if case in EVERY_PAGE else STORIES) for case in cases]
    with Newsroom(sites) as newsroom:
        desk = Desk(folder=tmp_path_factory.mktemp("retry"), newsroom=newsroom)
        for case in cases:
            describe(desk.outlets_folder, case, more="budget = 4" if case == "thrifty" else "")
        for case, fault in ONE_PAGE.items():
            newsroom.faults.add(replace(fault, host=host_of(case), target=FIRST))
        for case, fault in EVERY_PAGE.items():
            newsroom.faults.add(replace(fault, host=host_of(case), target="/berita/*"))
        desk.configure(outlets_folder=str(desk.outlets_folder))
        desk.crawl(*cases)
        yield desk


def targets(desk: Desk, case: str) -> list[str]:
    return [each.target for each in desk.asked(host_of(case))]


def states(desk: Desk, case: str) -> list[tuple[str, str | None, int]]:
    return [
        (state, reason, count)
        for state, reason, count in desk.query(
            "SELECT state, reason, count(*) FROM addresses WHERE outlet = ? GROUP BY state, reason",
            case,
        )
    ]


@pytest.mark.parametrize("case", ["seconds", "unavailable"])
def test_retry_after_is_kept_by_everything_that_goes_to_the_host(night: Desk, case: str) -> None:
    requests = night.asked(host_of(case))
    at = next(n for n, each in enumerate(requests) if each.status in (429, 503))
    assert (requests[at + 1].at - requests[at].at).total_seconds() >= 2
    assert states(night, case) == [("stored", None, len(STORIES))]


@pytest.mark.parametrize(
    ("case", "tries"), [("passing", 3), ("dropped", 2), ("half", 2), ("reset", 2)]
)
def test_what_may_pass_is_tried_again(night: Desk, case: str, tries: int) -> None:
    assert targets(night, case).count(FIRST) == tries
    assert states(night, case) == [("stored", None, len(STORIES))]


def test_a_page_that_keeps_failing_is_given_up_with_its_reason(night: Desk) -> None:
    assert targets(night, "lasting").count(FIRST) == 3
    assert states(night, "lasting") == [
        ("failed", "http-502", 1),
        ("stored", None, len(STORIES) - 1),
    ]
    assert night.standing("lasting") == ("finished", None)


def test_a_host_that_asks_for_an_hour_is_left_alone_until_the_next_run(night: Desk) -> None:
    assert targets(night, "an-hour")[-1] == FIRST
    assert targets(night, "an-hour").count(FIRST) == 1
    status, reason = night.standing("an-hour")
    assert status == "failed"
    assert reason == (
        "an-hour.example: answers 503 and asks for 3600 s of rest; left alone until the next run"
    )
    assert states(night, "an-hour") == [("failed", "http-503", 1), ("new", None, len(OTHERS))]


@pytest.mark.parametrize(("case", "why"), [("down", "http-500"), ("unwelcome", "http-403")])
def test_a_host_where_five_pages_in_a_row_fail_is_left_alone(
    night: Desk, case: str, why: str
) -> None:
    assert len([each for each in targets(night, case) if each.startswith("/berita")]) == 5
    assert night.standing(case) == (
        "failed",
        f"{host_of(case)}: 5 pages in a row failed, the last with {why};"
        " left alone until the next run",
    )
    assert states(night, case) == [("failed", why, 5), ("new", None, len(MANY) - 5)]


def test_an_outlet_s_budget_counts_every_request_and_the_rest_waits(night: Desk) -> None:
    assert len(targets(night, "thrifty")) == 4
    assert night.standing("thrifty") == ("finished", "the budget of 4 requests is spent")
    assert states(night, "thrifty") == [("new", None, 2), ("stored", None, 2)]


def test_the_certificate_s_sums_add_up_whatever_went_wrong(night: Desk) -> None:
    rows = night.query(
        "SELECT outlet, discovered - stored - known - dropped - failed - pending, requests"
        " FROM outlet_runs"
    )
    assert rows
    for outlet, difference, requests in rows:
        assert difference == 0, outlet
        # Twisted asks once more by itself when a kept connection is closed before any answer.
        assert len(targets(night, outlet)) - requests == (outlet == "dropped"), outlet


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("120", 120),
        (" 0 ", 0),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90),
        (format_datetime(NOW - timedelta(days=1), usegmt=True), 0),
        ("Fri, 12 Sep 2025 08:00:30 -0000", 30),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(
    value: str | None, seconds: float | None
) -> None:
    assert retry_after(value, NOW) == seconds
