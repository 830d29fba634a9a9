"""Spans of the day by the clock on the wall, over midnight too."""

from datetime import datetime

import pytest

from crawler.hours import Hours

NIGHT, NOON = "22:00-05:00", "09:30-12:00"


@pytest.mark.parametrize(
    ("span", "moment", "is_open"),
    [
        (NIGHT, "2024-12-03T22:00+07:00", True),
        (NIGHT, "2024-12-03T21:59:59+07:00", False),
        (NIGHT, "2024-12-04T00:00+07:00", True),
        (NIGHT, "2024-12-04T04:59:59+07:00", True),
        (NIGHT, "2024-12-04T05:00+07:00", False),
        (NIGHT, "2024-12-03T15:00+00:00", True),
        (NIGHT, "2024-12-03T22:00+00:00", False),
        (NOON, "2024-12-03T09:30+07:00", True),
        (NOON, "2024-12-03T09:29+07:00", False),
        (NOON, "2024-12-03T12:00+07:00", False),
        ("00:00-23:59", "2024-12-03T23:59:30+07:00", False),
    ],
)
def test_a_moment_lies_within_the_span_or_not(span: str, moment: str, is_open: bool) -> None:
    assert Hours.parse(span, "Asia/Jakarta").includes(datetime.fromisoformat(moment)) is is_open


def test_the_span_is_that_of_its_zone() -> None:
    moment = datetime.fromisoformat("2024-12-03T21:30+07:00")
    assert Hours.parse(NIGHT, "Asia/Makassar").includes(moment)
    assert not Hours.parse(NIGHT, "Asia/Jakarta").includes(moment)
    assert str(Hours.parse(NIGHT, "Asia/Jakarta")) == NIGHT


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no span of hours; write for instance 22:00-05:00"),
        ("22-5", "no span of hours"),
        ("22:00", "no span of hours"),
        ("24:00-05:00", "no span of hours"),
        ("22:00-05:60", "no span of hours"),
        ("22:00 - 05:00", "no span of hours"),
        ("05:00-05:00", "a span without length; leave the key out for the whole day"),
    ],
)
def test_what_is_no_span_says_how_to_write_one(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Hours.parse(text, "Asia/Jakarta")
