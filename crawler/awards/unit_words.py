"""The words with which the names of units begin (`units.toml`, `agencies.toml`), ready to match."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from crawler.awards.gazetteer import WORD

_JOINT = r"(?: ?, ?(?:dan |& )?| (?:dan|&) | {1,2}|-| ?/ ?)"
_FIRST_JOINT = r"(?: {1,2}|-| ?/ ?)"
_READ_OVER = frozenset({"dan"})
RUNS = frozenset({"dinas", "badan", "bagian", "biro", "kementerian"})
"""First words of names that are made of many words of one vocabulary."""
VILLAGES = frozenset({"desa", "kelurahan"})
"""Kinds of units that need a region to be told apart, and that their region is no part of."""
_PLACES_TOO = frozenset(["lembang", "negeri", "pusat", "bank", "rumah", "unit", "arsip", "lembaga"])
_DUTIES = r"(?:(?:P{2,3}KB|P2KB|KB|PPPA|P3A|PPA|PA|PP|PMD)+(?<=[A-Z0-9]{4})|PMD|P3A|PPA)"
"""Letters of further duties behind a department's name: families, women and children, villages."""
_SHORT = 4
"""Abbreviations up to this length are read in capitals only: `PA`, not `Pa`."""


class Form(StrEnum):
    """What follows the head words of a unit's name; told in `units.toml`."""

    FIXED = "fixed"
    NAMED = "named"
    HOSPITAL = "hospital"
    PLACE = "place"
    CLASSED = "classed"
    NUMBERED = "numbered"
    REGION = "region"
    POLICE = "police"
    KANWIL = "kanwil"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the names of one kind of unit begin with."""

    name: str
    """As the canonical name begins."""
    kind: str
    form: Form = Form.FIXED
    short: str = ""
    """Of an agency: how the names of its regional offices begin; empty where it has none."""
    alone: bool = False
    digits: bool = False
    as_printed: bool = False
    """An abbreviation of which every region has its own: Dindukcapil, Dispendukcapil."""
    suffixes: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """All heads that begin with one word."""

    pattern: re.Pattern[str]
    by_key: Mapping[str, Head]

    def match(self, folded: str, at: int, end: int) -> tuple[Head, int] | None:
        """The longest head that begins at the offset, and where its words end."""
        found = self.pattern.match(folded, at, end)
        if found is None:
            return None
        printed = (found[0].upper(), "Desa", "desa", "MTsN")
        if len(found[0]) <= _SHORT and found[0] not in printed:
            return None
        return self.by_key[key_of(found[0])], found.end()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords:
    """All heads by their first word, and the words of the names that have many."""

    heads: Mapping[str, Heads]
    triggers: frozenset[str]
    """Words with which the name of a unit may begin."""
    first_words: frozenset[str]
    """Words with which the name of another unit begins."""
    department: frozenset[str]
    division: frozenset[str]
    ministry: frozenset[str]
    by_key: Mapping[str, Head]


@cache
def unit_words() -> UnitWords:
    """The words that ship with Piagam."""
    folder = resources.files("crawler.awards")
    units = tomllib.loads((folder / "units.toml").read_text(encoding="utf-8"))
    agencies = tomllib.loads((folder / "agencies.toml").read_text(encoding="utf-8"))
    aliases: dict[str, tuple[str, Head]] = {}
    for raw in units["unit"]:
        _add(aliases, _unit_heads(raw))
    for raw in agencies["agency"]:
        _add(aliases, _agency_heads(raw))
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for key in aliases:
        by_first[key.split()[0]].append(key)
    heads = {first: _heads([aliases[key] for key in keys]) for first, keys in by_first.items()}
    return UnitWords(
        heads=heads,
        triggers=frozenset(heads) | RUNS,
        first_words=(frozenset(heads) | RUNS) - _PLACES_TOO,
        department=frozenset(units["department"]["words"].split()),
        division=frozenset(units["division"]["words"].split()),
        ministry=_words_of_ministries(agencies["agency"]),
        by_key={key: head for key, (_, head) in aliases.items()},
    )


def key_of(words: str) -> str:
    """`Dinas Pemuda, dan Olahraga` -> `dinas pemuda olahraga`."""
    return " ".join(word for word in WORD.findall(words.casefold()) if word not in _READ_OVER)


def _add(aliases: dict[str, tuple[str, Head]], heads: Iterable[tuple[str, Head]]) -> None:
    for alias, head in heads:
        aliases.setdefault(key_of(alias), (alias, head))


def _unit_heads(raw: Mapping[str, Any]) -> Iterable[tuple[str, Head]]:
    listed = sorted(raw.get("suffixes", ()), key=len, reverse=True)
    suffixes = "|".join([*listed, _DUTIES] if raw["kind"] == "dinas" else listed)
    for alias in (*raw["full"], *raw.get("short", ())):
        yield (
            alias,
            Head(
                name=raw["name"] or alias,
                kind=raw["kind"],
                form=Form(raw.get("form", "fixed")),
                alone=raw.get("alone", False),
                digits=raw.get("digits", False),
                as_printed=alias in raw.get("short", ()),
                suffixes=re.compile(rf"\s(?:{suffixes})\b") if suffixes else None,
            ),
        )


def _agency_heads(raw: Mapping[str, Any]) -> Iterable[tuple[str, Head]]:
    offices = "" if raw.get("central", False) else raw["short"]
    head = Head(name=raw["name"], kind=raw["kind"], form=Form.AGENCY, short=offices, alone=True)
    for alias in (raw["name"], raw["short"], *raw.get("also", ())):
        yield alias, head


def _heads(aliases: Sequence[tuple[str, Head]]) -> Heads:
    longest_first = sorted(aliases, key=lambda alias: -len(alias[0]))
    joined = "|".join(_spaced(alias) for alias, _ in longest_first)
    return Heads(
        pattern=re.compile(rf"(?:{joined})(?![^\W\d_])(?!\d(?!\d?[.,]\d))", re.IGNORECASE),
        by_key={key_of(alias): head for alias, head in aliases},
    )


def _spaced(alias: str) -> str:
    words = [re.escape(word) for word in WORD.findall(alias) if word.casefold() not in _READ_OVER]
    return _FIRST_JOINT.join([words[0], _JOINT.join(words[1:])]) if len(words) > 1 else words[0]


def _words_of_ministries(agencies: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    names = (raw["name"] for raw in agencies if raw["kind"] == "kementerian")
    return frozenset(word for name in names for word in key_of(name).split()[1:])
