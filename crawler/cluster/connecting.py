"""Speaks to a cluster: one that listens elsewhere, or workers on this machine for one command.

Needs the extra `cluster`.
"""

import logging
import time
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from secrets import token_bytes
from typing import Any

import dask
from distributed import Client, LocalCluster, Security

from crawler.cluster.crew import Crew, do, end_run, kind
from crawler.cluster.errors import ClusterError
from crawler.cluster.sealing import Call, sealed
from crawler.cluster.trust import Trust, place_or_workers
from crawler.processes import ctrl_c_later

LOOPBACK = "127.0.0.1"
ANY_LOOPBACK_PORT = f"{LOOPBACK}:0"
"""Where Dask's own pages are: they show what runs, and nobody needs them."""
_PATIENCE = 30.0
"""Seconds until a worker is there."""
_ANSWER = 10.0
"""Seconds until a scheduler has answered, also one that was started anew."""
_STEP = 0.2


class Cluster:
    """A cluster that this process may give work to."""

    def __init__(self, client: Client, token: bytes, where: str) -> None:
        self._client = client
        self._token = token
        self._where = where
        self.executor: Executor = _SealingExecutor(client, token)
        """Runs functions of modules; what they take and return is pickled."""

    def seats(self) -> int:
        """How many tasks can run at once; 0 where no worker is fit, or no scheduler answers."""
        try:
            workers = self._workers().values()
        except (OSError, TimeoutError):
            return 0
        return int(sum(worker["resources"].get(kind(), 0) for worker in workers))

    def misfits(self) -> tuple[str, ...]:
        """One line for each worker that is not fit for this Piagam."""
        return tuple(
            f"{address}: {_told(worker)}, but this is {kind()}; update the one that is older"
            for address, worker in sorted(self._workers().items())
            if kind() not in worker["resources"]
        )

    def wait_for_workers(self, seconds: float = _PATIENCE) -> None:
        """Raises ClusterError when no worker is fit for this Piagam by then."""
        deadline = time.monotonic() + seconds
        while not self.seats():
            misfits = self.misfits()
            if misfits or time.monotonic() > deadline:
                raise ClusterError(
                    misfits[0]
                    if misfits
                    else f"{self._where}: has no worker; start one, `piagam cluster worker ADDRESS`"
                )
            time.sleep(_STEP)

    def end_run(self, run: str) -> None:
        """Have the crawls of a run end gently, on all workers."""
        with suppress(OSError, TimeoutError):  # who is not reached is asked again
            self._client.run(end_run, run, on_error="ignore")

    @property
    def is_lost(self) -> bool:
        """Whether the scheduler is gone for good; for a while it is waited for."""
        return self._client.status in ("closing", "closed")

    def _workers(self) -> dict[str, Any]:
        """By address; none where the scheduler was lost."""
        told: dict[str, Any] = self._client.scheduler_info(n_workers=-1)
        workers: dict[str, Any] = told.get("workers", {})
        return workers


@contextmanager
def open_cluster(where: str, trust: Trust) -> Generator[Cluster, None, None]:
    """Connect to `tcp://…` or `tls://…`, or start N workers here for `local:N`.

    Raises ClusterError when nobody answers, or the place is not to be trusted.
    """
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"}):
        place = place_or_workers(where)
        if isinstance(place, int):
            with _local(where, place) as cluster:
                yield cluster
            return
        trust.check(place)
        with _client(str(place), security(trust)) as client:
            cluster = Cluster(client, trust.token, where)
            cluster.wait_for_workers()
            yield cluster


def security(trust: Trust) -> Security:
    """As Dask wants it: each side shows its certificate, whoever calls whom."""
    if trust.ca is None:
        return Security(require_encryption=False)
    pair = {"cert": str(trust.cert), "key": str(trust.key)}
    roles = ("client", "scheduler", "worker")
    named = {f"tls_{role}_{part}": path for role in roles for part, path in pair.items()}
    return Security(require_encryption=True, tls_ca_file=str(trust.ca), **named)


@contextmanager
def _local(where: str, count: int) -> Generator[Cluster, None, None]:
    """Certificates and token are made for this one command: other users of the machine stay out."""
    token, safe = token_bytes(), Security.temporary()
    with ctrl_c_later():  # which they never hear: they end when this command tells them to
        begun = LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            host=LOOPBACK,
            security=safe,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={"dashboard": False, "dashboard_address": ANY_LOOPBACK_PORT},
            dashboard_address=None,
            memory_limit=None,
            plugins=(Crew(token),),
            resources={kind(): 1},
        )
    with begun as workers, _client(workers.scheduler_address, safe) as client:
        cluster = Cluster(client, token, where)
        cluster.wait_for_workers()
        yield cluster


@contextmanager
def _client(address: str, safe: Security) -> Generator[Client, None, None]:
    for name in ("distributed", "distributed.client"):  # what matters we say ourselves
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, security=safe, timeout=_ANSWER, set_as_default=False)
    except OSError:
        raise ClusterError(f"{address}: no scheduler answers; {how_to_start(address)}") from None
    try:
        yield client
    finally:
        client.close(timeout=_ANSWER)


def how_to_start(address: str) -> str:
    """What to do where nobody answers at an address `tcp://...` or `tls://...`."""
    is_tls = address.startswith("tls:")
    hint = (
        ", with certificates of the same authority" if is_tls else "; to one with TLS write tls://"
    )
    return f"start it with `piagam cluster scheduler`{hint}"


def _told(worker: dict[str, Any]) -> str:
    kinds = [name for name in worker["resources"] if name.startswith("piagam ")]
    return kinds[0] if kinds else "not started by `piagam cluster worker`"


class _SealingExecutor(Executor):
    """Sends each call under seal, and only to workers that are fit."""

    def __init__(self, client: Client, token: bytes) -> None:
        self._inner = client.get_executor(pure=False, resources={kind(): 1})
        self._token = token

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        call = Call(function=fn, arguments=args, named=kwargs)
        future: Future[Any] = self._inner.submit(do, sealed(call, self._token))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._inner.shutdown(wait=wait)
