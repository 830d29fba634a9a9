"""The first place told without its number: "tertinggi se-Jambi", "posisi teratas", "jawara"."""

import re
from collections.abc import Iterator

from crawler.awards.counts import BODIES, NUMBER_WORDS
from crawler.awards.getting import OCCUPIED, TAKEN
from crawler.awards.word_tree import compile_words

BEST = r"(?:terbaik|tertinggi|terinn?ovatif|teratas|tercepat|terbanyak|terinformatif)"
_SCOPE_AHEAD = (
    r"[^\S\n]+(?:(?:di|dari)[^\S\n]+antara[^\S\n]+(?:[\w/]+[^\S\n]+){0,6}?)?(?:se-?[^\S\n]?[A-Z]|di[^\S\n]+(?:[A-Z]|seluruh|tingkat)|"
    r"secara[^\S\n]+nasional|nasional\b|tingkat[^\S\n]+\w|"
    r"(?:di|dari)[^\S\n]?antara[^\S\n]+(?:seluruh|semua)[^\S\n]+\w|"
    r"(?:pada|untuk|di|dalam|dari)[^\S\n]+(?:kategori|kelompok|klaster|kluster)[^\S\n]+\w|"
    r"dari[^\S\n]+(?:(?:total|seluruh|sebanyak)[^\S\n]+)?"
    rf"(?:\d{{1,3}}|{NUMBER_WORDS})[^\S\n]+(?:\(\w+\)[^\S\n]+)?(?i:pemerintah|pem(?:da|kab|kot|prov)|provinsi|"
    r"kabupaten|kota|daerah|badan|instansi|kementerian|lembaga|opd|polres|polsek|puskesmas|desa|peserta|"
    r"kelurahan|kantah|kantor|satuan|entitas|satker|lapas|rutan|rsud|rumah)\b)"
)
_SUPERLATIVE = compile_words(
    r"\b(?:(?i:(?:nilai|skor)[^\S\n]+kepatuhan|nilai|skor|poin|indeks|peringkat|capaian|hasil|paling)"
    r"[^\S\n]+){0,3}"
    rf"(?i:{BEST}|(?<=paling )(?:tinggi|baik)|"
    rf"(?:memimpin|memuncaki|merajai)(?:[^\S\n]+\w+){{0,2}})(?={_SCOPE_AHEAD})",
    flags=0,
)
_AS_THE_BEST = compile_words(
    r"\b(?:menjadi|jadi|sebagai|dinobatkan|meraih|mendapat)[^\S\n]+yang[^\S\n]+(?:terbaik|tertinggi|teratas|terdepan)"
    r"(?=[,.;]|[^\S\n]+\(\d|[^\S\n]+se-?[^\S\n]?(?-i:[A-Z])|[^\S\n]+(?:pada|untuk|kategori|kelompok|di(?!\s+antara)|dan|dengan[^\S\n]+(?:nilai|skor|poin|indeks))\b)"
    r"|\bdi(?:menangkan|menangi|juarai)(?=(?:[^\S\n]+oleh)?[^\S\n]+(?-i:[A-Z])[^.;\n]{2,60}?"
    r"[^\S\n](?:disusul|diikuti|dibuntuti)\b)",
)
_HAD_BY = (
    rf"(?:{TAKEN}|{OCCUPIED}|di(?:capai|catat|kumpulkan|bukukan)|jatuh|"
    r"milik|adalah|ialah|"
    r"(?:yaitu|yakni|(?:ada|berada|terdapat)[^\S\n]+(?:di|pada))(?=[^\S\n]+(?-i:[A-Z])))"
)
FOREMOST = compile_words(
    r"\b(?:posisi|peringkat|urutan|tempat|ranking)[^\S\n]+(?:ter(?:baik|atas|tinggi|depan)|"
    r"puncak|paling[^\S\n]+(?:atas|depan|tinggi))\b(?![^\S\n]+(?:ke|nomor|[\d(IVX])|[^\S\n]*\d)"
    rf"|\bpuncak(?=[^\S\n]+(?:{OCCUPIED}|diraih)\b)"
    r"|\bdi[^\S\n]+puncak(?=[^\S\n]+(?:(?:klasemen|daftar)\b|dengan[^\S\n]+(?:nilai|skor|\d)))"
    r"|\bmemuncaki(?=[^\S\n]+(?:kategori|kelompok|klasemen|daftar|peringkat)\b)"
    r"|\bmemimpin(?=[^\S\n]+(?:kategori|kelompok)\b)"
    r"|\b(?:menjadi|jadi|sebagai|keluar|raih|meraih)[^\S\n]+jawara\b"
    r"|\b(?:tertinggi|teratas|terbaik)(?=,?[^\S\n]+(?:[\d(]|(?:dengan|yakni|yaitu|sebesar)[^\S\n])[^.;\n]{1,40}\b(?:disusul|diikuti|dibuntuti)\b)"
    r"|\bmemimpin(?=[^\S\n]+dengan[^\S\n]+(?:(?:nilai|skor|indeks|poin)[^\S\n]+)?\d)"
    r"|\bpaling[^\S\n]+depan\b|\bber(?:takhta|tengger|ada)[^\S\n]+di[^\S\n]+puncak\b"
    r"|\b(?:nilai|skor|poin|indeks|ipp|mcp|mcsp|spi|sakip|spbe|ipkd|irh|itkp)"
    r"(?:[^\S\n]+\w+){0,2}[^\S\n]+(?:ter(?:baik|tinggi)|paling[^\S\n]+tinggi)"
    rf"(?=(?:[^\S\n]+(?:untuk|dalam|pada)(?:[^\S\n]+\w+){{1,4}}?|[^\S\n]+(?:sebesar[^\S\n]+)?\d{{1,3}}[.,]\d{{1,2}}|(?:[^\S\n]+pemerintah)?[^\S\n]+"
    rf"(?:kabupaten|kota|provinsi|kementerian|lembaga))?[^\S\n]+(?:{_HAD_BY}|kategori)\b)"
    r"|(?:(?<=[.!?:;][ ])|(?<=\n))\b(?:yang[^\S\n]+)?(?:paling[^\S\n]+tinggi|ter(?:baik|tinggi))"
    rf"(?=[^\S\n]+(?:{_HAD_BY}\b|(?-i:[A-Z])[\w' ]{{2,40}}\(\d{{2}}[.,]\d))",
)
"""The first place in other words: "posisi teratas", "paling depan"."""
_BEST_OF_ALL = compile_words(
    r"\b(?:dengan|me(?:ndapat(?:kan)?|raih|mperoleh|ncatat(?:kan)?|ngantongi|miliki|mbukukan)|raih)"
    r"[^\S\n]+(?:nilai|skor|indeks|poin|capaian)(?:[^\S\n]+(?!dengan\b)[a-z]+){0,2}[^\S\n]+"
    r"(?:ter(?:tinggi|baik)|paling[^\S\n]+tinggi)\b(?![^\S\n]+(?:ke|nomor|[\d(IVX]))"
)
_AMONG_WHOM = re.compile(
    rf"(?:^|[.!?:][\"']?[^\S\n]|\n|,[^\S\n])(?:(?:dan|sedangkan|sementara(?:[^\S\n]itu,)?|adapun)[^\S\n])?(?:dari|di[^\S\n]?antara|di[^\S\n]"
    rf"(?:lingkup|lingkungan|tingkat)|(?:untuk|pada|dalam)[^\S\n](?:kategori|tingkat|kelompok))"
    rf"[^\S\n](?:[\w/]+[^\S\n]){{0,3}}?(?:{BODIES})\b[^,.;\n]{{0,40}},[^\S\n][^,.;\n]{{2,70}}$",
    re.IGNORECASE,
)
"""In front of it, up to the name: "Dari 24 kabupaten, Kabupaten X mendapat nilai tertinggi"."""
_ABOVE_THE_SECOND = re.compile(
    r"(?:[^.;\n]|\.(?=\d)){0,110}\.[^\S\n\"]?[\s\"]+(?:[^.;\n]|\.(?=\d)){0,70}?\b(?:menyusul\b|"
    r"(?:posisi|peringkat|urutan|tempat)[^\S\n]+(?:kedua|ke-?[^\S\n]?2|2|II)\b)",
    re.IGNORECASE,
)
"""Behind it, where the next sentence goes on with the second place."""
_BEFORE_OTHERS = compile_words(
    rf"\b(?:terbaik|tertinggi|teratas)(?=(?:[^\S\n]+{TAKEN}(?:[^\S\n]+oleh)?[^\S\n]+"
    r"(?:(?:kota|kabupaten|provinsi)[^\S\n]+)?(?-i:[A-Z])(?:[^.;\n]|\.(?=\d)){2,60}?)?"
    r",?[^\S\n]+(?:yang[^\S\n]+)?(?:disusul|diikuti|dibuntuti)[^\S\n]+(?:oleh[^\S\n]+)?(?-i:[A-Z]))",
)
"""The first of those who come next: "peraih kategori Paripurna terbaik, diikuti B dan C"."""
_IS_NAMED = re.compile(
    r"[^\S\n]+(?:se-?[^\S\n]?)?(?:[A-Z]\w+[^\S\n]+){1,3}(?i:adalah|ialah|yakni|yaitu)[^\S\n]+[A-Z]"
)
"""Behind a superlative: "tertinggi se-Indonesia adalah Kota Surabaya"."""
_OF_MANY = (
    r"\b(?:salah[^\S\n]+sa?tu|termasuk|satu[^\S\n]+dari|antara|nominasi|nominator|calon|"
    r"(?!20[012]\d\b)(?<![\d.,])\b\d+(?![.,]\d)|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|para|beberapa|sejumlah|"
    r"daerah-daerah|menjadi[^\S\n]+yang)\b[^,.;:()]{0,45}$"
)
_ONE_OF_MANY = re.compile(_OF_MANY, re.IGNORECASE)
_NOT_ALONE = re.compile(
    r"\btergolong\b[^.;\n]*$|\b(?:keaktifan|kepesertaan|cakupan|partisipasi|persentase|jumlah|populasi|"
    r"realisasi|pertumbuhan)\b[^.;,\n]{0,30}$|\b(?:kenaikan|peningkatan|lonjakan|penurunan)(?:[^\S\n]nilai)?[^\S\n]+$|\b(?:unit|opd|dinas)\b[^.;,\n]{0,20}$|\b(?:kualitas|kepatuhan|pelayanan(?:[^\S\n]+publik)?|layanan(?:[^\S\n]+publik)?)[^\S\n]+$|\bkategori\b[^,.;:()]{0,45}$|"
    rf"{_OF_MANY}",
    re.IGNORECASE,
)


