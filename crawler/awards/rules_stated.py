"""Whether a sentence explains the classes there are, with the ends of their bands."""

import re

from crawler.awards.text import Sentence


def states_a_rule(folded: str, sentence: Sentence) -> bool:
    """A sentence with a band's two ends explains the classes; it grants none."""
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
