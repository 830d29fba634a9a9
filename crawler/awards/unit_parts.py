"""What the names of units are put together from: places, classes, words as printed."""

import re
from collections.abc import Collection, Mapping

from crawler.awards.gazetteer import Region, RegionName, load_gazetteer
from crawler.awards.names import end_of_name
from crawler.awards.unit_words import Form, Head, UnitWords, key_of, unit_words
from storage.frozen import frozen

_AREA = re.compile(
    r" {1,2}((?:Kabupaten|Kab\.?|Kota|Kotamadya|Provinsi|Prov\.?)(?= ))?", re.IGNORECASE
)
_PART_OF_REGION = re.compile(
    r" (?:Kota|Kabupaten|Barat|Timur|Selatan|Utara|Tengah|Pusat|I{1,3}|IV)(?![\w-])"
)
CLASS = re.compile(
    r" (?:(?:Perempuan|Narkotika|Khusus|Pemuda|Terbuka|Anak) )?K(?:e)?las "
    r"(?:I{1,3}|[123])(?: ?[ABC])?(?![\w])(?: Khusus\b)?(?: Non[- ]TPI\b| TPI\b)?",
    re.IGNORECASE,
)
_ALIAS = re.compile(r" ?\(([A-Z][\w/ -]{1,24})\)")
_NUMBERED = re.compile(r"(Puskesmas \S.*) (?:[IVX]{1,4}|\d{1,2})")
FIRST = re.compile(r"[^\W_]+")
_LONGEST_HEAD = 60
_VOWEL = re.compile(r"[AEIOU]")


@frozen
class UnitSpan:
    """A unit as named in a text: canonical name, and where the words of the name stand."""

    start: int
    end: int
    name: str
    """`DPMPTSP`, `Disdukcapil`, `Puskesmas Batang I`: without the region that owns it."""
    kind: str
    """`dinas`, `badan`, `rsud`, `puskesmas`, `desa`, `polres`, `kementerian` …: see units.toml."""
    alone: bool
    """Its own name says where or what it is: a recipient without any region behind it."""


def head_at(folded: str, at: int, end: int, words: UnitWords) -> tuple[Head, int] | None:
    first = FIRST.match(folded, at, end)
    heads = first and (
        words.heads.get(first[0].casefold())
        or words.heads.get(first[0].casefold().rstrip("0123456789"))
    )
    return heads.match(folded, at, end) if heads else None


def is_provincial(region: RegionName) -> bool:
    return all(each.kind == "provinsi" for each in region.regions)


def own_place(folded: str, place: int, end: int) -> tuple[str, int] | None:
    area, region = region_at(folded, place, end)
    if region is None:
        stop = end_of_name(folded, place, end, heads=unit_words().first_words)
        return (own_name(folded[place:stop]), stop) if stop > place else None
    if area:
        return " " + one_of(area, region), region.end
    free = end_of_name(folded, place, end, heads=unit_words().first_words) if region.weak else 0
    if free > region.end:  # Lapas Batu Nusakambangan
        return own_name(folded[place:free]), free
    named = {each.name for each in region.regions}
    own = " " + (
        named.pop()
        if region.spelling and len(named) == 1
        else plain_name(folded[place : region.end]).strip()
    )
    part = _PART_OF_REGION.match(folded, region.end, end)
    if part is None or _is_front_of_region(folded, part):
        return own, region.end
    return own + part[0], part.end()


def _is_front_of_region(folded: str, part: re.Match[str]) -> bool:
    """`Polres Batang Kota Pekalongan` would name two; `Polres Malang Kota` names one."""
    return load_gazetteer().name_at(folded, part.end() + 1) is not None and (
        part[0].strip() in ("Kota", "Kabupaten")
    )


def span_of(at: int, stop: int, head: Head, own: str, placed: bool = True) -> UnitSpan:
    return UnitSpan(
        start=at,
        end=stop,
        name=plain_name(head.name + own),
        kind=head.kind,
        alone=placed and (head.alone or head.form is Form.REGION),
    )


def behind_alias(folded: str, place: int, end: int, head: Head) -> int:
    """Behind `(RSUD)` in `Rumah Sakit Umum Daerah (RSUD) dr. Soetijono`."""
    alias = _ALIAS.match(folded, place, end)
    if alias is None:
        return place
    if _are_initials(alias[1], folded[max(0, place - _LONGEST_HEAD) : place]):
        return alias.end()
    known = unit_words().by_key.get(key_of(alias[1]))
    same = head.form is Form.AGENCY and alias[1].upper() == alias[1]
    same = same or (known is not None and (known.kind == head.kind or known.name == head.name))
    return alias.end() if same else place


def _are_initials(short: str, head: str) -> bool:
    """`Madrasah Aliyah Negeri Insan Cendekia (IC)`, `Universitas Islam Negeri (UIN)`."""
    initials = "".join(word[0] for word in FIRST.findall(head) if word[0].isupper())
    return len(short) > 1 and short.isupper() and initials.endswith(short)


def region_at(folded: str, place: int, end: int) -> tuple[str, RegionName | None]:
    """The word for its kind, if one is printed, and the name of the region behind `place`."""
    area = _AREA.match(folded, place, end)
    if area is None or area.end() >= end:
        return "", None
    gazetteer = load_gazetteer()
    whole = gazetteer.name_at(folded, area.start(1) if area[1] else area.end())
    region = whole or (gazetteer.name_at(folded, area.end() + 1) if area[1] else None)
    if region is None or region.end > end:
        return "", None
    return "" if whole else area[1], region


def fitting_regions(area: str, regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """The regions that the word in front allows; without one a province only if nothing else."""
    kind = {"kab": "kabupaten", "kot": "kota", "pro": "provinsi"}.get(area[:3].casefold())
    kept = tuple(region for region in regions if region.kind == kind)
    return kept or regions


def one_of(area: str, region: RegionName) -> str:
    """`Kota Bogor` in full where it is one region, else as printed."""
    fitting = fitting_regions(area, region.regions)
    return fitting[0].full_name


def own_name(printed: str) -> str:
    """A name as printed; `ENDE` in a headline of capitals only is `Ende`."""
    words = printed.split()
    if all(word.isupper() for word in words) and any(len(word) > 3 for word in words):
        words = [
            word if len(word) < 4 or not _VOWEL.search(word) else word.title() for word in words
        ]
    return " " + " ".join(words)


def plain_name(printed: str) -> str:
    words = [word if word != "Dan" else "dan" for word in printed.split()]
    if len(words) > 1 and all(word.isupper() for word in words if word != "&"):
        words = [
            word.title() if len(word) > 4 else word.lower() if word == "DAN" else word
            for word in words
        ]
    return (" " if printed[:1] == " " else "") + " ".join(words)


def numbered(names: Collection[str]) -> Mapping[str, str]:
    """`Puskesmas Bandar` is `Puskesmas Bandar I` where the story names no other of Bandar."""
    found: dict[str, list[str]] = {}
    for name in names:
        if whole := _NUMBERED.fullmatch(name):
            found.setdefault(whole[1], []).append(name)
    return {short: one for short, (one, *more) in found.items() if short in names and not more}
