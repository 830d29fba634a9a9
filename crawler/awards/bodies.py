"""Who is named in a story: regions with the part they play, units, and the grantor.

A region is told apart by the words around it (Pemkab, Wali Kota, se-, di); a region inside the
grantor's own name ("Ombudsman Perwakilan Jawa Tengah") or after a place word is no candidate.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from crawler.awards.gazetteer import WORD, Gazetteer, Region
from crawler.awards.units import UnitSpan, find_units

_PREFIX = re.compile(
    r"(?:(?P<gov>pemkab|pemkot|pemprov|pemda|pemerintah(?:an)?(?:\s+daerah)?"
    r"(?:\s+(?:kabupaten|kota|provinsi|kab\.?|prov\.?))?)"
    r"(?:\s*\((?:pemkab|pemkot|pemprov|pemda)\.?\))?"
    r"|(?P<official>(?:wakil\s+|(?:pj|pjs|plt|plh|penjabat|wakil)\.?\s+)*"
    r"(?:bupati|wali\s?kota|walkot|gubernur|wabup|wawali|wagub|wawalkot|sekda|setda|dprd|"
    r"sekretaris\s+daerah|asisten\s+\w+\s+sekda|sekretariat\s+daerah)"
    r"(?:\s+(?:kabupaten|kota|provinsi|kab\.?|prov\.?))?)"
    r"|(?P<area>kabupaten|kab\.?|kota|provinsi|prov\.?|daerah))\s+$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:\b(?:di|ke|se|asal|eks|wilayah|warga|masyarakat|rakyat|tingkat|lingkup|lingkungan|"
    r"daerah\s+di|"
    r"kawasan|karesidenan|keresidenan|seantero|sekitar|hotel|gedung|jalan|jl\.?|alun-alun|"
    r"stadion|pendopo|pendapa|"
    r"pasar|universitas|upi|unnes|undip|polda|kejari|kejati|kanwil|cabang|korwil|perwakilan|tribun|"
    r"radar|warta|suara)|\bse-?|,)\s*$",
    re.IGNORECASE,
)
_SE = re.compile(r"\bse[- ]?$", re.IGNORECASE)
_GRANTOR_TAIL = re.compile(
    r"[\s,]*(?:\(\w+\)\s*)?(?:ri\s+)?(?:(?:kantor|perwakilan|wilayah|provinsi|prov\.?|daerah|"
    r"untuk|ri)\s+)*$",
    re.IGNORECASE,
)
_KIND_WORDS = {
    "kabupaten": re.compile(r"pemkab|kabupaten|kab\b|bupati|wabup", re.IGNORECASE),
    "kota": re.compile(r"pemkot|kota|wali\s?kota|wawali|walkot", re.IGNORECASE),
    "provinsi": re.compile(r"pemprov|provinsi|prov\b|gubernur|wagub", re.IGNORECASE),
}
_NOT_A_REGION = re.compile(
    r"\s*-?\s*(?:raya|timur laut|press|post|ekspres|pos|fm|tv)\b", re.IGNORECASE
)
_PERSON_OF_UNIT = re.compile(
    r"\b(?:kepala|kadis|plt|plh|pj|kabid|sekretaris|direktur|kabag|kasi|staf|pegawai|jajaran|"
    r"pelaksana\s+tugas)"
    r"\.?\s+(?:\(\w+\.?\)\s+)?(?:upt\w*\s+|kantor\s+)?$",
    re.IGNORECASE,
)
_ENUMERATION = re.compile(r"\s*(?:,|,?\s*(?:dan|serta|maupun|&))\s*$", re.IGNORECASE)


_OFFICE_WITHIN = 45
"""Characters between the grantor's name and the region of its office."""


