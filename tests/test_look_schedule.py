"""The days on which a stored story is looked at again."""

from datetime import date, datetime, timedelta, timezone

import pytest

from crawler.looks import first_look, look_after, next_look
from storage.looks import Look
from storage.records import Article

WIB = timezone(timedelta(hours=7))
STORED = date(2024, 12, 2)


def day(number: int) -> date:
    return STORED + timedelta(days=number)


def look(*, failures: int = 0, is_award: bool = True) -> Look:
    return Look(
        address="https://k.example/a",
        url="https://k.example/a",
        is_award=is_award,
        stored_on=STORED,
        times=0,
        failures=failures,
        validators=None,
    )


@pytest.mark.parametrize(
    ("today", "following"), [(0, 1), (1, 3), (2, 3), (3, 7), (8, 14), (14, 30), (30, None)]
)
def test_the_schedule_falls_and_ends(today: int, following: int | None) -> None:
    assert next_look(STORED, day(today)) == (None if following is None else day(following))


@pytest.mark.parametrize(
    ("age", "is_looked_at"), [(None, True), (0, True), (30, True), (31, False)]
)
def test_only_recent_stories_are_looked_at_again(age: int | None, is_looked_at: bool) -> None:
    at = None if age is None else datetime(2024, 12, 2, 9, tzinfo=WIB) - timedelta(days=age)
    story = Article(outlet="k", url="https://k.example/a", title="A", text="B", published=at)
    assert first_look(story, STORED) == (day(1) if is_looked_at else None)


def test_a_look_that_fails_is_repeated_the_next_nights_then_waits_for_its_next_day() -> None:
    tried = [look_after(look(failures=each), day(3), has_failed=True) for each in (0, 1, 2)]
    assert tried == [day(4), day(4), day(7)]


def test_a_story_without_an_award_is_looked_at_once_for_each_hint() -> None:
    assert look_after(look(is_award=False), day(1)) is None
