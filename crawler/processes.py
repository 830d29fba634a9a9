"""Processes of this machine that take a share of the work, and end with the one that began them."""

import os
import signal
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.forkserver import ensure_running
from threading import Thread, current_thread, main_thread
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_PRELOADED = ["spiders.warm"]
"""Imported once, before the workers are forked off."""


@contextmanager
def open_processes(workers: int) -> Generator[Executor, None, None]:
    """So many worker processes. Left with an error, what they are doing is not waited for."""
    context = get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    _begin_server()
    strangers = {each.pid for each in active_children()}
    with ProcessPoolExecutor(workers, mp_context=context, initializer=follow_parent) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            for child in active_children():
                if child.pid not in strangers:
                    child.terminate()
            raise


def _begin_server() -> None:
    """Begin the process that forks the workers off; Ctrl+C is for us, and it never hears of it."""
    if current_thread() is not main_thread():
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ensure_running()
    finally:
        signal.signal(signal.SIGINT, heard)


@contextmanager
def open_here(workers: int) -> Generator[Executor, None, None]:
    """No process at all: each task is done when it is given, for work that is done at once."""
    yield _Here()


class _Here(Executor):
    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def follow_parent() -> None:
    """End this process as soon as the one that began it ends, even killed; Ctrl+C is its affair.

    A pool's worker would wait for work for ever.
    """
    if current_thread() is main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent: Any = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
