"""The provinces, kabupaten and kota of Indonesia, and the names people use for them.

Codes and names: `regions.csv` (Kepmendagri 300.2.2-2138/2025; see regions.NOTICE). Capitals, short
forms and nicknames: `nicknames.toml`, our own list.
"""

import csv
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

WORD = re.compile(r"[^\W_]+")
"""A word of a name, and of the text in which names are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One province, kabupaten or kota."""

    code: str
    name: str
    kind: str
    """`provinsi`, `kabupaten` or `kota`."""
    province: str

    @property
    def full_name(self) -> str:
        """`Kabupaten Blora`, `Kota Tegal`, `Provinsi Jawa Tengah`."""
        return f"{self.kind.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Regions by code and by the words of their names."""

    by_code: Mapping[str, Region]
    by_words: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Region, ...]], ...]]
    """First word -> (all words, regions so named), most words first; all casefolded."""

    def at(self, words: list[str], index: int) -> tuple[int, tuple[Region, ...]] | None:
        """The longest name that begins at this word: (how many words, regions), or None.

        A name of one word may be printed in two: `Gunung Kidul`.
        """
        for name, regions in self.by_words.get(words[index], ()):
            if tuple(words[index : index + len(name)]) == name:
                longer = self._glued(words, index) if len(name) == 1 else None
                return longer or (len(name), regions)
        return self._glued(words, index)

    def _glued(self, words: list[str], index: int) -> tuple[int, tuple[Region, ...]] | None:
        for name, regions in self.by_words.get("".join(words[index : index + 2]), ()):
            if len(name) == 1 and index + 1 < len(words):
                return 2, regions
        return None


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
    return build_gazetteer(regions, nicknames)


def build_gazetteer(regions: list[Region], nicknames: Mapping[str, list[str]]) -> Gazetteer:
    """`nicknames` maps a code to further names of that region."""
    by_code = {region.code: region for region in regions}
    named: dict[tuple[str, ...], list[Region]] = defaultdict(list)
    for region in regions:
        words = _words(region.name)
        named[words].append(region)
        if len(words) == 2:  # printed in one word as often: Gunungkidul, Baubau
            named[("".join(words),)].append(region)
    for code, names in nicknames.items():
        for name in names:
            if by_code[code] not in named[_words(name)]:
                named[_words(name)].append(by_code[code])
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Region, ...]]]] = defaultdict(list)
    for words, owners in named.items():
        by_first[words[0]].append((words, tuple(owners)))
    return Gazetteer(
        by_code=by_code,
        by_words={
            first: tuple(sorted(names, key=lambda each: -len(each[0])))
            for first, names in by_first.items()
        },
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(WORD.findall(name.casefold()))
