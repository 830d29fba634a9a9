"""All that the cues look at, and the questions that every one of them may ask of it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from crawler.awards.cue_words import AWARD
from crawler.awards.earlier_states import TIMELINE
from crawler.awards.editions import Edition
from crawler.awards.facts import Fact
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Story
from crawler.awards.word_patterns import WordPattern

_CLAUSE_END = re.compile(r"[,;:?!]\s|\s-\s")
_ASKS = re.compile(
    r"\W*(?:siapa(?:kah)?|berapa|kapan|apakah|benarkah|akankah|mampukah|bisakah|sudahkah)\b",
    re.IGNORECASE,
)
_LEAD = 6
"""Sentences after the headline that tell a news story's point."""
_LEAD_LENGTH = 500
"""Characters that they have at least, where sentences are short."""

_YEARS = 2
"""Years of lines that make a chronicle."""

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All that the cues look at; without slots, as dozens of them ask for the same again."""

    story: Story
    named: SchemesNamed
    facts: Sequence[Fact]
    editions: Mapping[str, Edition]
    recipients: int
    """Bodies that facts or granting sentences name as receiving."""

    @cached_property
    def _answers(self) -> dict[Callable[["Evidence"], bool], bool]:
        return {}

    def once(self, asks: Callable[["Evidence"], bool]) -> bool:
        """The answer to a question that several cues ask, looked for once."""
        if asks not in self._answers:
            self._answers[asks] = asks(self)
        return self._answers[asks]

    @cached_property
    def headline(self) -> Span:
        """From its first to its last character."""
        return 0, max(0, self.story.text_start - 1)

    @cached_property
    def headline_clauses(self) -> list[Span]:
        """What the marks of the headline part: each tells a thing of its own."""
        start, end = self.headline
        marks = [m.start() for m in _CLAUSE_END.finditer(self.story.folded, start, end)]
        return list(pairwise([start, *marks, end]))

    @cached_property
    def text(self) -> Span:
        """All behind the headline."""
        return self.story.text_start, len(self.story.folded)

    @cached_property
    def length(self) -> int:
        """Characters of the text."""
        return self.text[1] - self.text[0]

    def depth(self, offset: int) -> float:
        """How far into the text a place lies, from 0 to 1; below 0 in the headline."""
        return (offset - self.text[0]) / max(1, self.length)

    @cached_property
    def body(self) -> list[Span]:
        """The sentences of the text."""
        return [(s.start, s.end) for s in self.story.sentences if s.start >= self.text[0]]

    @cached_property
    def lead(self) -> list[Span]:
        """The first of them."""
        stop = self.text[0] + _LEAD_LENGTH
        return [span for i, span in enumerate(self.body) if i < _LEAD or span[1] < stop]

    @cached_property
    def schemes(self) -> list[str]:
        """Those that the story names and that give to bodies, not to persons alone."""
        return [s.id for s in self.named.active.values() if set(s.recipients) != {"person"}]

    @cached_property
    def held(self) -> list[Fact]:
        """What is told as granted, of this edition."""
        current = (f for f in self.facts if f.is_current(self.editions[f.scheme].year))
        return [fact for fact in current if fact.scheme in self.schemes]

    @cached_property
    def is_chronicle(self) -> bool:
        """All who have a result stand in lines that begin with a year, of two years at least."""
        folded = self.story.folded
        lines = [
            (s, line[1])
            for s in self.story.sentences
            if (line := TIMELINE.match(folded, s.start, s.end)) is not None
        ]
        if len({year for _, year in lines}) < _YEARS:
            return False
        inside = (any(s.start <= f.owner.start < s.end for s, _ in lines) for f in self.held)
        return bool(self.held) and all(inside)

    @cached_property
    def own(self) -> list[int]:
        """Where the schemes are named."""
        return [m.start for m in self.named.mentions if m.scheme in self.schemes]

    def says(self, pattern: WordPattern, span: Span) -> bool:
        """Whether the words stand in the span, outside the names of schemes."""
        first = pattern.search(self.story.folded, *span)
        if first is None or not self.is_in_name(first.start()):
            return first is not None
        return any(not self.is_in_name(match.start()) for match in self.matches(pattern, span))

    def holds(self, pattern: WordPattern, span: Span) -> bool:
        """Whether the words stand anywhere in the span, in a scheme's name too."""
        return pattern.search(self.story.folded, *span) is not None

    def matches(self, pattern: WordPattern, span: Span) -> Iterator[re.Match[str]]:
        """The words of the pattern in the span."""
        return pattern.finditer(self.story.folded, *span)

    def asks(self, span: Span) -> bool:
        """Whether a clause ends in a question mark, or begins as a question does."""
        ends = self.story.folded[span[0] : span[1] + 1].rstrip().endswith("?")
        return ends or _ASKS.match(self.story.folded, *span) is not None

    def is_in_name(self, offset: int) -> bool:
        """Whether the place is part of a scheme's name ("Dukcapil Bisa")."""
        return any(m.is_name and m.start <= offset < m.end for m in self.named.mentions)

    def speaks_of_scheme(self, span: Span) -> bool:
        """Whether one of our schemes is named in the span."""
        return bisect_left(self.own, span[0]) < bisect_left(self.own, span[1])

    def speaks_of_award(self, span: Span) -> bool:
        """Whether one of our schemes or a word for an award stands in the span."""
        return self.speaks_of_scheme(span) or self.says(AWARD, span)

    def has_result(self, span: Span) -> bool:
        """Whether something granted is told in the span."""
        return bisect_left(self.results, span[0]) < bisect_left(self.results, span[1])

    @cached_property
    def results(self) -> list[int]:
        """Where something granted is told, in the order of the text."""
        return sorted(fact.start for fact in self.held)

    @cached_property
    def _granting(self) -> dict[Span, bool]:
        return {}

    def grants(self, span: Span) -> bool:
        """An award is taken or given, or somebody comes to stand at a result."""
        if span not in self._granting:
            self._granting[span] = self._grants(span)
        return self._granting[span]

    def _grants(self, span: Span) -> bool:
        if self.story.moods.first_taking(*span) is not None:
            return self.speaks_of_award(span) or self.has_result(span)
        return self.has_result(span) and self.story.moods.grants(*span)

    def wishes(self, span: Span) -> bool:
        """A word of wish or target that is no part of a name."""
        wishes = self.story.moods.wishes(*span)
        return bool(wishes) and not all(self.is_in_name(wish.start()) for wish in wishes)
