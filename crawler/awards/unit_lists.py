"""Units that share the word before the first: `Puskesmas Kandeman, Batang I, dan Bandar`.

The word is shared where the list leaves no doubt: each name carries a score of its own, or the
list is closed by `dan` and (for stations and courts) every name is a region's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from crawler.awards.gazetteer import WORD, load_gazetteer
from crawler.awards.getting import GETS_IN_HEADLINES
from crawler.awards.names import end_of_name
from crawler.awards.unit_parts import UnitSpan
from crawler.awards.unit_words import key_of, unit_words

_SCORE = (
    r"(?: ?[(:=-]? ?(?:dengan (?:nilai|skor) |nilai |skor )?"
    r"\d{1,3}(?:[.,]\d{1,2})? ?(?:\([A-Z]\))?\)?)"
)
_NEXT_SCORED = re.compile(rf"{_SCORE} ?(?:,|;|,? (?:dan|serta)\b|, (?:dan|serta)\b)(?= [A-Z])")
_HAS_SCORE = re.compile(_SCORE)
_NEXT_LISTED = re.compile(r" ?, ?(?:(dan|serta)\b)?(?= ?[A-Z])| (dan|serta)\b(?= [A-Z])")
_CLOSES = re.compile(
    r" ?(?:[.;:)\n]|$|, (?=[a-z])| (?=[a-z(]))"
    r"| (?=(?i:(?:(?:kembali|sukses|berhasil|kompak|sama-sama) )?"
    rf"(?:{GETS_IN_HEADLINES}|jadi|masuk)\b))"
)
_GOES_ON = re.compile(r" ?, [A-Z]")
"""Behind a "dan" in the midst of a list: "Melati dan Kenanga, Mawar, Dahlia dan Anggrek"."""
_STOPS = re.compile(r" ?[.;)\n]")
_HEADS = {
    "puskesmas",
    "rsud",
    "polres",
    "kejaksaan",
    "pengadilan",
    "lapas",
    "imigrasi",
    "kecamatan",
    "kelurahan",
    "desa",
}
_BY_REGION = {"polres", "kejaksaan", "pengadilan", "lapas", "imigrasi"}
_OF_TWO_WORDS = ("Pengadilan ", "Kantor ", "Kejaksaan ")
"""How the names begin of which two words are shared: Pengadilan Agama, Kantor Imigrasi."""
_UNCLOSED = {"desa", "kelurahan"}
"""Of whose lists the last name may go without "dan"."""
_SURE = 3
"""Names that leave no doubt about such a list."""
_FEW = 2
"""Names in the midst of a list that make it one."""
_HEAD_AGAIN = {
    kind: re.compile(rf" ?{kind.capitalize()} (?=[A-Z])")
    for kind in ("puskesmas", "desa", "kelurahan")
}
_MOST = 60
_LONGEST_ITEM = 3
_NUMERAL = re.compile(r"[IVX]{1,4}(?![\w'-])")
_NUMBERED = re.compile(r"(?<= )[IVX]{1,4}$")


def shared_heads(folded: str, first: UnitSpan, end: int) -> Iterator[UnitSpan]:
    """The units behind `first` that are named without the word they share with it."""
    if first.kind == "dinas":
        yield from _departments(folded, first, end)
    if first.kind not in _HEADS:
        return
    found = tuple(_scored(folded, first, end)) or tuple(_listed(folded, first, end))
    yield from found


def _departments(folded: str, first: UnitSpan, end: int) -> list[UnitSpan]:
    """`Dinas Sosial, Kesehatan, dan Perhubungan`: three that are known by these names."""
    items: list[UnitSpan] = []
    place = first.end
    for _ in range(_MOST):
        joint = _NEXT_LISTED.match(folded, place, end)
        span = _department(folded, joint.end(), end) if joint else None
        if joint is None or span is None:
            return []
        items.append(span)
        place = span.end
        if joint[1] or joint[2]:
            return items if len(items) > 1 else []
    return []


def _department(folded: str, place: int, end: int) -> UnitSpan | None:
    """The longest name behind an unprinted `Dinas`."""
    at = place + 1 if folded[place : place + 1] == " " else place
    by_key = unit_words().by_key
    words = list(islice(WORD.finditer(folded, at, end), 6))
    for count in range(len(words), 0, -1):
        stop = words[count - 1].end()
        head = by_key.get(key_of(f"dinas {folded[at:stop]}"))
        ends_well = words[count - 1][0].casefold() != "dan" and folded[at].isupper()
        if head is not None and ends_well:
            return UnitSpan(start=at, end=stop, name=head.name, kind=head.kind, alone=head.alone)
    return None


def _scored(folded: str, first: UnitSpan, end: int) -> Iterator[UnitSpan]:
    """`Puskesmas Kandeman 97,1, Batang I 95,2 dan Bandar 94`: each with its score."""
    place = first.end
    for _ in range(_MOST):
        joint = _NEXT_SCORED.match(folded, place, end)
        if joint is None:
            return
        span = _item(folded, joint.end(), end, first)
        if span is None or not _HAS_SCORE.match(folded, span.end, end):
            return
        yield span
        place = span.end


def _listed(folded: str, first: UnitSpan, end: int) -> list[UnitSpan]:
    """`Puskesmas Kandeman, Batang I, dan Bandar`: names alone, up to the one behind `dan`."""
    items: list[UnitSpan] = []
    place = first.end
    for _ in range(_MOST):
        joint = _NEXT_LISTED.match(folded, place, end)
        span = _item(folded, joint.end(), end, first) if joint else None
        if joint is None or span is None:
            ends = first.kind in _UNCLOSED or (
                first.kind in _BY_REGION and (place == end or _STOPS.match(folded, place, end))
            )
            is_whole = ends and len(items) >= _SURE
            return items if is_whole or _ends_with_head(folded, joint, items) else []
        items.append(span)
        place = span.end
        is_last = joint[1] or joint[2]
        if is_last and (_CLOSES.match(folded, place, end) or place == end):
            return items
        if is_last and not _GOES_ON.match(folded, place, end):
            return []
    return []


def _ends_with_head(folded: str, joint: re.Match[str] | None, items: Sequence[UnitSpan]) -> bool:
    """The last has the word again: "Puskesmas Kandeman, Limpung, Subah dan Puskesmas Bandar".

    So of villages, unless a region stands among them: "Desa X, Simo, Boyolali, dan Desa Y".
    """
    if joint is None or len(items) < _FEW or not (joint[1] or joint[2]):
        return False
    again = _HEAD_AGAIN.get(items[0].kind)
    if again is None or not again.match(folded, joint.end()):
        return False
    return items[0].kind == "puskesmas" or not any(_is_region(folded, item) for item in items)


def _is_region(folded: str, item: UnitSpan) -> bool:
    """Called as a region is, by no nickname: "Desa Simo, Boyolali, dan Desa Tlatar"."""
    region = load_gazetteer().name_at(folded, item.start)
    return region is not None and region.spelling


def _item(folded: str, place: int, end: int, first: UnitSpan) -> UnitSpan | None:
    at = place + 1 if folded[place : place + 1] == " " else place
    numbered = _NUMERAL.match(folded, at, end)
    if numbered is not None:
        name = _NUMBERED.sub(numbered[0], first.name)
        return _sharing(first, at, numbered.end(), name) if name != first.name else None
    stop = _end_of_item(folded, at, end, first)
    if stop is None:
        return None
    shared = first.name.split(" ")[: 2 if first.name.startswith(_OF_TWO_WORDS) else 1]
    return _sharing(first, at, stop, " ".join((*shared, folded[at:stop])))


def _end_of_item(folded: str, at: int, end: int, first: UnitSpan) -> int | None:
    if first.kind in _BY_REGION:
        region = load_gazetteer().name_at(folded, at) if at < end else None
        return region.end if region else None
    begun = WORD.match(folded, at, end)
    if begun is None or begun[0].casefold() in unit_words().triggers:
        return None
    heads = unit_words().first_words
    stop = end_of_name(folded, at - 1, end, heads=heads, digits=first.kind == "puskesmas")
    return stop if at <= stop and len(folded[at:stop].split()) <= _LONGEST_ITEM else None


def _sharing(first: UnitSpan, at: int, stop: int, name: str) -> UnitSpan:
    return UnitSpan(start=at, end=stop, name=name, kind=first.kind, alone=first.alone)
