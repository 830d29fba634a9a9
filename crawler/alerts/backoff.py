"""How long a deferred message waits for its next try, and when it is given up."""

from datetime import timedelta

_WAITS = (
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
)
"""After the first, second … failed try; the last one repeats."""
_PATIENCE = timedelta(days=5)


def wait_after(tries: int) -> timedelta | None:
    """The wait after that many failed tries, at least one; None when it is time to give up.

    Given up is what has waited five days or more in all, however seldom anybody tried.
    """
    if sum(map(_wait, range(1, tries)), timedelta()) >= _PATIENCE:
        return None
    return _wait(tries)


def _wait(tries: int) -> timedelta:
    return _WAITS[min(tries, len(_WAITS)) - 1]
