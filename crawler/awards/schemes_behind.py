"""The schemes that a result is told for in the words right behind it: "CC pada RB", "B (SAKIP)"."""

import re
from collections.abc import Collection

from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Story

_REACH = 60
_FOR = re.compile(
    r"[\"')]{0,2}\s*(?:\(\s*|(?:pada|untuk|dalam|di)\s+"
    r"(?:(?:penilaian|evaluasi|hasil|nilai|komponen|bidang|kategori|aspek|pelaksanaan)\s+){0,2})[\"']?",
    re.IGNORECASE,
)
"""Between a result and what it is told for."""
_RIGHT_BEHIND = re.compile(r"\s")
"""Between it and the name of that: "terbaik II TPID Award"."""
_FROM = re.compile(r"\s*(?:poin\s+)?(?:dari|versi)\s+", re.IGNORECASE)
_SCORE_OF = re.compile(
    r"\s*(?:poin\s+)?(?:\([^()\n]{1,20}\)\s*)?(?:poin\s+)?untuk\s+(?:(?:penilaian|evaluasi|hasil|bidang)\s+)?",
    re.IGNORECASE,
)
"""Between a score and what it is for: "nilai 88,87 untuk penilaian kepatuhan"."""
_GIVER_WITHIN = 20
_AND_FOR = re.compile(
    r"\)?\s*(?:,|dan|serta|maupun|sekaligus|&|/)\s*(?:(?:juga\s+)?(?:pada|untuk|dalam)\s+)?\(?",
    re.IGNORECASE,
)
"""Between two schemes that one result is told for."""


def schemes_behind(
    story: Story, named: SchemesNamed, end: int, fitting: Collection[str]
) -> tuple[str, ...]:
    """Those of the `fitting`, none where the words behind the result at `end` tell none."""
    found: list[str] = []
    between, last = _FOR, end
    for mention in named.within(end, end + _REACH):
        beside = (
            not found
            and mention.is_name
            and _RIGHT_BEHIND.fullmatch(story.folded, last, mention.start)
        )
        if not beside and between.fullmatch(story.folded, last, mention.start) is None:
            break
        if mention.scheme not in fitting or mention.scheme is None:
            break
        found += [mention.scheme] if mention.scheme not in found else []
        between, last = _AND_FOR, mention.end
    return tuple(found)


def scheme_told_behind(
    story: Story, named: SchemesNamed, end: int, fitting: Collection[str]
) -> str | None:
    """Of a score: the scheme of whoever is told to have given it, "93,74 dari Ombudsman".

    So too the one that it is told for, "93,74 untuk SPBE".
    """
    behind = [m for m in named.within(end, end + _REACH) if m.scheme in fitting]
    for mention in behind:
        near = mention.start - end <= _GIVER_WITHIN
        if near and _FROM.fullmatch(story.folded, end, mention.start):
            return mention.scheme
        if _SCORE_OF.fullmatch(story.folded, end, mention.start):
            return mention.scheme
    return None
