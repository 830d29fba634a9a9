"""SIGTERM and SIGINT as a wish to end gently, for a command that waits for others."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from threading import Event


@contextmanager
def told_to_end() -> Generator[Event, None, None]:
    """An event that these signals set while the block runs; call it on the main thread."""
    told = Event()
    before = {
        number: signal.signal(number, lambda *_: told.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
