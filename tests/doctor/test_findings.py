"""What the doctor says of a clock, a disk and the sites."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.doctor.finding import Grade
from crawler.doctor.machine import check_clock, check_room, judge_room
from crawler.doctor.sites import judge_sites

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "latest", "grade"),
    [
        (NOW, None, Grade.OK),
        (NOW, NOW - timedelta(days=400), Grade.OK),
        (NOW, NOW + timedelta(minutes=5), Grade.OK),
        (NOW, NOW + timedelta(hours=1), Grade.BAD),
        (datetime(1970, 1, 1, tzinfo=UTC), None, Grade.BAD),
    ],
)
def test_a_clock_that_cannot_be_right_is_bad(
    now: datetime, latest: datetime | None, grade: Grade
) -> None:
    assert check_clock(now, "Asia/Jakarta", latest).grade is grade


@pytest.mark.parametrize(
    ("free", "grade"),
    [(10**10, Grade.OK), (10**9, Grade.WARN), (10**8, Grade.BAD)],
)
def test_little_room_is_told_before_it_is_gone(free: int, grade: Grade) -> None:
    assert judge_room("store", free).grade is grade


def test_places_on_one_disk_are_one_line_also_those_that_are_not_there_yet(tmp_path: Path) -> None:
    places = (("store", tmp_path), ("copies", tmp_path / "a" / "b"))
    (found,) = check_room(places)
    assert found.said.endswith("free for store, copies") or found.grade is not Grade.OK


@pytest.mark.parametrize(
    ("problems", "grade", "said"),
    [
        ({"a": None, "b": None}, Grade.OK, "all 2 answer"),
        ({"a": None, "b": "timed out"}, Grade.WARN, "1 of 2 do not answer: b: timed out"),
        ({"a": "no host", "b": "no host"}, Grade.BAD, "our own network"),
    ],
)
def test_silent_sites_are_named_and_none_answering_is_our_own_network(
    problems: dict[str, str | None], grade: Grade, said: str
) -> None:
    found = judge_sites(problems)
    assert found.grade is grade
    assert said in found.said
