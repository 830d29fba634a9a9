"""Who is named in which sentence, and as what: a possible recipient, an official, or a place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crawler.awards.counts import NUMBER_WORDS, counts, counts_just_before
from crawler.awards.event_provinces import is_behind_scheme
from crawler.awards.gazetteer import Region
from crawler.awards.kinds_named import named_for_several, speaks_of_many
from crawler.awards.mentions import HEADED, STATE, BodyMention, Cast, Part, UnitMention
from crawler.awards.roles import (
    end_of_report,
    is_excepted,
    is_place_of_something,
    is_placed_in_person,
    only_tells_whose,
    receives_alone,
)
from crawler.awards.spans import Spans
from crawler.awards.state_offices import state_receives
from crawler.awards.text import Story
from storage.frozen import frozen

_LISTED_ON = re.compile(r"\s*(?:,|dan\b|serta\b)")
_UNDER = re.compile(r"(?: (?:\d{1,2}|[IVX]{1,4}))?,? (?:pada|di bawah) (?:naungan )?")
"""Between a unit and the one that it is part of: "UPT Samsat Tegal 2 pada Bapenda"."""
_AMONG = re.compile(
    r"\b(?i:kategori|kelompok|klaster|kluster) (?:[A-Z]\w+,? (?:dan|serta|atau) )?$"
)
"""In front of a class of bodies, among whom others were the best."""
_PLACED = re.compile(
    rf"\b(?:peringkat|ranking|posisi|urutan|juara|terbaik)\s(?:ke-?\s?)?(?:{NUMBER_WORDS}|\d{{1,2}}|[IVX]{{1,4}})\s\Z",
    re.IGNORECASE,
)
_IN_VILLAGE = re.compile(
    r"\b(?:desa|kelurahan|nagari|gampong|kampung)\s(?:[\w'-]+\s){0,1}[\w'-]+,?\s$", re.IGNORECASE
)
"""In front of the district that a village lies in: "Desa semparu, Kecamatan Kopang"."""
_NEXT_NAME = 40
"""Characters behind "bahwa" in which the other is named."""
_LONGEST_NAME = 200
"""Characters of a name that another may follow at once."""


@frozen
class Owner:
    """A region, or a unit of it."""

    region: Region | None
    unit: str | None
    start: int
    end: int
    """Where it is named: the evidence for the recipient."""
    is_certain: bool = True
    """False when only a nickname, an official or a place pointed to it."""
    rivals: tuple[Region, ...] = ()
    """Other readings of an ambiguous name."""
    kind: str = "unit"
    """What a scheme calls such a recipient: `kabupaten`, `unit`, `vertikal`, `kementerian` ..."""
    alone: bool = False
    """A unit that is nobody's part: it needs no region to be a recipient."""

    @property
    def is_homeless(self) -> bool:
        """A unit whose region nothing has told yet."""
        return self.unit is not None and self.region is None and not self.alone

    @property
    def key(self) -> tuple[Region | None, str | None]:
        """Who it is, wherever it is named."""
        return self.region, self.unit


@frozen
class Seats:
    """By the index of the sentence, in the order of the text."""

    entities: Mapping[int, list[Owner]]
    """Bodies and units: possible recipients."""
    officials: Mapping[int, list[Owner]]
    """Bodies for which an official of theirs is named."""
    places: Mapping[int, list[Owner]]
    """Regions that only tell where."""


