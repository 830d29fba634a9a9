"""A grant told beside the point: in a relative clause, a clause of time, or on a banner."""

from bisect import bisect_left

from crawler.awards.evidence import Evidence, Span
from crawler.awards.word_tree import compile_words

_BESIDE = compile_words(
    r"\b(?:yang|se(?:telah|sudah|jak|menjak)|selama|meski(?:pun)?|walau(?:pun)?|kendati(?:pun)?|"
    r"padahal|bertuliskan|bertajuk|berjudul)\b"
)
"""What opens a clause that is not the sentence's point."""
_BECOMES = compile_words(r"\b(?:(?:men)?jadi|satu-satunya)\s(?:[\w/()]+\s){1,8}?yang\b")
"""What somebody has become is the point, though it stands in a relative clause."""
_MARKS = (", ", "; ", ": ")


def is_beside(e: Evidence, span: Span) -> bool:
    """Every verb that grants in the sentence, or else every result, stands in such a clause."""
    start, end = span
    results = e.results[bisect_left(e.results, start) : bisect_left(e.results, end)]
    places = e.story.moods.takings(start, end) or results
    clauses = ((_clause_start(e.story.folded, start, at), at) for at in places)
    return all(e.holds(_BESIDE, each) and not e.holds(_BECOMES, each) for each in clauses)


def _clause_start(folded: str, start: int, at: int) -> int:
    return max(start, *(folded.rfind(mark, start, at) + 1 for mark in _MARKS))
