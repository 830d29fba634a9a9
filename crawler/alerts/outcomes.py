"""How the way of one message to one person ends. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accepted:
    """The other side took the message."""

    reply: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """Not taken and not delivered: worth another try later."""

    reply: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The other side will never take this message for this person."""

    reply: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Handed over without a clear answer: it may or may not arrive."""

    reply: str


Outcome = Accepted | Deferred | Refused | Unknown
