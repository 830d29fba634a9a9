"""Organisational units named in a text: where each name stands, what it is, its canonical name.

One pass over the words that begin with a capital letter; where one of them begins the name of a
unit (`unit_words`), the name is read to its end (`unit_forms`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from crawler.awards.unit_forms import read_unit
from crawler.awards.unit_lists import shared_heads
from crawler.awards.unit_parts import UnitSpan
from crawler.awards.unit_words import key_of, unit_words

__all__ = ["UnitSpan", "find_units", "recipient_name"]

_CAPITAL = re.compile(r"[A-Z][^\W_]*")
_VILLAGE = re.compile(r"\b(?:desa|kelurahan|kalurahan|nagari|gampong|pekon|kampung)(?= [A-Z][a-z])")
"""Printed small in front of its name: "yaitu desa Keban Agung"."""
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
_HOLDS_A_REGION = re.compile(r" (?:Kabupaten|Kota|Provinsi) ")


def find_units(folded: str, start: int = 0, end: int | None = None) -> tuple[UnitSpan, ...]:
    """All units named between two offsets, in order, the longest reading of each."""
    return tuple(_spans(folded, start, len(folded) if end is None else end))


@lru_cache(maxsize=1024)
def recipient_name(unit: str, region: str | None = None) -> str:
    """`DPMPTSP Kabupaten Blora`; a unit whose own name says what or where it is stands alone.

    An abbreviation that a region made up itself (Dinpendukcapil) gives way to the common one.
    """
    found = find_units(unit)
    heads = unit_words().heads.get(unit.split(" ", 1)[0].casefold())
    head = heads.by_key.get(key_of(unit)) if heads else None
    unit = head.name if head is not None and head.as_printed and head.name else unit
    stands_alone = bool(found) and found[0].alone and found[0].kind not in _OF_A_REGION
    if region is None or stands_alone or _HOLDS_A_REGION.search(unit):
        return unit
    return f"{unit} {region}"


def _spans(folded: str, start: int, end: int) -> Iterator[UnitSpan]:
    place = start
    for at in _beginnings(folded, start, end):
        span = read_unit(folded, at, end) if at >= place else None
        if span is None:
            continue
        yield span
        place = span.end
        for sharing in shared_heads(folded, span, end):
            yield sharing
            place = sharing.end


def _beginnings(folded: str, start: int, end: int) -> Iterator[int]:
    """Offsets of the words with which the name of a unit may begin."""
    triggers = unit_words().triggers
    words = [*_CAPITAL.finditer(folded, start, end), *_VILLAGE.finditer(folded, start, end)]
    for word in sorted(words, key=re.Match.start):
        plain = word[0].lower()
        if plain in triggers or plain[:3] in _COMPOSED or plain[-1].isdigit():
            at = word.start()
            if at == 0 or not (folded[at - 1].isalnum() or folded[at - 1] in "@_"):
                yield at
