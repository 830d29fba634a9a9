"""Which schemes a story may speak of: a first look that most news of a night does not pass."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from crawler.awards.catalogue import Scheme, load_catalogue

_COMMONEST = " aneitrksudmlgpbhoyjcwfvzqx"
"""Characters of the news, the commonest first; digits and signs are rarer than all of them."""
_COMMON = frozenset(_COMMONEST[:14])
"""A word of these alone is asked for by itself: a pattern would stop at them too often."""


class Gate:
    """Knows the words without which no story speaks of a scheme."""

    def __init__(self, catalogue: Mapping[str, Scheme]) -> None:
        """`catalogue` holds the schemes by id."""
        self._catalogue = catalogue
        words = {word for scheme in catalogue.values() for word in scheme.gate}
        self._common = tuple(sorted(word for word in words if _COMMON.issuperset(word)))
        rare = words.difference(self._common)
        self._any_word = re.compile(by_rarest_letter(rare))
        self._each_word = re.compile(
            "|".join(f"{first}(?={rests})" for first, rests in _by_letter(rare))
        )
        self._by_letters: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for word in sorted(rare):
            index = word.index(_rarest(word))
            self._by_letters[word[index : index + 2]].append((index, word))
        self._having: dict[str, list[str]] = defaultdict(list)
        for scheme in catalogue.values():
            for word in scheme.gate:
                self._having[word].append(scheme.id)

    def schemes_hinted_at(self, lowered: str) -> Mapping[str, Scheme]:
        """By id, those with a word of their `gate` in the lower-case text."""
        found = {word for word in self._common if word in lowered}
        if not found and self._any_word.search(lowered) is None:
            return {}
        for match in self._each_word.finditer(lowered):
            self._add_words_around(lowered, match.start(), found)
        hinted = {scheme for word in found for scheme in self._having[word]}
        return {name: scheme for name, scheme in self._catalogue.items() if name in hinted}

    def _add_words_around(self, lowered: str, at: int, found: set[str]) -> None:
        """The words whose rarest letter stands there: by it and the next, or by it as the last."""
        for letters in (lowered[at : at + 2], lowered[at]):
            for index, word in self._by_letters.get(letters, ()):
                if word not in found and lowered.startswith(word, max(0, at - index)):
                    found.add(word)


@cache
def load_gate() -> Gate:
    """The gate of all schemes that are read. Raises CatalogueError."""
    return Gate(load_catalogue())


def by_rarest_letter(words: Collection[str]) -> str:
    """A pattern for any of the words that looks only where the rarest letter of one stands.

    Ordinary news is looked through in half the time that it takes to ask for word after word.
    """
    return "|".join(f"{first}(?:{rests})" for first, rests in _by_letter(_shortest(words)))


def _by_letter(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Patterns for the letters that are looked for, and for what makes a word around each."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        rarest = _rarest(word)
        behind = re.escape(word[word.index(rarest) + 1 :])
        rests[rarest].append(f"{behind}(?<={re.escape(word)})")
    for letter, each in rests.items():
        yield re.escape(letter), "|".join(each)


def _shortest(words: Collection[str]) -> set[str]:
    """Without those that hold another."""
    return {word for word in words if not any(o in word for o in words if o != word)}


def _rarest(word: str) -> str:
    return max(word, key=lambda character: _COMMONEST.find(character) % 99)
