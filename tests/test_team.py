"""Answers come in the order of the tasks; a death is charged to the task that caused it."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from crawler.processes import open_here, open_processes
from crawler.runs import RunError
from crawler.team import Pool, Team, Work


def slow_first(task: int) -> int:
    """The earlier the task, the longer it takes."""
    sleep(0.2 if task == 0 else 0)
    return task * 10


def deadly(task: str) -> str:
    """A task named `poison…` kills its process, one named `once…` does so the first time."""
    if task.startswith("once") and not Path(task[4:]).exists():
        Path(task[4:]).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if task.startswith("poison"):
        os.kill(os.getpid(), signal.SIGKILL)
    return task.upper()


def failing(task: int) -> int:
    if task == 2:
        raise ValueError("two")
    return task


def never(task: object) -> bool:
    return False


def nothing() -> None:
    pass


@pytest.mark.parametrize("pool", [open_here, open_processes])
def test_answers_come_in_the_order_of_the_tasks(pool: Pool) -> None:
    with Team(pool, 2, nothing) as team:
        answers = list(team.in_order(Work(do=slow_first, died=never), range(7), ahead=4))

    assert answers == [(task, task * 10) for task in range(7)]


def test_no_more_tasks_are_taken_than_may_be_under_way() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for task in range(10):
            taken.append(task)
            yield task

    with Team(open_here, 1, nothing) as team:
        next(team.in_order(Work(do=slow_first, died=never), tasks(), ahead=3))

        assert taken == [0, 1, 2, 3]


def test_a_death_is_charged_to_the_task_that_caused_it() -> None:
    deaths: Counter[str] = Counter()

    def died(task: str) -> bool:
        deaths[task] += 1
        return deaths[task] >= 3

    with Team(open_processes, 2, nothing) as team:
        tasks = ["a", "b", "poison", "c", "poison too", "d"]
        answers = list(team.in_order(Work(do=deadly, died=died), tasks, ahead=4))

    expected = ["A", "B", None, "C", None, "D"]
    assert answers == list(zip(tasks, expected, strict=True))
    assert deaths == {"poison": 3, "poison too": 3}


def test_a_process_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    with Team(open_processes, 2, nothing) as team:
        tasks = [f"once{tmp_path / 'mark'}", "b", "c"]
        answers = list(team.in_order(Work(do=deadly, died=never), tasks, ahead=2))

    assert [answer for _, answer in answers] == [task.upper() for task in tasks]


def test_processes_have_all_begun_before_one_may_die() -> None:
    """A pool that began the second while the first died waited for it for ever."""
    before = {each.pid for each in active_children()}

    with open_processes(2) as executor:
        begun = {each.pid for each in active_children()} - before
        at_work = {executor.submit(os.getpid).result() for _ in range(9)}

        assert len(begun) == 2
        assert at_work <= begun
    assert not {each.pid for each in active_children()} & begun


def test_what_a_task_raises_comes_when_its_turn_comes() -> None:
    with Team(open_processes, 2, nothing) as team:
        answers = team.in_order(Work(do=failing, died=never), range(4), ahead=3)

        assert [next(answers), next(answers)] == [(0, 0), (1, 1)]
        with pytest.raises(ValueError, match="two"):
            next(answers)


def test_who_has_lost_the_store_goes_on_with_nothing() -> None:
    def lost() -> None:
        raise RunError("another process has taken over")

    with (
        pytest.raises(RunError, match="taken over"),
        Team(open_processes, 1, lost) as team,
    ):
        list(team.in_order(Work(do=slow_first, died=never), range(2), ahead=1))


def test_workers_begin_when_the_team_is_entered_and_end_with_it() -> None:
    told: list[str] = []

    @contextmanager
    def pool(workers: int) -> Iterator[Executor]:
        told.append(f"{workers} begin")
        with open_here(workers) as executor:
            yield executor
        told.append("they end")

    with Team(pool, 2, nothing) as team:
        assert told == ["2 begin"]
        assert list(team.in_order(Work(do=str, died=never), (1,), ahead=0)) == [(1, "1")]
    assert told == ["2 begin", "they end"]
