"""Ways in which a site can misbehave, set by host and target for as many requests as wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from http import HTTPStatus
from threading import Lock

from crawler.newsroom.rendering import render
from crawler.newsroom.site import HTML, Answer


class Cut(StrEnum):
    """Where a server drops the connection."""

    BEFORE_ANSWER = "before-answer"
    IN_BODY = "in-body"
    """After the headers and half of the promised body."""
    RESET = "reset"
    """At the same place, with a TCP reset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong; without `status` and `body` the site's own answer is sent."""

    host: str = "*"
    """Host name, `*` and `?` as in file names."""
    target: str = "*"
    """Path with query, `*` and `?` as in file names."""
    status: int | None = None
    body: bytes | None = None
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    """Added to the answer; they win over the server's own, validators too."""
    delay: float = 0.0
    """Seconds before the answer."""
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    cut: Cut | None = None
    times: int | None = None
    """How many requests it meets; None for every one."""

    def meets(self, host: str, target: str) -> bool:
        """Whether the fault is set for this request."""
        return fnmatchcase(host, self.host) and fnmatchcase(target, self.target)

    @property
    def answer(self) -> Answer | None:
        """What is sent in place of the page, None for the page itself."""
        if self.status is None and self.body is None:
            return None
        status = HTTPStatus(self.status or HTTPStatus.OK)
        body = self.body
        if body is None:
            heading = f"{status.value} {status.phrase}"
            body = f"<html><head><title>{heading}</title></head><h1>{heading}</h1></html>".encode()
        return Answer(status=status.value, body=body, content_type=self.content_type)


class FaultBook:
    """The faults in force; safe to change while the server runs."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = Lock()
        self._left: list[tuple[Fault, int | None]] = [(each, each.times) for each in faults]

    def add(self, fault: Fault) -> None:
        """Set a fault; of two that meet a request the one set last wins."""
        with self._lock:
            self._left.append((fault, fault.times))

    def clear(self) -> None:
        """End all faults."""
        with self._lock:
            self._left.clear()

    def take(self, host: str, target: str) -> Fault | None:
        """The fault that meets this request, counted as used once more."""
        with self._lock:
            for at in range(len(self._left) - 1, -1, -1):
                fault, left = self._left[at]
                if left == 0 or not fault.meets(host, target):
                    continue
                self._left[at] = (fault, None if left is None else left - 1)
                return fault
        return None


def busy(*, host: str = "*", target: str = "*", status: int = 429, retry_after: int = 1) -> Fault:
    """A refusal for now: 429 or 503 with Retry-After in seconds."""
    return Fault(
        host=host, target=target, status=status, headers=(("Retry-After", str(retry_after)),)
    )


def challenge(host: str, *, target: str = "*", times: int | None = None) -> Fault:
    """A page that asks for a browser, sent with status 200 in place of what was asked for."""
    body = render("challenge.html.j2", host=host).encode()
    return Fault(host=host, target=target, body=body, times=times)
