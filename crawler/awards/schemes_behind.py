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
        if between.fullmatch(story.folded, last, mention.start) is None:
            break
        if mention.scheme not in fitting or mention.scheme is None:
            break
        found += [mention.scheme] if mention.scheme not in found else []
        between, last = _AND_FOR, mention.end
    return tuple(found)
