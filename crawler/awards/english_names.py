"""Regions as English stories name them: "West Java", "Sorong City", "the Regent of Manokwari"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crawler.awards.english_words import is_english
from crawler.awards.gazetteer import Gazetteer, Region
from crawler.awards.mentions import BodyMention, Part
from crawler.awards.regions_named import is_seat
from crawler.awards.word_patterns import IndexedText

_DIRECTIONS = {
    "barat": "west",
    "timur": "east",
    "utara": "north",
    "selatan": "south",
    "tengah": "central",
    "tenggara": "southeast",
    "pusat": "central",
}
_ISLANDS = {"jawa": "java", "sumatera": "sumatra"}
_NAME = re.compile(
    r"\b(?:West|East|North|South|Central|Southeast) [A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
)
_KIND_BEHIND = re.compile(
    r"\s(?:(?P<kota>City|Municipality)|(?P<kabupaten>Regency|District)|(?P<provinsi>Provinc\w+))\b"
    r"(?:\s(?:Government|Administration)\b)?",
    re.IGNORECASE,
)
_GOVERNMENT_OF = re.compile(
    r"\b(?:(?:Provincial|Regency|City|Regional|Local)\s(?:Government|Administration)|Government|"
    r"Administration|Regency|City|Province)\sof\s$",
    re.IGNORECASE,
)
_HEAD = r"(?:Governor|Regent|Mayor|(?:Regional\s)?Secretary)"
_HEADED = re.compile(rf"\b{_HEAD}\s(?:of\s)?$", re.IGNORECASE)
_HEAD_BEHIND = re.compile(rf"\s(?:Acting\s|Vice\s|Deputy\s)?{_HEAD}\b", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:di|dari|across|near|around|throughout|representatives?\s(?:office\s)?(?:of|in|for))"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
_OFFICE_BEHIND = re.compile(r"\s(?:representative|branch|chapter|office)", re.IGNORECASE)
_LONGEST = 40


def in_english(
    folded: IndexedText, gazetteer: Gazetteer, named: Sequence[BodyMention]
) -> list[BodyMention]:
    """The regions named, also by English names and in English parts, if the story is in English."""
    if not is_english(folded):
        return list(named)
    english = list(_english_names(folded, _by_english(gazetteer)))
    taken = [(each.start, each.end) for each in english]
    others = [
        each for each in named if not any(start <= each.name_start < end for start, end in taken)
    ]
    bodies = (_as_told(folded, body, gazetteer) for body in (*others, *english))
    return sorted(bodies, key=lambda body: body.start)


def _english_names(
    folded: str, by_english: Mapping[str, tuple[Region, ...]]
) -> Sequence[BodyMention]:
    found = []
    for match in _NAME.finditer(folded):
        words = match[0].split(" ")
        for length in range(len(words), 1, -1):
            name = " ".join(words[:length])
            if (regions := by_english.get(name.casefold())) is not None:
                start, end = match.start(), match.start() + len(name)
                part = Part.BARE
                found.append(
                    BodyMention(start=start, end=end, name_start=start, part=part, regions=regions)
                )
                break
    return found


def _as_told(folded: str, body: BodyMention, gazetteer: Gazetteer) -> BodyMention:
    """Its part and kind by the English words around it."""
    ahead = max(0, body.name_start - _LONGEST), body.name_start
    behind = _KIND_BEHIND.match(folded, body.end)
    end = behind.end() if behind else body.end
    if behind is not None and not is_seat(folded[body.name_start : body.end]):
        regions = _of_kind(behind.lastgroup, body.regions, gazetteer)
        body = replace(body, end=end, part=Part.GOVERNMENT, regions=regions, is_weak=False)
    if _WHERE.search(folded, *ahead) or _OFFICE_BEHIND.match(folded, end):
        return replace(body, part=Part.PLACE)
    if _HEADED.search(folded, *ahead) or _HEAD_BEHIND.match(folded, end):
        return replace(body, part=Part.OFFICIAL)
    if _GOVERNMENT_OF.search(folded, *ahead):
        return replace(body, part=Part.GOVERNMENT, is_weak=False)
    return body


def _of_kind(
    kind: str | None, regions: tuple[Region, ...], gazetteer: Gazetteer
) -> tuple[Region, ...]:
    """Those of this kind that are called the same."""
    names = {region.name for region in regions}
    same = (each for each in gazetteer.by_code.values() if each.name in names)
    return tuple(each for each in same if each.kind == kind) or regions


def _by_english(gazetteer: Gazetteer) -> Mapping[str, tuple[Region, ...]]:
    """ "west java" -> Jawa Barat."""
    named: dict[str, tuple[Region, ...]] = {}
    for region in gazetteer.by_code.values():
        *base, last = region.name.casefold().split(" ")
        direction = _DIRECTIONS.get(last)
        if base and direction is not None:
            place = " ".join(_ISLANDS.get(word, word) for word in base)
            name = f"{direction} {place}"
            named[name] = (*named.get(name, ()), region)
    return named
