"""Offices of the state in the regions: a ministry, a class and the place they serve."""

import re

from crawler.awards.gazetteer import Region
from crawler.awards.names import end_of_name
from crawler.awards.unit_parts import (
    CLASS,
    UnitSpan,
    behind_alias,
    fitting_regions,
    head_at,
    own_place,
    plain_name,
    region_at,
    span_of,
)
from crawler.awards.unit_words import Form, Head, key_of, unit_words

_KIND_OF_PRISON = re.compile(r" (?:Perempuan|Narkotika|Khusus|Pemuda|Terbuka|Anak)(?= [A-Z])")
_NATION = re.compile(r",? (?:RI|Republik Indonesia)\b(?! Perwakilan)")
_KANWIL_AGAIN = re.compile(r" \(Kanwil \w+(?: \w+)?\)(?= [A-Z])")
"""The whole name again in short, in front of the place: "(Kanwil Kemenkumham) Jawa Tengah"."""
_REPRESENTS = re.compile(r"(?:,? (?:RI|Republik Indonesia))? Perwakilan(?= [A-Z])")
"""In front of where an agency has its office: "BPKP Perwakilan Jambi"."""
_OFFICES = {"Kantor Pertanahan": "BPN"}
_OTHER_OFFICES = re.compile(
    r" (DJPb|DJP|DJBC|DJKN|Ditjenpas|Bea Cukai|"
    r"Ditjen (?:Imigrasi|Pemasyarakatan|Pajak|Perbendaharaan)|"
    r"Direktorat Jenderal (?:Pajak|Perbendaharaan|Bea dan Cukai|Kekayaan Negara|"
    r"Pemasyarakatan|Imigrasi))(?:,? Kementerian Keuangan)?\b"
)
_SHORT_OFFICES = {
    "Direktorat Jenderal Pajak": "DJP",
    "Ditjen Pajak": "DJP",
    "Direktorat Jenderal Perbendaharaan": "DJPb",
    "Ditjen Perbendaharaan": "DJPb",
    "Direktorat Jenderal Bea dan Cukai": "DJBC",
    "Direktorat Jenderal Kekayaan Negara": "DJKN",
    "Direktorat Jenderal Pemasyarakatan": "Ditjenpas",
    "Ditjen Pemasyarakatan": "Ditjenpas",
    "Direktorat Jenderal Imigrasi": "Ditjen Imigrasi",
}


def classed_office(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`Lapas Kelas IIB Tegal`, `Kantor Imigrasi Kelas II Non TPI Ponorogo`."""
    place = behind_alias(folded, place, end, head)
    classed = CLASS.match(folded, place, end) or _KIND_OF_PRISON.match(folded, place, end)
    stop = classed.end() if classed else place
    own = own_place(folded, stop, end)
    is_bare_word = folded[at:place].casefold() == "imigrasi"
    if is_bare_word and classed is None and region_at(folded, place, end)[1] is None:
        return None
    if own is None and classed is None:
        return None
    name = _class_name(classed[0]) if classed else ""
    return span_of(
        at, own[1] if own else stop, head, name + (own[0] if own else ""), own is not None
    )


def _class_name(printed: str) -> str:
    """`Klas 2 B` and `kelas II B` are printed for `Kelas IIB`."""
    name = re.sub(r"\bklas\b", "Kelas", plain_name(printed), flags=re.IGNORECASE)
    name = re.sub(r"(?<=Kelas )[123]", lambda digit: "I" * int(digit[0]), name)
    return re.sub(r"(Kelas I{1,3}) ([ABC])\b", r"\1\2", name).replace("Non-TPI", "Non TPI")


def region_form(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`Kantah Klaten` is the `Kantor Pertanahan Kabupaten Klaten`."""
    place = behind_alias(folded, place, end, head)
    area, region = region_at(folded, place, end)
    if region is None:
        is_full = key_of(folded[at:place]).startswith("kantor")
        return _office_elsewhere(folded, at, place, end, head) if is_full else None
    fitting = fitting_regions(area, region.regions)
    if len(fitting) > 1:
        return span_of(at, place, head, "", False)
    if fitting[0].kind == "provinsi":
        return _provincial_office(folded, at, region.end, head, fitting[0])
    part = re.compile(r" I{1,2}(?!\w)").match(folded, region.end, end)
    stop = part.end() if part else region.end
    return span_of(at, stop, head, f" {fitting[0].full_name}{part[0] if part else ''}")


def _office_elsewhere(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan:
    """`Kantor Pertanahan` alone, or of a place that no region is called (a misprint)."""
    stop = end_of_name(folded, place, end, heads=unit_words().first_words)
    return span_of(at, stop, head, plain_name(folded[place:stop]), stop > place)


def _provincial_office(folded: str, at: int, stop: int, head: Head, region: Region) -> UnitSpan:
    short = {"kantah": "Kanwil BPN", "kemenag": "Kanwil Kemenag"}.get(
        head.kind, head.short or head.name
    )
    name = f"{short} {region.name}"
    return UnitSpan(start=at, end=stop, name=name, kind=head.kind, alone=True)


def kanwil(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`Kanwil Kementerian Hukum dan HAM Jateng` is the `Kanwil Kemenkumham Jawa Tengah`."""
    place = behind_alias(folded, place, end, head)
    agency = (
        head_at(folded, place + 1, end, unit_words())
        if folded[place:].startswith(" ", 0, 1)
        else None
    )
    if agency is not None and agency[0].form in (Form.AGENCY, Form.REGION):
        short = _OFFICES.get(agency[0].name, agency[0].short or agency[0].name)
        stop = agency[1]
    elif other := _OTHER_OFFICES.match(folded, place, end):
        short, stop = _SHORT_OFFICES.get(other[1], other[1]), other.end()
    else:
        return None
    stop = behind_alias(folded, stop, end, agency[0]) if agency else stop
    nation = _NATION.match(folded, stop, end)
    stop = nation.end() if nation else stop
    again = _KANWIL_AGAIN.match(folded, stop, end)
    stop = again.end() if again else stop
    own = own_place(folded, stop, end)
    name = f" {short}{own[0].replace(' Provinsi ', ' ') if own else ''}"
    return span_of(at, own[1] if own else stop, head, name, own is not None)


def agency(folded: str, at: int, place: int, end: int, head: Head) -> UnitSpan | None:
    """`Kementerian Agama`; with a region right behind it, the agency's office there."""
    place = behind_alias(folded, place, end, head)
    nation = _REPRESENTS.match(folded, place, end) or _NATION.match(folded, place, end)
    stop = nation.end() if nation else place
    area, region = region_at(folded, stop, end)
    if region is None and nation is not None and "Perwakilan" in nation[0]:
        stop = place
    if region is None or not head.short:
        return span_of(at, stop, head, "")
    fitting = fitting_regions(area, region.regions)
    if fitting[0].kind == "provinsi":
        kind = "kanwil" if head.kind == "kementerian" else "perwakilan"
        office = f"Kanwil {head.short}" if head.kind == "kementerian" else head.short
        name = f"{office} {fitting[0].name}"
    else:
        kind = "kemenag" if head.name == "Kementerian Agama" else "perwakilan"
        office = "Kantor Kementerian Agama" if kind == "kemenag" else head.short
        whose = fitting[0].full_name if len(fitting) == 1 else plain_name(folded[stop : region.end])
        name = f"{office} {whose.strip()}"
    return UnitSpan(start=at, end=region.end, name=name, kind=kind, alone=True)
