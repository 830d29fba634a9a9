"""Whether a sentence explains the classes there are, by their bands or by their prizes."""

import re

from crawler.awards.text import Sentence

_PRIZE_OF_PLACE = re.compile(
    r"\W*(?:(?:adapun|sedangkan|sementara(?: itu)?|nantinya)\W+)?(?:untuk|bagi)\s+"
    r"(?:para\s+|setiap\s+)?(?:peraih\s+|pemenang\s+)?(?:peringkat|juara|terbaik)\s[^.;:\n]{0,60}?"
    r"\b(?:hadiah|uang\s+(?:pembinaan|tunai)|dana\s+pembinaan|Rp\s?\d)",
    re.IGNORECASE,
)


def states_a_rule(folded: str, sentence: Sentence) -> bool:
    """It tells a band's two ends, or what a place is worth: it grants none."""
    return _tells_a_band(folded, sentence) or (
        _PRIZE_OF_PLACE.match(folded, sentence.start, sentence.end) is not None
    )


def _tells_a_band(folded: str, sentence: Sentence) -> bool:
    return (
        re.search(
            r"\d\s*(?:-|hingga|sampai(?: dengan)?|s/d)\s*\d", folded[sentence.start : sentence.end]
        )
        is not None
        and re.search(
            r"\b(?:interval|rentang|zona|kategori|nilai|digolongkan|bila|jika|predikat)\b",
            folded[sentence.start : sentence.end],
            re.IGNORECASE,
        )
        is not None
        and re.search(
            r"\d\s*(?:-|hingga|sampai)\s*(?:100|\d+[.,]99|5[.,]00)\b"
            r"|\b(?:rendah|sedang|tinggi|hijau|kuning|merah)\s+\d{2,3}\s*-\s*\d{2,3}\b",
            folded[sentence.start : sentence.end],
        )
        is not None
    )
