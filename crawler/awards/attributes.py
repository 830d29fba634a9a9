"""What is said of a recipient beside its score: predicate, category letter, zone and rank."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from crawler.awards.catalogue import Scheme

_CUE = re.compile(
    r"(?:predikat\w*|berpredikat|kategori|kualifikasi|opini|kriteria|sebutan\w*|gelar|"
    r"klasifikasi|mutu|status|nilai|"
    r"dengan hasil|atau|yakni|yaitu|huruf|piagam|sertifikat|kelas|\b[A-E]-?)"
    r"\W{0,4}(?:\w+\W{1,3}){0,2}?$|\(\s*\"?$",
    re.IGNORECASE,
)
_CLOSE_CUE = re.compile(
    r"(?:predikat(?:nya)?|berpredikat|kategori|kualifikasi|sebutan(?:nya)?|kelas|atau|"
    r"\b[A-F]-?)\W{1,4}$|\(\s*$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\s+(?:tinggi|baik|besar|memuaskan|sekali|rendah|signifikan)\b")
_TAKEN = re.compile(
    r"\b(?:(?:me)?raih|(?:me(?:ny)?)?sabet|(?:mem)?peroleh|(?:men)?dapat|(?:men)?terima|"
    r"menerima|(?:men)?sentuh|menyandang|"
    r"masuk|tembus|menembus|menjadi|kantongi|mengantongi|pertahankan|mempertahankan|diganjar|"
    r"menuju)\s+$",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:(?:zona(?:si)?|ra[pp]+ort?|kategori|predikat|warna)\s+){1,2}(?:warna\s+|"
    r"nilai\s+)?\"?'?(hijau|kuning|merah)\b"
    r"|\((?:zona\s+)?(hijau|kuning|merah)\)|\|\s*(?:zona\s+)?(hijau|kuning|merah)(?=\s*(?:\||$))",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER = re.compile(
    r"\b(?i:kategori|katagori|nilai|predikat|grade|mutu|kualifikasi|huruf|opini|skor|kelas|"
    r"peringkat|"
    r"peroleh|memperoleh|raih|meraih|dapat|mendapat)(?i:nya)?\s+(?i:huruf\s+)?[\"'(]{0,2}"
    r"(AA|A-|A minus|A|BB|B-|B|CC|C-|C|D|E)(?![\w+]|-\w|\.\w)[\"')]{0,2}"
    r"|(?<=[\s\d%])\(\s*(?:kategori|nilai|predikat)?\s*\"?(AA|A-|A|BB|B-|B|CC|C-|C|D|E)\"?\s*\)"
    r"|\|\s*(AA|A-|A|BB|B-|B|CC|C-|C|D|E)(?=\s*(?:\||$))",
    re.MULTILINE,
)
_ORDINALS = {
    "pertama": 1, "satu": 1, "kesatu": 1, "kedua": 2, "dua": 2, "ketiga": 3, "tiga": 3,
    "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7, "kedelapan": 8, "kesembilan": 9,
    "kesepuluh": 10,
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6,
}  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_PLACE_WORDS = (
    "pertama|kesatu|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh"
)
_RANK = re.compile(
    r"\b(?:(?:peringkat|ranking|rangking|rank|urutan|posisi|juara)\s*(?:ke\s?-?\s*)?"
    rf"(?P<a>\d{{1,3}}(?![\d.,/]\d|\s*(?:besar|kabupaten|kota|daerah|pemda))|{_ORDINAL})\b"
    rf"|nomor\s+(?P<d>1(?=\s+(?:se|di|nasional|tingkat))|(?!dua\s+puluh){_ORDINAL})\b"
    rf"|(?P<b>ke-?\s?\d{{1,3}}|{_PLACE_WORDS})\s+(?:terbaik|tertinggi)\b"
    rf"|(?:terbaik|tertinggi)\s+(?P<c>ke-?\s?\d{{1,3}}|{_PLACE_WORDS}|(?-i:I{{1,3}}|IV|V))\b)",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:nilai|skor|indeks|peringkat)\s+(?:kepatuhan\s+|paling\s+)?tertinggi"
    r"(?=\s+(?:se-?\s?|di\s+|nasional|tingkat))",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\s*,?\s*(?i:(?:terbaik|tertinggi)\s+)?(?i:untuk\s+|pada\s+|di\s+|dalam\s+)?"
    r"(?P<scope>(?i:(?:(?:tingkat|kategori|kelompok|lingkup|level)\s+)?(?:nasional|provinsi|"
    r"pemerintah\s+(?:kabupaten|kota|provinsi)|kabupaten|kota))"
    r"(?:\s+(?i:se)-?\s?\w+(?:\s+[A-Z]\w+)?|\s+(?i:tingkat)\s+\w+|"
    r"\s+(?i:(?:kategori|kelompok)\s+(?:pemerintah\s+)?)\w+)?"
    r"|(?i:dari\s+(?:total\s+|seluruh\s+)?)\d+\s+\w+/?\w*"
    r"(?:\s+(?:(?i:se)-?\s?|(?i:di)\s+)[A-Z]\w+(?:\s+[A-Z]\w+)?)?"
    r"|(?i:se)-?\s?[A-Z]\w+(?:\s+[A-Z]\w+)?|Jawa\s+Tengah|Jateng|Indonesia"
    r"|(?i:dari\s+seluruh)\s+\w+/?\w*(?:\s+di\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?)"
)


class What(StrEnum):
    """The kind of thing said of a recipient."""

    SCORE = "score"
    PREDICATE = "predicate"
    CATEGORY = "category"
    ZONE = "zone"
    RANK = "rank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A predicate, letter, zone or rank as printed."""

    what: What
    start: int
    end: int
    value: str | int
    """Canonical: `Kualitas Tertinggi`, `A`, `hijau`, 2."""
    scheme: str | None
    """Set for predicates, whose wording belongs to one scheme."""
    scope: tuple[int, int] | None = None
    """Where a rank's scope is printed."""


