"""Which printed numbers are one score, and which of several counts."""

import pytest

from crawler.linking.scores import Score, score_of, settle, sides
from tests.linking.reports import said


def scores(*printed: str) -> list[Score]:
    return [score for raw in printed if (score := score_of(said(raw))) is not None]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("98,2", "98,02", True),
        ("97,84", "97,48", True),
        ("94,5", "94,52", False),
        ("97,8", "97,80", False),
        ("97.84", "97,84", False),
        ("94", "94,52", False),
        ("94", "95", True),
        ("94,5", "94,6", True),
        ("9,78", "97,8", True),
    ],
)
def test_a_number_printed_with_fewer_digits_is_the_same_score(
    one: str, other: str, differ: bool
) -> None:
    mine, its = scores(one, other)
    assert (mine.differs(its), its.differs(mine)) == (differ, differ)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (["94,5", "94,52"], ["94,52"]),
        (["94,5", "94,52", "94,48"], ["94,48", "94,52"]),
        (["98,2", "98,02", "98,2"], ["98,02", "98,2"]),
        (["94"], ["94"]),
    ],
)
def test_each_side_stands_in_its_longest_form(printed: list[str], found: list[str]) -> None:
    assert list(sides(scores(*printed))) == scores(*found)


@pytest.mark.parametrize(
    ("votes", "further", "score", "is_disputed"),
    [
        (["97,84"], [], "97,84", False),
        (["97,84", "97,48"], [], "97,84", True),
        (["97,48", "97,84"], [], "97,48", True),
        (["97,84", "97,48", "97,48"], [], "97,48", False),
        (["97,84", "97,48", "97,48", "97,84"], [], "97,84", True),
        (["97,84", "97,48", "97,48", "91"], [], "97,84", True),  # most, but no majority
        (["94,5", "94,52"], [], "94,52", False),
        (["94,5", "94,52", "94,48"], [], "94,48", True),  # the short one speaks for both
        (["94,5", "94,52", "94,48", "94,52"], [], "94,52", False),
        (["94,5"], ["94,5", "94,52"], "94,52", False),
        (["94,5"], ["94,5", "94,52", "94,48"], "94,5", False),
        (["94,5"], ["94,5", "88,1", "88,1"], "94,5", False),
    ],
)
def test_a_majority_settles_which_score_counts_else_the_first_is_shown_and_disputed(
    votes: list[str], further: list[str], score: str, is_disputed: bool
) -> None:
    settled = settle(scores(*votes), scores(*further))
    assert (settled.score, settled.is_disputed) == (*scores(score), is_disputed)
