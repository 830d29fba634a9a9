"""Listens to what Apprise and its library for HTTP log, and keeps it from everybody else.

Their lines hold the addresses of channels, so they must reach no log of ours.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from crawler.alerts.answers import Heard

_ANSWERED = '%s://%s:%s "%s %s %s" %s %s'
"""How urllib3 logs an answer; the last but one is its status."""
_FAILURE = "Socket Exception: "


class Ear(logging.Handler):
    """Gathers statuses and failures from log records."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._statuses: list[int] = []
        self._failures: list[str] = []

    @property
    def heard(self) -> Heard:
        """All of it so far."""
        return Heard(statuses=tuple(self._statuses), failures=tuple(self._failures))

    def emit(self, record: logging.LogRecord) -> None:
        """Take what tells of an answer or a failure."""
        if record.msg == _ANSWERED and isinstance(record.args, tuple):
            self._statuses.append(int(str(record.args[-2])))
        elif (told := record.getMessage()).startswith(_FAILURE):
            self._failures.append(told)


@contextmanager
def overhear() -> Iterator[Ear]:
    """While the block runs both libraries speak to the ear alone, and Apprise to nobody after it.

    A call that was given up may still go on then.
    """
    ear = Ear()
    apprise, http = (logging.getLogger(name) for name in ("apprise", "urllib3"))
    before = http.level, http.propagate, http.handlers
    for each in (apprise, http):
        each.setLevel(logging.DEBUG)
        each.propagate = False
        each.handlers = [ear]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Apprise imports, and they name hosts
            yield ear
    finally:
        apprise.handlers = [logging.NullHandler()]
        level, http.propagate, http.handlers = before
        http.setLevel(level)
