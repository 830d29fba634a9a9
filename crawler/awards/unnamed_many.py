"""Is a result told of many, of some, of all or of others, none of whom is named with it?"""

import re
from collections.abc import Iterable

from crawler.awards.counts import BODIES, NUMBER_WORDS, counts_parts
from crawler.awards.getting import GETS
from crawler.awards.seating import Owner
from crawler.awards.word_tree import compile_words

_MANY = compile_words(
    r"\b(?:kabupaten dan kota|satuan\s+kerja|penyelenggara|peserta|pemenang|peraih|"
    rf"wilayah(?= yang)|{BODIES})\b"
)
_COUNTED_MANY = compile_words(
    r"\b(?:(?!20[012]\d)\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"(?:se|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s?)belas|puluhan|"
    r"ratusan|sejumlah|beberapa|banyak|semua|seluruh|"
    r"sisanya|mayoritas|sebagian|setiap|para|masing-masing)\s+(?:\(\w+\)\s*)?(?:\w+\s+){0,2}$",
)
_AMONG = compile_words(
    r"\b(?:paling\s\w+|ter(?:baik|tinggi|atas)|(?:peringkat|urutan|posisi)\s\S+)\s"
    r"(?:dari|di\s?antara)\s(?:total\s)?\d+\s$",
)
"""In front of those among whom somebody is placed: "paling tinggi dari 22"."""
_ALL_OR_OTHERS = compile_words(
    r"(?<!bersama )(?<!dari )(?<!antara )(?<!dibanding )(?<!dibandingkan )(?<!daripada )"
    r"\b(?:pemda|pem(?:kab|kot?|prov)|daerah|wilayah|kabupaten(?:/kota| dan kota)?|kota|provinsi|"
    r"instansi|lembaga|kementerian|satker|polres|opd) (?:yang )?lain(?:nya)?\b"
    r"|\bkepada (?:para )?(?:pemerintah daerah|pemda|daerah|kepala daerah|instansi|kabupaten/kota)"
    r"(?: \(\w+\))? yang\b"
    r"|(?<![\w,] )\b(?:(?:sedangkan|sementara|adapun|sisanya|dan)\s)?yang lain(?:nya)?\s"
    rf"(?=(?:masuk|berada|{GETS}|di)\b)"
    rf"|(?<=[.!?\"]\s)\b(?:\d{{1,3}}|{NUMBER_WORDS})\s(?:belum|masih|sudah|telah|lainnya)\b"
    rf"|\b(?:sisa|selebih)nya\s(?=(?:masuk|berada|{GETS}|masih)\b)"
    r"|\b(?:pada|untuk|bagi|indeks|skor|nilai|oleh|dialami) (?:(?:pemerintah|pemda) "
    r"(?:provinsi|kabupaten|kota)|(?:kementerian|lembaga)(?:/lembaga)?),? (?:juga )?(?:di mana )?"
    r"(?=(?:di|pada|tahun|mengalami|naik|turun|menurun|meningkat|mencapai|berada)\b)"
    r"|(?<=[.!?\"]\s)\b(?:sedangkan |sementara |adapun )?(?:kementerian|lembaga) (?:juga )?"
    r"(?=(?:di|pada|mengalami|naik|turun|menurun|meningkat|mencapai|berada)\b)"
    r"|\brata-rata (?:(?:nilai|skor|indeks) )?(?:[\w/]+ ){1,3}se-?\s?(?=[A-Z])"
    r"|\bsecara nasional,? (?:(?:rata-rata|nilai|skor|indeks|capaian)(?:nya)?)\b"
    r"|\bjumlah (?!nilai|skor|poin|total)(?:[a-z/]+ ){1,3}?(?:yang|dengan|ber\w+) "
    r"|\bjumlah (?!nilai|skor|poin|total)(?:[a-z/]+ ){0,3}$"
    r"|\b(?:se(?:mua|luruh)nya|yang\s+lain(?:nya)?)\s+\W*(?:\w+\s+)?$",
)
"""Nobody who is named: "pemda lainnya masuk zona kuning"; all, right in front of a result:
"seluruhnya zona hijau"."""
_OTHERS = re.compile(
    r"[,;]\W*(?:(?:sedangkan|sementara|adapun|tetapi|tapi|namun|dan)\s+)?(?:(?:di|untuk)\s+)?"
    r"(?:daerah|wilayah|kabupaten(?:/kota)?|kota|provinsi|pemda|instansi|lembaga|polres)"
    r"(?:-(?:daerah|wilayah))?\s+(?:yang\s+)?lain(?:nya)?\s+(?=\w)(?!juga\b|pula\b)[^,;.\n]*$",
    re.IGNORECASE,
)
"""A clause about others, none of them named: "A meraih 90,1, daerah lainnya masih zona merah"."""
_READ_OUT = compile_words(
    r"\b(?:membacakan|mengumumkan|umumkan|merilis|menetapkan|inilah|daftar)\s+(?:\w+\s+){0,2}"
    rf"(?:(?:badan\s+publik|satuan\s+kerja|{BODIES})\s+"
    r"(?:(?:yang\s+)?ber(?:kualifikasi|predikat|kategori|status|opini)\s+)?|"
    r"(?:peraih|penerima)\s+(?:(?:zona(?:si)?|predikat|kategori|opini)\s+)?)$",
)
"""In front of a result whose holders are read out: "mengumumkan badan publik berpredikat"."""
_BELOW_IT = re.compile(
    rf"\s?:\s(?:\d{{1,2}}|{NUMBER_WORDS})\s(?:daerah|pemda|kabupaten(?:/kota)?|kota|pemkab|pemkot)\b",
    re.IGNORECASE,
)
_ALL_UNITS = compile_words(r"\b(?:semua|seluruh)\s+(?:upp|unit|opd|lokus|locus)")
_OF_SOME = re.compile(
    r"\W{0,3}(?:di|pada|untuk|bagi)\s+(?:sejumlah|beberapa|sebagian|banyak)\s+(?:\w+\s+)?"
    r"(?:kabupaten|kota|daerah|pemda|pemerintah|provinsi|unit|instansi|opd)\b"
    r"|,?\s+(?:itu\s+|yang\s+)?(?:hanya|cuma|berjumlah|sebanyak|sejumlah|terdiri\s+(?:dari|atas))\s+"
    r"(?:ada\s+)?\d{1,4}(?![.,]?\d)(?=\s*(?:[.;,\n]|$|kabupaten|kota|daerah|pemda|provinsi|unit|"
    r"instansi|opd|skpd|perangkat\s+daerah|dinas|badan|kecamatan|kelurahan|desa|lokasi|kampung))",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"\s+(?:(?:berhasil|kembali|juga|sukses)\s+)?(?:menempatkan|meloloskan|mengantar(?:kan)?)\b|:(?=\s)",
    re.IGNORECASE,
)
_REACH = 300
_NEAR = 70
_MANY_WON = re.compile(
    r"\s+(?:panen|(?:mem)?borong|banjir|kebanjiran)\s+(?:\w+\s+){0,2}"
    r"|\s+(?:(?:berhasil|kembali|sukses)\s+)?(?:(?:mem)?boyong|(?:me)?raih|(?:meny|s)abet|"
    r"(?:meng|k)antongi|mengoleksi|koleksi|(?:mem)?bawa\s+pulang)\s+"
    rf"(?:(?!1\b)\d{{1,2}}|(?!satu\b)(?:{NUMBER_WORDS}))\s+"
    r"(?:(?:predikat|penghargaan|piagam|gelar)\s+)?",
    re.IGNORECASE,
)
_OF_UNITS = re.compile(r"WBK|WBBM|wilayah (?:bebas|birokrasi)", re.IGNORECASE)
_HAVE_UNITS = ("kementerian", "lembaga")
"""Kinds of bodies, but for regions, whose units receive awards of their own."""
_FOR = compile_words(r"\b(?:untuk|bagi|melalui|lewat|yakni|yaitu|atas\s+nama)\s+$")
_ABOVE = ("Polda ", "Kanwil ", "Kejati ", "Kejaksaan Tinggi ", "Pengadilan Tinggi ")
"""How offices are called that have others below them."""


