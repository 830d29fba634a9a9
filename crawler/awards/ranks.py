"""Ranks as printed: "peringkat ke-3", "Terbaik II", "juara pertama", "tertinggi se-Jambi"."""

import re
from collections.abc import Iterator

from crawler.awards.getting import OCCUPIED, SCORES, TAKEN
from crawler.awards.scopes_printed import scope_after
from crawler.awards.superlatives import BEST, FOREMOST, superlatives
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_ORDINALS = {
    "pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6,
    "ketujuh": 7, "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10, "kesebelas": 11,
}  # fmt: skip
_WORDS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_TEENS = {f"{word} belas": number + 10 for word, number in _WORDS.items() if 1 < number < 10}
_WORDS |= _TEENS
_ORDINALS |= {f"ke{word}": number for word, number in _TEENS.items()}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_ROMANS = {
    roman: number
    for number, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)
}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ROMAN = r"(?-i:VIII|VII|III|II|IV|VI|IX|I|V|X)"
PLACE = rf"(?:\d{{1,2}}|{_ORDINAL}|{_WORD}|{_ROMAN})"
"""A place in a ranking without its noun: `kedua`, `2`, `II`, `dua`."""
_PLACE_IN = re.compile(rf"(?<!\w)(?:ke[ -]?)?{PLACE}(?!\w)|wahid", re.IGNORECASE)
_COUNTED = (
    r"[^\S\n]*(?:besar|teratas|kali|tahun(?![^\S\n]+(?:ini|lalu|kemarin|20\d\d)\b)|"
    r"(?:kabupaten|kota|daerah|pemda|provinsi)(?![^\S\n]+(?-i:[A-Z])))\b"
)
_MOVES = r"(?:naik|melonjak|melesat|meroket|meningkat|membaik|turun|merosot|melorot)"
_RANK = compile_words(
    r"\b(?:(?:(?:di)?(?:peringkat|urutan|posisi)|nomor[^\S\n]+urut|ranking|rangking|rank|juara|tempat)(?:nya)?(?:[^\S\n]+(?:umum|"
    r"nasional|provinsi|terbaik|tertinggi|teratas|berada[^\S\n]+di))?[^\S\n]*:?[^\S\n]*(?:yang[^\S\n]+|nomor[^\S\n]+|no\.?[^\S\n]+)?(?:ke[^\S\n]?-?[^\S\n]*)?"
    rf"(?P<a>\d{{1,3}}(?![\d.,/]\d|{_COUNTED})|{_ORDINAL}|(?:{_WORD})"
    rf"(?!{_COUNTED})|{_ROMAN})"
    rf"|(?:peringkat|urutan|posisi|ranking)(?:nya)?[^\S\n]+(?:(?-i:[A-Z]\w+)[^\S\n]+){{1,3}}"
    rf"(?:adalah|ialah|yaitu|yakni|di)[^\S\n]+(?:nomor[^\S\n]+)?(?P<g>ke[^\S\n]?-?[^\S\n]?\d{{1,3}}|{_ORDINAL})"
    r"|(?:peringkat|urutan|posisi|ranking|rangking)(?:nya)?[^\S\n]+"
    r"(?:(?:(?!dari\b)[\w-]+[^\S\n]+){0,5}dari[^\S\n]+(?:ke[ -]?)?\d{1,3}[^\S\n]+(?:menjadi|ke)|"
    rf"(?:\w+[^\S\n]+){{0,2}}?{_MOVES}[^\S\n]+(?:ke|menjadi))[^\S\n]+"
    rf"(?P<i>(?:ke[ -]?)?\d{{1,3}}(?![\d.,/]\d|{_COUNTED}))"
    rf"|(?<=\n)(?P<f>{_ORDINAL})\s?[:.-](?=[^\S\n]*(?-i:[A-Z]))"
    rf"|(?<!orang )(?:nomor|no\.)[^\S\n]+(?P<d>1(?=[^\S\n]+(?:se|di|dalam|pada|nasional|tingkat))|"
    r"wahid|"
    rf"{_ORDINAL}|(?:satu|dua|tiga)(?=[^\S\n]+(?:se|di|dalam|pada|nasional|tingkat|terbaik|tertinggi))|"
    rf"(?:\d{{1,2}}|{_WORD})(?=[^\S\n]+(?:se-?[^\S\n]?(?-i:[A-Z])|terbaik|tertinggi|"
    r"dengan[^\S\n]+(?:\d{1,3}[.,]\d|(?:(?:per|ke)?\w+an[^\S\n]+)?(?:nilai|skor|indeks|poin)))))"
    rf"|(?P<h>runner[ -]?up(?![^\S\n]+{PLACE}\b))"
    rf"|(?P<b>ke-?[^\S\n]?\d{{1,3}}|{_ORDINAL})[^\S\n]+(?:yang[^\S\n]+)?{BEST}"
    rf"|{BEST}[^\S\n]+(?:(?:nasional|umum)[^\S\n]+)?(?:nomor[^\S\n]+|no\.?[^\S\n]+)?"
    rf"(?P<c>ke[^\S\n]?-?[^\S\n]?\d{{1,3}}|\d{{1,2}}(?!\d|[.,/]\d|{_COUNTED}|[^\S\n]*(?:%|persen|poin))|"
    rf"{_ORDINAL}|{_ROMAN}|(?:satu|dua|tiga)(?!{_COUNTED}))"
    r")(?![\w/]|[^\S\n]+(?:belas|puluh)\b)",
)
_LISTED = compile_words(
    rf"(?:(?<=\. )|(?<=\n))\b(?P<begun>{_ORDINAL})[^\S\n]*,?[^\S\n]+"
    r"(?:(?:ada|yakni|yaitu|adalah|ialah)[^\S\n]+)?"
    r"(?=(?-i:(?:[A-Z][\w/-]+[^\S\n]){1,5})"
    r"(?:\(?\d|dengan[^\S\n]+(?:(?:(?:per|ke)?\w+an)[^\S\n]+)?(?:nilai|skor|indeks|\d)|"
    rf"yang[^\S\n]+{SCORES}))"
    rf"|(?<=\()\b(?P<bracketed>{_ORDINAL})(?=\))|(?<= )(?:(?<=[;,)] )\b"
    rf"(?:(?:dan|serta|lalu|kemudian|disusul|sedangkan)[^\S\n]+)?(?P<nth>{_ORDINAL})[^\S\n]*,?[^\S\n]+"
    rf"(?=(?:(?:{TAKEN}|{OCCUPIED})[^\S\n]+(?:oleh[^\S\n]+)?)?(?-i:[A-Z]))"
    r"|(?<=[,;] )\b(?:(?:dan|serta)[^\S\n]+)?(?P<roman>(?-i:II|III|IV|VI|VII|VIII|IX|V|X))"
    r"[^\S\n]+(?=(?-i:[A-Z][a-z]))"
    rf"|(?<=[\w)] )\b(?:dan|serta)[^\S\n]+(?P<joined>{_ORDINAL}),?[^\S\n]+"
    r"(?:(?:yakni|yaitu|adalah|ialah|ada)[^\S\n]+)?(?=(?-i:[A-Z]))"
    rf"|(?<=; )\b(?P<counted>{_WORD})[^\S\n]+(?=(?-i:(?:[A-Z][\w/-]+[^\S\n]){{1,4}})\(\d)"
    r"|(?:(?<=[.;,)] )|(?<=[.,]\" )|(?<= dan )|(?<= serta ))\bnomor[^\S\n]+"
    rf"(?P<no>{_WORD}|\d{{1,2}})[^\S\n]+(?=(?:(?:ada|yakni|yaitu|adalah|ialah)[^\S\n]+)?(?-i:[A-Z]))"
    r"|(?<=[a-z] )\b(?P<ke>ke-?\d{1,2})"
    r"(?=[^\S\n]+(?:dengan[^\S\n]+)?(?:(?:nilai|skor)[^\S\n]+)?\(?\d{2}[.,]\d)"
    rf"|(?<=\w )\b(?:sebagai\s+|yang\s+)?(?P<last>{_ORDINAL})(?=[^\S\n]*(?:[,.;]|dan\b|serta\b|$)"
    r"|[^\S\n]+(?:dengan[^\S\n]+)?(?:(?:nilai|skor)[^\S\n]+)?\(?\d{2}[.,]\d))",
)
_LISTED_WITHIN = 400
"""Characters behind a place told in full in which bare ordinals go on with it."""
_NAME = re.compile(
    r"(?:^|\n|[,;.][^\S\n]|\bdan[^\S\n]|\bserta[^\S\n])[^\S\n]*(?:[A-Z]\w+[^\S\n]){1,4}$"
)
_AFTER_PLACE = re.compile(rf"(?<!\w)(?:{_ORDINAL}|\d|{_ROMAN}),?[^\S\n]+$", re.IGNORECASE)
"""In front of the last of several places: "posisi pertama dan kedua"."""
_NATION = re.compile(
    r"(?:^|[.,;:\n]\s*|\b(?:bahwa|menyebut|membuat|membawa|sedangkan|sementara|dan|menempatkan)\s+)(?:negara\s+)?(?-i:Indonesia|"
    r"Brunei|Malaysia|Singapura|Thailand|Vietnam|Filipina|Kamboja|Laos|Myanmar|Timor\s+Leste|"
    r"Jepang|Korea|Tiongkok|China|India|Australia)(?:\s+(?-i:Darussalam|Selatan))?\s+"
    r"(?:(?-i:[a-z])\w*\s+){0,5}$",
    re.IGNORECASE,
)
"""In front of a place among the countries of the world."""
_AHEAD = re.compile(
    r"\b(?:terpaut|selisih|terpisah)\b[^.;\n]{0,35}\bdari\s+(?:(?-i:[A-Z])\w*\s+){1,4}di\s+$",
    re.IGNORECASE,
)
"""In front of the place of somebody who is ahead."""
_OF_AN_ILL = re.compile(
    r"[^\S\n]+(?:(?:kasus|angka|tingkat|kategori|dalam|soal)[^\S\n]+){0,2}(?:korupsi|kemiskinan|"
    r"stunting|pengangguran|kriminalitas|perceraian|kecelakaan|narkoba|narkotika|judi|inflasi|"
    r"pencemaran|polusi|kekerasan|bencana|banjir|kemacetan|karhutla|dbd|tbc|hiv)\b",
    re.IGNORECASE,
)
"""Behind a place that nobody wants: "peringkat ketiga kasus korupsi"."""
_PRIZES = re.compile(
    r"[^\S\n]+(?:kategori(?!\s+(?:pemerintah|kabupaten|kota|provinsi|kementerian|lembaga|desa|nagari|"
    r"kelurahan|opd|instansi|badan|perangkat|unit|"
    r"(?<=\d kategori )(?-i:[A-Z])(?!ekaligus|erbeda|omba)))|"
    r"penghargaan(?![^\S\n]+(?-i:[A-Z])))\b",
    re.IGNORECASE,
)
"""Behind a number of them, and no name: "juara tiga kategori", not "juara 1 Penghargaan X"."""
_FROM_BELOW = re.compile(
    r"[^\S\n]+(?:ter(?:bawah|endah|belakang|buncit)|(?:dari|paling)[^\S\n]+(?:bawah|belakang|buncit))\b",
    re.IGNORECASE,
)
"""Behind a place that is counted from the other end: "peringkat dua terbawah"."""
_BY_COUNT = re.compile(rf"(?:juara|ter\w+)[^\S\n]+(?:umum[^\S\n]+)?(?:{_WORD}|\d)", re.IGNORECASE)
_COMPLETES = compile_words(
    rf"\b(?:melengkapi|menggenapi|menutup)[^\S\n]+(?:posisi[^\S\n]+|peringkat[^\S\n]+)?(?P<of>{_WORD}|\d{{1,2}})"
    r"[^\S\n]+(?:besar|teratas|terbaik)\b"
)
"""The last of the first so many: "Kota Tegal melengkapi tiga besar"."""
_NUMBERED = re.compile(r"#(?<=\n#)(\d{1,2})(?=[^\S\n]+[A-Z])")
"""A line of a league table: "#1 Kota Tangerang"."""


