"""Reads one unit's name to its end, by the form of the names of its kind (`unit_words.Form`)."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.names import (
    end_of_name,
    end_of_numeral,
    end_of_person,
    is_area,
    is_programme,
    may_precede_region,
)
from crawler.awards.unit_offices import agency, classed_office, kanwil, region_form
from crawler.awards.unit_parts import (
    CLASS,
    FIRST,
    UnitSpan,
    behind_alias,
    head_at,
    is_provincial,
    one_of,
    own_name,
    own_place,
    plain_name,
    region_at,
    span_of,
)
from crawler.awards.unit_runs import composed, is_list, run_at, with_abbreviation
from crawler.awards.unit_words import VILLAGES, Form, Head, unit_words

_NEIGHBOURHOOD = re.compile(r"(?:,? (?:RT|RW) ?\d{1,3}(?:/\d{1,3})?){1,2}")
_IS_OF_MINISTRY = re.compile(r"\b(?:Ditjen|Dirjen|Jenderal|Anjungan|Bidang|Seksi) $")
"""Before the name of a unit: it is a directorate of a ministry, or part of another name."""
_AWARD = re.compile(r" (?:Prima|Award|Hebat|Bisa|Mandiri)\b")
"""Behind an abbreviation: an award or a slogan is named so."""
_ADDRESS = re.compile(r"(?:,| di)? (?=(?:[Kk]ecamatan|[Kk]ec\.|[Dd]istrik|[Kk]apanewon) [A-Z])")
_OF_OTHER_KIND = re.compile(
    r",? (?:(?:dan|serta) )?(?:[Kk]e(?:lurahan|camatan)|[Dd]esa|[Dd]inas|[Bb]adan|RSUD) [A-Z]"
)
"""Behind a district: it is one of a list, and not where the health centre in front of it lies."""
_AREA = r"(?:[Kk]ecamatan|[Kk]ec\.|[Dd]istrik|[Kk]apanewon|[Kk]abupaten|[Kk]ab\.|[Kk]ota) [A-Z]"
_WHOLE_NAME = re.compile(rf"((?: [A-Z][\w'-]*){{2,4}})(?=(?:,| di|,? yang ada di)? \(?{_AREA})")
"""The name of a village up to its address: "Desa Bunga Pasang di Kabupaten X"."""
_LAST_WORD = re.compile(
    r" (?:Baru|Satu|Dua|Tiga|Empat|Lima|Enam|Tujuh)"
    rf"(?=[,;.)]| [a-z(]| {_AREA})"
)
"""With it the name of a village ends, where no headline goes on behind it."""
_DISTRICT = " Kecamatan"
"""Health centres may be called after it: `Puskesmas Kecamatan Menteng`."""
_NUMBER = re.compile(r" (?:\d{1,3}|[IVX]{1,4}-\d{1,2})(?= [A-Z])")
_LOCAL = frozenset({"desa", "kelurahan", "kecamatan", "puskesmas"})
_ADDRESSED = VILLAGES | {"puskesmas"}
_BELOW_PROVINCES = frozenset({"polres"})


def read_unit(folded: str, at: int, end: int) -> UnitSpan | None:
    """The unit whose name begins at this offset, or None where the word names none."""
    words = unit_words()
    run = run_at(folded, at, end, words)
    found = head_at(folded, at, end, words)
    if found is not None and _IS_OF_MINISTRY.search(folded, max(0, at - 30), at):
        return None
    if found is None or (run is not None and run.end > found[1] and not is_list(folded, run)):
        return with_abbreviation(folded, run, end) if run else composed(folded, at, end)
    head, place = found
    if head.kind == "inspektorat" and folded.startswith(" Jenderal", place):
        return None
    return _READERS[head.form](folded, at, place, end, head)


def _fixed(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    if _AWARD.match(folded, place, end):
        return None
    name = folded[at:place] if head.as_printed else head.name
    span = UnitSpan(start=at, end=place, name=name, kind=head.kind, alone=head.alone)
    named = span if head.as_printed else with_abbreviation(folded, span, end)
    suffix = head.suffixes.match(folded, named.end) if head.suffixes else None
    if suffix is None:
        return named
    return UnitSpan(
        start=at, end=suffix.end(), name=named.name + suffix[0], kind=head.kind, alone=head.alone
    )


def _named(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`Puskesmas Batang I`; the bare word (`Puskesmas di desa`) names no unit."""
    place = behind_alias(folded, place, end, head)
    of_district = head.kind == "puskesmas" and folded.startswith(_DISTRICT, place)
    begun = place + len(_DISTRICT) * of_district
    stop = end_of_name(folded, begun, end, heads=unit_words().first_words, digits=head.digits)
    if stop == begun or _is_programme(folded, place, head):
        return None
    if head.kind in VILLAGES:
        stop = _end_of_village(folded, place, stop, end)
    elif head.kind in _LOCAL:
        stop = _without_region(folded, place, stop)
    own = own_name(folded[place:stop])
    if head.kind in VILLAGES and (block := _NEIGHBOURHOOD.match(folded, stop, end)):
        own, stop = own + plain_name(block[0]), block.end()
    return span_of(at, _behind_address(folded, stop, end, head), head, own)


