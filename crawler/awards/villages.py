"""Where villages and clinics lie: told behind the name or a list of them, or elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crawler.awards.gazetteer import Region
from crawler.awards.mentions import BodyMention, UnitMention
from crawler.awards.unit_parts import UnitSpan
from crawler.awards.unit_words import VILLAGES

_AND = re.compile(r",? (?:dan|serta|maupun) |, ")
_FEWEST_NAMES = 2
_SHORTEST = 4
"""Letters of a name that is looked for alone."""
_ONE_MORE = re.compile(r",? (?:dan |serta )?(?!Puskesmas|Kec|Kab|Kota|Prov)[A-Z]")
_LISTED = frozenset({"puskesmas", "desa", "kelurahan"})
"""Kinds whose names stand in lists that tell the kind once."""
_FEW = 4
_DISTRICT = re.compile(
    r"(?:,\s|,?\s(?:yang\s)?(?:terletak\s|berada\s|berlokasi\s)?di\s)"
    r"(?!Desa|Kel|Kab|Kota|Prov|Dusun|Nagari|Gampong|Kampung)[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},\s"
)
"""Between a village and its region, the district by its name alone."""
_GOES_ON = re.compile(r",?\s(?:dan\s|serta\s)?(?!Desa|Kelurahan)[A-Z]|,?\s(?:dan|serta)\s")


def place_villages(folded: str, units: Sequence[UnitMention]) -> list[UnitMention]:
    """The units in their order; each village with its whole name and the region it lies in."""
    if not any(unit.kind in VILLAGES for unit in units):
        return list(units)
    return _told_again(_listed(folded, _in_headline(folded, _in_full(folded, units))))


def _in_headline(folded: str, units: Sequence[UnitMention]) -> list[UnitMention]:
    """With those that a headline names without their kind: "Gading Raih ProKlim Lestari"."""
    stop = folded.find("\n")
    found: list[UnitMention] = []
    for unit in units:
        _, _, bare = unit.name.partition(" ")
        is_named = unit.kind in VILLAGES and len(bare) >= _SHORTEST and unit.start > stop
        at = folded.find(bare, 0, stop) if is_named else -1
        end = at + len(bare)
        whole = at >= 0 and not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum())
        if whole and not any(u.start < end and at < u.end for u in (*units, *found)):
            found.append(replace(unit, start=at, end=end))
    return sorted((*found, *units), key=lambda unit: unit.start)


def _in_full(folded: str, units: Sequence[UnitMention]) -> list[UnitMention]:
    """Where the words behind a name make it the longer name of the text, it is that one.

    "Desa Koto Baru Raih Piala" in a headline may be read as "Desa Koto".
    """
    names = {unit.name for unit in units if unit.kind in VILLAGES}
    if len(names) < _FEWEST_NAMES:
        return list(units)
    full = []
    for unit in units:
        rest = max(
            (
                name.removeprefix(unit.name)
                for name in names
                if name.startswith(unit.name + " ")
                and folded.startswith(name.removeprefix(unit.name), unit.end)
            ),
            key=len,
            default="",
        )
        full.append(replace(unit, name=unit.name + rest, end=unit.end + len(rest)))
    return full


def _listed(folded: str, units: Sequence[UnitMention]) -> list[UnitMention]:
    """The region behind the last of a list is that of all: "Desa A dan Desa B dari Bali"."""
    placed = list(units)
    for at in range(len(placed) - 2, -1, -1):
        unit, after = placed[at], placed[at + 1]
        villages = {unit.kind, after.kind} <= VILLAGES and unit.owner is None
        if villages and after.owner and _AND.fullmatch(folded, unit.end, after.start):
            placed[at] = replace(unit, owner=after.owner)
    return placed


def _told_again(units: Sequence[UnitMention]) -> list[UnitMention]:
    """A village is where it was told to be: "Desa Sruni Kabupaten Boyolali ... Desa Sruni".

    Told with its province elsewhere, it lies in the regency of it that the text names with it.
    """
    exact = {
        (unit.name, unit.owner.province): unit.owner
        for unit in units
        if unit.kind in VILLAGES and unit.owner and unit.owner.kind != "provinsi"
    }
    told: dict[str, Region] = {}
    placed = []
    for unit in units:
        if unit.kind not in VILLAGES:
            placed.append(unit)
            continue
        if unit.owner is not None:
            told[unit.name] = exact.get((unit.name, unit.owner.name), unit.owner)
        placed.append(replace(unit, owner=told.get(unit.name)))
    return placed


def is_one_more(folded: str, span: UnitSpan, behind: Sequence[BodyMention]) -> bool:
    """A town that is no region's own name, amid a list: "Puskesmas Tirto, Tondano, Buaran".

    Not where its region follows at once: "Desa Baleharjo, Wonosari, Gunungkidul".
    """
    body, *others = behind
    if span.kind not in _LISTED or "," not in folded[span.end : body.start]:
        return False
    if any(body.regions == each.regions and each.start - body.end < _FEW for each in others):
        return False
    return not is_own_name(folded, body) and _ONE_MORE.match(folded, body.end) is not None


def lies_in_district(folded: str, span: UnitSpan, body: BodyMention) -> bool:
    """ "Desa A di Sepaku, Penajam Paser Utara", "Desa A, Sepaku, Kabupaten Penajam Paser Utara".

    Not amid a list of names: "Desa A, Tirto, Batang, dan Kendal".
    """
    if span.kind not in VILLAGES or _DISTRICT.fullmatch(folded, span.end, body.start) is None:
        return False
    told = body.name_start > body.start
    return told or (is_own_name(folded, body) and not _GOES_ON.match(folded, body.end))


def is_own_name(folded: str, body: BodyMention) -> bool:
    """Not the name of a region's capital, which a clinic far away may have: "Puskesmas Tondano"."""
    return folded.startswith(body.regions[0].name, body.name_start)
