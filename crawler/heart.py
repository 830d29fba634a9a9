"""A heart that beats evenly whatever the wall clock does, and tells when that went astray."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

SHIFT = timedelta(seconds=60)
"""A wall clock that is off by more than this between two beats was put on or back, or we slept."""


class Heart:
    """Calls `beat` again and again from a thread of its own until `stop` is set.

    `shifted` is called before a beat with how far the wall clock went astray since the one before:
    forward after a sleep of the machine, else as somebody has set it.
    """

    def __init__(
        self,
        beat: Callable[[], None],
        shifted: Callable[[timedelta], None],
        *,
        seconds: float,
        stop: Event,
    ) -> None:
        self._beat, self._shifted, self._stop = beat, shifted, stop
        self._seconds = seconds
        self._astray = _astray()
        self._thread = Thread(target=self._live, name="heart")

    def start(self) -> None:
        """Begin to beat."""
        self._thread.start()

    def join(self) -> None:
        """Wait for the last beat; `stop` must be set."""
        if self._thread.ident is not None:
            self._thread.join()

    def _live(self) -> None:
        while not self._stop.wait(self._seconds):
            shift = _astray() - self._astray
            if abs(shift) > SHIFT:
                self._astray += shift
                self._shifted(shift)
            self._beat()


def _astray() -> timedelta:
    """The wall clock against one that nobody sets; only differences mean something."""
    wall = datetime.now(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return wall - timedelta(seconds=time.monotonic())
