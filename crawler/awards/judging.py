"""Offices that judge: "tim penilai dari A, B, serta Inspektorat", "Bappeda selaku tim penilai"."""

import re

from crawler.awards.word_tree import compile_words

_TEAM = compile_words(
    r"\b(?:tim|dewan)\s+(?:penilai|juri|asesor|verifikator|evaluator)\s+(?:\w+\s+)?(?:dari|atas)\s+",
)
_MEMBERS = re.compile(
    r"(?:(?-i:[A-Z])[\w.&/-]*[\s,]+|\([^)]{1,40}\)[\s,]*|(?:dan|serta|maupun|dari|unsur)\s+){1,40}",
    re.IGNORECASE,
)
"""Names alone, with what lists them."""
_IN_OFFICE = re.compile(
    r"(?:\s+(?:dan|serta|provinsi|kabupaten|kota)){0,4},?\s+(?:selaku|sebagai)\s+"
    r"(?:(?:tim|dewan)\s+)?(?:penilai|juri|asesor|verifikator|evaluator)\b",
    re.IGNORECASE,
)
_JUDGES = compile_words(
    r"\b(?:dari|oleh)\s+(?:berbagai|beberapa|sejumlah|banyak)\s+(?:unsur|pihak|kalangan|elemen|lembaga|instansi)"
    r",?\s+(?:seperti|antara lain|yakni|yaitu|mulai dari)\b[^.;\n]*$"
)
"""In front of those whose judgment counted: "penilaian dari berbagai unsur seperti A, B"."""
_LAST = re.compile(r"(?:,?\s(?:dan|serta|maupun)|\s(?:dari|atas))\s+$")
_HOLDS = re.compile(
    r"\s+(?:(?:kembali|juga|telah|rutin|setiap tahun)\s+){0,2}"
    r"(?:melakukan|menggelar|mengadakan|menyelenggarakan|melaksanakan)\s+(?:kegiatan\s+)?"
    r"(?:pemeringkatan|penilaian|evaluasi|lomba|monev|monitoring|penganugerahan|kompetisi)\b",
    re.IGNORECASE,
)
"""Behind who measures others: "Diskominfo X kembali melakukan pemeringkatan badan publik"."""
_WITHIN = 250
"""Characters in front of the last of a team in which the others are named."""


def is_judging(folded: str, start: int, end: int) -> bool:
    """Whether who is named from `start` to `end` judges, and receives nothing."""
    if _IN_OFFICE.match(folded, end) or _HOLDS.match(folded, end):
        return True
    if _LAST.search(folded, max(0, start - 9), start) is None:
        return False
    teams = list(_TEAM.finditer(folded, max(0, start - _WITHIN), start))
    return bool(teams) and (
        teams[-1].end() == start or _MEMBERS.fullmatch(folded, teams[-1].end(), start) is not None
    )


def has_judged(folded: str, sentence_start: int, start: int) -> bool:
    """One of those whose judgment counted."""
    return _JUDGES.search(folded, max(sentence_start, start - 300), start) is not None