class Part(StrEnum):
    """What part a named region plays in its sentence."""

    GOVERNMENT = "government"
    """Pemkab X, Kabupaten X, Kota X: the body itself."""
    BARE = "bare"
    """Only the name."""
    OFFICIAL = "official"
    """Bupati X: a person who stands for the body."""
    PLACE = "place"
    """di X, se-X, Hotel … X: where, not who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMention:
    """A region named in the story."""

    start: int
    end: int
    name_start: int
    """Where the name proper begins (after `Pemkab`, `Kabupaten` …)."""
    part: Part
    regions: tuple[Region, ...]
    """What it may mean: more than one only for a bare homonym."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMention:
    """A unit named in the story, with the region that is named as its owner."""

    start: int
    end: int
    name: str
    owner: Region | None
    is_person: bool
    """`Kepala DPMPTSP …`: a person of the unit speaks; the unit itself is not the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantorMention:
    """The grantor of a scheme named in the story, its regional office swallowed."""

    start: int
    end: int
    scheme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody named in the story, in order."""

    bodies: tuple[BodyMention, ...]
    units: tuple[UnitMention, ...]
    grantors: tuple[GrantorMention, ...]


def find_cast(folded: str, gazetteer: Gazetteer, grantors: Mapping[str, re.Pattern[str]]) -> Cast:
    """Everybody named in a folded text. `grantors` maps scheme id -> pattern of its grantor."""
    named = _name_regions(folded, gazetteer)
    grantor_spans = _find_grantors(folded, grantors)
    named, grantor_mentions = _swallow_offices(folded, named, grantor_spans)
    named, units = _own_units(folded, named, find_units(folded))
    return Cast(bodies=tuple(_settle_homonyms(named)), units=units, grantors=grantor_mentions)


def _name_regions(folded: str, gazetteer: Gazetteer) -> list[BodyMention]:
    matches = list(WORD.finditer(folded))
    words = [match[0].casefold() for match in matches]
    found: list[BodyMention] = []
    index = 0
    while index < len(words):
        hit = gazetteer.at(words, index) if matches[index][0][0].isupper() else None
        if hit is None or not _is_one_name(folded, matches, index, hit[0]):
            index += 1
            continue
        count, regions = hit
        end = matches[index + count - 1].end()
        if not _NOT_A_REGION.match(folded, end):
            found.append(
                _body(folded, matches[index].start(), end, regions, found[-1] if found else None)
            )
        index += count
    return found


def _is_one_name(folded: str, matches: Sequence[re.Match[str]], index: int, count: int) -> bool:
    """True when only spaces, dots or hyphens part the words, and they are written as a name."""
    run = matches[index : index + count]
    gaps = (folded[a.end() : b.start()] for a, b in pairwise(run))
    last = folded[run[0].start() : run[-1].end()]
    glued = folded[run[-1].end() : run[-1].end() + 1] in ("@", "_")
    return all(gap.strip(" .-'") == "" for gap in gaps) and last[0].isupper() and not glued


def _body(
    folded: str, start: int, end: int, regions: tuple[Region, ...], before: BodyMention | None
) -> BodyMention:
    prefix = _PREFIX.search(folded, max(0, start - 70), start)
    head = prefix.start() if prefix else start
    part = _part(folded, head, prefix)
    narrowed = _narrow(prefix[0] if prefix else "", regions)
    if prefix is None and before is not None:
        gap = folded[before.end : start]
        if _ENUMERATION.match(gap) and before.regions:
            narrowed = _same_kind(before.regions[0].kind, narrowed)
            apposition = "," in gap and _is_parent(narrowed, before.regions)
            part = Part.PLACE if apposition else before.part
    return BodyMention(start=head, end=end, name_start=start, part=part, regions=narrowed)


def _part(folded: str, head: int, prefix: re.Match[str] | None) -> Part:
    before = folded[max(0, head - 40) : head]
    if prefix is not None and prefix["official"]:
        return Part.OFFICIAL
    if _SE.search(before) or (_PLACE.search(before) and not before.rstrip().endswith(",")):
        return Part.PLACE
    if prefix is None and before.rstrip().endswith(","):
        return Part.BARE
    return Part.BARE if prefix is None else Part.GOVERNMENT


