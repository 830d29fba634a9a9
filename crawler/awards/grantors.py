"""Grantors named in a text: a region inside a grantor's name is its office, no candidate."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crawler.awards.mentions import STATE, BodyMention, GrantorMention
from crawler.awards.units import UnitSpan
from crawler.awards.word_patterns import WordPattern

_GRANTOR_TAIL = re.compile(
    r"[ ,]*(?:\(\w+\)\s*)?(?:ri\s+)?(?:(?:kantor|perwakilan|wilayah|provinsi|prov\.?|daerah|"
    r"untuk|ri)\s+)*$",
    re.IGNORECASE,
)
_OFFICE_WITHIN = 45
"""Characters between the grantor's name and the region of its office."""
_HAS_SCORE = re.compile(r" ?(?:\(|: |dengan (?:nilai |skor )?)?\d{1,3}[.,]\d{1,2}(?!\d|[.,/]\d)")
_GIVES = re.compile(
    r"\b(?:dikeluarkan|diumumkan|dirilis|diterbitkan|diserahkan|diberikan|ditetapkan|dinilai|dicatat|"
    r"oleh|dari|menurut|versi|"
    r"penghargaan|piagam|sertifikat|predikat|zona (?:hijau|kuning|merah)|rapor|penilaian|survei|"
    r"evaluasi|anugerah|nilai|skor|indeks)\s+(?:(?!(?:me|di|be|te)\w|dan\b|serta\b|ada\w*\b)[\w/()-]+\s+){0,8}$"
    r"|(?<!pada )(?<!di )(?<!sejak )(?<!tahun )\b20\d\d\s+$"
)
"""In front of one that gives, or of whose award it is: the score behind it is another's."""
_LOOK_BACK = 80
_ENTRY = re.compile(r" *(?:\d{1,3}[.)]|-) *")


def find_grantors(folded: str, grantors: Mapping[str, WordPattern]) -> list[GrantorMention]:
    """In order; one that grants several schemes is named once for each."""
    found = [
        GrantorMention(start=match.start(), end=match.end(), scheme=scheme)
        for scheme, pattern in grantors.items()
        for match in pattern.finditer(folded)
        if match[0] != match[0].lower() or len(match[0]) > 3
    ]
    return sorted(found, key=lambda grantor: (grantor.start, -grantor.end))


def swallow_offices(
    folded: str, named: Iterable[BodyMention], grantors: Sequence[GrantorMention]
) -> tuple[list[BodyMention], tuple[GrantorMention, ...]]:
    """A region right behind the grantor's name is its regional office."""
    by_end = sorted(range(len(grantors)), key=lambda position: grantors[position].end)
    ends = [grantors[position].end for position in by_end]
    starts = [grantor.start for grantor in grantors]
    widened = list(grantors)
    kept = []
    for body in named:
        first = bisect_left(ends, body.name_start - _OFFICE_WITHIN)
        offices = [
            by_end[index]
            for index in range(first, bisect_right(ends, body.name_start))
            if _GRANTOR_TAIL.fullmatch(folded, ends[index], body.name_start)
        ]
        inside = bisect_left(starts, body.name_start)
        named_by = any(g.end >= body.end for g in grantors[max(0, inside - 3) : inside])
        if not offices and not named_by:
            kept.append(body)
        for office in offices:
            widened[office] = replace(grantors[office], end=body.end)
    return kept, tuple(widened)


def not_granting(
    folded: str, spans: Iterable[UnitSpan], grantors: Sequence[GrantorMention]
) -> Iterable[UnitSpan]:
    """The units, without the bodies of the state that grant; one with a score of its own stays."""
    starts = [grantor.start for grantor in grantors]
    for span in spans:
        behind = bisect_left(starts, span.end)
        granting = span.kind in STATE and any(
            grantor.end > span.start for grantor in grantors[max(0, behind - 3) : behind]
        )
        is_scored = _HAS_SCORE.match(folded, span.end) and not _GIVES.search(
            folded, max(0, span.start - _LOOK_BACK), span.start
        )
        if not granting or is_scored or _is_entry(folded, span):
            yield span


def _is_entry(folded: str, span: UnitSpan) -> bool:
    """A line of a list that is nothing but the name: "2. Ombudsman Republik Indonesia"."""
    line = folded.rfind("\n", 0, span.start) + 1
    end = folded.find("\n", span.end)
    rest = folded[span.end : end if end >= 0 else len(folded)]
    return _ENTRY.fullmatch(folded, line, span.start) is not None and not rest.strip(" .;,")
