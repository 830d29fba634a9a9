"""What is said of a recipient beside its score: predicate, category letter, zone and rank."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from crawler.awards.catalogue import Scheme
from crawler.awards.getting import OCCUPIED, TAKEN
from crawler.awards.letters import find_letters, find_zones
from crawler.awards.ranks import PLACE, find_ranks
from crawler.awards.spans import Spans
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_CUE = compile_words(
    r"(?:predikat\w*|berpredikat|kategori|kualifikasi|opini|kriteria|sebutan\w*|gelar|"
    r"klasifikasi|mutu|status|nilai|kelompok|golongan|tingkat|level|dinyatakan|tergolong|"
    r"dengan hasil|atau|yakni|yaitu|alias|huruf|piagam|sertifikat|kelas|"
    r"\b(?:AA|BB|CC|[A-E])(?!\w)-?)"
    r"\W{0,4}(?:\w+\W{1,3}){0,2}?$|\(\s*\"?$",
)
_CLOSE_CUE = compile_words(
    r"(?:(?:selebih|sisa)nya|predikat(?:nya)?|berpredikat|kategori(?:nya)?|berkategori|kualifikasi|sebutan(?:nya)?|kelas|atau|"
    r"alias|status(?:nya)?|berstatus|dinyatakan|tergolong|klasifikasi|kriteria|opini|gelar|kelompok|"
    r"strata|tingkat|peringkat|level|hasil(?:nya)?|tro(?:fi|phy|pi)|piala|sertifikat|(?:ter)?akreditasi|"
    r"lulus|kelulusan|awards?|(?:menga|dika|mengka)tegorikan(?:nya)?|"
    r"\b(?:AA|BB|CC|[A-F]-?))(?:\s+(?:yakni|yaitu|adalah|juga|masih|sebagai|dengan|menjadi|ke|kabupaten|"
    r"kota|kabupaten/kota|provinsi|daerah|predikat|kategori|nilai)){0,2}\W{1,4}$|\(\s*$|"
    r"\d[.,]\d+\W{1,4}$|"
    r"\b(?:predikat|kategori|kualifikasi|kelas|tingkat|status|gelar)\b[^.,;:\n]{0,20},\s(?:yakni|yaitu)\W{1,3}$",
)
_OF_TWO = re.compile(r"\s*(?:dan|atau|serta|/|&)\s*(?:ter)?(?:tinggi|sedang|rendah)\b")
"""Behind the first of two levels told in one breath: "kualitas tertinggi dan tinggi"."""
_EITHER = re.compile(r"\s*,?\s+maupun\s+(?:\w+\s+){0,2}", re.IGNORECASE)
"""Between two classes that are told of several: who has which is not said."""
_CELL_BEGINS = re.compile(
    r"(?:(?:^|[.;] |\n)(?:Adapun|Sedangkan|Sementara|Lalu|Kemudian|Untuk) |[\w)%] ?[,|"
    r"/\t=-] ?|[.;] |[,;] (?:dan|serta|sedangkan|sementara|lalu|kemudian) )\"?$"
)
_CELL_BEGINS_WITHIN = 20
_CELL_ENDS = re.compile(
    r"\"? ?(?:$|, |[(|/;:\n\t]|\.(?:\s|$)|"
    rf"(?:untuk|{TAKEN}|{OCCUPIED}|diberikan kepada|milik|jatuh ke) "
    r"(?:oleh )?(?:Kabupaten|Kota|Provinsi|Kab\.|Pem(?:kab|kot?|prov))\b)"
)
_CLAUSE_ENDS = re.compile(r"[,;.]|\s(?:dan|serta|sedangkan|sementara)\b|$", re.MULTILINE)
_NAME_IN_FRONT = re.compile(r"\b[A-Z][a-z]\w+\)? $")
_NAMES_BEHIND = re.compile(
    rf"\"? (?:\((?:yakni |yaitu )?|(?:untuk|oleh|kepada|{TAKEN}|diberikan kepada|"
    r"adalah|ialah|yakni|yaitu|milik|jatuh ke) (?:oleh )?)(?!Tahun\b)[A-Z][a-z]"
)
_HELD = re.compile(r"\b(?:peraih|penerima|penyandang) \"?$", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"\n|[a-z)][.!?] ")
_ECHO = 200
"""Characters between a predicate and a bare one that it makes clear."""
_SEVERAL_PLACES = re.compile(
    rf"\s*(?:(?:sampai|hingga|s/?d|-)\s*|(?:,\s*(?:dan\s+)?|(?:dan|serta)\s+)(?=ke))"
    rf"(?:dengan\s+)?(?:ke-?\s?)?{PLACE}(?!\w)",
    re.IGNORECASE,
)
"""Places told of a run of names."""
_ADJECTIVE = re.compile(r"\s+(?:tinggi|baik|besar|memuaskan|sekali|rendah|signifikan)\b")
_TAKEN = compile_words(
    r"\b(?:(?:me)?raih|(?:me(?:ny)?)?sabet|(?:mem)?peroleh|(?:men)?dapat(?:kan)?|(?:men)?terima|"
    r"menerima|(?:men)?sentuh|menyandang|sandang|disandang|"
    r"masuk|tembus|menembus|menjadi|jadi|kantongi|mengantongi|pertahankan|mempertahankan|diganjar|"
    r"boyong|memboyong|torehkan|catat(?:kan)?|sekadar|kini|tetap|masih|ke|di|dengan|berbagi|"
    r"kabupaten|kota|provinsi|daerah|"
    r"menuju|(?:ke(?:dua|tiga|empat|lima|enam)|semua|seluruh|sisa|selebih)nya|sama-sama)\s+\"?$",
)


class What(StrEnum):
    """The kind of thing said of a recipient."""

    SCORE = "score"
    PREDICATE = "predicate"
    CATEGORY = "category"
    ZONE = "zone"
    RANK = "rank"


SHARED = (What.PREDICATE, What.CATEGORY, What.ZONE)
"""What many can have alike."""


@frozen
class Attribute:
    """A predicate, letter, zone or rank as printed."""

    what: What
    start: int
    end: int
    values: tuple[tuple[str, str | int], ...]
    """By the id of each scheme that it can belong to, the canonical value there."""
    scope: tuple[int, int] | None = None
    """Where a rank's scope is printed."""
    said: tuple[int, int] | None = None
    """Where it is printed, if these words only point back to it."""

    def value_for(self, scheme: str) -> str | int | None:
        """`Kualitas Tertinggi`, `A`, `hijau`, 2; None where the scheme has no such value."""
        return dict(self.values).get(scheme)


