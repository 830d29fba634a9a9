"""An event loop whose clock leaps to the next thing that is due instead of waiting for it."""

import asyncio
import selectors


class NightLoop(asyncio.SelectorEventLoop):
    """Waits for nothing; `time()` tells played seconds since the loop was made.

    Raises RuntimeError where everybody waits and nothing is due: that would be for ever.
    """

    def __init__(self) -> None:
        self._moment = 0.0
        super().__init__(_Leaping(self))

    def time(self) -> float:
        """Played seconds."""
        return self._moment

    def leap(self, seconds: float) -> None:
        """So much time has passed."""
        self._moment += seconds


class _Leaping(selectors.SelectSelector):
    """The loop asks how long it may sleep: it has slept already."""

    def __init__(self, loop: NightLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits, and nothing is due")
        self._loop.leap(max(timeout, 0.0))
        return []
