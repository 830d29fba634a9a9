"""Patterns that look only where one of their first words stands.

Most of what the reader asks a text for is not in it. An `IndexedText` knows where its words begin:
a pattern none of whose first words it holds is never run, and any other only where they stand.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from sys import maxsize

from crawler.awards.first_words import FEW_LETTERS, MOST_LETTERS, first_letters

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[a-z0-9]+")

Places = Sequence[int]


class IndexedText(str):
    """A folded text that knows where its words begin."""

    @cached_property
    def words(self) -> Sequence[str]:
        """Runs of letters and digits in lower case, in their order."""
        return _WORD.findall(self.lower())

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each of them begins."""
        return [match.start() for match in _WORD.finditer(self)]

    @cached_property
    def by_letters(self) -> Mapping[str, Places]:
        """Where words begin, by the keys of `first_letters`."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for word, place in zip(self.words, self.starts, strict=True):
            found[word[:MOST_LETTERS]].append(place)
            if len(word) > FEW_LETTERS:
                found[word[:FEW_LETTERS]].append(place)
        for key in [key for key in found if key < "a" or not key.isascii()]:
            plain = _PLAIN.match(key) if 1 < len(key) <= FEW_LETTERS else None
            if plain is not None:
                found[plain[0][:1] if key < "a" else plain[0]] += found[key]
        return found

    @cached_property
    def letters(self) -> frozenset[str]:
        """The first letters of its words."""
        return frozenset(self.by_letters)

    @cached_property
    def places(self) -> dict["WordPattern", Places]:
        """Where the matches of a pattern may begin, for each that was asked for."""
        return {}


class WordPattern:
    """A pattern of words, asked as `re.Pattern` is."""

    __slots__ = ("__dict__", "fullmatch", "match", "plain", "source")

    def __init__(self, plain: re.Pattern[str], source: str) -> None:
        """`source` is what `plain` was made from: it tells with which words a match begins."""
        self.plain, self.source = plain, source
        self.match, self.fullmatch = plain.match, plain.fullmatch

    @cached_property
    def _letters(self) -> frozenset[str] | None:
        return first_letters(self.source)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in the stretch."""
        places = text.places.get(self) if isinstance(text, IndexedText) else None
        if places is None and (places := self._placed(text)) is None:
            return self.plain.search(text, start, end)
        for index in range(bisect_left(places, start), len(places)) if places else ():
            if places[index] >= end:
                break
            found = self.match(text, places[index], end)
            if found is not None:
                return found
        return None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches in the stretch."""
        places = text.places.get(self) if isinstance(text, IndexedText) else None
        if places is None and (places := self._placed(text)) is None:
            return self.plain.finditer(text, start, end)
        first = bisect_left(places, start) if places else 0
        if first == len(places) or places[first] >= end:
            return iter(())
        return self._matches(text, places, first, end)

    def _placed(self, text: str) -> Places | None:
        """Where matches may begin, kept with the text; None where they may anywhere."""
        if self._letters is None or not isinstance(text, IndexedText):
            return None
        here = [text.by_letters[each] for each in self._letters & text.letters]
        places = here[0] if len(here) == 1 else sorted({place for each in here for place in each})
        text.places[self] = places
        return places

    def _matches(self, text: str, places: Places, first: int, end: int) -> Iterator[re.Match[str]]:
        behind = 0
        for index in range(first, len(places)):
            place = places[index]
            if place >= end:
                break
            if place >= behind and (found := self.match(text, place, end)) is not None:
                behind = found.end()
                yield found
