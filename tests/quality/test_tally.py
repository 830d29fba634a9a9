"""Marks become recall, precision and F1, for all stories, a kind or a scheme."""

import pytest

from crawler.quality.answer import Answer
from crawler.quality.comparison import Figure, compare
from crawler.quality.gold_file import Kind
from crawler.quality.tally import (
    AIMS,
    Count,
    Judged,
    decided_right,
    shares,
    tally,
    tally_by_scheme,
    worst_first,
)
from tests.quality.gold import SILENT, award, claim

KENDAL, TEGAL = claim(), claim("Kota Tegal", "spbe-pemdi", 3.5)


def judged(name: str, kind: Kind, wanted: Answer, read: Answer) -> Judged:
    return Judged(name=name, kind=kind, is_set_aside=False, marks=compare(wanted, read))


RIGHT = judged("right", Kind.AWARD, award(KENDAL, TEGAL), award(KENDAL, TEGAL))
PARTLY = judged("partly", Kind.AWARD, award(KENDAL, TEGAL), award(claim(score=90.0)))
MISSED = judged("missed", Kind.AWARD, award(KENDAL), SILENT)
ALARM = judged("alarm", Kind.HARD_NEGATIVE, SILENT, award(KENDAL))
CALM = judged("calm", Kind.HARD_NEGATIVE, SILENT, SILENT)
STORIES = (RIGHT, PARTLY, MISSED, ALARM, CALM)


def test_a_wrong_value_costs_recall_and_precision() -> None:
    count = Count(right=6, wrong=1, missed=3, invented=1)
    assert (count.stated, count.recall, count.precision) == (10, 0.6, 0.75)
    assert count.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))


def test_nothing_to_measure_is_no_share() -> None:
    assert (Count().recall, Count().precision, Count().f1) == (None, None, None)
    assert Count(missed=1).precision is None


def test_the_figures_of_several_stories_are_added_up() -> None:
    counts = tally(STORIES)
    assert counts[Figure.DECISION] == Count(right=2, missed=1, invented=1)
    assert counts[Figure.CLAIMS] == Count(right=2, wrong=1, missed=2, invented=1)


def test_each_scheme_has_its_own_figures() -> None:
    counts = tally_by_scheme(STORIES)
    assert list(counts) == ["sakip", "spbe-pemdi"]
    assert counts["spbe-pemdi"][Figure.CLAIMS] == Count(right=1, missed=1)


def test_each_kind_is_decided_right_or_not() -> None:
    assert decided_right(STORIES) == {
        Kind.AWARD: (2, 3),
        Kind.HARD_NEGATIVE: (1, 2),
        Kind.EASY_NEGATIVE: (0, 0),
    }
    assert shares(STORIES)["hard-negative right"] == 0.5


def test_every_aim_is_about_a_figure() -> None:
    assert shares(STORIES).keys() >= AIMS.keys()


def test_the_worst_are_wrong_decisions_then_many_wrong_claims() -> None:
    wide = judged("wide", Kind.AWARD, award(KENDAL, TEGAL, claim("Kota Bima")), SILENT)
    assert worst_first((*STORIES, wide))[0].name == "wide"
    assert {story.name for story in worst_first(STORIES)[:2]} == {"missed", "alarm"}
    assert [story.name for story in worst_first(STORIES)][2:] == ["partly"]