def take_seats(
    story: Story,
    cast: Cast,
    venues: Sequence[tuple[int, int]],
    names: Sequence[tuple[int, int]] = (),
) -> Seats:
    """Seat everybody of the cast; `venues` are spans whose regions are places.

    `names` are spans of schemes' names: a unit inside one (Mal Pelayanan Publik) is part of it.
    """
    seats = Seats(
        entities={s.index: [] for s in story.sentences},
        officials={s.index: [] for s in story.sentences},
        places={s.index: [] for s in story.sentences},
    )
    where, scheme_names = Spans(venues), Spans(names)
    for body in cast.bodies:
        is_where = is_behind_scheme(body, story, cast, scheme_names)
        row = seats.places if is_where else _row(seats, body, story, where, cast)
        row[story.sentence_at(body.start).index].append(_owner(body))
    several = named_for_several(story.folded, cast.units)
    homes = {unit.name: unit.owner for unit in reversed(cast.units) if _stands_alone(unit)}
    for unit in cast.units:
        here = seats.entities[story.sentence_at(unit.start).index]
        if scheme_names.hold(unit.start, unit.end):
            here += _region_of(unit) if unit.kind == "mpp" else []
        elif _holds_village(unit, story):
            seats.places[story.sentence_at(unit.start).index] += _region_of(unit)
        elif _heads_in_person(unit, story):
            sentence = story.sentence_at(unit.start)
            seats.officials[sentence.index].append(replace(_office(unit, homes), is_certain=False))
        elif (unit.owner, unit.name) not in several and _is_recipient(unit, story, cast):
            here.append(_office(unit, homes))
    for named in (*seats.entities.values(), *seats.officials.values()):
        named.sort(key=lambda owner: owner.start)
    return seats


def _office(unit: UnitMention, homes: Mapping[str, Region | None]) -> Owner:
    return Owner(
        region=homes.get(unit.name, unit.owner),
        unit=unit.name,
        start=unit.start,
        end=unit.end,
        kind=_KINDS.get(unit.kind, "unit"),
        alone=_stands_alone(unit),
    )


def _heads_in_person(unit: UnitMention, story: Story) -> bool:
    """ "Kapolres Batang, X, menerima penghargaan": whoever heads an office of the state."""
    if not (unit.is_person and unit.kind in HEADED and unit.alone):
        return False
    sentence = story.sentence_at(unit.start)
    return receives_alone(story.folded, unit.end, sentence.end)


def _region_of(unit: UnitMention) -> list[Owner]:
    """Whose mall it is, of an award for malls: "MPP Kota Bekasi Raih Predikat Prima"."""
    region = unit.owner
    if region is None:
        return []
    return [Owner(region=region, unit=None, start=unit.start, end=unit.end, kind=region.kind)]


def _holds_village(unit: UnitMention, story: Story) -> bool:
    """A district right behind a village is where that lies."""
    near = max(0, unit.start - 60), unit.start
    return unit.kind == "kecamatan" and _IN_VILLAGE.search(story.folded, *near) is not None


def _owner(body: BodyMention) -> Owner:
    return Owner(
        region=body.regions[0],
        unit=None,
        start=body.start,
        end=body.end,
        is_certain=len(body.regions) == 1,
        rivals=body.regions[1:],
        kind=body.regions[0].kind,
    )


_KINDS = {
    **dict.fromkeys(
        (
            *("polres", "polda", "polsek", "satlantas", "kantah", "kemenag", "kanwil", "imigrasi"),
            *("lapas", "pengadilan", "kejaksaan", "pajak", "bpom", "perwakilan"),
            *("pelabuhan", "balai"),
        ),
        "vertikal",
    ),
    **dict.fromkeys(("desa", "kelurahan"), "desa"),
    "universitas": "university",
    "kementerian": "kementerian",
    "lembaga": "lembaga",
}
"""Kinds of units -> what a scheme calls such recipients; the others are a region's `unit`."""


def _stands_alone(unit: UnitMention) -> bool:
    return unit.alone and _KINDS.get(unit.kind, "unit") not in ("unit", "desa")


def _is_recipient(unit: UnitMention, story: Story, cast: Cast) -> bool:
    """Not a person of it, who only reports, nor a place; a body of the state where it receives."""
    if (
        unit.is_person
        or _is_branch_named_short(unit, story, cast)
        or story.is_in_dateline(unit.start)
        or only_tells_whose(story.folded, unit.start, unit.end)
        or _is_part(unit, story, cast)
        or is_excepted(story.folded, unit.start)
        or _names_a_kind(unit, story)
        or _reports_another(unit, story, cast)
    ):
        return False
    named = story.folded[unit.start : unit.end]
    if " di " in named and counts_just_before(story.folded, unit.start):
        return False
    if unit.owner is None and speaks_of_many(story.folded, unit):
        return False
    return unit.kind not in STATE or state_receives(unit, story, cast)


