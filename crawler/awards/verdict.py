"""Is it an award story at all? A weighed decision with its reasons."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawler.awards.attributes import What
from crawler.awards.editions import Edition
from crawler.awards.facts import Fact
from crawler.awards.modality import Mood, has_grant, has_wish
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Story

_AWARD = re.compile(
    r"\b(?:penghargaan|piagam|predikat|anugerah|award|opini|zona(?:si)? (?:hijau|kuning|"
    r"merah)|nilai|skor|peringkat|indeks|rapor|"
    r"kualitas tertinggi|pelayanan prima|kategori|terbaik|tertinggi|prestasi|kepatuhan|ipp|"
    r"poin|hasil penilaian)\b",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"\b(?:sosialisasi|bimtek|bimbingan teknis|pendampingan|asistensi|visitasi|"
    r"verifikasi lapangan|audiensi|kunjungan|"
    r"persiapan|pencanangan|canangkan|mencanangkan|workshop|pelatihan|fgd|uji publik|"
    r"penilaian mandiri|self assessment|"
    r"observasi|wawancara|tinjau|meninjau|sidak|penandatanganan|mou|pembahasan|"
    r"evaluasi lapangan|turun lapangan|simulasi|gladi|uji coba|debat|pilkada|pilbup|pilwalkot|"
    r"kampanye|petahana)\b",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\b(?:aduan|pengaduan|laporan masyarakat|mengadu|diadukan|dilaporkan|pungli|"
    r"pungutan liar|maladministrasi|keluhan|"
    r"mengeluh|keluhkan|dugaan|terlapor|pelapor|menerima \d+ laporan)\b",
    re.IGNORECASE,
)
_EXPLAINER = re.compile(
    r"\b(?:apa itu|mengenal|begini cara|cara membaca|cara menilai|penjelasan|arti\w*|ini bedanya|"
    r"perbedaan|serba-serbi|kupas|memahami|bagaimana)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;]\s|\s-\s")
_LEAD = 3
"""Sentences after the headline that tell a news story's point."""
_BRIEF = 600
"""Characters below which a story has no early and late part."""
_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that spoke for or against the story being an award story."""

    cue: str
    weight: float
    """Positive speaks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The decision and what it rests on."""

    is_award_story: bool
    confidence: float
    reasons: tuple[Reason, ...]


def judge(
    story: Story, named: SchemesNamed, facts: Sequence[Fact], editions: Mapping[str, Edition]
) -> Verdict:
    """Weigh the headline, the lead, the facts found and the calendar."""
    reasons = tuple(r for r in _reasons(story, named, facts, editions) if r.weight)
    confidence = 1 / (1 + math.exp(-sum(reason.weight for reason in reasons)))
    return Verdict(
        is_award_story=confidence >= _THRESHOLD, confidence=round(confidence, 3), reasons=reasons
    )


def _reasons(
    story: Story, named: SchemesNamed, facts: Sequence[Fact], editions: Mapping[str, Edition]
) -> Iterator[Reason]:
    yield Reason(cue="start", weight=-3.0)
    yield from _headline(story)
    yield from _lead(story)
    yield from _schemes(story, named)
    yield from _findings(story, facts, editions)
    yield from _calendar(named, editions)


def _headline(story: Story) -> Iterator[Reason]:
    """The headline's first clause tells the story; what follows a comma is often a reaction."""
    end = max(0, story.text_start - 1)
    comma = _CLAUSE_END.search(story.folded, min(20, end), end)
    first = comma.start() if comma else end
    granted = has_grant(story.folded, 0, first) and _found(_AWARD, story, 0, end)
    yield Reason(cue="headline grants", weight=2.0 * granted)
    wished = has_wish(story.folded, 0, first) and not granted
    yield Reason(cue="headline wishes", weight=-3.0 * wished)
    yield Reason(cue="headline tells of a stage", weight=-2.5 * _found(_STAGE, story, 0, first))
    yield Reason(cue="headline complains", weight=-3.0 * _found(_COMPLAINT, story, 0, first))
    yield Reason(cue="headline explains", weight=-4.0 * _found(_EXPLAINER, story, 0, end))


def _lead(story: Story) -> Iterator[Reason]:
    lead = [s for s in story.sentences if s.start >= story.text_start][:_LEAD]
    granting = [
        s
        for s in lead
        if has_grant(story.folded, s.start, s.end) and _found(_AWARD, story, s.start, s.end)
    ]
    yield Reason(cue="lead grants", weight=2.0 * bool(granting))
    if lead:
        start, end = lead[0].start, lead[-1].end
        yield Reason(cue="lead tells of a stage", weight=-1.5 * _found(_STAGE, story, start, end))
        yield Reason(cue="lead complains", weight=-1.5 * _found(_COMPLAINT, story, start, end))
        wishes = has_wish(story.folded, lead[0].start, lead[0].end)
        yield Reason(cue="lead wishes", weight=-1.5 * (wishes and not granting))


def _schemes(story: Story, named: SchemesNamed) -> Iterator[Reason]:
    ours = [m for m in named.mentions if m.scheme is not None]
    is_named = any(m.is_name for m in ours)
    yield Reason(cue="scheme named", weight=1.0 * is_named)
    early_end = story.text_start + (len(story.whole) - story.text_start) * 0.5
    is_long = len(story.whole) - story.text_start > _BRIEF
    late = is_long and bool(ours) and min(m.start for m in ours) > early_end
    yield Reason(cue="scheme only late in the story", weight=-3.0 * late)


def _findings(
    story: Story, facts: Sequence[Fact], editions: Mapping[str, Edition]
) -> Iterator[Reason]:
    held = [f for f in facts if f.is_current(editions[f.scheme].year)]
    scores = [f for f in held if f.what is What.SCORE]
    others = [f for f in held if f.what is not What.SCORE]
    yield Reason(cue="score granted", weight=2.0 * bool(scores))
    yield Reason(cue="predicate, zone, letter or rank granted", weight=1.5 * bool(others))
    wished = [f for f in facts if f.mood in (Mood.WISHED, Mood.DENIED)]
    yield Reason(cue="results wished for or denied", weight=-1.5 * (bool(wished) and not scores))
    first = min((f.start for f in held), default=None)
    if first is not None:
        length = max(1, len(story.whole) - story.text_start)
        late = length > _BRIEF and (first - story.text_start) / length > 0.6
        yield Reason(cue="results only late in the story", weight=-2.5 * late)


def _calendar(named: SchemesNamed, editions: Mapping[str, Edition]) -> Iterator[Reason]:
    retold = [scheme for scheme in named.active if editions[scheme].is_retold]
    all_retold = bool(retold) and len(retold) == len(named.active)
    yield Reason(cue="results of an old edition retold", weight=-5.0 * all_retold)


def _found(pattern: re.Pattern[str], story: Story, start: int, end: int) -> bool:
    return pattern.search(story.folded, start, end) is not None