def tells_of_many(folded: str, start: int, at: int) -> bool:
    """Whether the words from `start`, where the sentence begins, make it a result of many."""
    start = max(start, at - _REACH)
    if any(words.search(folded, start, at) for words in (_ALL_OR_OTHERS, _READ_OUT)):
        return True
    return any(
        _COUNTED_MANY.search(folded, start, many.start()) or "/" in many[0]
        for many in _MANY.finditer(folded, start, at)
        if _AMONG.search(folded, start, many.start()) is None
    )


def tells_of_others(folded: str, start: int, at: int) -> bool:
    """Whether a clause about others, behind the name that ends at `start`, leads up to `at`."""
    return _OTHERS.search(folded, max(start, at - _REACH), at) is not None


def heads_those_below(folded: str, owner: Owner, at: int) -> bool:
    """ "Kalsel: Tiga Daerah Informatif": a province in front of so many of its regions."""
    if owner.kind != "provinsi":
        return False
    return _BELOW_IT.match(folded, owner.end, at) is not None


def are_read_out(folded: str, start: int, at: int) -> bool:
    """Those who have what stands at `at` are named further on."""
    return _READ_OUT.search(folded, max(start, at - _REACH), at) is not None


def tells_of_all_units(folded: str, start: int, at: int) -> bool:
    """ "Seluruh UPP ... masuk kategori A": of all units of a region."""
    return _ALL_UNITS.search(folded, start, at) is not None


