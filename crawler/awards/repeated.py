"""What points back to a predicate, letter or zone: "Untuk kategori tersebut, Riau dengan 89,84"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.awards.attributes import SHARED, Attribute
from crawler.awards.word_tree import compile_words

_POINTS_BACK = compile_words(
    r"\b(?P<noun>kategori|kualifikasi|predikat|zona|kelas|klasifikasi|kelompok|golongan|opini)"
    r"\s+(?:tersebut|ini|itu|yang\s+sama|serupa|yang\s+serupa)\b(?!\s+(?:me|di|ter|ber)\w)"
)
"""A verb behind it speaks of the predicate itself: "predikat ini merupakan yang ketiga"."""
_CUE = 25
_FAR = 400


def with_repeated(folded: str, attributes: Sequence[Attribute]) -> tuple[Attribute, ...]:
    """The attributes, and each once more where the text points back to it by its own noun."""
    if not attributes:
        return ()
    again = _again(folded, [each for each in attributes if each.what in SHARED])
    return tuple(sorted([*attributes, *again], key=lambda each: each.start))


def _again(folded: str, attributes: Sequence[Attribute]) -> Iterator[Attribute]:
    for match in _POINTS_BACK.finditer(folded):
        noun = match["noun"].casefold()
        before = [
            each
            for each in reversed(attributes)
            if match.start() - _FAR < each.end <= match.start()
        ]
        last = _last_called(folded, before, noun)
        if last is not None:
            yield replace(last, start=match.start(), end=match.end(), said=(last.start, last.end))


def _last_called(folded: str, before: Sequence[Attribute], noun: str) -> Attribute | None:
    """The nearest, or one in front that means the same: "predikat Wilayah ... (WBBM)"."""
    for each in before:
        if each.values != before[0].values:
            return None
        if _is_called(folded, each, noun):
            return each
    return None


def _is_called(folded: str, attribute: Attribute, noun: str) -> bool:
    """Whether its own words, or those in front of it, call it so: "dalam kategori 'Menuju …'"."""
    words = folded[max(0, attribute.start - _CUE) : attribute.end]
    return re.search(rf"\b(?:ber)?{noun}", words, re.IGNORECASE) is not None
