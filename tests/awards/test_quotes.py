"""Every span of every claim holds the words that it quotes, however the story is printed."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from crawler.awards.reader import read_story
from crawler.awards.text import fold
from storage.records import Article
from tests.awards.corpus import (
    CorpusStory,
    award_stories,
    claimed,
    in_every_string,
    load_corpus,
    reading_of,
)
from tests.awards.disguises import DISGUISES, SAME_TO_THE_READER, Disguise
from tests.awards.proofs import unproven

EXAMPLES = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
each_disguise = pytest.mark.parametrize("disguise", DISGUISES, ids=lambda each: each.__name__)


def disguised(story: CorpusStory, disguise: Disguise, seed: object) -> Article:
    """The story in a disguise; the same seed gives the same one."""
    chance = f"{story.name} {seed}"
    return story.in_print(lambda text: disguise(text, Random(chance)))  # noqa: S311  # no secret


@pytest.mark.parametrize("story", load_corpus(), ids=lambda story: story.name)
def test_a_story_of_the_corpus_is_quoted(story: CorpusStory) -> None:
    assert unproven(reading_of(story.name).claims, story.article) == []


@each_disguise
def test_a_story_in_disguise_is_quoted(disguise: Disguise) -> None:
    """Every disguise on its own share of the stories; the next test mixes them."""
    share = load_corpus()[DISGUISES.index(disguise) % 6 :: 6]

    for story in share:
        source = disguised(story, disguise, disguise.__name__)
        assert unproven(read_story(source).claims, source) == []


@EXAMPLES
@given(
    story=st.sampled_from(load_corpus()),
    worn=st.lists(st.sampled_from(DISGUISES), min_size=2, max_size=5),
    seed=st.integers(0, 9),
)
def test_a_story_in_several_disguises_is_quoted(
    story: CorpusStory, worn: list[Disguise], seed: int
) -> None:
    for disguise in worn:
        story = story.renewed(disguised(story, disguise, seed))

    assert unproven(read_story(story.article).claims, story.article) == []


@pytest.mark.heavy
@each_disguise
def test_every_story_in_every_disguise_is_quoted(disguise: Disguise) -> None:
    for story in load_corpus():
        source = disguised(story, disguise, "all")
        assert unproven(read_story(source).claims, source) == []


@pytest.mark.parametrize("story", award_stories(), ids=lambda story: story.name)
def test_no_span_runs_from_the_headline_into_the_text(story: CorpusStory) -> None:
    """A headline that ends in the middle of what is quoted is the hardest border."""
    text = story.article.text
    for cut in _spaces_within_quotes(story)[::3][:4]:
        source = replace(story.article, title=text[:cut], text=text[cut + 1 :])
        assert unproven(read_story(source).claims, source) == []


def _spaces_within_quotes(story: CorpusStory) -> list[int]:
    claims = reading_of(story.name).claims
    quotes = {(e.start, e.quote) for c in claims for e in c.evidence if e.source == "text"}
    return sorted(start + quote.index(" ") for start, quote in quotes if " " in quote)


@pytest.mark.parametrize("disguise", SAME_TO_THE_READER, ids=lambda each: each.__name__)
@pytest.mark.parametrize("story", award_stories()[::3], ids=lambda story: story.name)
def test_what_looks_the_same_is_read_the_same(story: CorpusStory, disguise: Disguise) -> None:
    reading = read_story(disguised(story, disguise, 0))

    plain = in_every_string(claimed(reading), lambda words: fold(words).replace(" \n", "\n"))
    assert plain == in_every_string(claimed(reading_of(story.name)), fold)
