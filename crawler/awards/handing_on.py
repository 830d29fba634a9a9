"""What stands in front of a name and is handed to it: "diraih oleh …", "peringkat kedua, …"."""

import re

from crawler.awards.leading import leads_to
from crawler.awards.seating import Owner
from crawler.awards.text import Story

_HANDED_ON = re.compile(
    r"\s*(?:\)|poin|point|[IVX]{1,4}\b|\d\b)?\s*,?\s*(?:(?:juga\s+|berhasil\s+|masing-masing\s+|lalu\s+|kini\s+)?(?:diraih|diperoleh|dicapai|diisi|ditempati|"
    r"diduduki|dipegang|disandang|dihuni|diboyong|digondol|direbut|didapat(?:kan)?|diterima|dimenangkan|"
    r"disabet|dikantongi|dimiliki|milik|untuk|bagi|diberikan|disematkan|dianugerahkan|diserahkan|"
    r"jatuh|adalah|ialah|yakni|yaitu|atas\s+nama|ada|terdapat|bercokol|muncul|menyusul|tercatat|ditorehkan|(?:men)?jadi\s+milik)"
    r"\s*(?:langsung\s+)?(?:oleh\s+|kepada\s+|ke\s+tangan\s+|pada\s+)?(?:pihak\s+)?|kepada\s+)\"?$",
    re.IGNORECASE,
)
_RANK_HANDED_ON = re.compile(
    r"\s*(?:(?:nasional|se-?\s?\w+(?:\s\w+)?)\s*)?[,:-]?\s*(?-i:[A-Z]{3,6}\s+)?$", re.IGNORECASE
)
_TAKES = re.compile(
    r"\W{0,9}(?:\d[\d.,]*\W{1,9})?(?:\w+\s+){0,3}?(?:menempati|menduduki|meraih|raih|berada|di|pada|sebagai|bertengger|menjadi|jadi|"
    r"mendapat\w*|memperoleh|masuk|menyabet|sabet|merebut)\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\d[.,]\d")
_LONGEST_GAP = 60
"""Characters between what is handed on and the name that gets it."""


def is_handed_on(
    story: Story, end: int, following: Owner, here: list[Owner], *, is_rank: bool
) -> bool:
    """What ends at `end` is that of `following`; `here` are all who are named in the sentence."""
    gap = story.folded[end : following.start]
    if is_rank and leads_to(story.folded, end, following.start):
        return True
    if len(gap) > _LONGEST_GAP:
        return False
    if gap.strip() == ":":
        return True
    if _HANDED_ON.fullmatch(gap):
        return True
    if is_rank and _RANK_HANDED_ON.fullmatch(gap):
        return not ("," in gap and _has_taken(story, following, here))
    return not is_rank and not gap.strip(" (") and _is_number_first(story, here)


def _has_taken(story: Story, following: Owner, here: list[Owner]) -> bool:
    """ "Batang menempati peringkat pertama, Demak …": the one in front has the place."""
    before = [e for e in here if e.end <= following.start and e is not following]
    if not before:
        return False
    return _TAKES.match(story.folded, before[-1].end, following.start) is not None


def _is_number_first(story: Story, here: list[Owner]) -> bool:
    """ "Nilai 98,11 diraih A, 97,22 B, dan 96,33 C": each number stands before its name."""
    sentence = story.sentence_at(here[0].start)
    number = _DECIMAL.search(story.folded, sentence.start, sentence.end)
    return number is not None and number.end() <= here[0].start
