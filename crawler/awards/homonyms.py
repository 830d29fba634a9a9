"""Bare names that may mean something else: homonyms, and everyday words."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from crawler.awards.gazetteer import Region
from crawler.awards.getting import GETS_IN_HEADLINES, TAKEN
from crawler.awards.mentions import BodyMention, Part, UnitMention
from crawler.awards.name_in_front import ENUMERATION
from crawler.awards.spans import Spans
from crawler.awards.unit_words import VILLAGES
from crawler.awards.word_tree import compile_words

_LINE_HEAD = re.compile(r"[\W\d]{1,8}|")
_GOES_ON_AS_LIST = re.compile(r"\s*(?:[-,(:|]|$)", re.MULTILINE)
_ACTS = compile_words(
    rf"\b(?:(?:kepada|oleh|{TAKEN}|bagi)|"
    r"(?:juara|peringkat|posisi|urutan|terbaik)\s+(?:\d{1,2}|(?-i:[IVX]{1,4})|ke\w{3,8})\s?:?|"
    r"(?-i:II|III|IV))\s+$",
)
_GETS = re.compile(
    r"\s*\(?\d|\s+\(?(?:(?:untuk|pada|di)\s+)?kat[ae]gori\b|\s+(?:\w+\s+)?(?:harus\s+puas|"
    rf"{GETS_IN_HEADLINES}|"
    r"diganjar|berhasil|dengan\s+(?:nilai|skor|indeks|\d)|(?:me|ber|ter)[a-z]{4,}|masuk|naik|turun|jadi|"
    r"kedua|ketiga|keempat|kelima|(?:juara|peringkat|posisi|urutan)\s+(?:ke-?)?(?:\d|[IVX]+\b|\w+)|"
    r"membayangi|runner|(?:di|sebagai)\s+(?:peringkat|posisi|urutan|tempat|juara|runner))\b"
)
"""Words beside a name that make it the one who receives."""
_LISTED = re.compile(
    r"[^.;\n]*,\s*(?:[\d.,]+\s|[^.;\n]*\b(?:juara|terbaik|peringkat|posisi|urutan|ke(?:dua|tiga|empat|lima))\b)"
    r"[^.;\n]*",
    re.IGNORECASE,
)
"""Between two names of a list that tells places or scores."""
_OF_LOWER = compile_words(
    r"(?<=\n)\b(?:kategori|kelompok)\s+(?:pemerintah\s+)?(?:desa|nagari|kelurahan|kampung|sekolah|"
    r"sma|smk|bumdes)\b[^\n]{0,40}(?:\n[^\w\n]{0,3}\d{1,2}[.)][^\n]{1,90}){1,40}"
)
"""A heading that names what is lower than a regency, and the numbered lines below it."""
_LONGEST_GAP = 50


def settle_homonyms(named: Sequence[BodyMention]) -> list[BodyMention]:
    """A bare homonym means the region that the story names in full elsewhere, if only one is.

    Else the only one whose province the story speaks of: Banjar beside Tanah Laut is Kalimantan's.
    """
    certain = {body.regions[0] for body in named if len(body.regions) == 1}
    provinces = {region.code[:2] for region in certain}
    return [_settled(body, certain, provinces) for body in named]


def _settled(
    body: BodyMention, certain: AbstractSet[Region], provinces: AbstractSet[str]
) -> BodyMention:
    if len(body.regions) < 2:
        return body
    named = tuple(region for region in body.regions if region in certain)
    near = tuple(region for region in body.regions if region.code[:2] in provinces)
    only = next((kept for kept in (named, near) if len(kept) == 1), None)
    return body if only is None else replace(body, regions=only)


def without_villages(
    named: Sequence[BodyMention], units: Iterable[UnitMention]
) -> list[BodyMention]:
    """Without bare names that a village of the story has too: "Desa Karanganyar ... Karanganyar".

    Kept where the story names that region in full, or an official of it.
    """
    villages = {unit.name.split(maxsplit=1)[-1] for unit in units if unit.kind in VILLAGES}
    sure = {region for body in named if body.part is not Part.BARE for region in body.regions}
    return [
        body
        for body in named
        if body.part is not Part.BARE
        or body.regions[0].name not in villages
        or not sure.isdisjoint(body.regions)
    ]


def without_lower(folded: str, named: Sequence[BodyMention]) -> list[BodyMention]:
    """Without bare names in a list of villages or schools: "Kategori Nagari:\n1. Bungo Pasang"."""
    lists = Spans(below.span() for below in _OF_LOWER.finditer(folded))
    return [
        body
        for body in named
        if body.part is not Part.BARE or not lists.hold(body.name_start, body.end)
    ]


def without_weak(
    folded: str, named: Sequence[BodyMention], units: Iterable[UnitMention]
) -> list[BodyMention]:
    """Without bare everyday words that no other place of the story names as a region."""
    sure = {r for body in named if not body.is_weak for r in body.regions}
    sure |= {unit.owner for unit in units if unit.owner is not None}
    return [
        body
        for index, body in enumerate(named)
        if not body.is_weak
        or not sure.isdisjoint(body.regions)
        or _is_told_of(folded, body)
        or _is_listed(folded, named[max(0, index - 1) : index + 2])
    ]


def _is_listed(folded: str, beside: Sequence[BodyMention]) -> bool:
    """One of them stands in a list with the next."""
    return any(
        ENUMERATION.match(gap) or _LISTED.fullmatch(gap)
        for a, b in pairwise(beside)
        if len(gap := folded[a.end : _head_of(b)]) < _LONGEST_GAP
    )


def _head_of(body: BodyMention) -> int:
    """Where it begins in a list: at "Kota Bima", not at the "Bima" in it."""
    return body.start if body.part is Part.GOVERNMENT else body.name_start


def _is_told_of(folded: str, body: BodyMention) -> bool:
    """It receives, by the words beside it, or heads a line of a list."""
    if _ACTS.search(folded, max(0, body.start - 30), body.start) or _GETS.match(folded, body.end):
        return True
    line = folded.rfind("\n", 0, body.start) + 1
    if not _LINE_HEAD.fullmatch(folded, line, body.start):
        return False
    return line < body.start or _GOES_ON_AS_LIST.match(folded, body.end) is not None
