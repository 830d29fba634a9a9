"""Patterns that look only where one of their first words stands find what they find everywhere."""

import re
from importlib import import_module
from itertools import product
from pkgutil import iter_modules
from string import ascii_lowercase, digits

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import crawler.awards
from crawler.awards.first_words import first_letters
from crawler.awards.word_patterns import IndexedText, WordPattern

PATTERNS = (
    r"\b(?:(?:me|di)?raih|naik(?: kelas)?|nilai\w*)\b",
    r"(?<!ke)(?<![\w-])(?:dua|raih)(?!\w)|\bper \d+",
    r"(?:(?<= )|(?<=-))(?P<more>\bnilai|\bdi\w+)|\bse-?dua",
    r"\b\d+ (?:poin|dua)|\b[a-d]ua\b|\b(?-i:Raih|DUA)",
    r"\bnilai\W+(?:\w+ ){0,2}$|\bke(?:-\d)?(?=\W)",
    r"\b(?:\w+ )?raih",
    r"raih|\bdua",
)
FIRST_LETTERS = {
    r"\bnilai\b": {"nilai"},
    r"\bnilai\w+|\bskor": {"nil", "sko"},
    r"\b(?:me|di)?raih\b": {"meraih", "diraih", "raih"},
    r"(?<!ke)\b(?:di|ke)[ -]atas": {"di", "ke"},
    r"\bpenghargaan": {"pengha"},
    r"\b[ks]ota?\b": {"kot", "sot", "kota", "sota"},
    r"\b20\d\d|\b[5-7]\s": {"2", "5", "6", "7"},
    r"\b\w+ kota": None,
    r"\bk\w+": None,
    r"kota|\bdua": None,
    r"\b(?>kota)": None,
    r",\s+kota": None,
}
ASKED_OF_A_FEW_CHARACTERS = {
    *("attributes._CUE", "attributes._CLOSE_CUE", "cue_words.HOPED", "editions._IN_DATE"),
    *("history.EARLIER_BEHIND", "history.NOW", "history_words.EARLIER_BEHIND", "history_words.NOW"),
    *("number_kinds._SOMETHING_BEHIND", "ownership.RESUMES", "ownership.CLOSES", "places._STOP"),
    *("clauses_behind.RESUMES", "clauses_behind.CLOSES", "regions_named._PREFIX"),
}
"""Or at one place: any other pattern of ours looks only where one of its first words stands."""
_PIECES = (
    *("me", "di", "raih", "nilai", "nya", "naik", " kelas", " ", "-", "dua", "ke", "se", "per"),
    *("empat", "7", " 12 poin", "(", "_", "a", "A", "DUA", "Raih", "\xe9", "\n", ". "),
)
words = st.lists(st.sampled_from(_PIECES), max_size=16).map("".join)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=words, stretch=st.tuples(st.integers(0, 40), st.integers(0, 60)))
@example(text="12 poin raihme", stretch=(0, 12))
@example(text="diraih dua", stretch=(2, 6))
def test_an_indexed_text_holds_the_same_matches(
    pattern: str, text: str, stretch: tuple[int, int]
) -> None:
    plain = re.compile(pattern, re.IGNORECASE)
    placed = WordPattern(plain, pattern)
    at_first = IndexedText(text)
    assert bool(placed.search(at_first)) == bool(plain.search(text))
    asked_before = IndexedText(text)

    start, end = stretch
    while text[max(0, end - 1) : end + 1].isalnum():
        end += 1
    for indexed, span in product((at_first, asked_before), ((), (start, end))):
        found = [match.span() for match in placed.finditer(indexed, *span)]
        assert found == [match.span() for match in plain.finditer(text, *span)]
        first = placed.search(indexed, *span)
        assert (first and first.span()) == (found[0] if found else None)


@given(text=words | st.text())
@example(text="Caf\xe9 S\xe3o_Tom\xe9 \u0663 \xb2 x\u0301y 93,74\n-ke-2")
def test_words_are_runs_of_letters_and_digits(text: str) -> None:
    indexed = IndexedText(
        text.replace("\u0130", "I")
    )  # `fold` leaves none: its small form is longer

    found = list(re.finditer(r"[^\W_]+", indexed.lower()))

    assert list(indexed.words) == [word[0] for word in found]
    assert list(indexed.starts) == [word.start() for word in found]


@pytest.mark.parametrize(("pattern", "letters"), FIRST_LETTERS.items())
def test_the_first_letters_are_read_from_the_pattern(
    pattern: str, letters: set[str] | None
) -> None:
    found = first_letters(pattern)

    assert (found and set(found)) == letters


def test_two_letters_that_go_on_are_spelled_out() -> None:
    further = {f"di{each}" for each in ascii_lowercase + digits}

    assert set(first_letters(r"\bdi\w+") or ()) == {"di"} | further


def test_the_patterns_of_the_reader_know_their_first_words() -> None:
    unsure = {
        f"{module.name}.{name}"
        for module in iter_modules(crawler.awards.__path__)
        for name, value in vars(import_module(f"crawler.awards.{module.name}")).items()
        if isinstance(value, WordPattern) and value.letters is None
    }

    assert unsure == ASKED_OF_A_FEW_CHARACTERS
