"""How many are spoken of: "lima daerah", "ke-11 kepala daerah", "kedua belas pemda"."""

import re

from crawler.awards.getting import GETS
from crawler.awards.word_tree import compile_words

_ONES = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_WORDS = {
    **{word: number for number, word in enumerate(_ONES, start=1)},
    "sepuluh": 10,
    "sebelas": 11,
    **{f"{word} belas": number + 10 for number, word in enumerate(_ONES, start=1) if number > 1},
    **{f"{word} puluh": number * 10 for number, word in enumerate(_ONES, start=1) if number > 1},
    **{
        f"{tens} puluh {ones}": ten * 10 + one
        for ten, tens in enumerate(_ONES, start=1)
        for one, ones in enumerate(_ONES, start=1)
        if ten > 1
    },
}
BODIES = (
    r"kabupaten/kota|kabupaten|kota|provinsi|pemda|pemkab|pemkot?|pemprov|daerah|instansi|entitas|"
    r"satker|unit|upp|opd|perangkat daerah|dinas|desa|kelurahan|kecamatan|puskesmas|rumah sakit|"
    r"rsud|polres|polsek|kejaksaan|kejari|lapas|rutan|kantor|kementerian|lembaga|badan publik|"
    r"perguruan tinggi|ptn|universitas|kampus|fakultas|madrasah|pengadilan|satuan kerja|kanwil|"
    r"kanim|kantah|polda|polresta|balai"
)
"""Kinds of bodies of which several are spoken of."""
OFFICES = r"(?:polres|polsek|kantah|kantor\s+pertanahan|puskesmas|rsud|lapas|opd)"
"""Kinds of offices: all of a kind where no name follows."""
_COUNTED = (
    rf"kepala daerah|{BODIES}|pemerintah|satuan|badan|penerima|peraih|nama|bupati|wali ?kota|"
    r"gubernur|wilayah"
)
_COUNTED_ALONE = (
    r"(?:lain(?:nya)?|di\s?antaranya|masuk|berada|berstatus|tergolong|menempati|"
    rf"{GETS})"
)
"""Behind a number that counts bodies without a noun: "sepuluh lainnya", "dua masuk"."""
_ONE = "|".join(_ONES)
NUMBER_WORDS = rf"(?:{_ONE})(?:\s+belas|\s+puluh(?:\s+(?:{_ONE}))?)?|sepuluh|sebelas"
_DIGITS = r"(?!20[012]\d\b)\d{1,3}"
_SEVERAL = compile_words(
    rf"\b(?:ke\s?-?)?(?P<count>{_DIGITS}|{NUMBER_WORDS})"
    rf"(?:nya\b|\s+(?:\(\w+\)\s+)?(?:\w+\s+)?(?:{_COUNTED})\b"
    rf"|(?<![\d.,]\d)(?<![\d.,]\d\d)\s+{_COUNTED_ALONE}\b)"
    rf"|\b(?:ada|hanya|sebanyak|(?:ber)?jumlah(?:nya)?)\s+(?P<alone>{_DIGITS}|{NUMBER_WORDS})(?=\s*(?:[.;\n]|$))",
)
_THINGS = compile_words(
    rf"\b(?P<count>{_DIGITS}|{NUMBER_WORDS})\s+(?:kategori|penghargaan|predikat|piagam|indikator|aspek|"
    r"komponen|dimensi|inovasi|program|variabel|kriteria|gelar|trofi|piala)\b",
)
_PARTS = compile_words(
    rf"\b(?:{_DIGITS}|{NUMBER_WORDS}|sejumlah|beberapa)"
    r"\s+(?:\(\w+\)\s+)?(?:satuan|satker|unit|upp|upt|opd|perangkat daerah|polres|puskesmas|kantor|"
    r"desa|kelurahan|kecamatan|dinas|sekolah|lapas|rutan|balai|pengadilan|kejari|rsud|"
    r"kantah|kanim|kpp|madrasah)"
    r"(?:nya)?\b"
    r"|\bbanyak\s+(?:kabupaten|kota|daerah|pemda|pemerintah|instansi|unit|opd|dinas)\b",
)
_LOOKED_AT = compile_words(r"\bterhadap\s[^,;:.\n]{0,80}$")
"""In front of parts of which the whole was judged: "dilakukan terhadap lima OPD"."""
_JUST_BEFORE = compile_words(
    r"(?<!terbaik )(?<!peringkat )(?<!ranking )(?<!rangking )(?<!urutan )(?<!posisi )(?<!juara )"
    r"(?<!dusun )(?<!\brw )(?<!\brt )(?<!rw\. )(?<!rt\. )(?<!lingkungan )(?<!blok )"
    rf"(?<![\d.,])\b(?:{_DIGITS}|{NUMBER_WORDS}|sejumlah|beberapa|para|semua|seluruh)[^\S\n]+(?:kepala\s+)?$",
)
_SO_MANY = compile_words(
    rf"(?<![\d.,-])\b(?:{_DIGITS}|{NUMBER_WORDS})\s+(?:\([\d.,]+\s?(?:%|persen)\)\s*)?"
    rf"(?:(?:{_COUNTED})\s+)?(?:di\s?antaranya\s+)?(?:yang\s+)?(?:masih\s+|tetap\s+|baru\s+)?(?:ber|masuk\s+|meraih\s+|mendapat(?:kan)?\s+|memperoleh\s+|menyandang\s+|menempati\s+|berada\s+di\s+|di\s+)?"
    r"(?:(?:zona(?:si)?|nilai|kategori|predikat)\s+)?"
    r"(?:(?:kualitas|kepatuhan)\s+\w+\s+(?:atau\s+|\()(?:(?:nilai|kategori|predikat)\s+)?)?$",
)
_REST = compile_words(
    r"\b(?:sisanya|selebihnya|mayoritas|kebanyakan|sebagian\s+besar|"
    r"banyak\s+(?:daerah|pemda|instansi|kementerian))\b[^.;:]{0,90}$",
)
"""The rest or the most of them, who are not named."""
_HOLDERS = re.compile(
    r"\W*(?:(?:adapun|sementara|sedangkan|untuk|jumlah)\s+)?"
    r"(?:daerah|kabupaten|kota|pemda|instansi|provinsi|unit|satker|entitas|pemerintah\s+daerah)\s+"
    r"(?:di|dengan|yang|ber\w+|peraih|penerima)\b",
    re.IGNORECASE,
)
_HELD_BY = re.compile(
    r"\s*(?:\([^)]{0,30}\)\s*)?(?:,\s*(?:[^,.;:\n]{3,30},\s*)?)?(?:(?:di(?:berikan|serahkan|terima|sematkan|anugerahkan)(?:\s+pula|\s+juga)?\s+)?kepada|di(?:berikan|serahkan|terima|sematkan|anugerahkan)(?:\s+pula|\s+juga)?|berisi|dihuni|ditempati|diisi|diraih|disandang|diduduki|ada|sebanyak|"
    r"jumlahnya|berjumlah|terdiri\s+(?:atas|dari)|mencakup|mencapai)\s+(?:oleh\s+|kepada\s+|untuk\s+)?"
    rf"(?:{_DIGITS}|{NUMBER_WORDS})\s+(?:dari\s+(?:{_DIGITS}|{NUMBER_WORDS})\s+)?(?:{_COUNTED})\b",
    re.IGNORECASE,
)