def find_attributes(folded: str, schemes: Iterable[Scheme]) -> tuple[Attribute, ...]:
    """Everything of these kinds in the folded text, in order; predicates only of `schemes`."""
    found = [*_zones(folded), *_letters(folded), *_ranks(folded)]
    for scheme in schemes:
        found.extend(_predicates(folded, scheme))
    return tuple(sorted(found, key=lambda attribute: attribute.start))


def _zones(folded: str) -> Iterator[Attribute]:
    for match in _ZONE.finditer(folded):
        group = match.lastindex or 1
        yield Attribute(
            what=What.ZONE,
            start=match.start(group),
            end=match.end(group),
            value=match[group].lower(),
            scheme=None,
        )


def _letters(folded: str) -> Iterator[Attribute]:
    for match in _LETTER.finditer(folded):
        group = match.lastindex or 1
        yield Attribute(
            what=What.CATEGORY,
            start=match.start(group),
            end=match.end(group),
            value=match[group].replace(" minus", "-"),
            scheme=None,
        )


def _ranks(folded: str) -> Iterator[Attribute]:
    for match in _RANK.finditer(folded):
        yield _rank(folded, match.start(), match.end(), _rank_number(match))
    for match in _SUPERLATIVE.finditer(folded):
        if "salah satu" not in folded[max(0, match.start() - 60) : match.start()]:
            yield _rank(folded, match.start(), match.end(), 1)


def _rank_number(match: re.Match[str]) -> int:
    word = (match["a"] or match["b"] or match["c"] or match["d"]).lower()
    digits = word.removeprefix("ke").strip(" -")
    return int(digits) if digits.isdigit() else _ORDINALS[word]


def _rank(folded: str, start: int, end: int, rank: int) -> Attribute:
    scope = _SCOPE.match(folded, end)
    return Attribute(
        what=What.RANK,
        start=start,
        end=end,
        value=rank,
        scheme=None,
        scope=_trimmed(folded, *scope.span("scope")) if scope else None,
    )


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Without the preposition: `416 kabupaten`, not `dari 416 kabupaten`."""
    return start + len("dari ") if folded.startswith("dari ", start) else start, end


def _predicates(folded: str, scheme: Scheme) -> Iterator[Attribute]:
    taken: list[tuple[int, int]] = []
    for canonical, pattern in scheme.predicates.items():
        for match in pattern.finditer(folded):
            inside = any(start <= match.start() < end for start, end in taken)
            if inside or not _is_predicate(folded, match, scheme):
                continue
            taken.append(match.span())
            yield Attribute(
                what=What.PREDICATE,
                start=match.start(),
                end=match.end(),
                value=canonical,
                scheme=scheme.id,
            )


def _is_predicate(folded: str, match: re.Match[str], scheme: Scheme) -> bool:
    """An everyday word is a predicate right behind predikat, kategori …, or written as a name."""
    if not scheme.predicates_need_cue:
        return True
    start = match.start()
    words = match[0].split()
    if len(words) == 1:
        goes_on = _ADJECTIVE.match(folded, match.end()) is not None
        return _CLOSE_CUE.search(folded, max(0, start - 25), start) is not None and not goes_on
    if _CUE.search(folded, max(0, start - 45), start):
        return True
    is_name = all(word[0].isupper() for word in words)
    return is_name and _TAKEN.search(folded, max(0, start - 30), start) is not None
