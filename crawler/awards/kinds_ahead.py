"""Regency, city or province? What the words in front of a bare name, or the line above, call it."""

import re

from crawler.awards.word_tree import compile_words

_KIND_NAMED = compile_words(
    r"\b(?:(?P<both>kabupaten\s?(?:/|dan|maupun)\s?kota|kota\s?(?:/|dan)\s?kabupaten|kab/kota)|"
    r"(?P<kabupaten>pemkab|kabupaten|bupati)|(?P<kota>pemkot?|kota|wali\s?kota)|"
    r"(?P<provinsi>pemprov|provinsi|gubernur))\b",
)
_SENTENCE_END = re.compile(r"\n|(?<=[^\W\d][^\W\d)\"])[.!?]\s")
_LINE_HEAD = re.compile(
    r"[\W\d]{0,8}(?:(?:(?:nilai|skor)\s+)?ter(?:tinggi|endah|baik)\s*:\s*)?", re.IGNORECASE
)
_LEADS_IN = re.compile(
    r"[^\n]{0,160}\b(?:kategori|tingkat|kelompok)\s+(?:khusus\s+)?"
    r"(?P<kind>kabupaten|kota|provinsi)\s*:\s*",
    re.IGNORECASE,
)
"""A whole sentence above a list: "Berikut hasil untuk kategori provinsi:"."""
_KIND_LINE = re.compile(
    r"\W*(?:\w\.\s+)?(?:(?:peringkat|ranking|daftar|nilai)\s+)?(?:\d{1,3}\s+)?"
    r"(?:(?:top\s+\d{1,2}|(?:\d{1,2}|tiga|lima|sepuluh)\s+(?:besar|teratas|terbaik|tertinggi))\s+)?"
    r"(?:(?:kategori|kelompok|tingkat|untuk)\s+)?(?:pemerintah(?:an)?\s+)?"
    r"(?:(?-i:[A-Z0-9]{3,8})\s+)?(?:(?P<kabupaten>kabupaten|pemkab)|(?P<kota>kota|pemkot?)|"
    r"(?P<provinsi>provinsi|pemprov))"
    r"(?:\s+(?:ter[a-z-]{3,12}|berprestasi|(?:sangat\s+)?inovatif))?(?:\s+(?:tahun\s+)?20\d\d)?\W*",
    re.IGNORECASE,
)
"""A line above a list that says what its names are."""
_NAME = re.compile(r"[A-Z][a-z]+\b")
_OFFICE = re.compile(r"\b[A-Z]\w+ $")
"""The last word of an office, in front of its region."""
_LONGEST_OFFICE = 24
_OTHER = {"kota": "kabupaten", "kabupaten": "kota"}
_LONGEST_LIST = 40
_LONGEST_LINE = 60
"""Characters of a line of a list."""


def kind_ahead(folded: str, start: int) -> str:
    """The kind that the words in front of a list name: "kategori kota: Semarang, Malang"."""
    line = folded.rfind("\n", 0, start) + 1
    if _LINE_HEAD.fullmatch(folded, line, start):
        return _kind_of_list(folded, line)
    ends = [end.end() for end in _SENTENCE_END.finditer(folded, max(0, start - 120), start)]
    named = list(_KIND_NAMED.finditer(folded, max([max(0, start - 120), *ends]), start))
    if not named:
        return ""
    kind = named[-1].lastgroup or ""
    return _OTHER.get(kind, kind) if _has_namesake(folded, named[-1], start) else kind


def _has_namesake(folded: str, kind: re.Match[str], start: int) -> bool:
    """ "Kantah Kota Bima, Kantah Dompu, dan Kantah Bima": the two have not the same office."""
    name = _NAME.match(folded, start)
    office = _OFFICE.search(folded, max(0, start - _LONGEST_OFFICE), start)
    if name is None or office is None or not folded.startswith(name[0], kind.end() + 1):
        return False
    return folded.endswith(office[0], 0, kind.start())


def _kind_of_list(folded: str, line: int) -> str:
    """What the nearest line above that says so calls what is below: "10 Kota", "Kabupaten:"."""
    for _ in range(_LONGEST_LIST):
        above = folded.rfind("\n", 0, max(0, line - 1)) + 1
        if above >= line:
            break
        told = _KIND_LINE.fullmatch(folded, above, line - 1)
        if told is not None:
            return str(told.lastgroup)
        if line - above > _LONGEST_LINE:
            leads_in = _LEADS_IN.fullmatch(folded, above, line - 1)
            return leads_in["kind"].lower() if leads_in else ""
        line = above
    return ""
