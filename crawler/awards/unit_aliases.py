"""Offices that a story calls by more than one name: short and full, or with letters in brackets."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from crawler.awards.mentions import UnitMention
from crawler.awards.unit_parts import numbered, plain_name

_SPELT_OUT = re.compile(r"([^()\n]+?)\s?\((?:disingkat )?([^()\n]+)\)")
_CAMPUSES = frozenset({"UIN", "IAIN", "STAIN", "Universitas", "Institut", "Politeknik"})
"""Called with or without the town at the end: `UIN Raden Fatah Palembang`."""
_TITLES = frozenset({"dr", "Dr", "Prof", "H", "Hj", "Ir", "KH", "RA", "R", "Raden"})
_HEAD = re.compile(r"(?:Dinas|Badan)(?: (?!Kabupaten|Kota|Provinsi)[A-Z][a-z]+)+")
"""How the written-out name of a department begins, up to its region."""
_ONE_MORE = re.compile(r"(?:,| dan| serta) [A-Z]")


def names_elsewhere(folded: str, units: Sequence[UnitMention]) -> Mapping[str, str]:
    """By each name the one that the story has for that office elsewhere, or the name itself."""
    return {
        **_full_names(units),
        **_cut_in_headline(folded, units),
        **_abbreviated(folded, units),
        **_in_brackets(folded, units),
        **_raised(units),
    }


def _cut_in_headline(folded: str, units: Sequence[UnitMention]) -> Mapping[str, str]:
    """`Dinas Pendidikan` of a headline is the text's `Dinas Pendidikan dan Kebudayaan`."""
    stop = folded.find("\n")
    below = [unit for unit in units if unit.start > stop]
    named = {unit.name for unit in below}
    cut: dict[str, str] = {}
    for unit in units:
        head = _HEAD.match(folded, unit.start, unit.end)
        if unit.start > stop or unit.name in named or head is None:
            continue
        region = f" {unit.owner.name}" if unit.owner else ""
        full = (u for u in below if _goes_on(folded, u, head[0].removesuffix(region)))
        cut |= [(unit.name, each.name) for each in full if each.owner in (None, unit.owner)]
    return cut


def _goes_on(folded: str, unit: UnitMention, head: str) -> bool:
    """Its printed name begins so and names one duty more."""
    begins = folded.startswith(head, unit.start)
    return begins and _ONE_MORE.match(folded, unit.start + len(head), unit.end) is not None


def _abbreviated(folded: str, units: Iterable[UnitMention]) -> Mapping[str, str]:
    """`Dinas Perpustakaan dan Kearsipan` is `DPK` where the story prints "... (DPK)" once."""
    printed = ((unit.name, _SPELT_OUT.match(folded, unit.start, unit.end)) for unit in units)
    return {plain_name(both[1]): name for name, both in printed if both and both[2] == name}


def _in_brackets(folded: str, units: Sequence[UnitMention]) -> Mapping[str, str]:
    """`UIN Raden Fatah (UIN RF Palembang)`: the one in brackets is the one in front of them.

    So is the beginning of it: `UIN RF`.
    """
    short: dict[str, str] = {}
    for one, other in pairwise(units):
        between = folded[one.end : other.start].strip()
        if between != "(" or folded[other.end : other.end + 1] != ")" or one.kind != other.kind:
            continue
        begun = (u.name for u in units if other.name.startswith(f"{u.name} ") and " " in u.name)
        short |= dict.fromkeys((other.name, *begun), one.name)
    return short


def _raised(units: Iterable[UnitMention]) -> Mapping[str, str]:
    """`Polres Gorontalo Kota` is `Polresta Gorontalo Kota` where the story calls it so too."""
    names = {unit.name for unit in units if unit.kind == "polres"}
    places = {name: name.partition(" ")[2] for name in names}
    ranks = {name: [n for n in names if places[n] == places[name] and n != name] for name in names}
    return {
        name: others[0]
        for name, others in ranks.items()
        if name.startswith("Polres ") and len(others) == 1
    }


def _full_names(units: Sequence[UnitMention]) -> Mapping[str, str]:
    """`RSUD Cepu` is `RSUD dr R Soeprapto Cepu` where the story names that too."""
    names = dict.fromkeys(unit.name for unit in units)
    longest = sorted(names, key=lambda name: len(name.split()), reverse=True)
    words = {name: _plain_words(name) for name in longest}
    full = {
        name: next(each for each in longest if _is_short_for(words[name], words[each]))
        for name in longest
    }
    return {**full, **_with_its_region(units, words), **_called_by_town(units), **numbered(names)}


def _called_by_town(units: Sequence[UnitMention]) -> Mapping[str, str]:
    """`RSUD Tarakan` is `RSUD dr. H. Jusuf SK` where the story names that one, in Tarakan."""
    names = {unit.name for unit in units}
    lying: dict[str, set[str]] = {}
    for unit in units:
        if unit.kind == "rsud" and unit.owner and _TITLES.intersection(_plain_words(unit.name)):
            lying.setdefault(f"RSUD {unit.owner.name}", set()).add(unit.name)
    return {town: one for town, (one, *more) in lying.items() if town in names and not more}


def _plain_words(name: str) -> list[str]:
    return [word.rstrip(".") for word in name.split()]


def _is_short_for(short: list[str], full: list[str]) -> bool:
    """The same first and last word, and nothing between them that the full name has not.

    Of a hospital called after a person any part of his name: `RSUD Margono`.
    """
    if short[0] == "Pengadilan":
        return short == full
    if short[0] in _CAMPUSES and len(short) > 2 and full[: len(short)] == short:
        return True
    left = iter(full)
    in_order = all(word in left for word in short)
    if short[0] == "RSUD" and _TITLES.intersection(full):
        return in_order and len(short) > 1 and full[0] == short[0]
    return in_order and (short[0], short[-1], len(short) > 1) == (full[0], full[-1], len(full) > 1)


def _with_its_region(
    units: Sequence[UnitMention], words: Mapping[str, list[str]]
) -> Mapping[str, str]:
    """`RSUD Soedirman` is `RSUD Soedirman Kebumen`, unless there is one of another region too."""
    told: dict[tuple[str, ...], set[str]] = {}
    for unit in units:
        region = unit.owner.name.split() if unit.owner else []
        name = words[unit.name]
        if region and name[-len(region) :] == region and len(name) > len(region) + 1:
            told.setdefault(tuple(name[: -len(region)]), set()).add(unit.name)
    short = {name: told.get(tuple(each), set()) for name, each in words.items()}
    return {name: next(iter(names)) for name, names in short.items() if len(names) == 1}
