"""A site of the benchmarks has a night's share of award stories, the same for every crawler."""

import pytest

from benchmarks.served import Mix, mixed
from crawler.newsroom.stories import StoryKind

RECORDED = [
    *((StoryKind.AWARD, f"award {number}".encode()) for number in range(6)),
    *((StoryKind.HARD_NEGATIVE, f"like one {number}".encode()) for number in range(4)),
    *((StoryKind.ORDINARY, f"ordinary {number}".encode()) for number in range(7)),
]


def _is_ordinary(body: bytes) -> bool:
    return body.startswith(b"ordinary")


def test_nineteen_in_twenty_pages_of_a_night_are_ordinary() -> None:
    served = mixed(RECORDED, 2000, Mix.NIGHT)
    blocks = [served[first : first + 20] for first in range(0, 2000, 20)]
    assert [sum(map(_is_ordinary, block)) for block in blocks] == [19] * 100
    assert len({next(i for i, body in enumerate(b) if not _is_ordinary(body)) for b in blocks}) > 5


def test_the_rest_of_a_night_is_in_the_newsrooms_proportion() -> None:
    rest = [body for body in mixed(RECORDED, 2000, Mix.NIGHT) if not _is_ordinary(body)]
    assert sum(body.startswith(b"award") for body in rest) == 60
    assert {body for kind, body in RECORDED if kind is not StoryKind.ORDINARY} == set(rest[:10])


def test_the_newsrooms_mix_reports_each_award_once() -> None:
    served = mixed(RECORDED, 100, Mix.NEWSROOM)
    assert sorted(body for body in served if body.startswith(b"award")) == sorted(served[:6])


@pytest.mark.parametrize("mix", Mix)
@pytest.mark.parametrize("pages", [1, 3, 19, 20, 21, 600])
def test_a_mix_is_as_long_as_asked_and_always_the_same(mix: Mix, pages: int) -> None:
    served = mixed(RECORDED, pages, mix)
    assert len(served) == pages
    assert served == mixed(RECORDED, pages, mix)
