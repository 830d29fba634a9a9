"""The provinces, kabupaten and kota of Indonesia, and the names people use for them.

Codes and names: `regions.csv` (Kepmendagri 300.2.2-2138/2025; see regions.NOTICE). Short forms,
capitals, nicknames and look-alikes: `nicknames.toml`, our own list.
"""

import csv
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

WORD = re.compile(r"[^\W_]+")
"""A word of a name, and of the text in which names are looked for."""

_NEXT_WORD = re.compile(r"[ .'-]{0,2}([^\W_]+)")
_LONGEST = 6

Words = tuple[str, ...]


_SPLIT_OFF = {
    "Kalimantan Utara": "Kalimantan Timur",
    "Papua Selatan": "Papua",
    "Papua Tengah": "Papua",
    "Papua Pegunungan": "Papua",
    "Papua Barat Daya": "Papua Barat",
}
"""Provinces founded since 2012, and the ones they were part of."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Region:
    """One province, kabupaten or kota; each is there once, so that it is compared by identity."""

    code: str
    name: str
    kind: str
    """`provinsi`, `kabupaten` or `kota`."""
    province: str

    @property
    def full_name(self) -> str:
        """`Kabupaten Blora`, `Kota Tegal`, `Provinsi Jawa Tengah`."""
        return f"{self.kind.capitalize()} {self.name}"

    def lies_in(self, province: str) -> bool:
        """Today, or before its province was split off: Nduga in Papua."""
        was_in = _SPLIT_OFF.get(self.province) if self.kind != "provinsi" else None
        return province in (self.province, was_in)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nicknames:
    """Further names of regions: code -> names; and what only looks like the name of one."""

    short: Mapping[str, Sequence[str]]
    """Short forms and other spellings."""
    capital: Mapping[str, Sequence[str]]
    nickname: Mapping[str, Sequence[str]]
    needs_context: Sequence[str] = ()
    other_names: Sequence[str] = ()
    fronts: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionName:
    """The name of a region as it stands in a text."""

    end: int
    regions: tuple[Region, ...]
    """What it may mean."""
    spelling: bool
    """True for the name itself, spelt or shortened in any way; False for a capital, a nickname."""
    weak: bool
    """True for an everyday word: see `Gazetteer.needs_context`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Regions by code and by the words of their names."""

    by_code: Mapping[str, Region]
    by_words: Mapping[Words, tuple[Region, ...]]
    """All words, casefolded -> regions so named."""
    lengths: Mapping[str, Sequence[int]]
    """First word -> how many words the names have that begin with it, the most first."""
    openings: frozenset[str]
    """First words, and the first parts of names of one word that may be printed in two."""
    weak: frozenset[Words]
    """Names that are everyday words too, and capitals: see `needs_context`."""
    far: frozenset[Words]
    """Capitals and nicknames: they stand for the region, and are no spelling of its name."""
    other_names: Mapping[str, tuple[tuple[int, Words], ...]]
    """Word -> (how far in, all words) of the names that hold a region's name and mean another."""
    fronts: frozenset[str]

    def at(self, words: Sequence[str], index: int) -> tuple[int, tuple[Region, ...]] | None:
        """The longest name that begins at this word: (how many words, regions), or None.

        A name of one word may be printed in two: `Gunung Kidul`. A name inside another name
        (`Bukit Batu`, `Bank Jateng`) is none.
        """
        for length in self.lengths.get(words[index], ()):
            name = tuple(words[index : index + length])
            if regions := self.by_words.get(name):
                glued = self._glued(words, index) if len(name) == 1 else None
                hit = glued or (len(name), regions)
                return None if self._is_other_name(words, index, hit[0]) else hit
        return self._glued(words, index)

    def places_of(self, words: Sequence[str], places: Iterable[int]) -> list[int]:
        """Those of the places at which `at` may find a name."""
        return [at for at in places if words[at] in self.openings]

    def needs_context(self, words: Sequence[str], index: int, count: int) -> bool:
        """True for `Batu`, `Malang`, `Solo` …: alone, the word may well mean something else."""
        return tuple(words[index : index + count]) in self.weak

    def name_at(self, folded: str, start: int) -> RegionName | None:
        """The longest name of a region written with a capital letter at this offset."""
        ends: list[int] = []
        words: list[str] = []
        place = start
        while len(words) < _LONGEST and (match := _NEXT_WORD.match(folded, place)):
            if match.start(1) != place and not words:
                return None
            words.append(match[1].casefold())
            ends.append(match.end())
            place = match.end()
        hit = self.at(words, 0) if words and folded[start].isupper() else None
        if hit is None:
            return None
        return RegionName(
            end=ends[hit[0] - 1],
            regions=hit[1],
            spelling=tuple(words[: hit[0]]) not in self.far,
            weak=self.needs_context(words, 0, hit[0]),
        )

    def _glued(self, words: Sequence[str], index: int) -> tuple[int, tuple[Region, ...]] | None:
        regions = self.by_words.get(("".join(words[index : index + 2]),))
        return None if regions is None or index + 1 == len(words) else (2, regions)

    def _is_other_name(self, words: Sequence[str], index: int, count: int) -> bool:
        if index and words[index - 1] in self.fronts:
            return True
        for offset, name in self.other_names.get(words[index], ()):
            start = index - offset
            is_longer = offset or len(name) > count
            if start >= 0 and is_longer and tuple(words[start : start + len(name)]) == name:
                return True
        return False


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with Piagam."""
    folder = resources.files("crawler.awards")
    rows = csv.DictReader((folder / "regions.csv").read_text(encoding="utf-8").splitlines())
    regions = [
        Region(code=row["code"], name=row["name"], kind=row["kind"], province=row["province"])
        for row in rows
    ]
    nicknames = tomllib.loads((folder / "nicknames.toml").read_text(encoding="utf-8"))
    return build_gazetteer(regions, Nicknames(**nicknames))


def build_gazetteer(regions: Sequence[Region], nicknames: Nicknames) -> Gazetteer:
    """The gazetteer of these regions; every code that `nicknames` knows is one of theirs."""
    by_code = {region.code: region for region in regions}
    named = _own_names(regions)
    own = set(named)
    for further in (nicknames.short, nicknames.capital, nicknames.nickname):
        for code, names in further.items():
            for words in map(_words, names):
                if by_code[code] not in named[words]:
                    named[words].append(by_code[code])
    near = own | _all_words(nicknames.short)
    capitals = _all_words(nicknames.capital) - near
    return Gazetteer(
        by_code=by_code,
        by_words={words: tuple(owners) for words, owners in named.items()},
        lengths=_lengths(named),
        openings=frozenset(opening for words in named for opening in _openings(words)),
        weak=frozenset(map(_words, nicknames.needs_context)) | capitals,
        far=frozenset(capitals | _all_words(nicknames.nickname) - near),
        other_names=_by_every_word(nicknames.other_names),
        fronts=frozenset(nicknames.fronts),
    )


def _own_names(regions: Sequence[Region]) -> defaultdict[Words, list[Region]]:
    """The names and how else they are spelt: `Gunungkidul`, `Kep. Meranti`."""
    named: defaultdict[Words, list[Region]] = defaultdict(list)
    for region in regions:
        words = _words(region.name)
        named[words].append(region)
        if len(words) == 2:  # printed in one word as often: Gunungkidul, Baubau
            named[("".join(words),)].append(region)
        if len(words) == 3:  # so is its beginning: Padanglawas Utara, Tanjungjabung Barat
            named["".join(words[:2]), words[2]].append(region)
        if words[0] == "kepulauan":
            named["kep", *words[1:]].append(region)
    return named


def _lengths(named: Iterable[Words]) -> Mapping[str, Sequence[int]]:
    by_first: dict[str, set[int]] = defaultdict(set)
    for words in named:
        by_first[words[0]].add(len(words))
    return {first: sorted(lengths, reverse=True) for first, lengths in by_first.items()}


def _openings(words: Words) -> Iterator[str]:
    yield words[0]
    if len(words) == 1:
        yield from (words[0][:end] for end in range(1, len(words[0])))


def _by_every_word(names: Iterable[str]) -> dict[str, tuple[tuple[int, Words], ...]]:
    by_word: dict[str, list[tuple[int, Words]]] = defaultdict(list)
    for words in map(_words, names):
        for offset, word in enumerate(words):
            by_word[word].append((offset, words))
    return {word: tuple(places) for word, places in by_word.items()}


def _all_words(names: Mapping[str, Sequence[str]]) -> set[Words]:
    return {_words(name) for several in names.values() for name in several}


def _words(name: str) -> Words:
    return tuple(WORD.findall(name.casefold()))
