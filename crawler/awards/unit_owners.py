"""Units tied to the regions that own them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.awards.gazetteer import Region
from crawler.awards.mentions import BodyMention, Part, UnitMention
from crawler.awards.unit_parts import numbered, plain_name
from crawler.awards.unit_words import VILLAGES
from crawler.awards.units import UnitSpan
from crawler.awards.villages import place_villages
from crawler.awards.word_tree import compile_words

_SPELT_OUT = re.compile(r"([^()\n]+?)\s?\((?:disingkat )?([^()\n]+)\)")
_OF_COUNCIL = compile_words(
    r"\b(?:ketua|anggota|pimpinan|fraksi|komisi\s+\w+|gedung|kantor)\s+$",
)
_KIND_OF_REGION = re.compile(
    r"\s*(?:(?:pemerintah\s+)?(?:kabupaten|kota|provinsi|kab\.?|prov\.?)\s+)?", re.IGNORECASE
)
"""Between "Biro Hukum Setda" and the name of its region."""
_ABOVE = frozenset({"polda", "kanwil", "kementerian", "lembaga"})
"""Right behind another unit these only say whose it is: "Polres Batu Polda Jatim"."""
_PERSON_OF_UNIT = compile_words(
    r"\b(?:kepala|kadis|kakan(?:wil|im|tah|kemenag)|kalapas|karutan|plt|plh|pj|kabid|sekretaris|direktur|kabag|kasi|"
    r"(?:kabid|kabag|kasi|kasat|kadiv|karo|kasubbag)\.?\s+\w+|staf|pegawai|jajaran|"
    r"pelaksana\s+tugas|rektor|dosen|guru\s+besar|pakar|akademisi|pengamat|mahasiswa|peneliti|"
    r"lulusan|alumni|alumnus|sisw[ai]|pelajar|murid|santri|guru|perawat|bidan|petugas)"
    r"\.?\s+(?:\(\w+\.?\)\s+)?(?:upt\w*\s+|kantor\s+)?$",
)

_HEAD_OF_UNIT = re.compile(r"ka(?:polres|[lb]apas|rutan|ja[rt]i)", re.IGNORECASE)
"""How the name of an office begins that stands for whoever heads it: "Kapolres Batang"."""

_INSPECTOR = compile_words(r"\b(?:inspektur|irban|auditor)(?:\s+\w+){0,3}\s+$")
"""The same: "Inspektur Pembantu Khusus Inspektorat Daerah"."""
_DEPARTMENTS = frozenset({"dinas", "badan", "inspektorat", "bagian", "sekretariat", "biro"})
_WITH_NAMES = frozenset({"rsud", "puskesmas"})
"""Each has a name of its own: two of one name in a story are the same."""
_CAMPUSES = frozenset({"UIN", "IAIN", "STAIN", "Universitas", "Institut", "Politeknik"})
"""Called with or without the town at the end: `UIN Raden Fatah Palembang`."""
_TITLES = frozenset({"dr", "Dr", "Prof", "H", "Hj", "Ir", "KH", "RA", "R", "Raden"})
_THROUGH = re.compile(
    r"(?:\s*\([^()\n]{1,40}\))?,?\s+(?:melalui|lewat)\s+(?:OPD\s+)?", re.IGNORECASE
)
"""Between a region and the department that acts for it: "Pemkab Blora melalui Dinas Kominfo"."""
_JOINTS = dict.fromkeys(VILLAGES, ("", "di", "dari", "asal"))
"""What may stand between the name of a unit and its region; others than villages lie "di" it."""
_LONGEST_JOINT = 6
_ONE_MORE = re.compile(r",? (?:dan |serta )?(?!Puskesmas|Kab|Kota|Prov)[A-Z]")
_GOES_ON = re.compile(r" (?!(?:[IVX]+|Kota|Kabupaten|Satu|Dua|Tiga)\b)[A-Z]")
"""Behind a region's name in a clinic's: "Puskesmas Padang Karambia", not "Puskesmas Batang I"."""


def own_units(
    folded: str, named: Sequence[BodyMention], spans: Iterable[UnitSpan]
) -> tuple[list[BodyMention], tuple[UnitMention, ...]]:
    """Tie each unit to a region that follows it or is part of its name."""
    bodies = sorted(named, key=lambda body: body.name_start)
    starts = [body.name_start for body in bodies]
    taken: set[int] = set()
    units: list[UnitMention] = []
    for span in spans:
        inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        taken.update(inside)
        if units and span.kind in _ABOVE and folded[units[-1].end : span.start].isspace():
            units[-1] = replace(units[-1], end=span.end)
            continue
        behind = inside.stop
        acts = span.kind in _DEPARTMENTS and _acts_for(folded, span, bodies[: inside.start])
        owns = behind < len(bodies) and _is_owner(folded, span, bodies[behind])
        own = bodies[inside[-1]] if inside else None
        owns = owns and not (own and _is_listed_on(folded, span, own, bodies[behind]))
        owns = owns and not _names_a_clinic(folded, span, bodies[behind])
        owner = bodies[behind] if owns else None
        if owns:
            taken.add(behind)
        units.append(
            UnitMention(
                start=span.start,
                end=owner.end if owner else span.end,
                name=span.name,
                owner=_region_of(owner, _own_regions(folded, span, [bodies[i] for i in inside])),
                kind=span.kind,
                alone=span.alone,
                is_person=acts or _is_person(folded, span),
            )
        )
    units = place_villages(folded, units)
    left = [body for index, body in enumerate(bodies) if index not in taken]
    full = {
        **_full_names(units),
        **_abbreviated(folded, units),
        **_in_brackets(folded, units),
        **_raised(units),
    }
    return left, tuple(_as_elsewhere(units, full))


def _as_elsewhere(units: Sequence[UnitMention], full: Mapping[str, str]) -> Iterator[UnitMention]:
    """Each as the story has it elsewhere: by its full name, "Kapolres X" of the same Polres X as
    the others, and a hospital where it is once said to lie."""
    alone = {full[unit.name] for unit in units if unit.alone}
    told: dict[str, set[Region]] = {}
    for unit in units:
        if unit.kind in _WITH_NAMES and unit.owner is not None:
            told.setdefault(full[unit.name], set()).add(unit.owner)
    for unit in units:
        name = full[unit.name]
        owners = told.get(name, set()) if unit.owner is None else set()
        owner = next(iter(owners)) if len(owners) == 1 and " " in name else unit.owner
        told_so = (name, name in alone, owner) == (unit.name, unit.alone, unit.owner)
        yield unit if told_so else replace(unit, name=name, alone=name in alone, owner=owner)


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


def _is_person(folded: str, span: UnitSpan) -> bool:
    """Somebody of the unit is named, or its house: "Kepala DPMPTSP", "Gedung DPRD"."""
    if _HEAD_OF_UNIT.match(folded, span.start):
        return True
    window = max(0, span.start - 45)
    of_council = span.kind == "dprd" and _OF_COUNCIL.search(folded, window, span.start)
    return (
        bool(of_council)
        or _PERSON_OF_UNIT.search(folded, window, span.start) is not None
        or _INSPECTOR.search(folded, window, span.start) is not None
    )


def _is_owner(folded: str, span: UnitSpan, body: BodyMention) -> bool:
    """The region stands right behind the unit's name."""
    if body.start < span.end <= body.name_start:
        return _KIND_OF_REGION.fullmatch(folded, span.end, body.name_start) is not None
    return (
        0 <= body.start - span.end <= _LONGEST_JOINT
        and folded[span.end : body.start].strip(" ,(") in _JOINTS.get(span.kind, ("", "di"))
        and body.part is not Part.OFFICIAL
    )


