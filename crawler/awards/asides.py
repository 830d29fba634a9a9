"""A grant told beside the point: in a relative clause, a clause of time, or on a banner."""

from bisect import bisect_left

from crawler.awards.evidence import Evidence, Span
from crawler.awards.word_tree import compile_words

_BESIDE = compile_words(
    r"\b(?:yang|se(?:telah|sudah|jak|menjak)|selama|meski(?:pun)?|walau(?:pun)?|kendati(?:pun)?|"
    r"padahal|bertuliskan|bertajuk|berjudul)\b"
)
"""What opens a clause that is not the sentence's point."""
_MARKS = (", ", "; ", ": ")


def is_beside(e: Evidence, span: Span) -> bool:
    """Every verb that grants in the sentence, or else every result, stands in such a clause."""
    start, end = span
    results = e.results[bisect_left(e.results, start) : bisect_left(e.results, end)]
    places = e.story.moods.takings(start, end) or results
    return all(
        _BESIDE.search(e.story.folded, _clause_start(e.story.folded, start, at), at) is not None
        for at in places
    )


def _clause_start(folded: str, start: int, at: int) -> int:
    return max(start, *(folded.rfind(mark, start, at) + 1 for mark in _MARKS))
