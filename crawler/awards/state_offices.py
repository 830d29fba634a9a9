"""Offices of the state, which most often give: where one receives."""

import re

from crawler.awards.between_names import GAP
from crawler.awards.counts import counts_parts
from crawler.awards.getting import SCORES
from crawler.awards.mentions import Cast, UnitMention
from crawler.awards.ranks import PLACE
from crawler.awards.roles import (
    is_handed_to,
    is_modifier,
    receives_in_person,
    stands_at_result,
)
from crawler.awards.text import Story

_NUMBERED = re.compile(
    r"\(?\d{1,2}[.)] $|(?:^|\n)[^\n:.]{3,30}: $"
    r"|(?:^|[.;\n]\s?)(?:kategori|kelompok|klaster)\s[^\n:.;]{2,40}:\s$",
    re.IGNORECASE,
)
"""In front of a name: its number, or a label of what it has."""
SCORED = re.compile(
    rf" ?(?:\(|(?:(?:dengan|{SCORES}) )?(?:(?:nilai|skor|indeks) )?(?:sebesar )?|"
    r"[:-] )?\d{1,3}[.,]\d"
)
"""Behind a name: its own score."""
_LABEL = re.compile(r"[^:\n]{3,80}:\s*")
"""In front of whom a line tells of: "3. Kategori Instansi Vertikal: "."""
_AT = rf"(?:terbaik|juara|peringkat|posisi|urutan|ranking)\s+(?:ke-?\s?)?{PLACE}"
_PLACE_AHEAD = re.compile(
    rf"(?:[;:,.]\s+|\b(?:dan|serta)\s+|\n)(?:untuk\s+|sebagai\s+)?{_AT}\s*(?:[:-]\s*)?$",
    re.IGNORECASE,
)
"""In front of a name, heading a clause: "terbaik kedua Kementerian X"."""
_PLACE_BEHIND = re.compile(
    rf"\s+(?:\([^()\n]{{2,12}}\)\s+)?(?:sebagai\s+|di\s+|pada\s+)?{_AT}\b", re.IGNORECASE
)
LINE_HEAD = 12
"""Characters of a list's line in front of the name it tells of."""


def state_receives(unit: UnitMention, story: Story, cast: Cast) -> bool:
    """Heads a line, stands by a word of receiving, or in a list of recipients."""
    sentence = story.sentence_at(unit.start)
    if counts_parts(story.folded, max(sentence.start, unit.start - 40), unit.start):
        return False
    if sentence.item:
        head = unit.start - sentence.start < LINE_HEAD
        return head or _LABEL.fullmatch(story.folded, sentence.start, unit.start) is not None
    receives = receives_in_person(story.folded, unit.end, sentence.end)
    receives = receives or stands_at_result(story.folded, unit.end, sentence.end)
    if receives or is_handed_to(story.folded, unit.start) or _is_scored(story, unit):
        return True
    spans = [
        (other.start, other.end)
        for other in cast.units_in(sentence.start, sentence.end)
        if other is not unit and not is_modifier(story.folded, other.start)
    ]
    bodies = cast.bodies_in(sentence.start, sentence.end)
    spans += [(body.start, body.end) for body in bodies]
    return any(
        _are_listed(story.folded, end, unit.start) or _are_listed(story.folded, unit.end, start)
        for start, end in spans
    )


def _are_listed(folded: str, start: int, end: int) -> bool:
    """Two names of one list, and not one that does something together with the other."""
    return GAP.fullmatch(folded, start, end) is not None and "bersama" not in folded[start:end]


def _is_scored(story: Story, unit: UnitMention) -> bool:
    """Numbered in a list, or with a score or a place right beside its name."""
    folded = story.folded
    if _PLACE_BEHIND.match(folded, unit.end):
        return True
    if _PLACE_AHEAD.search(folded, max(0, unit.start - 40), unit.start):
        return True
    numbered = _NUMBERED.search(folded, max(0, unit.start - 55), unit.start)
    return bool(numbered) or SCORED.match(folded, unit.end) is not None
