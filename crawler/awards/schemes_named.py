"""Which schemes a story speaks of, and which one a place in it belongs to."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice

from crawler.awards.bodies import Cast
from crawler.awards.catalogue import Scheme, word_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeMention:
    """A scheme named (or hinted at) in the story; `scheme` is None for one we do not read."""

    start: int
    end: int
    scheme: str | None
    is_name: bool
    """True for its name, False for a cue or its grantor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemesNamed:
    """All mentions in order, and the schemes the story is about."""

    mentions: tuple[SchemeMention, ...]
    starts: tuple[int, ...]
    active: Mapping[str, Scheme]

    def scheme_at(self, offset: int, start: int, end: int) -> str | None:
        """The scheme that a place in the sentence `start..end` belongs to.

        The last one named before it in the sentence, else the first after it in the sentence,
        else the last one before the sentence, else the first of the story. None when that is a
        scheme we do not read.
        """
        position = bisect_left(self.starts, offset)
        if position and self.starts[position - 1] >= start:
            return self.mentions[position - 1].scheme
        if position < len(self.starts) and self.starts[position] < end:
            return self.mentions[position].scheme
        return self._last_of_ours(position)

    def speaks_of(self, scheme: str, start: int, end: int) -> bool:
        """Whether the stretch `start..end` names the scheme or hints at it."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return any(mention.scheme == scheme for mention in self.mentions[first:last])

    def _last_of_ours(self, position: int) -> str | None:
        """Another scheme's name reaches to the end of its sentence only."""
        for index in range(position - 1, -1, -1):
            if self.mentions[index].scheme is not None:
                return self.mentions[index].scheme
        later = (m.scheme for m in islice(self.mentions, position, None) if m.scheme)
        return next(later, None)


def find_schemes(folded: str, cast: Cast, catalogue: Mapping[str, Scheme]) -> SchemesNamed:
    """Schemes named in the folded text; a cue counts only where the grantor is named too."""
    granting = {grantor.scheme for grantor in cast.grantors}
    mentions: list[SchemeMention] = []
    active: dict[str, Scheme] = {}
    for scheme in catalogue.values():
        named = _mentions(folded, scheme.names, scheme.id, is_name=True)
        hinted = _mentions(folded, scheme.cues, scheme.id, is_name=False) if scheme.cues else []
        excluded = scheme.excludes is not None and scheme.excludes.search(folded) is not None
        if excluded or not (named or (hinted and scheme.id in granting)):
            continue
        active[scheme.id] = scheme
        mentions += named
        if scheme.id in granting:
            mentions += hinted
    mentions += [
        SchemeMention(start=g.start, end=g.end, scheme=g.scheme, is_name=False)
        for g in cast.grantors
        if g.scheme in active
    ]
    if active:
        mentions += _others(folded, mentions)
    ordered = tuple(sorted(mentions, key=lambda m: m.start))
    return SchemesNamed(mentions=ordered, starts=tuple(m.start for m in ordered), active=active)


def _mentions(
    folded: str, pattern: re.Pattern[str], scheme: str, *, is_name: bool
) -> list[SchemeMention]:
    return [
        SchemeMention(start=m.start(), end=m.end(), scheme=scheme, is_name=is_name)
        for m in pattern.finditer(folded)
    ]


def _others(folded: str, ours: Iterable[SchemeMention]) -> list[SchemeMention]:
    spans = [(mention.start, mention.end) for mention in ours]
    return [
        SchemeMention(start=match.start(), end=match.end(), scheme=None, is_name=True)
        for match in _other_names().finditer(folded)
        if not any(start <= match.start() < end for start, end in spans)
    ]


@cache
def _other_names() -> re.Pattern[str]:
    source = resources.files("crawler.awards") / "other_schemes.toml"
    return word_pattern(tomllib.loads(source.read_text(encoding="utf-8"))["names"])
