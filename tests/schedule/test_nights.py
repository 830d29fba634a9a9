"""When a night counts as missed."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.nights import Nightly

JAKARTA = Nightly.parse("01:30", "Asia/Jakarta")
JAYAPURA = Nightly.parse("01:30", "Asia/Jayapura")
AMSTERDAM = Nightly.parse("02:30", "Europe/Amsterdam")


def utc(text: str) -> datetime:
    """Read `2024-12-03 18:30` as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("nightly", "now", "due"),
    [
        pytest.param(JAKARTA, "2024-12-02 18:30", "2024-12-02 18:30", id="due this very moment"),
        pytest.param(JAKARTA, "2024-12-02 18:29", "2024-12-01 18:30", id="a minute before"),
        pytest.param(JAKARTA, "2024-12-03 10:00", "2024-12-02 18:30", id="the next afternoon"),
        pytest.param(JAYAPURA, "2024-12-02 17:00", "2024-12-02 16:30", id="WIT is two hours ahead"),
        pytest.param(AMSTERDAM, "2025-03-30 03:00", "2025-03-30 01:30", id="a wall time skipped"),
        pytest.param(AMSTERDAM, "2025-10-26 12:00", "2025-10-26 00:30", id="a wall time twice"),
        pytest.param(JAKARTA, "2025-01-01 01:00", "2024-12-31 18:30", id="over new year"),
    ],
)
def test_the_last_due_moment_is_that_of_the_wall_clock_of_the_zone(
    nightly: Nightly, now: str, due: str
) -> None:
    assert nightly.last_due(utc(now)) == utc(due)
    assert nightly.last_due(nightly.next_due(utc(now))) == nightly.next_due(utc(now)) > utc(now)


@pytest.mark.parametrize(
    ("last_good", "now", "missed"),
    [
        pytest.param(None, "2024-12-03 10:00", True, id="never ran"),
        pytest.param("2024-12-02 18:30", "2024-12-03 10:00", False, id="ran on time"),
        pytest.param("2024-12-02 18:31", "2024-12-02 18:32", False, id="just ran"),
        pytest.param("2024-12-01 18:30", "2024-12-02 18:00", False, id="not due again yet"),
        pytest.param("2024-12-01 18:30", "2024-12-02 18:30", True, id="due right now"),
        pytest.param("2024-12-01 18:30", "2024-12-03 10:00", True, id="missed one night"),
        pytest.param("2024-11-01 18:30", "2024-12-03 10:00", True, id="missed a month"),
        pytest.param("2024-12-02 16:00", "2024-12-02 19:00", True, id="ran by hand the evening"),
        pytest.param("2024-12-03 01:00", "2024-12-02 20:00", False, id="clock jumped back hours"),
        pytest.param("2031-01-01 00:00", "2024-12-03 10:00", True, id="clock was years ahead"),
    ],
)
def test_a_night_is_missed_when_no_good_run_started_since_it_was_due(
    last_good: str | None, now: str, missed: bool
) -> None:
    assert JAKARTA.is_missed(utc(now), utc(last_good) if last_good else None) is missed


@given(
    now=st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001 - made aware below
    at=st.times(),
    zone=st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Europe/Amsterdam", "UTC"]),
)
def test_the_last_due_moment_is_never_later_than_now_nor_older_than_a_day_and_a_clock_change(
    now: datetime, at: time, zone: str
) -> None:
    nightly = Nightly(at=at.replace(second=0, microsecond=0, tzinfo=None), zone=ZoneInfo(zone))
    moment = now.replace(tzinfo=UTC)
    due = nightly.last_due(moment)
    assert timedelta(0) <= moment - due <= timedelta(hours=25)
    assert not nightly.is_missed(moment, due)
