"""How fast mails may follow each other: so many a minute, the first ones at once."""

import time
from collections import deque
from collections.abc import Callable

_MINUTE = 60.0


class Pace:
    """Lets `most` mails go in any minute; who comes too soon waits."""

    def __init__(
        self,
        *,
        most: int,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._went: deque[float] = deque(maxlen=most)
        self._clock = clock
        self._sleep = sleep

    def wait(self) -> None:
        """Return when one more mail may go, and count it."""
        if len(self._went) == self._went.maxlen:
            left = self._went[0] + _MINUTE - self._clock()
            if left > 0:
                self._sleep(left)
        self._went.append(self._clock())
