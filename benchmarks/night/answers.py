"""What a host answers to one request: how long it takes, and what comes. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from benchmarks.night.nature import HostNature, Trouble

LIMIT_AFTER = 20
"""Pages that a limiter gives before it asks for rest."""
_FOR_EVER = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, or none."""

    seconds: float
    """Until it is whole, or until the connection fails."""
    status: int | None = 200
    """None: nobody is there."""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b"x"


def answer_robots(random: Random, host: HostNature) -> Answer:
    """To a request for robots.txt."""
    seconds = host.seconds(random)
    if host.trouble is Trouble.ROBOTS_BROKEN:
        return Answer(seconds=seconds, status=500)
    if host.trouble in (Trouble.DEAD, Trouble.HANGING):
        return _TROUBLES[host.trouble](random, host, 0)
    if host.crawl_delay is None:
        return Answer(seconds=seconds, status=404)
    return Answer(
        seconds=seconds, body=f"User-agent: *\nCrawl-delay: {host.crawl_delay:g}\n".encode()
    )


def answer_page(random: Random, host: HostNature, asked: int) -> Answer:
    """To any other request; `asked` is how many the host had before."""
    act = _TROUBLES.get(host.trouble)
    return Answer(seconds=host.seconds(random)) if act is None else act(random, host, asked)


def _flaky(random: Random, host: HostNature, asked: int) -> Answer:
    fate, seconds = random.random(), host.seconds(random)
    if fate < 0.10:
        return Answer(seconds=seconds, status=random.choice((500, 502, 504)))
    if fate < 0.13:
        return Answer(seconds=_FOR_EVER)
    return Answer(seconds=seconds, status=None if fate < 0.16 else 200)


def _limiter(random: Random, host: HostNature, asked: int) -> Answer:
    if asked % (LIMIT_AFTER + 1) == LIMIT_AFTER:
        return Answer(seconds=0.2, status=429, headers={"Retry-After": str(host.retry_after)})
    return Answer(seconds=host.seconds(random))


def _busy(random: Random, host: HostNature, asked: int) -> Answer:
    status = 503 if random.random() < 0.2 else 200
    return Answer(seconds=host.seconds(random), status=status)


def _shut(random: Random, host: HostNature, asked: int) -> Answer:
    return Answer(seconds=host.seconds(random), status=403)


def _gate(random: Random, host: HostNature, asked: int) -> Answer:
    return Answer(seconds=host.seconds(random), status=403, headers={"cf-mitigated": "challenge"})


def _dead(random: Random, host: HostNature, asked: int) -> Answer:
    return Answer(seconds=0.1, status=None)


def _hanging(random: Random, host: HostNature, asked: int) -> Answer:
    return Answer(seconds=_FOR_EVER)


_TROUBLES: dict[Trouble, Callable[[Random, HostNature, int], Answer]] = {
    Trouble.FLAKY: _flaky,
    Trouble.LIMITER: _limiter,
    Trouble.BUSY: _busy,
    Trouble.SHUT: _shut,
    Trouble.GATE: _gate,
    Trouble.DEAD: _dead,
    Trouble.HANGING: _hanging,
}
