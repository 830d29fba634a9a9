"""The words that a pattern's matches begin with, by their first letters.

They are read from the pattern's own text, so that nobody lists words twice.
"""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase, digits, printable

from crawler.awards.pattern_text import (
    QUANTIFIER,
    end_of_character,
    end_of_group,
    split_at_bars,
)

FEW_LETTERS, MOST_LETTERS = 3, 6
"""So many tell words apart well enough; the few where a pattern does not tell more of a word."""
_LETTERS = ascii_lowercase + digits
_WORD_BEGINS = (r"\b", r"(?<![\w-])", r"(?<!\w)")
_GOES_ON = "*"
"""Behind first letters: the word may go on with any others."""
_ENDS = "."
"""Behind first letters: the word has no more."""
_LOOKING = ("(?=", "(?!", "(?<=", "(?<!")
_NO_WIDTH = (r"\b", r"\B", r"\Z", "$", "^")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[a-z-]*:)|(?!\?))")
_LAZY = re.compile(r"[?+]?")


class _UnsureError(Exception):
    """A match may begin with any word, or within one."""


def first_letters(pattern: str) -> frozenset[str] | None:
    """The first letters, in lower case, of every word that a match of the pattern may begin with.

    Six, or fewer where the word has no more; three where the pattern lets it go on in any way; of a
    number the first digit. None where a match may begin with any word, or within one.
    """
    try:
        told = {each for one in split_at_bars(pattern) for each in _of_alternative(one)}
        return frozenset(key for each in told for key in _keys(each))
    except _UnsureError:
        return None


def _keys(told: str) -> Iterator[str]:
    letters = told.rstrip(_GOES_ON + _ENDS)
    if letters[:1] in digits and letters:
        yield letters[0]
    elif told.endswith(_GOES_ON) and len(letters) < FEW_LETTERS:
        if len(letters) < FEW_LETTERS - 1:
            raise _UnsureError
        yield from (letters, *(letters + another for another in _LETTERS))
    elif letters:
        yield letters[:FEW_LETTERS] if told.endswith(_GOES_ON) else letters
    else:
        raise _UnsureError


def _of_alternative(pattern: str) -> frozenset[str]:
    if pattern.startswith(_WORD_BEGINS):
        mark = next(mark for mark in _WORD_BEGINS if pattern.startswith(mark))
        return _begins(pattern[len(mark) :], MOST_LETTERS)
    if not pattern.startswith("("):
        raise _UnsureError
    end = end_of_group(pattern, 0)
    quantifier, rest = _quantified(pattern, end)
    if quantifier:
        raise _UnsureError
    if pattern.startswith(_LOOKING):
        return _of_alternative(rest)
    inner = pattern[_opening(pattern) : end - 1]
    return frozenset[str]().union(*(_of_alternative(each + rest) for each in split_at_bars(inner)))


@cache
def _begins(pattern: str, wanted: int) -> frozenset[str]:
    """How what the pattern matches begins: so many letters, or fewer and a mark of what follows."""
    if not wanted:
        return frozenset({""})
    if not pattern:
        return frozenset({_GOES_ON})
    if pattern.startswith(_LOOKING):
        return _begins(pattern[end_of_group(pattern, 0) :], wanted)
    if pattern.startswith(_NO_WIDTH):
        return frozenset({_ENDS})
    if pattern.startswith("("):
        return _of_group(pattern, wanted)
    end = end_of_character(pattern, 0)
    quantifier, rest = _quantified(pattern, end)
    behind = rest if quantifier in ("", "?") else r"\w"
    found: set[str] = set()
    for each in _characters(pattern[:end]):
        is_letter = each not in (_GOES_ON, _ENDS)
        found |= {each + more for more in _begins(behind, wanted - 1)} if is_letter else {each}
    return frozenset(found) | (_begins(rest, wanted) if _may_lack(quantifier) else frozenset())


def _of_group(pattern: str, wanted: int) -> frozenset[str]:
    end = end_of_group(pattern, 0)
    quantifier, rest = _quantified(pattern, end)
    behind = rest if quantifier in ("", "?") else r"\w"
    found: set[str] = set()
    for each in split_at_bars(pattern[_opening(pattern) : end - 1]):
        found |= _begins(each + behind, wanted)
    return frozenset(found) | (_begins(rest, wanted) if _may_lack(quantifier) else frozenset())


def _opening(pattern: str) -> int:
    """Where the alternatives of the group begin."""
    opening = _GROUP.match(pattern)
    if opening is None:
        raise _UnsureError
    return opening.end()


def _quantified(pattern: str, end: int) -> tuple[str, str]:
    """How often what ends there may stand, and what follows it."""
    quantifier = QUANTIFIER.match(pattern, end)
    if quantifier is None:
        return "", pattern[end:]
    return quantifier[0], _LAZY.sub("", pattern[quantifier.end() :], count=1)


def _may_lack(quantifier: str) -> bool:
    return quantifier.startswith(("?", "*", "{0", "{,"))


@cache
def _characters(printed: str) -> frozenset[str]:
    """The letters and digits that a letter, sign or set of a pattern stands for."""
    try:
        one = re.compile(printed, re.IGNORECASE | re.DOTALL)
    except re.error:  # the beginning of a longer one, as \x41
        return frozenset({_GOES_ON})
    if one.fullmatch("\xe9") or one.fullmatch("_"):
        return frozenset({_GOES_ON})
    found = {letter for letter in _LETTERS if one.fullmatch(letter)}
    signs = (sign for sign in printable if not sign.isalnum() and one.fullmatch(sign))
    return frozenset(found | ({_ENDS} if not found or next(signs, None) else set()))
