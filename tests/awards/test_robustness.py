"""Whatever bytes a page held, its text is read to the end without an error."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from crawler.awards.reader import read_story
from tests.awards.hostile import GAPS, REPEATED, WORDS, Repeated, every_pattern_once
from tests.awards.proofs import unproven
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


@EXAMPLES
@given(text=hostile_text, title=hostile_text)
def test_hostile_text_is_read_without_an_error(text: str, title: str) -> None:
    source = article(f"{GRANT} dengan nilai 93,74. {text}", f"{HEADLINE} {title}")

    assert unproven(read_story(source).claims, source) == []


@EXAMPLES
@given(text=hostile_text)
def test_hostile_text_without_an_award_is_read_too(text: str) -> None:
    source = article(text)

    assert unproven(read_story(source).claims, source) == []


@pytest.mark.parametrize("repeated", [*REPEATED, *GAPS], ids=lambda each: each.name)
def test_one_thing_over_and_over_is_read_without_an_error(repeated: Repeated) -> None:
    source = repeated.story(1_500)

    assert unproven(read_story(source).claims, source) == []


@pytest.mark.parametrize("zero", "٠۰०๐𝟎")
def test_a_list_numbered_in_digits_of_another_script_is_read(zero: str) -> None:
    one, two = chr(ord(zero) + 1), chr(ord(zero) + 2)
    items = f"{one}. Kabupaten Blora\n{two}. Kabupaten Kendal"

    source = article(f"{GRANT}. Inilah peringkat terbaik:\n{items}", HEADLINE)

    assert unproven(read_story(source).claims, source) == []


def test_the_words_of_every_pattern_are_read() -> None:
    source = article(every_pattern_once(), HEADLINE)

    assert unproven(read_story(source).claims, source) == []


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
    source = Repeated(name=unit, unit=unit).story(size)

    assert unproven(read_story(source).claims, source) == []


@pytest.mark.heavy
@pytest.mark.parametrize("unit", ["Pemkab Blora meraih nilai 93,74, ", "padi ", "a", "7"])
def test_a_line_of_a_hundred_thousand_characters_is_read(unit: str) -> None:
    source = Repeated(name=unit, unit=unit).story(100_000)

    assert unproven(read_story(source).claims, source) == []
