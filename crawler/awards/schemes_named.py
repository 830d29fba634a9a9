"""Which schemes a story speaks of, and which one a place in it belongs to."""

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import islice

from crawler.awards.catalogue import Scheme, word_pattern
from crawler.awards.mentions import Cast
from crawler.awards.spans import Spans
from crawler.awards.word_patterns import WordPattern
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_NAME_LENGTH = 90
_ASPECTS = compile_words(
    r"\b(?:aspek|indikator|komponen|unsur|variabel|kriteria)\b[^\n]{0,80}?"
    r"(?:\b(?:antaranya|yakni|yaitu|meliputi|mencakup|adalah|ialah)\b|:)",
)
_ASPECTS_WITHIN = 250
_RIGHT_BEHIND = 40
_OCCASION = compile_words(
    r"\b(?:sosialisasi|bimtek|bimbingan\s+teknis|workshop|lokakarya|pendampingan|asistensi|pelatihan|"
    r"persiapan|menghadapi|menjelang|jelang|menyongsong|kick-?\s?off|entry\s+meeting)\s+"
    r"(?:[\w-]+\s+){0,4}$",
)
"""In front of a scheme that people meet about: "pembukaan sosialisasi PEKPPP"."""
_OCCASION_WITHIN = 70
_BRACKET = 4
"""Characters from a name to its short form in brackets."""
_GOES_ON = re.compile(r"\s*(?:[,.;]|dan\b|serta\b)")
_ABBREVIATED = re.compile(r" ?\(([A-Z][A-Z0-9-]{1,9})\)")
_CARRIED_ON = re.compile(
    r"[^.\n]{0,200}\.\s(?P<next>(?:Sedangkan|Disusul|Diikuti|Menyusul|Berikutnya)\b[^.\n]{0,200})"
)
"""Behind another award's name, where the next sentence goes on about it: "Sedangkan di posisi"."""
_PRIZE = compile_words(
    r"\b(?:penghargaan\s+)?kategori\s+(?:(?:selanjutnya|berikutnya|lain(?:nya)?|terakhir)\s+(?:adalah|ialah|yaitu|"
    r"yakni)\s+[^,.;\n]{3,60}|(?!(?i:pem(?:da|kab|kot|prov|erintah)|kabupaten|kota|provinsi|kementerian|"
    r"lembaga|instansi|badan|unit|opd|polres|desa|sangat|cukup|menuju|kualitas|kepatuhan)\b)(?:(?-i:[A-Z])[\w/&-]+\s+){1,5}(?-i:[A-Z])[\w/&-]+)"
)
"""A prize of an event by its name, not a class of recipients or a grade of one word."""


@frozen
class SchemeMention:
    """A scheme named (or hinted at) in the story; `scheme` is None for one we do not read."""

    start: int
    end: int
    scheme: str | None
    is_name: bool
    """True for its name, False for a cue or its grantor."""


