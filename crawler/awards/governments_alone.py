"""A province's government that is only called so: "Pemprov masih berada di zona kuning"."""

import re
from collections.abc import Iterator, Sequence

from crawler.awards.getting import SCORES
from crawler.awards.mentions import BodyMention, Part
from crawler.awards.word_tree import compile_words

_ALONE = compile_words(
    r"\b(?:pemprov|pemerintah\s+provinsi)(?:\s*\(pemprov\))?\s+"
    r"(?=(?:(?:sendiri|masih|tetap|juga|kini|justru|baru|berhasil|kembali)\s+){0,3}"
    rf"(?:berada|masuk|{SCORES}|raih|menempati|bertahan|naik|turun)\b)",
)
_BEGINS = re.compile(
    r"(?:^|[.,:;\n\"(]|\b(?:sementara|sedangkan|adapun|untuk|lalu|bahwa|namun|dan|serta|kata))\s*$",
    re.IGNORECASE,
)


def governments_alone(folded: str, named: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """Where the story's only province is spoken of by its kind alone, at the head of a clause."""
    provinces = {
        body.regions for body in named if body.regions and body.regions[0].kind == "provinsi"
    }
    if len(provinces) != 1:
        return
    regions = next(iter(provinces))
    for match in _ALONE.finditer(folded):
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if _BEGINS.search(folded, max(0, start - 20), start):
            yield BodyMention(
                start=start, end=end, name_start=start, part=Part.GOVERNMENT, regions=regions
            )
