"""Whatever bytes a page held, its text is read to the end without an error."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from crawler.awards.reader import read_story
from storage.records import Article
from tests.awards.corpus import spans_of
from tests.awards.hostile import REPEATED, WORDS, Repeated, every_pattern_once
from tests.awards.stories import GRANT, HEADLINE, article

EXAMPLES = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
any_character = st.characters()
"""Lone surrogates too."""
broken = st.one_of(
    st.text(any_character, max_size=30),
    st.text(st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF), max_size=6),
    st.text(st.characters(categories=["Mn", "Me", "Cf"]), max_size=12),
    st.text(st.characters(categories=["Nd", "Nl", "No"]), max_size=8),
)
hostile_text = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        broken,
        st.tuples(st.sampled_from(WORDS), st.integers(2, 60)).map(lambda each: each[0] * each[1]),
    ),
    max_size=25,
).map("".join)


def assert_read(source: Article) -> None:
    """Read to the end; each span lies where it says."""
    printed = {"title": source.title, "text": source.text}
    for claim in read_story(source).claims:
        for each in spans_of(claim):
            assert each.quote == printed[each.source][each.start : each.end], each


@EXAMPLES
@given(text=hostile_text, title=hostile_text)
def test_hostile_text_is_read_without_an_error(text: str, title: str) -> None:
    assert_read(article(f"{GRANT} dengan nilai 93,74. {text}", f"{HEADLINE} {title}"))


@EXAMPLES
@given(text=hostile_text)
def test_hostile_text_without_an_award_is_read_too(text: str) -> None:
    assert_read(article(text))


@pytest.mark.parametrize("repeated", REPEATED, ids=lambda each: each.name)
def test_one_thing_over_and_over_is_read_without_an_error(repeated: Repeated) -> None:
    assert_read(repeated.story(1_500))


@pytest.mark.parametrize("zero", "٠۰०๐𝟎")
def test_a_list_numbered_in_digits_of_another_script_is_read(zero: str) -> None:
    one, two = chr(ord(zero) + 1), chr(ord(zero) + 2)
    items = f"{one}. Kabupaten Blora\n{two}. Kabupaten Kendal"

    assert_read(article(f"{GRANT}. Inilah peringkat terbaik:\n{items}", HEADLINE))


def test_the_words_of_every_pattern_are_read() -> None:
    assert_read(article(every_pattern_once(), HEADLINE))


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ud800", "\ufeff", "\u0301" * 1000])
def test_a_text_without_words_holds_no_award(text: str) -> None:
    assert read_story(article(text, text)).claims == ()


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("Warga desa memanen padi. ", 1_000_000),
        ("x", 1_000_000),
        ("Blora\n", 100_000),
        ("1. ", 40_000),
        ("93,74 ", 20_000),
    ],
)
def test_a_very_long_text_is_read(unit: str, size: int) -> None:
    assert_read(Repeated(name=unit, unit=unit).story(size))


@pytest.mark.heavy
@pytest.mark.parametrize("unit", ["Pemkab Blora meraih nilai 93,74, ", "padi ", "a", "7"])
def test_a_line_of_a_hundred_thousand_characters_is_read(unit: str) -> None:
    assert_read(Repeated(name=unit, unit=unit).story(100_000))
