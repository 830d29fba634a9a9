"""Names made of many words of one vocabulary: departments, boards, divisions, ministries.

The words themselves end such a name: `Dinas Sosial | Raih Zona Hijau`.
"""

import re
from dataclasses import replace

from crawler.awards.names import end_of_name, is_no_name
from crawler.awards.unit_parts import FIRST, UnitSpan, plain_name
from crawler.awards.unit_words import RUNS, Form, UnitWords, key_of, unit_words

_NEXT = re.compile(r"(?: ?, ?(?:(?i:dan) |& )?| (?:(?i:dan)|&) | |-| ?/ ?)([A-Z][^\W_]*)")
_ABBREVIATION = re.compile(r"\s?\((?:disingkat )?([A-Z][\w&/-]*(?: [A-Z][\w&/-]*){0,2})\)")
_OF_REGION = re.compile(r" (?:Provinsi|Kabupaten|Kota|Kab\.|Prov\.) [A-Z]")
"""Behind brackets that do not end a name: "Dinas Komunikasi dan Informatika (Kominfo) Kota X"."""
_SETDA = re.compile(
    r"(?: Daerah)? ?(?:,? (?:pada )?(?:Setda\w*|Sekretariat Daerah(?: \(Setda\w*\))?))",
    re.IGNORECASE,
)
_COMPOSED = re.compile(
    r"di(?:s|n)(?:pen|per)?(?:dik|bud|pora|parpora|par|kes|sos|naker|transnaker|trans|natrans|kominfo|tik|"
    r"hub|tan|bun|nak|kan|lut|perin|indag|dagin|dag|in|kop|ukm|um|pusip|arpus|perpus|pus|sip|permas|"
    r"permades|perkim|kim|rum|lh|pmd|p3a|p2kb|ppkb|kb|pangan|koperindag|perinaker|perakim|nakkeswan|"
    r"keswan|wan|damkar|tanhut|hut|bunnak|tanbun|budpar|dukcapil)+"
)
_ADDS = re.compile(r"[,&]| dan ", re.IGNORECASE)
"""In front of one more of a list; "/" leads to a ministry's other name."""
_BETWEEN = re.compile(r" ?, ?(?:dan )?| dan ")
_NO_UNITS = frozenset({"badan publik", "badan usaha", "badan hukum"})
_RATING = 2
"""Letters of a grade in brackets: `Dinas Sosial (BB)`."""


def is_list(folded: str, run: UnitSpan) -> bool:
    """`Dinas Sosial, Kesehatan, dan Perhubungan` are three, each known by its own name."""
    items = [item for item in _BETWEEN.split(folded[run.start : run.end]) if item]
    first, by_key = items[0].split()[0], unit_words().by_key
    known = [key_of(item) in by_key for item in (items[0], *(f"{first} {i}" for i in items[1:]))]
    return len(items) > 2 and all(known)


def run_at(folded: str, at: int, end: int, words: UnitWords) -> UnitSpan | None:
    first = FIRST.match(folded, at, end)
    plain = first[0].casefold() if first else ""
    if plain not in RUNS:
        return None
    place = at + len(plain)
    if plain in ("bagian", "biro"):
        return _division(folded, at, _end_of_run(folded, place, end, words.division), end)
    if plain == "kementerian":
        stop = _end_of_run(folded, place, end, words.ministry)
        return _run_span(folded, at, stop, place, plain)
    stop = _end_of_run(folded, place, end, words.department)
    if stop == place and plain == "dinas":
        stop = end_of_name(folded, place, end, heads=words.first_words)
    return _run_span(folded, at, stop, place, plain)


def _run_span(folded: str, at: int, stop: int, begun: int, kind: str) -> UnitSpan | None:
    if stop == begun:
        return None
    name = plain_name(folded[at:stop])
    if name.casefold() in _NO_UNITS:
        return None
    return UnitSpan(start=at, end=stop, name=name, kind=kind, alone=kind == "kementerian")


def _end_of_run(folded: str, place: int, end: int, vocabulary: frozenset[str]) -> int:
    begun = place
    while (word := _NEXT.match(folded, place, end)) and word[1].casefold() in vocabulary:
        another = word[1].casefold() in RUNS and _ADDS.search(word[0]) is not None
        if another or (place == begun and folded[place] != " "):
            break
        place = word.end()
    return place


def _division(folded: str, at: int, stop: int, end: int) -> UnitSpan | None:
    """`Bagian Hukum Setda`, with or without its last word in print."""
    if " " not in folded[at:stop]:
        return None
    name = _SETDA.sub("", plain_name(folded[at:stop]))
    setda = _SETDA.match(folded, stop, end)
    return UnitSpan(
        start=at,
        end=setda.end() if setda else stop,
        name=f"{name} Setda",
        kind="sekretariat",
        alone=False,
    )


def composed(folded: str, at: int, end: int) -> UnitSpan | None:
    """`Disperindagkop`, `Dinporapar`: abbreviations that regions make up."""
    word = FIRST.match(folded, at, end)
    if word is None or not _COMPOSED.fullmatch(word[0].casefold()):
        return None
    return UnitSpan(start=at, end=word.end(), name=word[0], kind="dinas", alone=False)


def with_abbreviation(folded: str, span: UnitSpan, end: int) -> UnitSpan:
    """`Dinas Pendidikan dan Kebudayaan (Dindikbud)` is called Dindikbud."""
    short = _ABBREVIATION.match(folded, span.end, end)
    if short is None:
        return span
    if not _abbreviates(short[1]):
        goes_on = len(short[1]) > _RATING and _OF_REGION.match(folded, short.end(), end)
        return replace(span, end=short.end()) if goes_on else span
    known = unit_words().by_key.get(key_of(short[1]))
    name = known.name if known and not known.as_printed and known.form is Form.FIXED else short[1]
    name = span.name if span.kind == "kementerian" else name
    return UnitSpan(start=span.start, end=short.end(), name=name, kind=span.kind, alone=span.alone)


def _abbreviates(short: str) -> bool:
    first = short.split(maxsplit=1)[0].casefold()
    if len(short) <= _RATING or is_no_name(first):
        return False
    known = first in unit_words().heads or _COMPOSED.fullmatch(first) is not None
    return known or sum(letter.isupper() for letter in short) > len(short) // 2
