"""Which of the newsroom's pages a benchmark serves, and in which order; pure."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import cycle, islice
from random import Random

from benchmarks.mix import ORDINARY_SHARE
from crawler.newsroom.stories import StoryKind

ONE_IN = round(1 / (1 - ORDINARY_SHARE))
"""Of so many pages of a night one is an award story or looks like one, the others are ordinary."""
_SEED = 2026

Kept = tuple[StoryKind, bytes]
"""A page's kind and its bytes."""


class Mix(StrEnum):
    """Where the pages of a site come from."""

    NIGHT = "night"
    """As real outlets have them: 95 % ordinary news, the rest as in the newsroom."""
    NEWSROOM = "newsroom"
    """The award stories once each, then all others in turn: half of those look like an award's."""


def mixed(recorded: Sequence[Kept], pages: int, mix: Mix) -> list[bytes]:
    """So many pages in the mix's order, always the same for the same recorded pages."""
    return _night(recorded, pages) if mix is Mix.NIGHT else _newsroom(recorded, pages)


def _night(recorded: Sequence[Kept], pages: int) -> list[bytes]:
    """In each twenty pages one that is not ordinary, at a place that the seed chooses."""
    random = Random(_SEED)
    others = [body for kind, body in recorded if kind is not StoryKind.ORDINARY]
    random.shuffle(others)
    ordinary = cycle(body for kind, body in recorded if kind is StoryKind.ORDINARY)
    special = cycle(others)
    served: list[bytes] = []
    while len(served) < pages:
        place = random.randrange(ONE_IN)
        served += (next(special if each == place else ordinary) for each in range(ONE_IN))
    return served[:pages]


def _newsroom(recorded: Sequence[Kept], pages: int) -> list[bytes]:
    awards = [body for kind, body in recorded if kind is StoryKind.AWARD]
    others = [body for kind, body in recorded if kind is not StoryKind.AWARD]
    return [*islice(awards, pages), *islice(cycle(others), max(0, pages - len(awards)))]