def _narrow(prefix: str, regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """Keep the readings whose kind the words in front allow; a nickname keeps its own."""
    for kind, words in _KIND_WORDS.items():
        if words.search(prefix):
            kept = tuple(region for region in regions if region.kind == kind)
            return kept or regions
    return regions


def _same_kind(kind: str, regions: tuple[Region, ...]) -> tuple[Region, ...]:
    kept = tuple(region for region in regions if region.kind == kind)
    return kept or regions


def _is_parent(regions: tuple[Region, ...], children: tuple[Region, ...]) -> bool:
    return any(
        region.kind == "provinsi" and region.name == child.province and child != region
        for region in regions
        for child in children
    )


def _find_grantors(folded: str, grantors: Mapping[str, re.Pattern[str]]) -> list[GrantorMention]:
    found = [
        GrantorMention(start=match.start(), end=match.end(), scheme=scheme)
        for scheme, pattern in grantors.items()
        for match in pattern.finditer(folded)
        if match[0] != match[0].lower() or len(match[0]) > 3
    ]
    return sorted(found, key=lambda grantor: (grantor.start, -grantor.end))


def _swallow_offices(
    folded: str, named: Iterable[BodyMention], grantors: Sequence[GrantorMention]
) -> tuple[list[BodyMention], tuple[GrantorMention, ...]]:
    """A region right behind the grantor's name is its regional office."""
    by_end = sorted(range(len(grantors)), key=lambda position: grantors[position].end)
    ends = [grantors[position].end for position in by_end]
    widened = list(grantors)
    kept = []
    for body in named:
        first = bisect_left(ends, body.name_start - _OFFICE_WITHIN)
        office = next(
            (
                by_end[index]
                for index in range(first, bisect_right(ends, body.name_start))
                if _GRANTOR_TAIL.fullmatch(folded, ends[index], body.name_start)
            ),
            None,
        )
        if office is None:
            kept.append(body)
        else:
            widened[office] = replace(grantors[office], end=body.end)
    return kept, tuple(widened)


def _own_units(
    folded: str, named: Sequence[BodyMention], spans: Iterable[UnitSpan]
) -> tuple[list[BodyMention], tuple[UnitMention, ...]]:
    """Tie each unit to a region that follows it or is part of its name."""
    bodies = sorted(named, key=lambda body: body.name_start)
    starts = [body.name_start for body in bodies]
    taken: set[int] = set()
    units = []
    for span in spans:
        inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        taken.update(inside)
        behind = inside.stop
        owns = behind < len(bodies) and _is_owner(folded, span, bodies[behind])
        owner = bodies[behind] if owns else None
        if owns:
            taken.add(behind)
        units.append(
            UnitMention(
                start=span.start,
                end=owner.end if owner else span.end,
                name=span.name,
                owner=_region_of(owner, [bodies[index] for index in inside]),
                is_person=_PERSON_OF_UNIT.search(folded, max(0, span.start - 45), span.start)
                is not None,
            )
        )
    left = [body for index, body in enumerate(bodies) if index not in taken]
    full = _full_names({unit.name for unit in units})
    return left, tuple(replace(unit, name=full.get(unit.name, unit.name)) for unit in units)


def _is_owner(folded: str, span: UnitSpan, body: BodyMention) -> bool:
    """The region stands right behind the unit's name."""
    return (
        0 <= body.start - span.end <= 3
        and not folded[span.end : body.start].strip(" ,(")
        and body.part is not Part.OFFICIAL
    )


def _region_of(owner: BodyMention | None, inside: Sequence[BodyMention]) -> Region | None:
    """The region named behind the unit, else the one its own name holds (`Polres Batang`)."""
    if owner is not None:
        return owner.regions[0]
    return inside[-1].regions[0] if inside else None


def _full_names(names: Iterable[str]) -> Mapping[str, str]:
    """`RSUD Cepu` is `RSUD dr R Soeprapto Cepu` where the story names that too."""
    by_ends: dict[tuple[str, str], str] = {}
    for name in names:
        words = name.split()
        key = (words[0], words[-1])
        if len(words) > 1 and len(words) > len(by_ends.get(key, "").split()):
            by_ends[key] = name
    return {name: by_ends[words[0], words[-1]] for name in names if len(words := name.split()) > 1}


def _settle_homonyms(named: Sequence[BodyMention]) -> list[BodyMention]:
    """A bare homonym means the region that the story names in full elsewhere, if only one is."""
    certain = {body.regions[0] for body in named if len(body.regions) == 1}
    settled = []
    for body in named:
        known = tuple(region for region in body.regions if region in certain)
        settled.append(
            replace(body, regions=known) if len(body.regions) > 1 and len(known) == 1 else body
        )
    return settled
