"""Processes of this machine that take a share of the work, and end with the one that began them."""

import os
import signal
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process, resource_tracker
from multiprocessing.forkserver import ensure_running
from multiprocessing.synchronize import Event
from threading import Thread, current_thread, main_thread
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_PRELOADED = ["spiders.warm"]
"""Imported once, before the workers are forked off."""


@contextmanager
def open_processes(workers: int) -> Generator[Executor, None, None]:
    """So many worker processes. Left with an error, what they are doing is not waited for.

    All of them are begun before any may work: a pool that begins one while another dies is left
    waiting for a process that it has not told to end, or does not hear of the death.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    with ctrl_c_later():
        ensure_running()
    strangers = {each.pid for each in active_children()}
    may_work = context.Event()
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_begin_worker, initargs=(may_work,)
    ) as executor:
        try:
            with ctrl_c_later():
                for _ in range(workers):
                    executor.submit(os.getpid)  # each begins one, for none of them is idle
                may_work.set()
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            for child in active_children():
                if child.pid not in strangers:
                    child.terminate()
            raise


@contextmanager
def ctrl_c_later() -> Generator[None, None, None]:
    """A Ctrl+C is heard at the end, and never by what is begun inside.

    A worker half begun would complain of what was taken away from it meanwhile.
    """
    if current_thread() is not main_thread():
        yield
        return
    pressed: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    resource_tracker.ensure_running()  # when it begins, it lets signals through again
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # goes on to what is begun
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
    if pressed:
        signal.raise_signal(signal.SIGINT)


@contextmanager
def open_here(workers: int) -> Generator[Executor, None, None]:
    """No process at all: each task is done when it is given, for work that is done at once."""
    yield _Here()


class _Here(Executor):
    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _begin_worker(may_work: Event) -> None:
    follow_parent()
    may_work.wait()


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
