"""Words arranged by their letters match what they match one after the other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.awards.word_tree import compile_words

PATTERNS = (
    r"\b(?:(?:me|di)?raih|menerima|terima|naik|naik kelas|nilai\w*)\b",
    r"(?:nilai|(?:me|di)?raih|a+b|\d+ poin|nilainya|A-|s\.d\.|[(|]x|rai?h)",
    r"(?<![\w-])(?:(?:(?:se)?per)?empat|(?<!ke)dua|dua|satu|tiga|ikan|dua puluh)(?!\w)",
    r"(?:(?P<kota>raih|rai|ra)|nilai|meraih|menerima|naik)(?:nya)?",
    r"\b(?:naik|(?<!di)(?<!ke |se )(?:dua|naik)|(?<=per )(?:\d+|ikan)|(?<!me)raih|dua)(?!\w)",
    r"\((?:raih|nilai|naik|\)|\||dua)\)?|(?:raih|nilai)x",
    r"(?:(?P<got>(?:(?:me|di)?raih|naik|nilai|dua|ikan|a+b)\b)|empat|se|(?:ra|na)ik|per)(?:nya)?",
)
_PIECES = (
    *("me", "di", "raih", "nilai", "nya", "naik", " kelas", " ", "-", "dua", "ke", "se", "per"),
    *("empat", "7", " poin", "(", "|", ")", "x", "a", "A", "B", "\u0130kan", "\u0131kan", "s.d."),
)
words = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=words)
def test_a_tree_finds_what_the_words_in_a_row_find(pattern: str, text: str) -> None:
    tree, plain = compile_words(pattern), re.compile(pattern, re.IGNORECASE)

    for told in (text, text.upper()):
        found = [(match.span(), match.groupdict()) for match in tree.finditer(told)]
        assert found == [(match.span(), match.groupdict()) for match in plain.finditer(told)]


def test_where_case_counts_only_groups_that_ignore_it_are_arranged() -> None:
    pattern = compile_words(r"\b(?i:nilai|skor|hasil|opini|mutu) (?:A|B|C|D|E)\b", flags=0)

    assert pattern.search("NILAI A")
    assert not pattern.search("nilai a")


def test_a_bracket_left_open_is_an_error() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compile_words(r"\b(?:raih|nilai")