def find_attributes(folded: str, schemes: Iterable[Scheme]) -> tuple[Attribute, ...]:
    """Everything of these kinds in the folded text, in order, for the schemes that have it."""
    active = tuple(schemes)
    found = [*_zones(folded, active), *_letters(folded, active)]
    classes = tuple(_predicates(folded, active))
    found += [*classes, *_without_classes(_ranks(folded, active), classes)]
    return tuple(sorted(found, key=lambda attribute: attribute.start))


def _zones(folded: str, schemes: tuple[Scheme, ...]) -> Iterator[Attribute]:
    having = [scheme.id for scheme in schemes if scheme.has_zones]
    for zone in find_zones(folded) if having else ():
        yield Attribute(
            what=What.ZONE,
            start=zone.start,
            end=zone.end,
            values=tuple((scheme, zone.value) for scheme in having),
        )


def _letters(folded: str, schemes: tuple[Scheme, ...]) -> Iterator[Attribute]:
    having = [(scheme.id, scheme.all_letters) for scheme in schemes if scheme.has_letters]
    for letter in find_letters(folded) if having else ():
        values = tuple((scheme, letter.value) for scheme, known in having if letter.value in known)
        if values:
            yield Attribute(what=What.CATEGORY, start=letter.start, end=letter.end, values=values)


def _ranks(folded: str, schemes: tuple[Scheme, ...]) -> Iterator[Attribute]:
    for rank in find_ranks(folded):
        if _SEVERAL_PLACES.match(folded, rank.end):
            continue
        yield Attribute(
            what=What.RANK,
            start=rank.start,
            end=rank.end,
            values=tuple((scheme.id, rank.rank) for scheme in schemes),
            scope=rank.scope,
        )


def _without_classes(
    ranks: Iterable[Attribute], classes: Iterable[Attribute]
) -> Iterator[Attribute]:
    """Not the superlative inside the name of a class: "kinerja terbaik nasional"."""
    spans = Spans((each.start, each.end) for each in classes)
    for rank in ranks:
        if not spans.hold(rank.start, rank.scope[1] if rank.scope else rank.end):
            yield rank


