"""Ctrl+C while modules are imported: the process ends at once, and has nothing to put away.

Imports nothing but the standard library: it goes before all others.
"""

import os
import signal
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from types import FrameType


@contextmanager
def ended_by_ctrl_c() -> Generator[None, None, None]:
    """KeyboardInterrupt is not enough: pydantic's compiled part swallows it, with a traceback."""
    is_main = current_thread() is main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(number: int, frame: FrameType | None) -> None:
    with suppress(OSError):
        os.write(2, b"piagam: interrupted\n")
    os._exit(130)
