"""Which schemes a story may speak of: a first look that most news of a night does not pass."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache

from crawler.awards.catalogue import Scheme, load_catalogue

_COMMONEST = " aneitrksudmlgpbhoyjcwfvzqx"
"""Characters of the news, the commonest first; digits and signs are rarer than all of them."""


class Gate:
    """Knows the words without which no story speaks of a scheme."""

    def __init__(self, catalogue: Mapping[str, Scheme]) -> None:
        """`catalogue` holds the schemes by id."""
        self._catalogue = catalogue
        words = {word for scheme in catalogue.values() for word in scheme.gate}
        self._any_word = re.compile(by_rarest_letter(words))

    def schemes_hinted_at(self, lowered: str) -> Mapping[str, Scheme]:
        """By id, those with a word of their `gate` in the lower-case text."""
        if self._any_word.search(lowered) is None:
            return {}
        return {
            scheme.id: scheme
            for scheme in self._catalogue.values()
            if any(word in lowered for word in scheme.gate)
        }


@cache
def load_gate() -> Gate:
    """The gate of all schemes that are read. Raises CatalogueError."""
    return Gate(load_catalogue())


def by_rarest_letter(words: Collection[str]) -> str:
    """A pattern for any of the words that looks only where the rarest letter of one stands.

    Ordinary news is looked through in half the time that it takes to ask for word after word.
    """
    endings: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if not any(other in word for other in words if other != word):
            rarest = max(word, key=lambda character: _COMMONEST.find(character) % 99)
            ending = re.escape(word[word.index(rarest) + 1 :])
            endings[rarest].append(f"{ending}(?<={re.escape(word)})")
    return "|".join(f"{re.escape(rare)}(?:{'|'.join(each)})" for rare, each in endings.items())