def _acts_for(folded: str, span: UnitSpan, before: Sequence[BodyMention]) -> bool:
    """The region in front has what the department brings: "Pemkab X melalui Dinas Y meraih"."""
    return (
        bool(before)
        and before[-1].part is Part.GOVERNMENT
        and _THROUGH.fullmatch(folded, before[-1].end, span.start) is not None
    )


def _is_listed_on(folded: str, span: UnitSpan, own: BodyMention, body: BodyMention) -> bool:
    """A bare name behind a comma: "Polres Pegunungan Arfak, Maybrat, dan Tambrauw".

    Or one with its kind, as the unit's own: "Kantor Pertanahan Kota Palu, Kabupaten Poso".
    """
    if "," not in folded[span.end : body.start]:
        return False
    regency = body.regions[0].kind != "provinsi" and body.regions[0] != own.regions[0]
    return body.part is Part.BARE or (regency and own.start < own.name_start)


def _names_a_clinic(folded: str, span: UnitSpan, body: BodyMention) -> bool:
    """A town that is no region's own name, amid a list: "Puskesmas Tirto, Tondano, Buaran"."""
    if span.kind != "puskesmas" or "," not in folded[span.end : body.start]:
        return False
    return not _is_own_name(folded, body) and _ONE_MORE.match(folded, body.end) is not None


def _is_own_name(folded: str, body: BodyMention) -> bool:
    """Not the name of a region's capital, which a clinic far away may have: "Puskesmas Tondano"."""
    return folded.startswith(body.regions[0].name, body.name_start)


def _region_of(owner: BodyMention | None, inside: Sequence[BodyMention]) -> Region | None:
    """The region named behind the unit, else the one its own name holds (`Polres Batang`).

    A province behind a name with a regency in it only tells where that lies.
    """
    own = inside[-1].regions[0] if inside else None
    if owner is None or (own and own.kind != "provinsi" == owner.regions[0].kind):
        return own
    return owner.regions[0]


def _own_regions(
    folded: str, span: UnitSpan, inside: Sequence[BodyMention]
) -> Sequence[BodyMention]:
    """Those of the unit's name that tell where it is.

    A village, district or university called like a regency need not lie in it: "Desa Karanganyar";
    nor a clinic called like a village that begins so: "Puskesmas Padang Karambia".
    """
    if span.kind in ("desa", "kelurahan", "kecamatan", "universitas"):
        return ()
    if span.kind == "puskesmas":
        return [body for body in inside if _tells_where(folded, span, body)]
    return inside


def _tells_where(folded: str, span: UnitSpan, body: BodyMention) -> bool:
    """Not in "Puskesmas Padang Karambia", nor for a clinic of a list called like a far town."""
    is_called = folded.startswith("uskesmas", span.start + 1)
    is_own = _is_own_name(folded, body)
    return (is_called or is_own) and not _GOES_ON.match(folded, body.end, span.end)


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