@frozen
class RankMention:
    """A place in a ranking as printed."""

    start: int
    end: int
    rank: int
    scope: tuple[int, int] | None
    """Where it is printed among whom: `se-Jawa Tengah`, `kategori kabupaten`."""


def find_ranks(folded: str) -> Iterator[RankMention]:
    """Every rank of the folded text; a superlative with its scope is the first place."""
    told: set[int] = set()
    for match in _RANK.finditer(folded):
        rank = 0 if _FROM_BELOW.match(folded, match.end()) else _number(match)
        if rank and not (_counts_prizes(folded, match) or _is_of_another(folded, match)):
            told.update(range(*match.span()))
            yield _mention(folded, match.start(), match.end(), rank)
    yield from _listed(folded)
    for match in _NUMBERED.finditer(folded):
        yield _mention(folded, *match.span(1), int(match[1]))
    for match in _COMPLETES.finditer(folded):
        yield _mention(folded, *match.span(), place_of(match["of"]))
    for match in superlatives(folded):
        if match.end() - 1 not in told:
            yield _mention(folded, match.start(), match.end(), 1)


def _counts_prizes(folded: str, match: re.Match[str]) -> bool:
    """ "Juara tiga kategori", "terbaik dua penghargaan": won so often, not in this place."""
    counted = _PRIZES.match(folded, match.end()) is not None
    return counted and _BY_COUNT.match(match[0]) is not None


