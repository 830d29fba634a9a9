"""Units tied to the regions that own them."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crawler.awards.gazetteer import Region
from crawler.awards.mentions import BodyMention, Part, UnitMention
from crawler.awards.spans import Spans
from crawler.awards.unit_aliases import names_elsewhere
from crawler.awards.unit_persons import assists_government, is_person
from crawler.awards.unit_words import VILLAGES
from crawler.awards.units import UnitSpan
from crawler.awards.villages import (
    is_one_more,
    is_own_name,
    lies_in_district,
    place_villages,
)
from crawler.awards.word_tree import compile_words

_KIND_OF_REGION = re.compile(
    r"\s*(?:(?:pemerintah\s+)?(?:kabupaten|kota|provinsi|kab\.?|prov\.?)\s+(?:administrasi\s+)?)?",
    re.IGNORECASE,
)
"""Between "Biro Hukum Setda" and the name of its region."""
_ABOVE = frozenset({"polda", "kanwil", "kementerian", "lembaga"})
"""Right behind another unit these only say whose it is: "Polres Batu Polda Jatim"."""
_DEPARTMENTS = frozenset({"dinas", "badan", "inspektorat", "bagian", "sekretariat", "biro"})
_WITH_NAMES = frozenset({"rsud", "puskesmas"})
"""Each has a name of its own: two of one name in a story are the same."""
_THROUGH = re.compile(
    r"(?:\s*\([^()\n]{1,40}\))?,?\s+(?:melalui|lewat)\s+(?:OPD\s+)?", re.IGNORECASE
)
"""Between a region and the department that acts for it: "Pemkab Blora melalui Dinas Kominfo"."""
_OF_UNITS = compile_words(r"\b(?:wbk|wbbm|wilayah\s+(?:bebas|(?:tertib\s+)?birokrasi))\b")
"""What no government has, but the department does through which it comes to that."""
_JOINTS = dict.fromkeys(VILLAGES, ("", "di", "dari", "asal"))
"""What may stand between the name of a unit and its region; others than villages lie "di" it."""
_LONGEST_JOINT = 6
_LONGEST_CLAUSE = 160
_GOES_ON = re.compile(r" (?!(?:[IVX]+|Kota|Kabupaten|Satu|Dua|Tiga)\b)[A-Z]")
"""Behind a region's name in a clinic's: "Puskesmas Padang Karambia", not "Puskesmas Batang I"."""


def own_units(
    folded: str, named: Sequence[BodyMention], spans: Iterable[UnitSpan]
) -> tuple[list[BodyMention], tuple[UnitMention, ...]]:
    """Tie each unit to a region that follows it or is part of its name."""
    bodies = sorted(named, key=lambda body: body.name_start)
    starts = [body.name_start for body in bodies]
    spans = list(spans)
    if not spans:
        return bodies, ()
    covered = Spans((span.start, span.end) for span in spans)
    alone = (body for body in bodies if not covered.hold(body.name_start, body.end))
    told = {body.regions[0] for body in alone if is_own_name(folded, body)}
    headline_end, headlined = folded.find("\n"), set[str]()
    taken: set[int] = set()
    units: list[UnitMention] = []
    for span in spans:
        if assists_government(folded, span):
            continue
        inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        taken.update(inside)
        if units and span.kind in _ABOVE and folded[units[-1].end : span.start].isspace():
            units[-1] = replace(units[-1], end=span.end)
            continue
        behind = inside.stop
        acts = span.kind in _DEPARTMENTS and _acts_for(folded, span, bodies[: inside.start])
        if span.start < headline_end and not acts:
            headlined.add(span.name)
        owns = behind < len(bodies) and _is_owner(folded, span, bodies[behind])
        own = bodies[inside[-1]] if inside else None
        owns = owns and not (own and _is_listed_on(folded, span, own, bodies[behind]))
        owns = owns and not is_one_more(folded, span, bodies[behind : behind + 2])
        owner = bodies[behind] if owns else None
        if owns:
            taken.add(behind)
        units.append(
            UnitMention(
                start=span.start,
                end=owner.end if owner else span.end,
                name=span.name,
                owner=_region_of(
                    owner, _own_regions(folded, span, [bodies[i] for i in inside], told)
                ),
                kind=span.kind,
                alone=span.alone,
                is_person=(acts and span.name not in headlined) or is_person(folded, span),
            )
        )
    units = place_villages(folded, units)
    left = [body for index, body in enumerate(bodies) if index not in taken]
    return left, tuple(_as_elsewhere(units, names_elsewhere(folded, units)))


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


def _is_owner(folded: str, span: UnitSpan, body: BodyMention) -> bool:
    """The region stands right behind the unit's name."""
    if lies_in_district(folded, span, body):
        return True
    if body.start < span.end <= body.name_start:
        return _KIND_OF_REGION.fullmatch(folded, span.end, body.name_start) is not None
    return (
        0 <= body.start - span.end <= _LONGEST_JOINT
        and folded[span.end : body.start].strip(" ,(") in _JOINTS.get(span.kind, ("", "di"))
        and body.part is not Part.OFFICIAL
    )


