"""Whether our own network was down, and why an outlet was not read: by what was heard, and when."""

from datetime import UTC, datetime, timedelta

import pytest

from crawler.odds import chance_of_so_few, chance_of_so_many
from crawler.reach import ReachCount, RunPart, network_loss, trouble_of
from storage.health_records import Reach, Trouble
from storage.records import RunStatus

NIGHT = datetime(2026, 9, 7, 18, 30, tzinfo=UTC)


def at(minute: int) -> datetime:
    return NIGHT + timedelta(minutes=minute)


def reach(outlet: str, answered: int | None = None, lost: int | None = None) -> Reach:
    """An outlet that answered last, and was last not answered for, at these minutes."""
    return Reach(
        outlet=outlet,
        answers=0 if answered is None else 5,
        losses=0 if lost is None else 3,
        last_answer_at=None if answered is None else at(answered),
        last_loss_at=None if lost is None else at(lost),
    )


RUNS: dict[str, tuple[list[Reach], tuple[str, ...]]] = {
    "all answered": ([reach("a", 5), reach("b", 9)], ()),
    "nobody was asked": ([reach("a"), reach("b")], ()),
    "nobody answered": ([reach("a", lost=1), reach("b", lost=2), reach("c", lost=2)], tuple("abc")),
    "only one was asked": ([reach("a", lost=1), reach("b")], ()),
    "one of two is gone": ([reach("a", lost=1), reach("b", 3)], ()),
    "two of three are gone, the third was read long before": (
        [reach("a", lost=20), reach("b", lost=25), reach("c", 3)],
        (),
    ),
    "two fell silent at the end": ([reach("a", 5, 7), reach("b", 6, 9), reach("c", 4)], ("a", "b")),
    "one fell silent at the end": ([reach("a", 5, 7), reach("b", 6), reach("c", 4)], ()),
    "two fell silent while a third went on": (
        [reach("a", 5, 7), reach("b", 6, 9), reach("c", 10)],
        (),
    ),
    "one page was lost and the next one came": ([reach("a", 8, 7), reach("b", 9, 2)], ()),
}


@pytest.mark.parametrize("case", RUNS)
def test_our_own_network_is_told_from_sites_that_are_gone(case: str) -> None:
    reaches, lost = RUNS[case]
    loss = network_loss(reaches)
    assert (() if loss is None else loss.outlets) == lost


def test_what_is_told_of_it_is_one_line() -> None:
    whole = network_loss([reach("a", lost=1), reach("b", lost=2)])
    midway = network_loss([reach("a", 5, 7), reach("b", 6, 9)])
    assert whole is not None
    assert midway is not None
    assert (whole.since, midway.since) == (None, at(6))
    assert whole.told.startswith("our own network was down: no outlet answered;")
    assert midway.told.startswith("our own network was lost: nobody answered any more while a, b")


def test_a_count_keeps_the_last_moments() -> None:
    count = ReachCount(outlet="a")
    for minute in (1, 2):
        count.answered(at(minute))
    count.lost(at(3))
    told = count.so_far
    assert (told.answers, told.losses, told.last_answer_at, told.last_loss_at) == (
        *(2, 1),
        *(at(2), at(3)),
    )


FAILED = RunStatus.FAILED


@pytest.mark.parametrize(
    ("status", "heard", "is_reached", "is_stopped", "refusals", "trouble"),
    [
        (RunStatus.FINISHED, reach("a", 1, 2), True, False, (0, 3), None),
        (FAILED, reach("a", 1), True, True, (0, 0), Trouble.OURS),
        (RunStatus.INTERRUPTED, reach("a", 1), True, False, (0, 0), Trouble.ENDED),
        (FAILED, reach("a", lost=1), False, False, (2, 0), Trouble.CONNECTION),
        (FAILED, reach("a", 1, 2), True, False, (0, 0), Trouble.CONNECTION),
        (FAILED, reach("a", 2, 1), False, False, (2, 0), Trouble.ROBOTS),
        (FAILED, reach("a", 2), True, False, (2, 5), Trouble.REFUSED),
        (FAILED, reach("a", 2), False, False, (0, 0), Trouble.LISTS),
        (FAILED, reach("a", 2), True, False, (0, 0), Trouble.PAGES),
    ],
)
def test_why_an_outlet_was_not_read_to_its_end(
    *,
    status: RunStatus,
    heard: Reach,
    is_reached: bool,
    is_stopped: bool,
    refusals: tuple[int, int],
    trouble: Trouble | None,
) -> None:
    part = RunPart(
        run_id=1, status=status, reach=heard, is_reached=is_reached, is_stopped=is_stopped
    )
    robots, shut_out = refusals
    assert trouble_of(part, robots=robots, shut_out=shut_out) is trouble


@pytest.mark.parametrize(
    ("brought", "expected", "chance"),
    [(0, 0, 1), (5, 3, 1), (0, 3, 0.0498), (0, 30, 9.4e-14), (2, 30, 1.56e-10), (3, 3, 1)],
)
def test_the_chance_of_so_few_is_bounded(brought: int, expected: float, chance: float) -> None:
    assert chance_of_so_few(brought, expected) == pytest.approx(chance, rel=0.01)


@pytest.mark.parametrize(
    ("count", "of", "share", "chance"),
    [
        (0, 0, 0.1, 1),
        (1, 10, 0.1, 1),
        (1, 1, 0.01, 0.01),
        (3, 3, 0.1, 0.001),
        (5, 10, 0.5, 1),
        (2000, 4000, 0.01, 0),
    ],
)
def test_the_chance_of_so_many_is_bounded(count: int, of: int, share: float, chance: float) -> None:
    assert chance_of_so_many(count, of, share) == pytest.approx(chance, rel=0.01)
