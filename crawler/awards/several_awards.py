"""Awards told by their number or their mass: "borong lima penghargaan", "sejumlah prestasi"."""

from crawler.awards.counts import NUMBER_WORDS
from crawler.awards.word_tree import compile_words

_SEVERAL = compile_words(
    r"\b(?:(?:mem)?borong|panen|memanen|banjir|kebanjiran|hattrick|hat-trick)\b"
    rf"|\b(?:{NUMBER_WORDS}|\d{{1,2}}|sejumlah|beberapa|berbagai|banyak|deretan|sederet|segudang|"
    r"rentetan|serangkaian)\s+(?:\w+\s+)?(?:penghargaan|piagam|prestasi|apresiasi|anugerah|piala|trofi)\b"
)


def tells_of_several(folded: str, span: tuple[int, int]) -> bool:
    """Whether the stretch speaks of more than one award; which they are is told elsewhere."""
    return _SEVERAL.search(folded, *span) is not None
