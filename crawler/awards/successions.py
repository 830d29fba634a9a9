"""Places told one after the other: "A di urutan pertama, disusul B", "terbaik pertama, lalu B"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise

from crawler.awards.attributes import SHARED, What
from crawler.awards.between_names import GAP
from crawler.awards.facts import Fact
from crawler.awards.name_in_front import ENUMERATION
from crawler.awards.ownership import Stage
from crawler.awards.rank_runs import rank_fact
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story

_SUCCEEDS = re.compile(
    r"(?:(?<!bisa )(?<!dapat )(?<!mampu )"
    r"\b(?:disusul|diikuti|dibuntuti|ditempel|dikuntit|disambung|di\s+(?:belakang|bawah)nya)\b"
    r"(?:\s+(?:[\w-]+)){0,3}|(?:,|\b(?:kemudian|lalu|dan|berturut-turut))\s*menyusul"
    r"(?:\s+(?:kemudian|di\s+(?:belakang|bawah)(?:nya)?))?|\b(?:posisi|urutan|peringkat|tempat)\s+"
    r"(?:berikut|selanjut)nya(?:\s+(?:ada|adalah|ialah|ditempati|diisi))?|"
    r"\b(?:berikut|selanjut)nya\s+(?:adalah|ialah))\s*$",
    re.IGNORECASE,
)
_BEHIND_IT = re.compile(r"\W*di\s+(?:belakang|bawah)nya\b", re.IGNORECASE)
_SCORE_BEHIND = re.compile(r"\s*\(?\d")
_THEN = re.compile(
    r"[^\d.;:]{0,70}?(?:\(?\d{2,3}[.,]\d{1,2}\)?)?(?:,|\bdan)\s*(?:lalu|lantas|kemudian|berikutnya|selanjutnya)\s+(?:ada\s+)?$",
    re.IGNORECASE,
)
"""Behind a place told of the name before: "Kota Depok sebagai terbaik pertama, lalu Kota Palu"."""
_LATER = re.compile(
    r"\b(?:lalu|lantas|kemudian|berikutnya|selanjutnya|terakhir)\s+(?:ada\s+)?$", re.IGNORECASE
)
_SHARED = 0.5
_BESIDE = 70
"""Characters between a name and the place that is its own."""


class _Step(Enum):
    """How a name follows the one before it."""

    SUCCEEDS = auto()
    """ "disusul B": a word that always tells of the next place."""
    THEN = auto()
    """ ", lalu B, C, dan D": one that does so behind a place alone, and whoever is listed on."""


def next_ranks(story: Story, stage: Stage, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The places of those who follow somebody whose place is told: one further each.

    The class in front of that place is theirs too: "STBM Paripurna terbaik, diikuti B, C".
    """
    ranks = [fact for fact in facts if fact.what is What.RANK and not fact.is_earlier]
    schemes = {fact.scheme for fact in ranks}
    by_strength = sorted(ranks, key=lambda fact: fact.strength)
    known = {(fact.scheme, fact.owner.key): fact for fact in by_strength}
    everybody = [(s, owner) for s in story.sentences for owner in stage.entities(s)]
    scores = {(f.scheme, f.owner.key): f.value for f in facts if f.what is What.SCORE}
    placed = {(f.scheme, f.owner.key): f for f in _placed_classes(story, facts, ranks)}
    last: _Step | None = None
    for (_, before), (sentence, owner) in pairwise(everybody if schemes else ()):
        gap = story.folded[max(before.end, sentence.start) : owner.start]
        step = None if _is_vague(story, gap, before, (sentence, owner)) else _step(gap, last)
        for scheme in schemes if step else ():
            lead = known.get((scheme, before.key))
            if lead is None or (scheme, owner.key) in known:
                continue
            is_first = step is _Step.THEN and last is None
            if is_first and not _is_told_beside(lead, before, sentence):
                continue
            own = scores.get((scheme, owner.key))
            if own is not None and own == scores.get((scheme, before.key)):
                continue  # nobody knows which of them comes first
            place = (int(lead.value) + 1, owner.start, owner.end)
            known[scheme, owner.key] = rank_fact(story, scheme, owner, place)
            yield known[scheme, owner.key]
            if (scheme, before.key) in placed:
                shared = replace(placed[scheme, before.key], owner=owner, strength=_SHARED)
                placed[scheme, owner.key] = shared
                yield shared
        last = step


def _placed_classes(story: Story, facts: Iterable[Fact], ranks: Iterable[Fact]) -> Iterator[Fact]:
    """Those that a place stands right behind, told of the same: "Pratama Terbaik I"."""
    placed = {(rank.scheme, rank.owner.key, rank.start) for rank in ranks}
    for fact in facts:
        behind = fact.end + (story.folded[fact.end : fact.end + 1] == " ")
        if fact.what in SHARED and (fact.scheme, fact.owner.key, behind) in placed:
            yield fact


def _is_vague(story: Story, gap: str, before: Owner, named: tuple[Sentence, Owner]) -> bool:
    """ "Di belakangnya menguntit A": a sentence of its own, without a score, tells no place."""
    sentence, owner = named
    if before.end >= sentence.start or _BEHIND_IT.match(gap) is None:
        return False
    return _SCORE_BEHIND.match(story.folded, owner.end) is None


def _step(gap: str, last: _Step | None) -> _Step | None:
    """What the words between two names make of the second; `last` is how the first one came."""
    if _SUCCEEDS.search(gap) or (last is not None and _LATER.search(gap)):
        return _Step.SUCCEEDS
    goes_on = last is not None and (ENUMERATION.match(gap) or GAP.fullmatch(gap))
    return last if goes_on else _Step.THEN if _THEN.fullmatch(gap) else None


def _is_told_beside(lead: Fact, owner: Owner, sentence: Sentence) -> bool:
    """The place stands right in front of the name or behind it, in the same sentence."""
    return lead.sentence == sentence and abs(lead.start - owner.end) < _BESIDE
