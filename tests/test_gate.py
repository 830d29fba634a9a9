"""Floors of the reading of awards on the corpus, on the half that tunes and the half set aside.

The floors stand in `floors.toml`, are bound to a digest of the corpus and may only go up.
`piagam bench reading` shows the figures behind them.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crawler.awards.reader import Reading, read_story
from crawler.explanation import IN_WORDS
from crawler.quality.answer import answer_of
from crawler.quality.corpus import GoldStory, corpus_digest, load_corpus
from crawler.quality.tally import AIMS, judged, shares

CORPUS = Path(__file__).parent / "corpus"
FILE: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text())
FLOORS: Mapping[str, Mapping[str, float]] = FILE["floors"]
HALVES = ("tuned", "aside")
SLACK = 0.03
"""How far a floor may lie below what is reached."""


@cache
def corpus_read() -> tuple[tuple[GoldStory, Reading], ...]:
    return tuple((story, read_story(story.article)) for story in load_corpus(CORPUS))


@cache
def reached(half: str) -> Mapping[str, float | None]:
    return shares(
        [
            judged(story, answer_of(reading))
            for story, reading in corpus_read()
            if story.is_set_aside is (half == "aside")
        ]
    )


def test_the_floors_belong_to_this_corpus() -> None:
    assert corpus_digest(CORPUS) == FILE["digest"], "the corpus changed: measure, raise the floors"


def test_there_is_a_floor_for_everything_that_has_an_aim() -> None:
    assert FLOORS.keys() >= AIMS.keys()
    assert all(set(floor) == set(HALVES) for floor in FLOORS.values())


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("figure", FLOORS)
def test_the_reading_holds_its_floors(figure: str, half: str) -> None:
    value = reached(half)[figure]
    assert value is not None
    assert value >= FLOORS[figure][half]


@pytest.mark.parametrize("half", HALVES)
def test_no_floor_lies_far_below_what_is_reached(half: str) -> None:
    loose = {
        figure: f"raise {floor[half]} to {_rounded_down(reached(half)[figure])}"
        for figure, floor in FLOORS.items()
        if (reached(half)[figure] or 0) - floor[half] > SLACK
    }
    assert not loose


def test_piagam_can_say_why_each_number_of_the_corpus_was_set_aside() -> None:
    met = {each.why for _, reading in corpus_read() for each in reading.rejected}
    assert met <= IN_WORDS.keys()


def _rounded_down(value: float | None) -> float:
    return int((value or 0) * 100) / 100