def _end_of_village(folded: str, place: int, stop: int, end: int) -> int:
    """`Desa Tengin Baru,`; `Gampong Kayee Aceh, Kecamatan ..`: what an address ends is the name."""
    whole = _WHOLE_NAME.match(folded, place, end) if "\n" in folded[:place] else None
    if whole and whole.end() >= stop and not any(map(_ends_village, whole[1].split())):
        return whole.end()
    last = _LAST_WORD.match(folded, stop, end)
    return last.end() if last else _without_region(folded, place, stop)


def _ends_village(word: str) -> bool:
    plain = word.casefold()
    return is_area(plain) or plain in unit_words().first_words


def _without_region(folded: str, place: int, stop: int) -> int:
    """`Puskesmas Pulomerak | Cilegon`: the region behind the name is no part of it."""
    words = list(FIRST.finditer(folded, place, stop))
    gazetteer = load_gazetteer()
    for before, word in pairwise(words):
        region = gazetteer.name_at(folded, word.start())
        if region is None or region.end != stop or region.weak or not region.spelling:
            continue
        is_part = word == words[1] and may_precede_region(before[0])
        return stop if is_part else before.end()
    return stop


def _behind_address(folded: str, stop: int, end: int, head: Head) -> int:
    """Behind `Kecamatan Watulimo` in `Desa Gemaharjo, Kecamatan Watulimo, Trenggalek`."""
    address = _ADDRESS.match(folded, stop, end) if head.kind in _ADDRESSED else None
    if address is None:
        return stop
    name = FIRST.match(folded, address.end())
    begun = name.end() + folded.startswith(".", name.end()) if name else stop
    behind = end_of_name(folded, begun, end, heads=unit_words().first_words)
    if head.kind == "puskesmas" and _OF_OTHER_KIND.match(folded, behind):
        return stop
    return max(stop, _without_region(folded, address.end(), behind))


def _is_programme(folded: str, place: int, head: Head) -> bool:
    if head.kind not in VILLAGES | {"kecamatan"}:
        return False
    word = FIRST.search(folded, place)
    return word is not None and is_programme(word[0])


def _hospital(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    place = behind_alias(folded, place, end, head)
    area, region = region_at(folded, place, end)
    if area and region is not None:
        return span_of(at, region.end, head, " " + one_of(area, region))
    stop = end_of_person(folded, place, end, heads=unit_words().first_words)
    if stop == place:
        return None
    stop = _behind_region(folded, place, stop)
    stop = end_of_numeral(folded, stop, end, digits=True) if head.digits else stop
    return span_of(at, stop, head, own_name(folded[place:stop]))


def _behind_region(folded: str, place: int, stop: int) -> int:
    """A region closes the name of a hospital: `RSUD Tembilahan | Cuci Muka Pakai Air Galon`."""
    for word in FIRST.finditer(folded, place, stop):
        region = load_gazetteer().name_at(folded, word.start())
        if region is not None and not region.weak and not is_provincial(region):
            return min(region.end, stop)
    return stop


def _place(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`Polres Malang Kota`, `Polda Jawa Tengah`, `Pengadilan Negeri Purwokerto Kelas IB`."""
    place = behind_alias(folded, place, end, head)
    own = own_place(folded, place, end)
    if own is None or (head.kind in _BELOW_PROVINCES and _names_province(folded, place, end)):
        return None
    behind = CLASS.match(folded, own[1], end)
    return span_of(at, behind.end() if behind else own[1], head, own[0])


def _numbered(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`MTsN 1 Kota Malang`, `Pengadilan Militer II-11 Yogyakarta`; or a name of its own.

    That may go on behind its initials: `MAN Insan Cendekia (IC) Serpong`.
    """
    place = behind_alias(folded, place, end, head)
    number = _NUMBER.match(folded, place, end)
    own = own_place(folded, number.end(), end) if number else None
    if number is not None and own is not None:
        return span_of(at, own[1], head, number[0] + own[0])
    named = _named(folded, at, place, end, head)
    behind = behind_alias(folded, named.end, end, head) if named else 0
    own = own_place(folded, behind, end) if named and behind > named.end else None
    if named is None or own is None:
        return named
    return span_of(at, own[1], head, named.name.removeprefix(head.name) + own[0])


def _names_province(folded: str, place: int, end: int) -> bool:
    """`Lima Polres Kalsel` are the stations of a province."""
    region = region_at(folded, place, end)[1]
    return region is not None and is_provincial(region)


def _police(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`Satpas Polres Batang`."""
    if folded[place : place + 1] != " " or place + 1 >= end:
        return None
    station = head_at(folded, place + 1, end, unit_words())
    if station is None or station[0].kind not in ("polres", "polda", "polsek"):
        return None
    whole = read_unit(folded, place + 1, end)
    return span_of(at, whole.end, head, " " + whole.name) if whole else None


_READERS: Mapping[Form, Callable[[str, int, int, int, Head], UnitSpan | None]] = {
    Form.FIXED: _fixed,
    Form.NAMED: _named,
    Form.HOSPITAL: _hospital,
    Form.PLACE: _place,
    Form.CLASSED: classed_office,
    Form.REGION: region_form,
    Form.NUMBERED: _numbered,
    Form.POLICE: _police,
    Form.KANWIL: kanwil,
    Form.AGENCY: agency,
}