def counts_just_before(folded: str, at: int) -> bool:
    """Whether so many of what is named at `at` are spoken of: "9 Kantor Pertanahan"."""
    return _JUST_BEFORE.search(folded, max(0, at - 30), at) is not None


def counts(folded: str, start: int, end: int) -> tuple[int, ...]:
    """The numbers of bodies that a stretch of text speaks of, two and more."""
    found = (
        count_of(match["count"] or match["alone"])
        for match in _SEVERAL.finditer(folded, start, end)
    )
    return tuple(count for count in found if count > 1)


def count_of(printed: str) -> int:
    """`12` or `dua belas` as a number."""
    words = " ".join(printed.lower().split())
    return int(words) if words.isdigit() else _WORDS[words]


def counts_things(folded: str, start: int, end: int, count: int) -> bool:
    """Whether so many things, no bodies, are spoken of: "enam kategori penghargaan"."""
    told = (count_of(match["count"]) for match in _THINGS.finditer(folded, start, end))
    return count in told


def counts_holders(folded: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether only so many are said to have what stands at `start..end` of a sentence.

    "13 hijau", "hijau berisi 70 entitas", "Daerah di zona hijau ada dua".
    """
    return (
        _SO_MANY.search(folded, max(sentence[0], start - 70), start) is not None
        or _HELD_BY.match(folded, end, sentence[1]) is not None
        or _HOLDERS.match(folded, sentence[0], start) is not None
        or _REST.search(folded, sentence[0], start) is not None
    )


def counts_parts(folded: str, start: int, end: int) -> bool:
    """Whether so many parts of a body are spoken of: "enam satuan wilayahnya"."""
    return any(
        _LOOKED_AT.search(folded, max(start, parts.start() - 90), parts.start()) is None
        for parts in _PARTS.finditer(folded, start, end)
    )