@frozen
class SchemesNamed:
    """All mentions in order, and the schemes the story is about."""

    mentions: tuple[SchemeMention, ...]
    starts: tuple[int, ...]
    active: Mapping[str, Scheme]
    names: tuple[SchemeMention, ...] = ()
    """The mentions that name one of the schemes, and do not only hint at it."""

    def scheme_at(
        self, offset: int, start: int, end: int, fitting: Collection[str] | None = None
    ) -> str | None:
        """The scheme that a place in the sentence `start..end` belongs to.

        The last one named before it in the sentence (unless that is not of ours, and one of ours
        is named right behind: "predikat Pelayanan Prima PEKPPP"), else the first after it there,
        else the last one before the sentence, else the first of the story; only of those
        `fitting`, where they are given. None when it is a scheme we do not read.
        """
        allowed = self.active.keys() if fitting is None else fitting
        position = bisect_left(self.starts, offset)
        before = [m for m in self.mentions[self._from(start) : position] if self._is(m, allowed)]
        after = [m for m in self.mentions[position : self._from(end)] if self._is(m, allowed)]
        if before and not (after and _is_nearer(offset, before[-1], after[0])):
            return before[-1].scheme
        if after:
            return after[0].scheme
        return self._last_of_ours(position, allowed)

    def named_at(self, offset: int, start: int, end: int) -> str | None:
        """As `scheme_at`, by names alone; by cues where the story names none of the schemes."""
        if not self.names:
            return self.scheme_at(offset, start, end)
        at, first, last = (
            bisect_left(self.names, place, key=lambda name: name.start)
            for place in (offset, start, end)
        )
        only_behind = at == 0 or (at == first and at < last)
        return self.names[at if only_behind else at - 1].scheme

    def fit_for(self, kind: str, scheme: str | None, fitting: Collection[str]) -> str | None:
        """The scheme, or the rival of it among the `fitting` that gives to such recipients."""
        if scheme is None or kind in self.active[scheme].recipients:
            return scheme
        rivals = (
            other
            for other in self.active
            if other in fitting
            and kind in self.active[other].recipients
            and self.are_rivals(scheme, other)
        )
        return next(rivals, scheme)

    def are_rivals(self, one: str, other: str) -> bool:
        """Easily taken for each other."""
        return other in self.active[one].conflicts or one in self.active[other].conflicts

    def ends_at(self, scheme: str, offset: int) -> bool:
        """Whether the scheme is named right before the place: "SAKIP 84,21"."""
        near = self.mentions[self._from(offset - _NAME_LENGTH) : self._from(offset)]
        return any(m.scheme == scheme and 0 <= offset - m.end <= 2 for m in near)

    def _from(self, offset: int) -> int:
        return bisect_left(self.starts, offset)

    def _is(self, mention: SchemeMention, allowed: Collection[str]) -> bool:
        """Another scheme's name holds off ours; one of ours that does not fit is passed over."""
        return mention.scheme is None or mention.scheme in allowed

    def speaks_of(self, scheme: str, start: int, end: int) -> bool:
        """Whether the stretch `start..end` names the scheme or hints at it."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return any(mention.scheme == scheme for mention in self.mentions[first:last])

    def within(self, start: int, end: int) -> tuple[SchemeMention, ...]:
        """The mentions that begin in the stretch."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _last_of_ours(self, position: int, allowed: Collection[str]) -> str | None:
        """Another scheme's name reaches to the end of its sentence only."""
        for index in range(position - 1, -1, -1):
            if self.mentions[index].scheme in allowed:
                return self.mentions[index].scheme
        of_another = position > 0 and self.mentions[position - 1].scheme is None
        later = (
            m.scheme
            for m in islice(self.mentions, position, None)
            if m.scheme in allowed and (m.is_name or not of_another)
        )
        return next(later, None)


def _is_nearer(offset: int, before: SchemeMention, after: SchemeMention) -> bool:
    """One of ours right behind a place, in front of which another award is told of."""
    if before.scheme is not None or after.scheme is None or not after.is_name:
        return False
    return after.start - offset < min(_RIGHT_BEHIND, offset - before.end)


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
        mentions += _abbreviations(folded, named)
        if scheme.id in granting:
            mentions += hinted
    shared = Counter(g.start for g in cast.grantors if g.scheme in active)
    mentions += [
        SchemeMention(start=g.start, end=g.end, scheme=g.scheme, is_name=False)
        for g in cast.grantors
        if g.scheme in active and shared[g.start] == 1
    ]
    mentions = _without_occasions(folded, _longest(mentions))
    left = {mention.scheme for mention in mentions if mention.scheme}
    active = {name: scheme for name, scheme in active.items() if name in left}
    if active:
        mentions += _others(folded, mentions)
        mentions += _other_prizes(folded, mentions, active.values())
    ordered = tuple(sorted(mentions, key=lambda m: m.start))
    return SchemesNamed(
        mentions=ordered,
        starts=tuple(m.start for m in ordered),
        active=active,
        names=tuple(m for m in ordered if m.is_name and m.scheme is not None),
    )