def _is_branch_named_short(unit: UnitMention, story: Story, cast: Cast) -> bool:
    """ "KPU Raih ..." above a text about KPU Kabupaten X: the headline means the branch."""
    if unit.start >= story.text_start or unit.owner is not None or not _stands_alone(unit):
        return False
    short = story.folded[unit.start : unit.end] + " "
    rest = [other for other in cast.units if other.start >= story.text_start]
    return any(other.name.startswith(short) for other in rest) and not any(
        other.name == unit.name for other in rest
    )


def _reports_another(unit: UnitMention, story: Story, cast: Cast) -> bool:
    """ "Bagian Organisasi mengabarkan bahwa Kabupaten X menerima": an office that only tells."""
    told = end_of_report(story.folded, unit.end)
    return told is not None and bool(
        cast.bodies_in(told, told + _NEXT_NAME) or cast.units_in(told, told + _NEXT_NAME)
    )


def _names_a_kind(unit: UnitMention, story: Story) -> bool:
    """ "Kategori KPU dan Bawaslu kabupaten/kota": among whom others were the best."""
    if unit.kind not in ("lembaga", "kementerian") or unit.owner is not None:
        return False
    return _AMONG.search(story.folded, max(0, unit.start - 40), unit.start) is not None


def _is_part(unit: UnitMention, story: Story, cast: Cast) -> bool:
    """Right behind another unit's name: "Polrestabes Surabaya Polda Jatim", "Polres X, Polda Y"."""
    near = cast.units_in(unit.start - _LONGEST_NAME, unit.start)
    if any(_UNDER.fullmatch(story.folded, other.end, unit.start) for other in near):
        return True
    gap = ", " if unit.kind == "polda" and story.folded[unit.start - 2] == "," else " "
    end = unit.start - len(gap)
    behind = gap == " " or not _LISTED_ON.match(story.folded, unit.end)
    return story.folded.startswith(gap, end) and behind and any(u.end == end for u in near)


def _row(
    seats: Seats, body: BodyMention, story: Story, venues: Spans, cast: Cast
) -> Mapping[int, list[Owner]]:
    if (
        body.part is Part.PLACE
        or _is_where(body, story, venues, cast)
        or _reports_many(body, story)
    ):
        return seats.places
    if body.part is Part.OFFICIAL and not is_placed_in_person(story.folded, body.end):
        return seats.officials
    return seats.entities


def _reports_many(body: BodyMention, story: Story) -> bool:
    """ "Pemprov X menyatakan bahwa 16 kabupaten": a government that only tells of others."""
    told = end_of_report(story.folded, body.end)
    return told is not None and bool(counts(story.folded, told, told + _NEXT_NAME))


def _is_spanned(body: BodyMention, story: Story, cast: Cast) -> bool:
    """ "Bupati Morowali Terima Piagam Peringkat Dua Sulteng": the province in which it has it."""
    province = body.regions[0]
    if province.kind != "provinsi" or not _PLACED.search(
        story.folded, max(0, body.start - 60), body.start
    ):
        return False
    start = story.sentence_at(body.start).start
    named = (each.regions[0] for each in cast.bodies_in(start, body.start))
    return any(each.kind != "provinsi" and each.province == province.name for each in named)


def _is_where(body: BodyMention, story: Story, venues: Spans, cast: Cast) -> bool:
    """In the dateline, left out, or a bare name inside a venue, behind another, before a day."""
    in_venue = venues.hold(body.start, body.start + 1)
    if in_venue or story.is_in_dateline(body.start) or is_excepted(story.folded, body.start):
        return True
    if body.part is not Part.BARE:
        return False
    if _is_spanned(body, story, cast):
        return True
    sentence = story.sentence_at(body.start)
    return body.start >= story.text_start and is_place_of_something(
        story.folded, sentence.start, body.start, body.end
    )
