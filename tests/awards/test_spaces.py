"""Long runs of spaces and empty lines are read as short ones, and found where they are printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.awards.reader import read_story
from crawler.awards.spaces import has_wide_spaces, squeeze
from crawler.awards.text import fold, whole_of
from tests.awards.corpus import spans_of
from tests.awards.stories import GRANT, HEADLINE, article

spaced = st.lists(
    st.sampled_from(["a", " ", "    ", "\n", "\n\n\n", "\t", "\u00a0", "\u2028"]), max_size=12
).map("".join)


def _has_wide_spaces(text: str) -> bool:
    source = article(text)
    return has_wide_spaces(source, fold(whole_of(source)))


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("a   b", "a   b"),
        ("a    b", "a   b"),
        ("a \t\u00a0 b", "a \t\u00a0b"),
        ("a\n\n\nb", "a\n\n\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\n \n\t\n  \n  b", "a\n\n  b"),
        ("a \u2028\x1c\x85 b", "a \u2028\x1cb"),
        ("a\nBaca juga: b\nc", "a\nBaca juga: b\nc"),
    ],
)
def test_a_long_run_is_cut_to_a_short_one(text: str, squeezed: str) -> None:
    assert squeeze(text).text == squeezed
    assert _has_wide_spaces(text) is (text != squeezed)


@given(text=spaced)
def test_what_is_left_stands_where_it_stood(text: str) -> None:
    short = squeeze(text)

    assert [text[short.place(at)] for at in range(len(short.text))] == list(short.text)
    assert re.sub(r"\s", "", short.text) == re.sub(r"\s", "", text)
    assert not _has_wide_spaces(short.text) or "\n " in short.text


def test_what_is_found_behind_empty_lines_is_quoted_where_it_is_printed() -> None:
    source = article("Kabar\n\n\n \n\n" + GRANT + " dengan nilai\n\n\n\n\n     93,74.", HEADLINE)
    printed = {"title": source.title, "text": source.text}

    claims = read_story(source).claims

    assert claims
    for each in (span for claim in claims for span in spans_of(claim)):
        assert each.quote == printed[each.source][each.start : each.end]
