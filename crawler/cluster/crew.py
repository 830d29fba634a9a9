"""What each worker of ours carries: the token, and the reins of the crawls under way on it.

Needs the extra `cluster`.
"""

import logging
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from distributed import Worker, WorkerPlugin, get_worker

from crawler import __version__
from crawler.awards.rules_version import rules_version
from crawler.cluster.errors import ClusterError
from crawler.cluster.sealing import Sealed, unsealed

log = logging.getLogger(__name__)

NAME = "piagam"
"""The plugin's name on a worker."""


def kind() -> str:
    """What a worker must be to work for this Piagam; Dask sends a task to no other."""
    return f"piagam {__version__}, rules {rules_version()}"


class Rein(Protocol):
    """A process that a task of this worker has started."""

    def end(self, *, gently: bool) -> None:
        """Have it end: at once, or with the page at hand; never waits."""


class Crew(WorkerPlugin):
    """Opens sealed orders, and ends the crawls that nobody waits for any more."""

    name = NAME

    def __init__(self, token: bytes) -> None:
        self._token = token
        self._reins: dict[str, tuple[str, Rein]] = {}
        self._unwanted: set[str] = set()
        self.folder = Path()
        """Where the worker's files are; what a killed worker leaves there, Dask takes away."""

    def __getstate__(self) -> bytes:
        """Only the token travels to a new worker."""
        return self._token

    def __setstate__(self, token: bytes) -> None:
        """As new."""
        self.__init__(token)  # type: ignore[misc]

    def setup(self, worker: Worker) -> None:
        """Called by Dask when the worker has started; what matters of it we say ourselves."""
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._lock = Lock()
        self.folder = Path(worker.local_directory)

    def teardown(self, worker: Worker) -> None:
        """Called by Dask when the worker closes: it lost its scheduler, or is told to end."""
        self._end(gently=False)

    def transition(self, key: Any, start: str, finish: str, **more: Any) -> None:
        """Called by Dask: a task that is released while it runs is one that nobody waits for."""
        if start not in ("executing", "long-running"):
            return
        with self._lock:
            if finish == "released":
                self._unwanted.add(key)
                _, rein = self._reins.get(key, ("", None))
                if rein is not None:
                    rein.end(gently=False)
            else:
                self._unwanted.discard(key)

    def take(self, key: str, run: str, rein: Rein) -> None:
        """From now on the crawl can be ended."""
        with self._lock:
            self._reins[key] = run, rein
            is_unwanted = key in self._unwanted
        if is_unwanted:
            rein.end(gently=False)

    def give_back(self, key: str) -> None:
        """The crawl has ended."""
        with self._lock:
            self._reins.pop(key, None)
            self._unwanted.discard(key)

    def end_run(self, run: str) -> None:
        """Have the crawls of a run end gently."""
        self._end(gently=True, run=run)

    def open(self, order: Sealed) -> Any:
        """Do what was ordered. Raises ClusterError when the seal is not ours."""
        call = unsealed(order, self._token)
        return call.function(*call.arguments, **call.named)

    def _end(self, *, gently: bool, run: str | None = None) -> None:
        with self._lock:
            reins = [rein for of, rein in self._reins.values() if run in (None, of)]
        for rein in reins:
            rein.end(gently=gently)


def crew() -> Crew:
    """The crew of the worker on which a task runs. Raises ClusterError on a worker of others."""
    found = get_worker().plugins.get(NAME)
    if not isinstance(found, Crew):
        raise ClusterError("a worker was not started by `piagam cluster worker`; end it")
    return found


def do(order: Sealed) -> Any:
    """The one task that is ever sent to a worker; what it raises the worker's log tells, too."""
    try:
        return crew().open(order)
    except ClusterError as error:
        log.error("%s", error)
        raise
    except Exception:
        log.exception("an order failed")
        raise


def end_run(run: str, dask_worker: Worker) -> None:
    """Have the crawls of a run on this worker end gently; Dask hands in the worker."""
    found = dask_worker.plugins.get(NAME)
    if isinstance(found, Crew):
        found.end_run(run)
