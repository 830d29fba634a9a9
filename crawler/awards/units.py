"""Organisational units named in a text: where each name stands, what it is, its canonical name.

One pass over the words that begin with a capital letter; where one of them begins the name of a
unit (`unit_words`), the name is read to its end (`unit_forms`).
"""

from collections.abc import Iterator
from functools import lru_cache

from crawler.awards.counted_units import counted_units
from crawler.awards.unit_forms import read_unit
from crawler.awards.unit_lists import shared_heads
from crawler.awards.unit_parts import UnitSpan
from crawler.awards.unit_words import key_of, unit_words
from crawler.awards.word_patterns import IndexedText
from crawler.awards.word_tree import compile_words

__all__ = ["UnitSpan", "find_units", "recipient_name"]

_VILLAGE = compile_words(
    r"\b(?<!/)(?:desa|kelurahan|kalurahan|nagari|gampong|pekon|kampung)"
    r"(?= (?!(?:Desa|Kelurahan|Kalurahan|Nagari|Gampong|Pekon|Kampung)\b)[A-Z][a-z])",
    flags=0,
)
"""Printed small in front of its name: "yaitu desa Keban Agung", not "kategori desa/kelurahan"."""
_COMPOSED = frozenset({"dis", "din"})
"""How the abbreviations begin that regions make up: Disperindagkop."""
_OF_A_REGION = frozenset(
    {
        *("dinas", "badan", "inspektorat", "satpol", "sekretariat", "mpp", "puskesmas", "samsat"),
        "dprd",
        *("kecamatan", "kelurahan", "desa"),
    }
)
"""Kinds of units whose names are told apart by the region behind them."""
_HOLD_A_REGION = (" Kabupaten ", " Kota ", " Provinsi ")


def find_units(folded: IndexedText) -> tuple[UnitSpan, ...]:
    """All units named, in order, the longest reading of each."""
    spans = tuple(_spans(folded))
    counted = [u for u in counted_units(folded) if not any(_overlap(u, span) for span in spans)]
    return tuple(sorted((*spans, *counted), key=lambda unit: unit.start)) if counted else spans


def _overlap(one: UnitSpan, other: UnitSpan) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=1024)
def recipient_name(unit: str, region: str | None = None) -> str:
    """`DPMPTSP Kabupaten Blora`; a unit whose own name says what or where it is stands alone.

    An abbreviation that a region made up itself (Dinpendukcapil) gives way to the common one.
    """
    found = find_units(IndexedText(unit))
    heads = unit_words().heads.get(unit.split(" ", 1)[0].casefold())
    head = heads.by_key.get(key_of(unit)) if heads else None
    unit = head.name if head is not None and head.as_printed and head.name else unit
    stands_alone = bool(found) and found[0].alone and found[0].kind not in _OF_A_REGION
    if region is None or stands_alone or any(kind in unit for kind in _HOLD_A_REGION):
        return unit
    return f"{unit} {region}"


def _spans(folded: IndexedText) -> Iterator[UnitSpan]:
    place, end = 0, len(folded)
    for at in _beginnings(folded):
        span = read_unit(folded, at, end) if at >= place else None
        if span is None:
            continue
        yield span
        place = span.end
        for sharing in shared_heads(folded, span, end):
            yield sharing
            place = sharing.end


def _beginnings(folded: IndexedText) -> list[int]:
    """Offsets of the words with which the name of a unit may begin."""
    triggers, words, starts = unit_words().triggers, folded.words, folded.starts
    begun = [village.start() for village in _VILLAGE.finditer(folded)]
    for nth in folded.capitals:
        word = words[nth]
        if word in triggers or word[:3] in _COMPOSED or word[-1].isdigit():
            begun.append(starts[nth])
    return sorted(at for at in begun if at == 0 or folded[at - 1] not in "@_")
