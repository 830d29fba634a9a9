"""Whether a number is an average of others: "rata-rata se-Jawa Tengah 91,36"."""

import re

from crawler.awards.between_names import PROVINCE
from crawler.awards.counts import OFFICES
from crawler.awards.word_patterns import Stretch
from crawler.awards.word_tree import compile_words

_UP_TO_NUMBER = r"(?:[^.;,\n\d]|20[012]\d){0,50}$"
_AVERAGE = compile_words(
    r"\b(?:rata-rata|rerata|median)\s+(?:[\w()/-]+\s+){0,6}(?:nasional|provinsi|se-?\s?\w+|"
    r"kabupaten/kota|kabupaten|kota|daerah(?: lain)?|jateng|jawa tengah|indonesia|seluruh|semua|"
    rf"kementerian(?:/lembaga)?|pem(?:da|kab|kot?|prov)|instansi|{PROVINCE}|{OFFICES}(?!\s+(?:(?-i:[A-Z])|drg?\b)))\b"
    r"(?! (?:itu|ini|tersebut)\b)"
    rf"{_UP_TO_NUMBER}"
    rf"|(?:(?<=[,.;] )|(?<=dan )|(?<=sedangkan ))\b(?:pemda|pemkab|pemkot|{OFFICES})\s"
    r"(?:(?:dengan|mencapai|meraih|nilai|skor)\s){0,2}(?:rata-rata|rerata)\s"
    r"(?:(?:nilai|skor|adalah|sebesar|mencapai|di|angka)(?:nya)?\s){0,3}$"
    r"|\b(?:rata-rata|rerata)\s+(?:ke(?:dua|tiga|empat|lima|enam|tujuh)(?:nya)?|mereka|"
    rf"nilai\s+semua)\b{_UP_TO_NUMBER}"
    r"|\b(?:nilai|skor|indeks|angka|capaian|ipp|spbe|ikk)(?:nya)?\s+"
    r"(?:(?!ter[a-z]|peringkat|tingkat|kategori|juara|secara|me|di|ber)[\w()-]+\s+){0,3}"
    r"(?:tingkat\s+)?nasional\s+\(?(?:(?:tahun|ini|saat|20[012]\d|tercatat|mencapai|sebesar|"
    r"(?-i:[A-Z]{3,6})|adalah|berada|di|pada|angka|hanya|sendiri|yang|yakni|yaitu|baru|senilai|kini|menjadi|nilai|naik|untuk|sama|"
    r"turun|meningkat|menurun|tipis|dari|masih|rata-rata|rerata)\s+){0,6}$"
    r"|\b(?:nilai|skor|indeks|ipp)(?:nya)?\s+(?:(?!ter[a-z]|me|di|ber|pol(?:res|da|sek))[\w()-]+\s+){0,5}"
    r"(?:(?:(?:di|pada|untuk|lingkup|se)\s+){0,2}wilayah\s+(?:[IVX]{1,4}|\d)\b|"
    r"(?:di\s+)?(?:lingkup|lingkungan)\s+(?:polri|kepolisian|pemerintah daerah|pemda|"
    r"kementerian(?:/lembaga| dan lembaga)|instansi pemerintah))\s"
    r"(?:(?!polres|polda|polsek)[^.;,\n\d]|20[012]\d){0,50}$"
    r"|\b(?:di ?atas|di ?bawah|melampaui|melebihi|dibanding\w*|dari(?:pada)?|ketimbang)\s+"
    r"(?:(?:nilai|skor|angka|indeks)\s+)?(?:rata-rata|rerata)\s+"
    r"(?:(?!dengan\b)[a-z/-]+\s+){0,4}\(?$"
    r"|\bsecara nasional,?\s+(?:(?:nilai|skor|indeks|rata-rata|rerata|capaian|angka|baru|hanya|"
    r"berada|di|pada|mencapai|sebesar|adalah|(?-i:[A-Z]{3,6}))(?:nya)?\s+){1,8}$",
)
_LABELLED = re.compile(
    r"\W*(?:(?:skor|nilai|indeks)\s)?(?:rata-rata|rerata)(?:\s(?:skor|nilai|indeks))?\s?:\s?",
    re.IGNORECASE,
)
"""A line of its own in front of those above and below it: "Skor rata-rata: 67,8"."""
_ABOVE_AVERAGE = compile_words(
    r"\b(?:di ?atas|melampaui|melebihi|melewati|mengungguli|lebih \w+ (?:dari|daripada))\s+"
    r"(?:\w+\s+){0,2}$",
)
_PLACE_AHEAD = compile_words(
    r"\b(?:peringkat|posisi|urutan|ranking|tempat|juara|terbaik|tertinggi)\s+(?:[\w-]+\s+){0,2}$",
)
"""In front of "secara nasional": a place among all, no average of theirs."""
_ITS_CLASS = re.compile(
    r"\W{0,2}(?:\s+poin)?(?:\s+dari\s+skala\s+\d+)?,?\s+(?:(?:dan|yang|serta|atau|sehingga)\s+)?"
    r"(?:(?:masuk|termasuk|tergolong|berada|dengan|dalam|di|pada|ke)\s+)*"
    r"(?:ber)?(?:kategori|predikat|kualifikasi|kualitas|mutu|zona)\b\W{0,3}",
    re.IGNORECASE,
)
"""Between an average and what it amounts to: "3,67 dari skala 5 dan masuk kategori baik"."""
_WITH_SCORE = compile_words(r"\bdengan\s+(?:nilai|skor|indeks|angka|poin|raihan|capaian)\b")


def is_average(folded: str, front: Stretch) -> bool:
    """Of others: not the score with which a body lies above it."""
    if _LABELLED.fullmatch(folded, *front):
        return True
    average = _AVERAGE.search(folded, *front)
    if average is None or _PLACE_AHEAD.search(folded, front[0], average.start()):
        return False
    is_passed = _ABOVE_AVERAGE.search(folded, front[0], average.start()) is not None
    return not (is_passed and _WITH_SCORE.search(folded, average.start(), front[1]))


def end_of_class_cue(folded: str, end: int) -> int:
    """Where the words behind an average end that lead to its own class; `end` if none do."""
    cue = _ITS_CLASS.match(folded, end)
    return cue.end() if cue else end