def superlatives(folded: str) -> Iterator[re.Match[str]]:
    """ "Tertinggi se-Jambi", "menjadi yang terbaik"."""
    for match in (*_SUPERLATIVE.finditer(folded), *FOREMOST.finditer(folded)):
        if _is_alone(folded, match) or _IS_NAMED.match(folded, match.end()):
            yield match
    yield from _AS_THE_BEST.finditer(folded)
    for match in _BEFORE_OTHERS.finditer(folded):
        if not _ONE_OF_MANY.search(_in_front(folded, match)):
            yield match
    for match in _BEST_OF_ALL.finditer(folded):
        if _is_best_of_all(folded, match):
            yield match


def _is_best_of_all(folded: str, match: re.Match[str]) -> bool:
    """ "Dari 24 kabupaten, A meraih nilai tertinggi", "… tertinggi 79,47. B di posisi kedua"."""
    if _AMONG_WHOM.search(folded, max(0, match.start() - 180), match.start()):
        return True
    second = _ABOVE_THE_SECOND.match(folded, match.end()) is not None
    return second and _is_alone(folded, match)


def _is_alone(folded: str, match: re.Match[str]) -> bool:
    return _NOT_ALONE.search(_in_front(folded, match)) is None


def _in_front(folded: str, match: re.Match[str]) -> str:
    """What its line has in front of it."""
    return folded[max(0, match.start() - 60) : match.start()].rsplit("\n", 1)[-1]
