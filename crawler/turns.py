"""Who begins when: so many at once, in the order given."""

from collections import deque
from collections.abc import Callable, Iterable


class Turns:
    """Begins what waits, as many side by side as may be."""

    def __init__(self, names: Iterable[str], most: int, begin: Callable[[str], None]) -> None:
        self._waiting = deque(names)
        self._most = most
        self._begin = begin
        self._running = 0

    def go_on(self) -> None:
        """Begin as many as have room."""
        while self._waiting and self._running < self._most:
            name = self._waiting.popleft()
            self._running += 1
            self._begin(name)

    def end_one(self) -> None:
        """One has ended: the next begins in its place."""
        self._running -= 1
        self.go_on()

    def stop(self) -> None:
        """Begin none any more."""
        self._waiting.clear()
