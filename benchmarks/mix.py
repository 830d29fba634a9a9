"""How much each page counts: evenly, or as often as its kind is met in a night."""

from collections.abc import Sequence

from crawler.newsroom.stories import StoryKind

ORDINARY_SHARE = 0.95
"""Ordinary news among the stories of a night of real outlets.

It is assumed, not counted. The rest are award stories and their look-alikes, as the newsroom has
them.
"""


def even(pages: int) -> list[float]:
    """The same weight for each of so many pages; together 1."""
    return [1 / pages] * pages


def of_a_night(kinds: Sequence[StoryKind]) -> list[float]:
    """A weight for the page of each of the `kinds`; together 1.

    Pages of one kind only count evenly.
    """
    ordinary = sum(kind is StoryKind.ORDINARY for kind in kinds)
    others = len(kinds) - ordinary
    if not ordinary or not others:
        return even(len(kinds))
    told, rest = ORDINARY_SHARE / ordinary, (1 - ORDINARY_SHARE) / others
    return [told if kind is StoryKind.ORDINARY else rest for kind in kinds]
