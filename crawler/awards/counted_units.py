"""Units of which a count tells what they are: "tiga desa, yakni Loka, Cisantana, dan Puncak".

Read where as many names follow as were counted, so that none of them can be anything else.
"""

import re
from collections.abc import Iterator

from crawler.awards.counts import NUMBER_WORDS, count_of
from crawler.awards.unit_parts import UnitSpan
from crawler.awards.unit_words import key_of, unit_words
from crawler.awards.word_patterns import IndexedText
from crawler.awards.word_tree import compile_words

_HEADING = compile_words(
    r"\b(desa|kelurahan|nagari|pekon|gampong|kampung|kalurahan|kecamatan|puskesmas)\b[^.;:\n]{0,120}?"
    r"(?:,?\s(?:yakni|yaitu|adalah|ialah|meliputi|masing-masing|terdiri\s(?:atas|dari))[,:]?|:)\s(?=(?-i:[A-Z]))"
)
_COUNT = re.compile(
    rf"(?:\bke)?(?P<count>\b\d{{1,2}}|\b(?:{NUMBER_WORDS})|(?<=ke)(?:{NUMBER_WORDS}))\s$",
    re.IGNORECASE,
)
_COUNT_WITHIN = 25
_NAME = re.compile(r"[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|[IVX]{1,4})){0,3}")
_LIST = re.compile(r"[^.;:\n(]{1,600}")
_SPLIT = re.compile(r", (?:dan |serta )?| (?:dan|serta) ")


def counted_units(folded: IndexedText) -> Iterator[UnitSpan]:
    """The units of every such list, in order."""
    for heading in _HEADING.finditer(folded):
        start = heading.start()
        told = _COUNT.search(folded, max(0, start - _COUNT_WITHIN), start)
        listed = _LIST.match(folded, heading.end()) if told else None
        units = list(_units(heading[1], listed)) if listed else []
        if told and len(units) == count_of(told["count"]):
            yield from units


def _units(word: str, listed: re.Match[str]) -> Iterator[UnitSpan]:
    """Up to the first part that is more than a name; words may follow the last."""
    head = unit_words().by_key[key_of(word)]
    at = 0
    for part in _SPLIT.split(listed[0]):
        name = _NAME.match(part)
        if name is None:
            return
        start = listed.start() + listed[0].index(part, at)
        at = start - listed.start() + len(part)
        full = f"{word.title()} {name[0]}"
        end = start + name.end()
        yield UnitSpan(start=start, end=end, name=full, kind=head.kind, alone=head.alone)
        if name.end() < len(part):
            return
