"""How long the pages of a running window take, from the request to the last byte on loopback."""

import math
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

MEDIAN_AT_MOST, P95_AT_MOST = 300.0, 1000.0
"""Milliseconds that a page may take."""
_PROBLEM = 400
_TIMEOUT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTimes:
    """One page over all rounds, in milliseconds from the request to the last byte."""

    path: str
    status: int
    """The worst of its answers."""
    kilobytes: float
    times: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """At most this in 19 rounds of 20; of fewer the slowest."""
        return sorted(self.times)[math.ceil(len(self.times) * 0.95) - 1]

    @property
    def is_over(self) -> bool:
        """Whether it is slower than a page may be, or no page at all."""
        is_slow = self.middle > MEDIAN_AT_MOST or self.p95 > P95_AT_MOST
        return is_slow or self.status >= _PROBLEM

    def as_data(self) -> dict[str, object]:
        """For JSON."""
        return {
            "path": self.path,
            "status": self.status,
            "kilobytes": self.kilobytes,
            "median_ms": self.middle,
            "p95_ms": self.p95,
            "is_over": self.is_over,
        }


def measure_pages(base: str, paths: Sequence[str], rounds: int) -> tuple[PageTimes, ...]:
    """Ask for all paths in turn, `rounds` times, over one connection. OSError: nobody answers."""
    asked: dict[str, list[tuple[float, int, int]]] = {path: [] for path in paths}
    with closing(connection_to(base)) as connection:
        for _ in range(rounds):
            for path in paths:
                asked[path].append(ask(connection, path))
    return tuple(
        PageTimes(
            path=path,
            status=max(status for _, status, _ in answers),
            kilobytes=answers[-1][2] / 1000,
            times=tuple(spent for spent, _, _ in answers),
        )
        for path, answers in asked.items()
    )


def connection_to(base: str) -> HTTPConnection:
    """To the window at this address. ValueError when it is none."""
    parts = urlsplit(base)
    if parts.scheme != "http" or parts.hostname is None:
        raise ValueError(f"{base}: is no http:// address; copy that which `piagam serve` prints")
    return HTTPConnection(parts.hostname, parts.port, timeout=_TIMEOUT)


def ask(connection: HTTPConnection, path: str) -> tuple[float, int, int]:
    """Milliseconds, status and bytes of one page."""
    began = perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    return (perf_counter() - began) * 1000, answer.status, len(body)
