"""Patterns that look only where one of their first words stands.

Most of what the reader asks a text for is not in it. An `IndexedText` knows where its words begin:
a pattern none of whose first words it holds is never run, and any other only where they stand.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import maxsize
from typing import ClassVar

from crawler.awards.first_words import FEW_LETTERS, MOST_LETTERS, first_letters

_BEHIND_PLAIN_LETTERS = re.compile(r"[^a-z0-9].*")
_NOWHERE: Sequence[int] = (maxsize,)
_MOST_WORDS = 20_000
"""Words whose patterns are remembered: more than a night's news repeats."""

Places = Sequence[int]
Stretch = tuple[int, int]
"""A part of a text, from and to."""


class _Spaced(dict[int, str]):
    """For `str.translate`: letters and digits as they are, a space for any other character."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if chr(code).isalnum() else " "
        return self[code]


_SPACED = _Spaced()


class IndexedText(str):
    """A folded text that knows where its words begin."""

    @cached_property
    def words(self) -> Sequence[str]:
        """Runs of letters and digits in lower case, in their order."""
        return self._words_and_starts[0]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each of them begins."""
        return self._words_and_starts[1]

    @cached_property
    def capitals(self) -> Sequence[int]:
        """Which of the words begin with a capital letter, by their number."""
        return [nth for nth, start in enumerate(self.starts) if self[start].isupper()]

    @cached_property
    def _words_and_starts(self) -> tuple[Sequence[str], Places]:
        words, starts, start = [], [], 0
        for word in self.lower().translate(_SPACED).split(" "):
            if word:
                words.append(word)
                starts.append(start)
            start += len(word) + 1
        return words, starts

    @cached_property
    def places(self) -> "_PlacesOfPatterns":
        """Where the matches of a pattern may begin."""
        return _PlacesOfPatterns(self.words, self.starts)


_ByLetters = Mapping[str, tuple[str, ...]]
"""The sources of the patterns that begin with a word, by the keys of `first_letters`."""


class _SourcesOfWords(dict[str, tuple[str, ...]]):
    """The sources of the patterns that may begin with a word; most texts have the same words.

    Looking a word up instead of cutting its letters off again makes reading 2 % cheaper.
    """

    def __init__(self, by_letters: _ByLetters) -> None:
        super().__init__()
        self._by_letters = by_letters

    def __missing__(self, word: str) -> tuple[str, ...]:
        few = word[:FEW_LETTERS]
        if few < "a":
            few = few[0]
        elif not few.isascii():
            few = _BEHIND_PLAIN_LETTERS.sub("", few)
        sources = self._by_letters.get(few, ())
        if len(word) > FEW_LETTERS:
            sources += self._by_letters.get(word[:MOST_LETTERS], ())
        if len(self) < _MOST_WORDS:
            self[word] = sources
        return sources


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The patterns that any text was asked for: most texts are asked for the same."""

    letters: Mapping[str, frozenset[str] | None]
    """Of each source, what `first_letters` tells."""
    by_letters: _ByLetters
    by_word: _SourcesOfWords

    def and_for(self, source: str) -> "_Asked":
        """With one more. What others go through meanwhile stays as it is."""
        if source in self.letters:
            return self
        letters = first_letters(source)
        added = {key: (*self.by_letters.get(key, ()), source) for key in letters or ()}
        by_letters = {**self.by_letters, **added}
        return _Asked(
            letters={**self.letters, source: letters},
            by_letters=by_letters,
            by_word=_SourcesOfWords(by_letters),
        )


class _PlacesOfPatterns(dict[str, Places | None]):
    """Where the matches of a pattern may begin, by its source.

    One pass over the words places all patterns that any text was ever asked for; another one is
    placed when it is asked for. The last place is behind every text; None stands for a pattern
    that may match anywhere.
    """

    _asked: ClassVar[_Asked] = _Asked(letters={}, by_letters={}, by_word=_SourcesOfWords({}))

    def __init__(self, words: Sequence[str], starts: Places) -> None:
        """`words` of a text in lower case, and where they begin."""
        self._words, self._starts, self._placed = words, starts, self._asked
        super().__init__(self._places_of(self._placed.by_word))

    def __missing__(self, source: str) -> Places | None:
        places, asked = _NOWHERE, self._placed
        if source not in asked.letters:
            asked = _PlacesOfPatterns._asked = self._asked.and_for(source)
            alone = dict.fromkeys(asked.letters[source] or (), (source,))
            places = self._places_of(_SourcesOfWords(alone)).get(source, _NOWHERE)
        self[source] = None if asked.letters[source] is None else places
        return self[source]

    def _places_of(self, by_word: _SourcesOfWords) -> Mapping[str, Places]:
        found: dict[str, list[int]] = defaultdict(list)
        for sources, start in zip(map(by_word.__getitem__, self._words), self._starts, strict=True):
            for source in sources:
                found[source].append(start)
        for places in found.values():
            places.append(maxsize)
        return found


class WordPattern:
    """A pattern of words, asked as `re.Pattern` is.

    A word that the end of a stretch cuts is sought by all its letters: its stump may go unfound.
    """

    __slots__ = ("__dict__", "fullmatch", "match", "plain", "source")

    def __init__(self, plain: re.Pattern[str], source: str) -> None:
        """`source` is what `plain` was made from: it tells with which words a match begins."""
        self.plain, self.source = plain, source
        self.match, self.fullmatch = plain.match, plain.fullmatch

    @cached_property
    def letters(self) -> frozenset[str] | None:
        """The first letters of the words that a match may begin with; None if with any."""
        return first_letters(self.source)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in the stretch."""
        places = text.places[self.source] if isinstance(text, IndexedText) else None
        if places is None:
            return self.plain.search(text, start, end)
        index = bisect_left(places, start)
        while (place := places[index]) < end:
            found = self.match(text, place, end)
            if found is not None:
                return found
            index += 1
        return None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches in the stretch."""
        places = text.places[self.source] if isinstance(text, IndexedText) else None
        if places is None:
            return self.plain.finditer(text, start, end)
        first = bisect_left(places, start)
        return self._matches(text, places, first, end) if places[first] < end else iter(())

    def _matches(self, text: str, places: Places, index: int, end: int) -> Iterator[re.Match[str]]:
        behind = 0
        while (place := places[index]) < end:
            if place >= behind and (found := self.match(text, place, end)) is not None:
                behind = found.end()
                yield found
            index += 1
