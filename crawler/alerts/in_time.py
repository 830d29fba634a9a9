"""Waits for what may never end: the time-out of a connection starts anew with every byte."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread


def in_time(act: Callable[[], object], *, seconds: float) -> bool | None:
    """Whether the act succeeded; None when it raised, or did not end in time.

    Then it goes on in a thread for which no process waits.
    """
    answers: SimpleQueue[bool | None] = SimpleQueue()

    def try_it() -> None:
        try:
            answers.put(bool(act()))
        except Exception:  # noqa: BLE001 - whatever it raised, nobody knows how far it came
            answers.put(None)

    Thread(target=try_it, daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        return None
