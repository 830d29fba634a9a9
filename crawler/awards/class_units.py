"""Units of a class of their own in a province's ceremony: "Kategori OPD: Dinas X, ..."."""

import re
from collections.abc import Iterator
from dataclasses import replace

from crawler.awards.gazetteer import Region, load_gazetteer
from crawler.awards.mentions import Cast
from crawler.awards.seating import Seats
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words

_CLASS = compile_words(
    r"\b(?:kategori|kelompok|klaster|kluster)\s(?:badan publik\s|pemerintah\s)?"
    r"(?:(?P<offices>organisasi perangkat daerah|perangkat daerah|opd|skpd|biro|dinas)|"
    r"(?P<named>rsud|rumah sakit|puskesmas))?"
    r"|\b(?P<theirs>organisasi perangkat daerah|perangkat daerah|opd|skpd|dinas)"
    r"(?:\s\(\w+\))?\s(?:di\s?)?(?:lingkup|lingkungan|bawah)\s(?:pemerintah\sprovinsi|pemprov|provinsi)\b",
)
_OF_LOWER = re.compile(r"\s(?:\(\w+\)\s)?(?:pemerintah\s)?(?:kabupaten|kota)\b", re.IGNORECASE)
"""Behind such a class: its offices are those of regencies."""
_WORD = re.compile(r"\b[A-Z]\w+")


def give_to_province(story: Story, cast: Cast, seats: Seats) -> None:
    """The offices of such a class are the province's whose commission or branch gives.

    A hospital or clinic of one is nobody's whom the story names, and receives for itself. Not in
    the story of one regency, whose own units they are.
    """
    labels = list(_CLASS.finditer(story.folded))
    of_offices = any(_is_of_offices(story, label) for label in labels)
    if not (of_offices or any(label["named"] for label in labels)):
        return
    if not (_is_of_several(seats) or any(label["theirs"] for label in labels)):
        return
    province = _giving_province(story, cast) or _shared_province(seats) if of_offices else None
    heads, paragraph = None, -1
    for sentence in story.sentences:
        labels = list(_CLASS.finditer(story.folded, sentence.start, sentence.end))
        here = seats.entities[sentence.index]
        goes_on = sentence.paragraph == paragraph and all(o.is_homeless for o in here)
        for position, owner in enumerate(here):
            label = next((each for each in reversed(labels) if each.start() < owner.start), None)
            head = label or (heads if sentence.item or goes_on else None)
            if not owner.is_homeless or head is None:
                continue
            if head["named"]:
                here[position] = replace(owner, alone=True)
            elif province is not None and _is_of_offices(story, head):
                here[position] = replace(owner, region=province)
        heads = labels[-1] if labels else heads if sentence.item or goes_on else None
        paragraph = sentence.paragraph if heads and (heads["theirs"] or goes_on) else -1


def _is_of_several(seats: Seats) -> bool:
    """No headline names one alone, and the text names more."""
    named = {
        index: {owner.region for owner in here if owner.unit is None}
        for index, here in seats.entities.items()
    }
    return len(named.get(0, ())) != 1 and len(set().union(*named.values())) > 1


def _shared_province(seats: Seats) -> Region | None:
    """In which all the regencies named lie."""
    regions = (e.region for here in seats.entities.values() for e in here if e.unit is None)
    codes = {region.code[:2] for region in regions if region is not None}
    return load_gazetteer().by_code[codes.pop()] if len(codes) == 1 else None


def _is_of_offices(story: Story, label: re.Match[str]) -> bool:
    return (
        bool(label["offices"] or label["theirs"])
        and _OF_LOWER.match(story.folded, label.end()) is None
    )


def _giving_province(story: Story, cast: Cast) -> Region | None:
    """The one province in the names of those who give; None where there are several, or none."""
    spans = ((grantor.start, grantor.end) for grantor in cast.grantors)
    found = {region for span in spans for region in _provinces(story, *span)}
    return found.pop() if len(found) == 1 else None


def _provinces(story: Story, start: int, end: int) -> Iterator[Region]:
    for word in _WORD.finditer(story.folded, start, end):
        name = load_gazetteer().name_at(story.folded, word.start())
        if name is not None:
            yield from (region for region in name.regions if region.kind == "provinsi")