def _acts_for(folded: str, span: UnitSpan, before: Sequence[BodyMention]) -> bool:
    """The region in front has what the department brings: "Pemkab X melalui Dinas Y meraih".

    Not below a headline about the department.
    """
    return (
        bool(before)
        and before[-1].part is Part.GOVERNMENT
        and _THROUGH.fullmatch(folded, before[-1].end, span.start) is not None
        and _OF_UNITS.search(folded, span.end, _end_of_clause(folded, span.end)) is None
    )


def _end_of_clause(folded: str, start: int) -> int:
    stops = (folded.find(stop, start, start + _LONGEST_CLAUSE) for stop in (". ", "\n", ";"))
    return min((at for at in stops if at >= 0), default=start + _LONGEST_CLAUSE)


def _is_listed_on(folded: str, span: UnitSpan, own: BodyMention, body: BodyMention) -> bool:
    """A bare name behind a comma: "Polres Pegunungan Arfak, Maybrat, dan Tambrauw".

    Or one with its kind, as the unit's own: "Kantor Pertanahan Kota Palu, Kabupaten Poso".
    """
    if "," not in folded[span.end : body.start]:
        return False
    regency = body.regions[0].kind != "provinsi" and body.regions[0] != own.regions[0]
    return body.part is Part.BARE or (regency and own.start < own.name_start)


def _region_of(owner: BodyMention | None, inside: Sequence[BodyMention]) -> Region | None:
    """The region named behind the unit, else the one its own name holds (`Polres Batang`).

    A province behind a name with a regency in it only tells where that lies.
    """
    own = inside[-1].regions[0] if inside else None
    if owner is None or (own and own.kind != "provinsi" == owner.regions[0].kind):
        return own
    return owner.regions[0]


def _own_regions(
    folded: str, span: UnitSpan, inside: Sequence[BodyMention], told: Collection[Region]
) -> Sequence[BodyMention]:
    """Those of the unit's name that tell where it is.

    A village, district or university called like a regency need not lie in it: "Desa Karanganyar";
    nor a clinic called like a village that begins so: "Puskesmas Padang Karambia"; nor one called
    like a capital, where the story tells of others than its region: "Puskesmas Wates" of Blitar.
    """
    if span.kind in ("desa", "kelurahan", "kecamatan", "universitas"):
        return ()
    if span.kind == "puskesmas":
        lower = any(region.kind != "provinsi" for region in told)
        near = [body for body in inside if not lower or body.regions[0] in told]
        return [body for body in near if _tells_where(folded, span, body)]
    return inside


def _tells_where(folded: str, span: UnitSpan, body: BodyMention) -> bool:
    """Not in "Puskesmas Padang Karambia", nor for a clinic of a list called like a far town."""
    is_called = folded.startswith("uskesmas", span.start + 1)
    is_own = is_own_name(folded, body)
    return (is_called or is_own) and not _GOES_ON.match(folded, body.end, span.end)
