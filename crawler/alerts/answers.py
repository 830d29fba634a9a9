"""What became of a message that Apprise was to hand over, from what was overheard meanwhile. Pure.

Apprise itself only says yes or no. Nothing that was heard is ever repeated: it may hold the secret
of a channel's address.
"""

from dataclasses import dataclass

from crawler.alerts.outcomes import Accepted, Deferred, Outcome, Refused, Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was overheard while one message was handed over."""

    statuses: tuple[int, ...] = ()
    """Of the HTTP answers, in their order."""
    failures: tuple[str, ...] = ()
    """What the connection failed of, as the library for HTTP words it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """The channel is at fault, not the message: nothing arrived, and all of it waits."""

    told: str


_NEVER_CONNECTED = {
    "Connection refused": "connection refused",
    "NameResolutionError": "there is no such host",
    "ConnectTimeoutError": "no connection in time",
    "NewConnectionError": "no connection",
    "CERTIFICATE_VERIFY_FAILED": "its certificate is not trusted",
    "WRONG_VERSION_NUMBER": "it speaks no TLS there",
}
"""Marks of failures that come before anything was handed over, and how they are told."""
_NO_CONNECTION_MADE = "Max retries exceeded"
_SHUT_OUT = (401, 403, 404, 410)
_BEHIND_A_GATEWAY = (502, 504)
_LATER = (408, 425)


def judge(heard: Heard, *, is_taken: bool) -> Outcome | Trouble:
    """How it ended; `is_taken` is Apprise's own word."""
    if is_taken:
        return Accepted(f"taken, HTTP {heard.statuses[-1]}" if heard.statuses else "taken")
    if any(200 <= status < 300 for status in heard.statuses):
        return Unknown("a part of it was answered well, another was not; it may have arrived")
    if heard.statuses:
        return _of_status(heard.statuses[-1])
    causes = [_before_hand_over(failure) for failure in heard.failures]
    if causes and causes[0] and all(causes):
        return Trouble(f"cannot be reached ({causes[0]}); is it running, and is its address right?")
    return Unknown("no clear answer after the hand-over; it may have arrived")


def _of_status(status: int) -> Outcome | Trouble:
    if status in _SHUT_OUT:
        return Trouble(f"does not let us in (HTTP {status}); correct its address or its token")
    if status == 429:
        return Trouble("has had enough messages for now (HTTP 429); the rest waits")
    if status in _BEHIND_A_GATEWAY:
        return Unknown(f"HTTP {status}: what stands behind the gateway may have taken it")
    if status in _LATER or status >= 500:
        return Deferred(f"HTTP {status}")
    return Refused(f"HTTP {status}")


def _before_hand_over(failure: str) -> str | None:
    if _NO_CONNECTION_MADE not in failure:
        return None
    return next((told for mark, told in _NEVER_CONNECTED.items() if mark in failure), None)