def _predicates(folded: str, schemes: tuple[Scheme, ...]) -> Iterator[Attribute]:
    """The longest wording at each place; one that several schemes share names them all."""
    at: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    behind_names: list[tuple[re.Match[str], str, str]] = []
    for scheme, canonical, match in _wordings(folded, schemes):
        if canonical not in scheme.everyday or _is_predicate(folded, match, scheme):
            at[match.span()].setdefault(scheme.id, canonical)
        elif _is_behind_name(folded, match) or _heads_names(folded, match):
            behind_names.append((match, scheme.id, canonical))
    told = [(start, scheme) for (start, _), values in at.items() for scheme in values]
    for match, scheme_id, canonical in behind_names:
        if _is_beside_another(folded, match, scheme_id, told):
            at[match.span()].setdefault(scheme_id, canonical)
    for start, end in _apart(folded, at):
        values = tuple(at[start, end].items())
        yield Attribute(what=What.PREDICATE, start=start, end=end, values=values)


def _apart(folded: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest of those that overlap, without the ones of which only either is told."""
    taken: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        at = bisect_left(taken, (start, end))
        is_free_before = at == 0 or taken[at - 1][1] <= start
        if is_free_before and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, (start, end))
    unsaid = _of_either(folded, taken)
    return [span for span in taken if span not in unsaid]


def _of_either(folded: str, spans: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those that stand in pairs: "ProKlim Utama maupun ProKlim Lestari"."""
    pairs = (pair for pair in pairwise(spans) if _EITHER.fullmatch(folded, pair[0][1], pair[1][0]))
    return {span for pair in pairs for span in pair}


def _wordings(
    folded: str, schemes: tuple[Scheme, ...]
) -> Iterator[tuple[Scheme, str, re.Match[str]]]:
    """Every wording of a predicate, with the scheme and its canonical name there."""
    for scheme in schemes:
        for canonical, pattern in scheme.predicates.items():
            for match in pattern.finditer(folded):
                if not _OF_TWO.match(folded, match.end()):
                    yield scheme, canonical, match


def _is_behind_name(folded: str, match: re.Match[str]) -> bool:
    """ "Badung Utama, Jembrana Nindya": written large, behind a name, at the end of a clause."""
    if not match[0][0].isupper() or _CLAUSE_ENDS.match(folded, match.end()) is None:
        return False
    return _NAME_IN_FRONT.search(folded, max(0, match.start() - 30), match.start()) is not None


def _heads_names(folded: str, match: re.Match[str]) -> bool:
    """ "Nindya (Demak, Kendal) dan Pratama (Pati)", "adapun Madya untuk Demak": written large."""
    return match[0][0].isupper() and _NAMES_BEHIND.match(folded, match.end()) is not None


def _is_beside_another(
    folded: str, match: re.Match[str], scheme: str, told: Sequence[tuple[int, str]]
) -> bool:
    """A predicate of the scheme beyond doubt stands in its sentence."""
    return any(
        each == scheme
        and abs(start - match.start()) < _ECHO
        and not _SENTENCE_ENDS.search(folded, *sorted((start, match.end())))
        for start, each in told
    )


def _stands_alone(folded: str, match: re.Match[str]) -> bool:
    """A line, or a cell of one, that is nothing but the predicate: "Utama", "Baik: A dan B"."""
    line = folded.rfind("\n", 0, match.start()) + 1
    near = max(line, match.start() - _CELL_BEGINS_WITHIN), match.start()
    begins = line == match.start() or _CELL_BEGINS.search(folded, *near) is not None
    return begins and _CELL_ENDS.match(folded, match.end()) is not None


def _is_predicate(folded: str, match: re.Match[str], scheme: Scheme) -> bool:
    """An everyday word is a predicate right behind predikat, kategori …, or written as a name."""
    start = match.start()
    words = match[0].split()
    if match[0][0].isupper() and _stands_alone(folded, match):
        return True
    goes_on = _ADJECTIVE.match(folded, match.end()) is not None
    if len(words) == 1 and goes_on:
        return False
    window = max(0, start - 45)
    front = folded[window:start].casefold().rstrip(" \"'():")
    if front.endswith(scheme.gate) or f"{front} ".endswith(scheme.gate):
        return True
    if match[0][0].isupper() and _HELD.search(folded, window, start):
        return True
    cue = _CLOSE_CUE if len(words) == 1 else _CUE
    if cue.search(folded, window, start):
        return True
    is_name = all(word[0].isupper() for word in words)
    return is_name and _TAKEN.search(folded, max(0, start - 30), start) is not None
