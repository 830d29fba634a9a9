"""Whether a sentence explains the classes there are: all of them, their bands or their prizes."""

import re

from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words

_PRIZE_OF_PLACE = re.compile(
    r"\W*(?:(?:adapun|sedangkan|sementara(?: itu)?|nantinya)\W+)?(?:untuk|bagi)\s+"
    r"(?:para\s+|setiap\s+)?(?:peraih\s+|pemenang\s+)?(?:peringkat|juara|terbaik)\s[^.;:\n]{0,60}?"
    r"\b(?:hadiah|uang\s+(?:pembinaan|tunai)|dana\s+pembinaan|Rp\s?\d)",
    re.IGNORECASE,
)


_RANGE = re.compile(r"\d\s*(?:-|hingga|sampai(?: dengan)?|s/d)\s*\d")
_OF_A_BAND = re.compile(
    r"\b(?:interval|rentang|zona|kategori|nilai|digolongkan|bila|jika|predikat)\b", re.IGNORECASE
)
_BAND = re.compile(
    r"\d\s*(?:-|hingga|sampai)\s*(?:100|\d+[.,]99|5[.,]00|[1-9]00|1\.?000)\b"
    r"|\b(?:rendah|sedang|tinggi|hijau|kuning|merah)\s+\d{2,3}\s*-\s*\d{2,3}\b",
)
"""Both its ends, or its name and them."""


_CLASS = r"(?:hijau|kuning|merah|(?:ter)?tinggi|sedang|(?:te)?rendah)"
_OF_CLASS = r"(?:zona(?:si)?|warna|predikat|rapor|kategori|kualitas|kepatuhan|opini|dan|atau|serta)"
_CLASSES_IN_A_ROW = compile_words(
    rf"\b{_CLASS}\W+(?:(?:{_OF_CLASS}\W+){{0,3}}{_CLASS}\W+){{1,3}}(?:{_OF_CLASS}\W+){{0,3}}{_CLASS}\b"
)


_AIMS = re.compile(r"\W*(?:\w+\s+){1,3}(?:ini|tersebut|itu)\s+bertujuan\b", re.IGNORECASE)
"""What a survey is held for: "Survei ini bertujuan ... hingga masuk dalam zona hijau"."""


_NEXT_POINT = re.compile(
    r"\W*(?:(?:yang\s+)?(?:pertama|ke(?:dua|tiga|empat|lima)|berikutnya|terakhir)\s*[,:]|\d[.)]\s)",
    re.IGNORECASE,
)
_CONDITIONS = compile_words(r"\b(?:syarat|persyaratan|kriteria|ketentuan|prasyarat)\b")
_MOST_POINTS = 6
_MANY = 2
"""Bodies that a sentence lists."""


def is_a_condition(story: Story, sentence: Sentence) -> bool:
    """ "Ada dua syarat. Pertama, masuk zona hijau. Kedua, ...": what whoever receives must have."""
    above = story.sentences[max(0, sentence.index - _MOST_POINTS) : sentence.index + 1]
    for each in reversed(above):
        if _NEXT_POINT.match(story.folded, each.start, each.end) is None:
            is_told = _CONDITIONS.search(story.folded, each.start, each.end) is not None
            return is_told and each is not sentence
    return False


_COLOURS = frozenset({"hijau", "kuning", "merah"})
_LEVELS = re.compile(r"\b(?:ter|paling )?(tinggi|sedang|rendah)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def _explains_colours(folded: str, sentence: Sentence) -> bool:
    """All colours and what each stands for: "tertinggi itu hijau, sedang kuning, rendah merah"."""
    told = folded[sentence.start : sentence.end].lower()
    if "merah" not in told or not _COLOURS.issubset(_WORD.findall(told)):
        return False
    return len(set(_LEVELS.findall(told))) == len(_COLOURS)


def states_a_rule(folded: str, sentence: Sentence, *, named: int = _MANY) -> bool:
    """It tells a band's two ends, or what a place is worth: it grants none.

    So are three classes in a row and aims where nobody is `named`, and colours explained where one
    is.
    """
    if not named and _AIMS.match(folded, sentence.start, sentence.end) is not None:
        return True
    if not named and _CLASSES_IN_A_ROW.search(folded, sentence.start, sentence.end):
        return True
    if named < _MANY and _explains_colours(folded, sentence):
        return True
    if _PRIZE_OF_PLACE.match(folded, sentence.start, sentence.end) is not None:
        return True
    if _RANGE.search(folded, sentence.start, sentence.end) is None:
        return False
    told = folded[sentence.start : sentence.end]
    return _OF_A_BAND.search(told) is not None and _BAND.search(told) is not None
