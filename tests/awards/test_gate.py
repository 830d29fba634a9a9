"""The first look lets pass every story that holds a word of a scheme's gate, and no other."""

import re

from hypothesis import given
from hypothesis import strategies as st

from crawler.awards.catalogue import load_catalogue
from crawler.awards.gate import by_rarest_letter, load_gate
from crawler.awards.word_patterns import IndexedText

SCHEMES = tuple(load_catalogue().values())
WORDS = sorted({word for scheme in SCHEMES for word in scheme.gate})
text = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(lambda word: word[1:]),
        st.sampled_from(WORDS).map(lambda word: word[:-1]),
        st.sampled_from([" ", "a", "(", "\n", "panen padi"]),
    ),
    max_size=6,
).map("".join)


@given(text=text)
def test_the_schemes_hinted_at_are_those_with_a_word_in_the_text(text: str) -> None:
    hinted = {scheme.id for scheme in SCHEMES if any(word in text for word in scheme.gate)}

    for printed in (text, text.upper()):
        assert set(load_gate().schemes_hinted_at(IndexedText(printed))) == hinted


def test_every_word_alone_passes() -> None:
    pattern = re.compile(by_rarest_letter(WORDS))

    assert [word for word in WORDS if pattern.search(word) is None] == []


def test_a_word_of_signs_and_common_letters_is_found() -> None:
    assert re.search(by_rarest_letter([" a ", "(rb)"]), "nilai (rb) naik")
