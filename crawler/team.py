"""Hands tasks to workers and takes the answers in order; finds out which task kills its worker."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from crawler.runs import RunError

Task = TypeVar("Task")
Answer = TypeVar("Answer")
Pool = Callable[[int], AbstractContextManager[Executor]]
"""Opens so many workers."""

_BEAT_SECONDS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Generic[Task, Answer]):
    """A kind of task."""

    do: Callable[[Task], Answer]
    """A function of a module."""
    died: Callable[[Task], bool]
    """Told when a worker has died of this very task; whether to give it up."""


@dataclass(slots=True, kw_only=True, eq=False)
class _Ticket:
    """One task on its way."""

    work: Work[Any, Any]
    task: Any
    future: "Future[Any]"
    is_given_up: bool = False


class Team:
    """Some workers. When one dies, the tasks under way are repeated one by one, alone.

    So a death is charged to the task that caused it, and to no other. `beat` is called every few
    seconds of waiting; what it raises ends the work. Entered, the team has its workers begin, while
    the first task is prepared.
    """

    def __init__(self, pool: Pool, workers: int, beat: Callable[[], None]) -> None:
        self._pool, self._workers, self._beat = pool, workers, beat
        self._open: AbstractContextManager[Executor] | None = None
        self._executor: Executor | None = None
        self._under_way: list[_Ticket] = []

    def __enter__(self) -> Self:
        self._workers_ready()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        opened, self._open, self._executor = self._open, None, None
        if opened is not None:
            opened.__exit__(kind, error, trace)

    def in_order(
        self, work: Work[Task, Answer], tasks: Iterable[Task], *, ahead: int
    ) -> Iterator[tuple[Task, Answer | None]]:
        """Each task with its answer, None where it was given up; at most `ahead` are under way.

        Raises RunError when the workers went away, and what a task raises.
        """
        tickets: deque[_Ticket] = deque()
        for task in tasks:
            tickets.append(self._begin(work, task))
            while len(tickets) > ahead:
                yield self._end(tickets.popleft())
        while tickets:
            yield self._end(tickets.popleft())

    def _begin(self, work: Work[Any, Any], task: Any) -> _Ticket:
        try:
            future = self._workers_ready().submit(work.do, task)
        except BrokenExecutor:
            self._find_culprit()
            future = self._workers_ready().submit(work.do, task)
        ticket = _Ticket(work=work, task=task, future=future)
        self._under_way.append(ticket)
        return ticket

    def _end(self, ticket: _Ticket) -> tuple[Any, Any]:
        self._wait(ticket.future)
        if _is_broken(ticket.future) and not ticket.is_given_up:
            self._find_culprit()
        self._under_way.remove(ticket)
        return ticket.task, None if ticket.is_given_up else _answer(ticket)

    def _wait(self, future: "Future[Any]") -> None:
        self._beat()
        while not wait([future], timeout=_BEAT_SECONDS).done:
            self._beat()

    def _find_culprit(self) -> None:
        """Repeat what is under way one by one; afterwards each has its answer or is given up."""
        opened, self._open, self._executor = self._open, None, None
        if opened is not None:
            opened.__exit__(None, None, None)
        for ticket in self._under_way:
            if ticket.is_given_up:
                continue
            if not ticket.future.done() or _is_broken(ticket.future):
                self._repeat_alone(ticket)

    def _repeat_alone(self, ticket: _Ticket) -> None:
        while not ticket.is_given_up:
            with self._pool(1) as executor:
                ticket.future = executor.submit(ticket.work.do, ticket.task)
                self._wait(ticket.future)
            if not _is_broken(ticket.future):
                return
            ticket.is_given_up = ticket.work.died(ticket.task)

    def _workers_ready(self) -> Executor:
        if self._executor is None:
            self._open = self._pool(self._workers)
            self._executor = self._open.__enter__()
        return self._executor


def _is_broken(future: "Future[Any]") -> bool:
    """Whether a process died while the task was under way; perhaps of another task."""
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _answer(ticket: _Ticket) -> Any:
    try:
        return ticket.future.result()
    except CancelledError:
        raise RunError("the workers went away; begin again, it goes on there") from None
    except Exception as error:
        if type(error).__name__ != "KilledWorker":
            raise
        while not ticket.work.died(ticket.task):
            pass  # the cluster has tried often enough
        return None
