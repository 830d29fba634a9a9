"""Did the servers answer? One outlet's count of it, and whether our own network was down. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from storage.health_records import Reach, Trouble
from storage.records import RunStatus

_FEWEST = 2
"""One outlet alone that does not answer may itself be down."""


@dataclass(slots=True, kw_only=True)
class ReachCount:
    """Counts what came of an outlet's requests, as they come."""

    outlet: str
    _so_far: Reach = field(init=False)

    def __post_init__(self) -> None:
        self._so_far = Reach(outlet=self.outlet)

    def answered(self, now: datetime) -> None:
        """A server answered."""
        answers = self._so_far.answers + 1
        self._so_far = replace(self._so_far, answers=answers, last_answer_at=now)

    def lost(self, now: datetime) -> None:
        """No server answered."""
        losses = self._so_far.losses + 1
        self._so_far = replace(self._so_far, losses=losses, last_loss_at=now)

    @property
    def so_far(self) -> Reach:
        """What was counted."""
        return self._so_far


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkLoss:
    """Our own network was down during a run."""

    outlets: tuple[str, ...]
    """Whose part in the run says nothing about them."""
    since: datetime | None
    """The last answer of anybody; None when there was none at all."""

    @property
    def told(self) -> str:
        """One line for the run's certificate."""
        if self.since is None:
            return "our own network was down: no outlet answered; the next crawl makes up for it"
        return (
            f"our own network was lost: nobody answered any more while {', '.join(self.outlets)}"
            " were read; the next crawl goes on there"
        )


def network_loss(reaches: Sequence[Reach]) -> NetworkLoss | None:
    """Whether our own network was down, or went away, in a run that reached its outlets so.

    Outlets that were never asked say nothing. A host that never answered while others did is down
    by itself; several that had answered do not fall silent for good at once.
    """
    asked = [each for each in reaches if each.answers or each.losses]
    moments = [each.last_answer_at for each in asked if each.last_answer_at is not None]
    last_answer = max(moments, default=None)
    lost = [
        each.outlet
        for each in asked
        if each.last_loss_at is not None
        and (last_answer is None or (each.answers and each.last_loss_at > last_answer))
    ]
    if len(lost) < _FEWEST:
        return None
    return NetworkLoss(outlets=tuple(lost), since=last_answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPart:
    """How one outlet's part of a run ended."""

    run_id: int
    status: RunStatus
    reach: Reach
    is_reached: bool
    """Whether any of its lists could be read."""
    is_stopped: bool
    """Whether our own side ended it."""


def trouble_of(part: RunPart, *, robots: int, shut_out: int) -> Trouble | None:
    """Why an outlet was not read to its end; None when it was.

    `robots` and `shut_out` count the requests that robots.txt, read or not to be had, and the
    outlet itself kept us from.
    """
    if part.status is RunStatus.FINISHED:
        return None
    if part.is_stopped:
        return Trouble.OURS
    if part.status is RunStatus.INTERRUPTED:
        return Trouble.ENDED
    return _outlet_trouble(part, robots=robots, shut_out=shut_out)


def _outlet_trouble(part: RunPart, *, robots: int, shut_out: int) -> Trouble:
    if _is_silent(part.reach):
        return Trouble.CONNECTION
    if robots and not part.is_reached:
        return Trouble.ROBOTS
    if shut_out:
        return Trouble.REFUSED
    return Trouble.PAGES if part.is_reached else Trouble.LISTS


def _is_silent(reach: Reach) -> bool:
    """Whether the last thing we heard was nothing."""
    lost, answered = reach.last_loss_at, reach.last_answer_at
    return lost is not None and (answered is None or lost > answered)
