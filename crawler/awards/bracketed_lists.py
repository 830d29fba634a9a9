"""Names that fill the brackets behind what all of them have: "tiga zona hijau (A, B, C)"."""

import re
from collections.abc import Sequence

from crawler.awards.between_names import GAP
from crawler.awards.seating import Owner

_OPENS = re.compile(
    r"[\"']?(?:\s(?!dan\b|serta\b|maupun\b|sedangkan\b|sementara\b|namun\b)[\w/-]+){0,5}?\s?"
    r"\((?:(?:yakni|yaitu|ialah|adalah|antara\slain|di\s?antaranya|meliputi|masing-masing)[:,]?\s)?",
)
"""From the result to the first name, nothing told of anybody in between."""
_CLOSES = re.compile(r"\s?(?:\(?\d{1,3}(?:[.,]\d{1,3})?\)?)?\s?\)")
"""Behind the last name, its own score in front of the bracket's end."""
_REACH = 120


def names_in_brackets(folded: str, end: int, here: Sequence[Owner]) -> list[Owner]:
    """Those of the sentence who fill the brackets that open behind `end`, alone or as a list.

    A province alone in brackets only tells where.
    """
    run = [each for each in here if each.start >= end][:1]
    if not run or run[0].start - end > _REACH:
        return []
    if _OPENS.fullmatch(folded, end, run[0].start) is None:
        return []
    closed = folded.find(")", run[0].end)
    for owner in here:
        if owner.start < run[-1].end:
            continue
        if owner.start > closed or GAP.fullmatch(folded, run[-1].end, owner.start) is None:
            break
        run.append(owner)
    if _CLOSES.match(folded, run[-1].end) is None:
        return []
    return [] if len(run) == 1 and run[0].kind == "provinsi" else run