def _without_occasions(folded: str, mentions: Sequence[SchemeMention]) -> list[SchemeMention]:
    """A scheme that only a meeting is about counts less than one that the story is about.

    "... bersamaan dengan pembukaan sosialisasi PEKPPP" in a story about Ombudsman's results.
    """
    met: set[SchemeMention] = set()
    ends: dict[str | None, int] = {}
    for m in mentions:
        if m.is_name and (
            m.start - ends.get(m.scheme, -_BRACKET) < _BRACKET
            or _OCCASION.search(folded, max(0, m.start - _OCCASION_WITHIN), m.start)
        ):
            met.add(m)
            ends[m.scheme] = m.end
    names = {m.scheme for m in mentions if m.is_name and m not in met}
    only_met = {m.scheme for m in met} - names
    if not names:
        return list(mentions)
    return [replace(m, is_name=False) if m in met and m.scheme in only_met else m for m in mentions]


def _longest(mentions: Sequence[SchemeMention]) -> list[SchemeMention]:
    """Without those that lie inside a longer one of another scheme."""
    kept: list[SchemeMention] = []
    reach, holder = 0, None
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        inside = mention.end <= reach and mention.scheme != holder
        if inside and (mention.start, mention.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(mention)
        if mention.end > reach:
            reach, holder = mention.end, mention.scheme
    return kept


def _mentions(
    folded: str, pattern: WordPattern, scheme: str, *, is_name: bool
) -> list[SchemeMention]:
    return [
        SchemeMention(start=m.start(), end=m.end(), scheme=scheme, is_name=is_name)
        for m in pattern.finditer(folded)
        if not _is_aspect(folded, m.start(), m.end())
    ]


def _is_aspect(folded: str, start: int, end: int) -> bool:
    """One of the things that another scheme looks at: "aspek kebijakan, survei kepuasan, dan"."""
    listed = folded.endswith((", ", " dan ", " serta ", "antaranya "), max(0, start - 12), start)
    if not listed or _GOES_ON.match(folded, end) is None:
        return False
    line = max(folded.rfind("\n", 0, start) + 1, start - _ASPECTS_WITHIN)
    return _ASPECTS.search(folded, line, start) is not None


def _abbreviations(folded: str, named: Sequence[SchemeMention]) -> list[SchemeMention]:
    """Where a short form stands that the story itself gives: "reformasi birokrasi (RB)"."""
    given = (_ABBREVIATED.match(folded, mention.end) for mention in named)
    short = sorted({match[1] for match in given if match})
    return [
        SchemeMention(start=m.start(), end=m.end(), scheme=named[0].scheme, is_name=True)
        for word in short
        for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", folded)
    ]


def _others(folded: str, ours: Sequence[SchemeMention]) -> Iterator[SchemeMention]:
    spans = Spans((mention.start, mention.end) for mention in ours)
    for match in _other_names().finditer(folded):
        if spans.hold(match.start(), match.start() + 1):
            continue
        yield SchemeMention(start=match.start(), end=match.end(), scheme=None, is_name=True)
        carried = _CARRIED_ON.match(folded, match.end())
        if carried and not any(match.end() <= m.start < carried.end() for m in ours):
            at = carried.start("next")
            yield SchemeMention(start=at, end=at, scheme=None, is_name=True)


def _other_prizes(
    folded: str, mentions: Sequence[SchemeMention], active: Iterable[Scheme]
) -> list[SchemeMention]:
    """The further prizes of an event at which ours is one: "kategori SAKIP ..., kategori Aset".

    None is a class of ours with its place: "kategori Pratama Terbaik II".
    """
    names = sorted(mention.start for mention in mentions if mention.is_name)
    classes = tuple(f"kategori {name} ".lower() for scheme in active for name in scheme.predicates)
    found = _PRIZE.finditer(folded)
    prizes = [prize for prize in found if not prize[0].lower().startswith(classes)]
    others = [p for p in prizes if bisect_left(names, p.start()) == bisect_left(names, p.end())]
    if len(others) == len(prizes):
        return []
    return [
        SchemeMention(start=prize.start(), end=prize.end(), scheme=None, is_name=True)
        for prize in others
    ]


@cache
def _other_names() -> WordPattern:
    source = resources.files("crawler.awards") / "other_schemes.toml"
    names = word_pattern(tomllib.loads(source.read_text(encoding="utf-8"))["names"])
    return compile_words(names.source)
