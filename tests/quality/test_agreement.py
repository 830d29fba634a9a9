"""Agreement of two annotators is that of chance taken off, and the same seen from either side."""

import pytest

from crawler.quality.agreement import agreement
from crawler.quality.answer import Answer
from crawler.quality.comparison import Figure
from crawler.quality.corpus import CorpusError, GoldStory, read_story_file
from crawler.quality.tally import tally
from tests.quality.gold import NEGATIVE, SILENT, STORY, award, claim


def corpus(*kinds: str) -> list[GoldStory]:
    """Stories named a, b, c …; `+` is an award story."""
    sources = [STORY if kind == "+" else NEGATIVE for kind in kinds]
    return [read_story_file(f"{chr(97 + n)}.toml", source) for n, source in enumerate(sources)]


def decisions(*kinds: str) -> dict[str, Answer]:
    return {chr(97 + n): award() if kind == "+" else SILENT for n, kind in enumerate(kinds)}


@pytest.mark.parametrize(
    ("first", "second", "observed", "kappa"),
    [
        ("++--", "++--", 1.0, 1.0),
        ("++--", "--++", 0.0, -1.0),
        ("++--", "+-+-", 0.5, 0.0),
        ("+++-", "++--", 0.75, 0.5),
        ("++++", "++++", 1.0, None),
    ],
)
def test_kappa_takes_off_what_chance_would_agree_on(
    first: str, second: str, observed: float, kappa: float | None
) -> None:
    found = agreement(corpus(*first), decisions(*second))
    assert found.observed == observed
    assert found.kappa == (kappa if kappa is None else pytest.approx(kappa))


def test_figures_are_those_of_the_stories_that_were_annotated_twice() -> None:
    twice = {"a": award(claim("Kabupaten Kendal", "ombudsman-kepatuhan", 93.74, year=2023))}
    counts = tally(agreement(corpus("+", "+"), twice).stories)
    assert counts[Figure.CLAIMS].f1 == 1.0
    assert (counts[Figure.YEAR].wrong, counts[Figure.YEAR].f1) == (1, 0.0)


def test_an_answer_to_a_story_that_is_not_there_is_an_error() -> None:
    with pytest.raises(CorpusError, match=r"b\.toml: no such story in the corpus; mend"):
        agreement(corpus("+"), decisions("+", "+"))