def _is_of_another(folded: str, match: re.Match[str]) -> bool:
    """ "Indonesia berada di peringkat 64", "terpaut 0,2 dari Parigi Moutong di tempat kedua"."""
    if _OF_AN_ILL.match(folded, match.end()):
        return True
    before = max(0, match.start() - 60), match.start()
    return bool(_NATION.search(folded, *before) or _AHEAD.search(folded, *before))


def _listed(folded: str) -> Iterator[RankMention]:
    """Ordinals alone, where a place is told before them: "peringkat pertama A, kedua B"."""
    if not (_RANK.search(folded) or FOREMOST.search(folded)):
        return
    for match in _LISTED.finditer(folded):
        line = folded.rfind("\n", 0, match.start()) + 1
        if match.lastgroup in ("begun", "joined", "last"):
            line = folded.rfind("\n", 0, max(0, line - 1)) + 1
        told = (max(line, match.start() - _LISTED_WITHIN), match.start())
        if not (_RANK.search(folded, *told) or FOREMOST.search(folded, *told)):
            continue
        group = match.lastgroup or "nth"
        window = max(0, match.start() - 40)
        if group == "joined" and _AFTER_PLACE.search(folded, window, match.start()):
            continue
        if group not in ("last", "ke") or _NAME.search(folded, window, match.start()):
            yield _mention(folded, *match.span(group), place_of(match[group]))


def tells_a_place(printed: str) -> bool:
    """Whether a rank is printed as a place, not only as "tertinggi", "melengkapi tiga besar"."""
    return _PLACE_IN.search(printed) is not None and _COMPLETES.search(printed) is None


def _mention(folded: str, start: int, end: int, rank: int) -> RankMention:
    return RankMention(start=start, end=end, rank=rank, scope=scope_after(folded, end))


def _number(match: re.Match[str]) -> int:
    return place_of(
        next(match[name] for name in ("a", "b", "c", "d", "f", "g", "h", "i") if match[name])
    )


def place_of(printed: str) -> int:
    """`ke-2`, `kedua`, `II` and `dua` are 2."""
    word = printed.lower()
    digits = word.removeprefix("ke").strip(" -")
    if digits.isdigit():
        return int(digits)
    if word.startswith("runner"):
        return 2
    return _ORDINALS.get(word) or _WORDS.get(word) or _ROMANS.get(word) or int(word == "wahid")
