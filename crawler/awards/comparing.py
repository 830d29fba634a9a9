"""Who is named only to be measured against, or among those whom another outdid."""

import re

from crawler.awards.between_names import is_listed_on
from crawler.awards.counts import NUMBER_WORDS
from crawler.awards.word_tree import compile_words

_MEASURED_AGAINST = (
    r"mengungguli|ungguli|mengalahkan|(?:di\s?bawah|di\s?atas)(?:\s+(?:rata-rata|rerata))?|"
    r"dibanding(?:kan)?(?:\s+dengan)?|bersaing\s+dengan|"
    r"(?:berbanding\s+terbalik|ber?beda|kontras)\s+dengan|(?:tidak|tak)\s+seperti|"
    r"kalah\s+(?:dengan|dari)|unggul\s+(?:\w+\s+)?(?:atas|dari)|melampaui|melebihi|menggeser|meninggalkan|"
    r"menempel(?:\s+ketat)?|membuntuti|menguntit|ketimbang|daripada|lebih\s+\w+\s+dari(?:pada)?"
)
_COMPARED = compile_words(
    rf"\b(?:{_MEASURED_AGAINST}|(?:ber)?tetangga(?:nya)?(?:\s+\w+)?|bertetangga\s+dengan|"
    r"(?<!lainnya )(?<!lainnya, )(?<!lain )(?<!lain, )seperti)\s+$",
)
_PLACED_AFTER = r"(?:peringkat|posisi|urutan)\s+\S+,?\s+(?:setelah|sesudah)"
_MEASURED = compile_words(rf"\b(?:{_MEASURED_AGAINST}|{_PLACED_AFTER})\s+$")
_IS_AHEAD = compile_words(rf"\b{_PLACED_AFTER}\s+$")
_WITH_SCORE = re.compile(r"\s+dengan\s+(?:\w+\s+){0,3}\d{1,3}[.,]\d")
"""Behind who is ahead: its own score, or that of the one behind it."""
_OVER_SOME = compile_words(
    rf"\b(?:{_MEASURED_AGAINST}|menyalip)\s+(?:(?:beberapa|sejumlah|banyak|para)\s|\w+\slain(?:nya)?\b)"
    r"[^.;:()\n]{0,70}?"
    r"\b(?:di\s?antaranya|antara\s+lain|seperti|yakni|yaitu|termasuk|misalnya)\s?,?\s$"
    r"|\b(?:ketimbang|dibanding(?:kan)?|dari(?:pada)?)\s+(?:tahun\s+)?(?:lalu|sebelumnya|kemarin|"
    r"20\d\d)\s+yang\s[^.;:()\n]{0,50}?\b(?:yakni|yaitu)\s?,?\s$",
)
"""In front of examples of those outdone: "di atas beberapa kota besar, di antaranya Medan", or of
those who had it before: "ketimbang tahun lalu yang hanya dua daerah, yaitu A dan B"."""
_SCORED_ON = re.compile(r"\s\d{1,3}[.,]\d{1,2},?\s(?:(?:dan|serta)\s)?")
_NOMINEES_OF = re.compile(rf"\bdari (?:\d{{1,3}}|{NUMBER_WORDS}) (?:\(\w+\) )?$")
_OUTDONE = compile_words(
    r"\b(?:nominator|nominasi|nominee|finalis|kandidat|calon|pesaing)\b[^;:.]{0,140}?"
    r"\b(?:yaitu|yakni|adalah|ialah)\s[^;:.]{0,140}$",
)
"""In front of those among whom another won: "tertinggi dari tiga nominator, yakni A dan B"."""


def is_compared(folded: str, start: int, end: int) -> bool:
    """Named only to be measured against, or as a neighbour: "mengungguli Kabupaten X"."""
    if _COMPARED.search(folded, max(0, start - 30), start) is not None:
        return True
    if _IS_AHEAD.search(folded, max(0, start - 40), start) is not None:
        return _WITH_SCORE.match(folded, end) is None
    return _OVER_SOME.search(folded, max(0, start - 140), start) is not None


def is_measured_against(folded: str, start: int) -> bool:
    """The words in front compare: what is listed on behind the name is compared too."""
    if _MEASURED.search(folded, max(0, start - 30), start) is not None:
        return True
    return _OVER_SOME.search(folded, max(0, start - 140), start) is not None


def is_compared_on(folded: str, end: int, start: int) -> bool:
    """Of one list with somebody measured against: "di atas A 88,0 dan B 84,1"."""
    listed = is_listed_on(folded, end, start)
    return listed or _SCORED_ON.fullmatch(folded, end, start) is not None


def is_outdone(folded: str, sentence_start: int, start: int) -> bool:
    """Named among the nominees of whom somebody else was the best."""
    named = _OUTDONE.search(folded, max(sentence_start, start - 300), start)
    return named is not None and _is_one_of(folded, sentence_start, named.start())


def _is_one_of(folded: str, sentence_start: int, at: int) -> bool:
    return _NOMINEES_OF.search(folded, max(sentence_start, at - 40), at) is not None
