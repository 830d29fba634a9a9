"""The two services of a cluster: a scheduler, and workers that each carry a crew.

Needs the extra `cluster`.
"""

import asyncio
import errno
import logging
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import resource_tracker
from pathlib import Path
from threading import Thread

from distributed import Nanny, Scheduler
from distributed.core import Server

from crawler.cluster.connecting import ANY_LOOPBACK_PORT, how_to_start, security
from crawler.cluster.crew import Crew, kind
from crawler.cluster.errors import ClusterError
from crawler.cluster.trust import Place, Trust

_PATIENCE = 30
"""Seconds until a worker has found its scheduler."""
_PORTS = 2
"""One for the worker, one for its keeper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a worker offers."""

    threads: int = 1
    """Tasks at once; each crawl is a process of its own besides."""
    ports: str | None = None
    """Where it may be reached, `9000:9010`; None: any free ones."""
    folder: Path | None = None
    """Where its files are while it works; None: where the system has such."""


def serve_scheduler(place: Place, trust: Trust, tell: Callable[[str], None]) -> None:
    """Be the scheduler until SIGTERM or SIGINT. Raises ClusterError."""
    trust.check(place)
    logging.getLogger("distributed").setLevel(logging.ERROR)
    asyncio.run(_serve_scheduler(place, trust, tell))


def serve_worker(place: Place, trust: Trust, desk: Desk, tell: Callable[[str], None]) -> None:
    """Work for the scheduler until SIGTERM or SIGINT. Raises ClusterError, also when it is lost."""
    trust.check(place)
    _check_free(desk.ports)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    asyncio.run(_serve_worker(place, trust, desk, tell))


def _check_free(ports: str | None) -> None:
    """Raises ClusterError; Dask would say only that the worker did not start."""
    if ports is None:
        return
    first, last = map(int, ports.split(":"))
    free = (port for port in range(first, last + 1) if _is_free(port))
    if len(tuple(islice(free, _PORTS))) < _PORTS:
        raise ClusterError(
            f"--ports {ports}: fewer than {_PORTS} of them are free, which each worker takes;"
            " give it a longer range"
        )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True


async def _serve_scheduler(place: Place, trust: Trust, tell: Callable[[str], None]) -> None:
    told = _told()
    scheduler = Scheduler(
        host=place.host,
        port=place.port,
        protocol=place.scheme,
        security=security(trust),
        dashboard=False,
        dashboard_address=ANY_LOOPBACK_PORT,
    )
    try:
        await scheduler
    except (OSError, RuntimeError) as error:
        raise ClusterError(
            f"{place}: cannot be listened at: {_why(error)}; choose another"
        ) from None
    tell(f"the scheduler listens at {scheduler.address}, Ctrl+C ends it")
    await _until(told, scheduler)


def _why(error: OSError | RuntimeError) -> str:
    """What the system said; Dask wraps it."""
    cause = error if isinstance(error, OSError) else error.__cause__
    if not isinstance(cause, OSError):
        return str(cause or error)
    return "the port is taken" if cause.errno == errno.EADDRINUSE else str(cause.strerror)


async def _serve_worker(
    place: Place, trust: Trust, desk: Desk, tell: Callable[[str], None]
) -> None:
    told = _told()
    _keep_ctrl_c(told)
    nanny = Nanny(
        str(place),
        nthreads=desk.threads,
        port=desk.ports,
        worker_port=desk.ports or 0,
        local_directory=desk.folder and str(desk.folder),
        security=security(trust),
        resources={kind(): desk.threads},
        plugins=(Crew(trust.token),),
        memory_limit=None,
        silence_logs=logging.CRITICAL,
        death_timeout=_PATIENCE,
        dashboard=False,
        dashboard_address=ANY_LOOPBACK_PORT,
    )
    try:
        await nanny
    except (OSError, TimeoutError, RuntimeError):
        with suppress(OSError, TimeoutError):
            await nanny.close()
        raise ClusterError(f"{place}: no scheduler answers; {how_to_start(str(place))}") from None
    tell(f"a worker, {kind()}, waits for orders from {place}, Ctrl+C ends it")
    if not await _until(told, nanny):
        raise ClusterError(
            f"{place}: the scheduler is gone; start this worker anew when it is back"
        )


def _told() -> asyncio.Event:
    """Set by SIGTERM and SIGINT from now on: who is told while it begins ends well, too."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    return told


def _keep_ctrl_c(told: asyncio.Event) -> None:
    """Processes that are begun from now on never hear Ctrl+C; this one hears it in a thread."""
    loop = asyncio.get_running_loop()

    def hear() -> None:
        signal.sigwait({signal.SIGINT})
        with suppress(RuntimeError):  # all is over already
            loop.call_soon_threadsafe(told.set)

    resource_tracker.ensure_running()  # when it begins, it lets signals through again
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    Thread(target=hear, daemon=True).start()


async def _until(told: asyncio.Event, server: Server) -> bool:
    """Whether a signal ended it; else it ended by itself."""
    ended = asyncio.ensure_future(server.finished())
    waiting = asyncio.ensure_future(told.wait())
    await asyncio.wait({ended, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if told.is_set():
        await server.close()
    await ended
    return told.is_set()