def is_of_some(folded: str, end: int) -> bool:
    """What ends there is told of some who are not named.

    "zona merah di sejumlah daerah", "yang mendapat trofi Lestari hanya 26".
    """
    return _OF_SOME.match(folded, end) is not None


def has_parts(owner: Owner) -> bool:
    """Units below it may be counted: "Polda Jawa Timur menempatkan enam satuan wilayahnya"."""
    return owner.unit is None or owner.kind in _HAVE_UNITS or owner.unit.startswith(_ABOVE)


def wins_by_its_parts(folded: str, owner: Owner, at: int) -> bool:
    """An office with others below it, and of what is told at `at` there are many: "panen WBK"."""
    above = owner.unit is not None and has_parts(owner)
    return above and _MANY_WON.fullmatch(folded, owner.end, at) is not None


def collects_for(folded: str, owner: Owner, here: Iterable[Owner]) -> bool:
    """ "Polda X menerima WBK untuk Polres A dan B": those below it have it."""
    if owner.unit is None or not owner.unit.startswith(_ABOVE):
        return False
    below = next((e for e in here if e.start >= owner.end and e.unit is not None), None)
    if below is None or str(below.unit).startswith(_ABOVE):
        return False
    return _FOR.search(folded, max(owner.end, below.start - 20), below.start) is not None


def places_its_parts(folded: str, owner: Owner) -> bool:
    """Behind its name: "Polda X menempatkan enam satuan wilayahnya", "Kanwil X: Enam Kantah ...".

    Or it has won several of what only units win: "Kanwil X boyong tiga WBK".
    """
    above = owner.unit is not None and has_parts(owner)
    won = _MANY_WON.match(folded, owner.end) if above else None
    if won is not None and _OF_UNITS.match(folded, won.end()):
        return True
    placed = _PLACES.match(folded, owner.end)
    return placed is not None and counts_parts(folded, placed.end(), placed.end() + _NEAR)
