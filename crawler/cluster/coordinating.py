"""The coordinator of a crawl on a cluster: hands out parts, merges what comes, gives up poison.

It never has more under way than workers have hands, so that the longest parts begin first and each
begins from the store as it is then. What comes is kept on the disk before it is merged.

Needs the extra `cluster`.
"""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from distributed import KilledWorker

from crawler.cluster.connecting import Cluster
from crawler.cluster.depot import Depot
from crawler.cluster.errors import ClusterError
from crawler.cluster.groups import Group
from crawler.cluster.order import Parcel
from crawler.cluster.orders import Crawl
from crawler.cluster.parcels import merge_parcel
from crawler.cluster.reading import read_part
from crawler.cluster.stopping import told_to_end
from crawler.files import write_whole
from crawler.progress import Progress
from crawler.runs import HEARTBEAT, RunError, keep_lease
from storage.records import RunStatus
from storage.runs import certificate

TRIES = 3
"""So often a part is begun whose process breaks; then it is given up."""
_STEP = 0.2
_LOOK = 2.0
"""Seconds between two looks at the workers."""
_ALONE = 120.0
"""Seconds without a worker after which no more is waited for."""
_GRACE = 30.0
"""Seconds that parts have to end gently; less than the watcher gives a crawl."""
_POISON = "given up: each worker that read it died"
_LOST = "the cluster's scheduler is gone; start it again, then crawl again"
_NOBODY = "no worker is left; start some, then crawl again"

Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A part of the run that is to be read."""

    group: Group
    number: int = 1
    """Which try it is."""


class Coordinator:
    """Sees one crawl through."""

    def __init__(self, cluster: Cluster, crawl: Crawl, tell: Tell) -> None:
        self._cluster = cluster
        self._crawl = crawl
        self._tell = tell
        self._depot = Depot(crawl.config.store)
        self._waiting = deque(Task(group=group) for group in crawl.groups())
        self._under_way: dict[Future[Parcel], Task] = {}
        self._unread: dict[str, str] = {}
        self._seats = 0
        self._looked_at = self._beaten_at = self._seated_at = time.monotonic()
        self._ends_by: float | None = None

    def run(self) -> dict[str, str]:
        """Until all is read, or SIGTERM or SIGINT; why some outlets could not be, by name.

        On the main thread. Raises ClusterError when workers take no order, RunError when another
        crawl has taken over the store, and StoreError; what came until then is merged or kept.
        """
        self._seats = self._cluster.seats()
        try:
            with told_to_end() as told:
                while self._waiting or self._under_way:
                    self._hand_out()
                    self._take_in()
                    self._look_around(is_told=told.is_set())
        finally:
            self._drop()
            self._depot.close()
        return self._unread

    def _hand_out(self) -> None:
        while self._waiting and len(self._under_way) < self._seats:
            task = self._waiting.popleft()
            for outlet in task.group.outlets:
                self._tell(Progress(outlet=outlet, requests=0, waiting=0, read=0))
            order = self._crawl.order(task.group, task.number, self._depot)
            self._under_way[self._cluster.executor.submit(read_part, order)] = task

    def _take_in(self) -> None:
        if not self._under_way:
            time.sleep(_STEP)
        done, _ = wait(self._under_way, timeout=_STEP, return_when=FIRST_COMPLETED)
        for future in done:
            task = self._under_way.pop(future)
            if future.cancelled():
                self._try_again(task, _LOST)
                continue
            match future.exception():
                case None:
                    self._settle(task, future.result())
                case ClusterError() as error:
                    raise error
                case KilledWorker():
                    self._give_up(task.group.outlets, _POISON)
                case error:
                    self._try_again(task, f"{type(error).__name__}: {error}")

    def _settle(self, task: Task, parcel: Parcel) -> None:
        kept = self._depot.keep(parcel)
        merge_parcel(self._crawl.db, self._crawl.config, self._crawl.run_id, kept)
        self._depot.forget(kept)
        for name, content in parcel.stats.items():
            write_whole(stats_folder(self._crawl.config.store) / name, content)
        for progress in parcel.progress:
            self._tell(progress)
        self._unread |= parcel.unread
        if parcel.trouble is not None:
            self._try_again(task, parcel.trouble)

    def _try_again(self, task: Task, why: str) -> None:
        """Only for what has not ended; what was read so far is in the next seed."""
        left = self._not_ended(task.group.outlets)
        if not left or self._ends_by is not None:
            return
        if task.number >= TRIES:
            self._give_up(left, f"given up after {TRIES} tries: {why}")
        else:
            group = replace(task.group, outlets=left)
            self._waiting.appendleft(Task(group=group, number=task.number + 1))

    def _not_ended(self, outlets: tuple[str, ...]) -> tuple[str, ...]:
        over = (RunStatus.FINISHED, RunStatus.FAILED)
        rows = certificate(self._crawl.db, self._crawl.run_id)
        ended = {row.outlet for row in rows if row.status in over}
        return tuple(each for each in outlets if each not in ended | self._unread.keys())

    def _give_up(self, outlets: tuple[str, ...], why: str) -> None:
        self._unread |= dict.fromkeys(outlets, why)

    def _look_around(self, *, is_told: bool) -> None:
        now = time.monotonic()
        if now - self._looked_at < _LOOK:
            return
        self._looked_at = now
        if now - self._beaten_at >= HEARTBEAT:
            self._beaten_at = now
            if not keep_lease(self._crawl.db, datetime.now(UTC)):
                raise RunError("another crawl has taken over the store; this one ends")
        if is_told:
            self._end_gently(now)
            return
        self._seats = self._cluster.seats()
        self._seated_at = now if self._seats else self._seated_at
        if self._cluster.is_lost or now - self._seated_at > _ALONE:
            self._end_at_once(_LOST if self._cluster.is_lost else _NOBODY)

    def _end_gently(self, now: float) -> None:
        """Nothing more is begun; what is under way ends with the page at hand."""
        self._waiting.clear()
        self._ends_by = self._ends_by or now + _GRACE
        if now < self._ends_by:
            self._cluster.end_run(self._crawl.run)
        else:
            self._drop()

    def _end_at_once(self, why: str) -> None:
        for task in (*self._waiting, *self._under_way.values()):
            self._give_up(self._not_ended(task.group.outlets), why)
        self._waiting.clear()
        self._drop()

    def _drop(self) -> None:
        """Nobody waits any more for what is under way: its workers end it at once."""
        for future in self._under_way:
            future.cancel()
        self._under_way.clear()


def stats_folder(store: Path) -> Path:
    """Where Scrapy's figures of the last crawl of each outlet lie."""
    return store.parent / f"{store.stem}.stats"
