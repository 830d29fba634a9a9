"""Every span of every claim holds the words that it quotes, however the story is printed."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from crawler.awards.reader import read_story
from crawler.awards.text import fold
from storage.records import Article, Claim
from tests.awards.corpus import (
    CorpusStory,
    award_stories,
    claimed,
    in_every_string,
    load_corpus,
    reading_of,
    spans_of,
)
from tests.awards.disguises import DISGUISES, SAME_TO_THE_READER, Disguise
from tests.awards.stories import stated_fields

EXAMPLES = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
each_disguise = pytest.mark.parametrize("disguise", DISGUISES, ids=lambda each: each.__name__)


def assert_quoted(claim: Claim, source: Article) -> None:
    """Each span of the claim, its proof too, quotes the very words of headline or text."""
    printed = {"title": source.title, "text": source.text}
    assert claim.proof is not None
    for each in spans_of(claim):
        assert 0 <= each.start < each.end <= len(printed[each.source]), each
        assert each.quote == printed[each.source][each.start : each.end], each
        assert each.quote.strip(), each
    assert {each.field for each in claim.evidence} >= stated_fields(claim)


def assert_all_quoted(source: Article) -> None:
    for claim in read_story(source).claims:
        assert_quoted(claim, source)


def disguised(story: CorpusStory, disguise: Disguise, seed: object) -> Article:
    """The story in a disguise; the same seed gives the same one."""
    chance = f"{story.name} {seed}"
    return story.in_print(lambda text: disguise(text, Random(chance)))  # noqa: S311  # no secret


@pytest.mark.parametrize("story", load_corpus(), ids=lambda story: story.name)
def test_a_story_of_the_corpus_is_quoted(story: CorpusStory) -> None:
    for claim in reading_of(story.name).claims:
        assert_quoted(claim, story.article)


@each_disguise
def test_a_story_in_disguise_is_quoted(disguise: Disguise) -> None:
    """Every disguise on its own share of the stories; the next test mixes them."""
    share = load_corpus()[DISGUISES.index(disguise) % 6 :: 6]

    for story in share:
        assert_all_quoted(disguised(story, disguise, disguise.__name__))


@EXAMPLES
@given(
    story=st.sampled_from(load_corpus()),
    worn=st.lists(st.sampled_from(DISGUISES), min_size=2, max_size=5),
    seed=st.integers(0, 9),
)
def test_a_story_in_several_disguises_is_quoted(
    story: CorpusStory, worn: list[Disguise], seed: int
) -> None:
    source = story
    for disguise in worn:
        source = source.renewed(disguised(source, disguise, seed))

    assert_all_quoted(source.article)


@pytest.mark.heavy
@each_disguise
def test_every_story_in_every_disguise_is_quoted(disguise: Disguise) -> None:
    for story in load_corpus():
        assert_all_quoted(disguised(story, disguise, "all"))


@pytest.mark.parametrize("story", award_stories(), ids=lambda story: story.name)
def test_no_span_runs_from_the_headline_into_the_text(story: CorpusStory) -> None:
    """A headline that ends in the middle of what is quoted is the hardest border."""
    text = story.article.text
    for cut in _spaces_within_quotes(story)[::3][:4]:
        assert_all_quoted(replace(story.article, title=text[:cut], text=text[cut + 1 :]))


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
