"""Who has what others have too: "Selain Aceh, empat provinsi lainnya juga menuju informatif".

Or shares what one has: "Bersama Polres A dan Polres B, Polres C meraih WBK".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.awards.attributes import SHARED
from crawler.awards.between_names import is_listed_on
from crawler.awards.facts import Fact
from crawler.awards.getting import GETS
from crawler.awards.ownership import Stage
from crawler.awards.seating import Owner
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words

_BESIDE = re.compile(r"\W*(?:selain|di\s?samping)\s+(?!itu\b)", re.IGNORECASE)
_WITH = re.compile(
    r"(?:[^.;:\n-]{2,60} - )?\W{0,3}bersama(?:-sama)?\s+(?:dengan\s+)?", re.IGNORECASE
)
"""Opens a sentence, or follows its dateline."""
_OTHERS = compile_words(r"\b(?:lain(?:nya)?|juga|pula)\b")
_FEWEST = 2
_HEAD = 4
"""Letters that tell offices apart: Polres and Polresta are one kind, Kejari another."""
_SCORE = re.compile(r"\d[.,]\d")
"""In front of the result: "juga" speaks of the score, which is nobody else's."""
_ALSO = re.compile(r",\s*(?:(?:masih\s+)?(?:ada|terdapat|juga|pula)\s+){1,3}", re.IGNORECASE)
"""Opens the rest of a sentence that only names: "Selain A, juga B, C, dan D"."""
_HELD = compile_words(
    rf"\b(?:{GETS}|ber(?:predikat|opini)|masuk)(?:nya)?\b",
)
"""In the sentence in front of those who are only named."""
_ENDS = re.compile(r"\W*")
_BEHIND = 25
"""Characters behind the result in which "juga" may stand, unless it stands before who has it."""
_STRENGTH = 0.5
_BESIDES = compile_words(r"\b(?:selain|di\s?samping)\s+$")
_LONGEST_LINK = 14


def are_alike(owners: Iterable[Owner]) -> bool:
    """They may share an award: all are governments, or all offices whose names begin alike."""
    return len({owner.unit and owner.unit[:_HEAD] for owner in owners}) < _FEWEST


def beside_facts(story: Story, stage: Stage, facts: Sequence[Fact]) -> Iterator[Fact]:
    """What the others of such a sentence have, for those it names first and tells nothing of."""
    current = [fact for fact in facts if _is_shared_now(fact)]
    had = {(fact.what, fact.scheme, fact.owner.key) for fact in current}
    for fact, owner in (*_with_others(story, stage, current), *_by_name(story, stage, facts)):
        if (fact.what, fact.scheme, owner.key) not in had:
            had.add((fact.what, fact.scheme, owner.key))
            yield replace(fact, owner=owner, strength=_STRENGTH)


def _with_others(
    story: Story, stage: Stage, current: Sequence[Fact]
) -> Iterator[tuple[Fact, Owner]]:
    """Those that a sentence names first, with what it tells of others."""
    for fact in current:
        if fact.said is None and fact.start >= fact.sentence.start:
            for owner in _named_beside(story, stage, fact):
                yield fact, owner


def _by_name(story: Story, stage: Stage, facts: Sequence[Fact]) -> Iterator[tuple[Fact, Owner]]:
    """Those that are only named beside one, with what that one has."""
    for first, others in _only_named(story, stage, facts):
        for fact in facts:
            if fact.owner.key == first.key and _is_shared_now(fact):
                for owner in others:
                    yield fact, owner


def _is_shared_now(fact: Fact) -> bool:
    return fact.what in SHARED and fact.mood.holds and not fact.is_earlier


def _only_named(
    story: Story, stage: Stage, facts: Sequence[Fact]
) -> Iterator[tuple[Owner, Sequence[Owner]]]:
    """One who has it, and who has it too: "Tujuh kota meraihnya. Selain A, juga B dan C"."""
    told = {fact.sentence.index for fact in facts}
    for before, sentence in pairwise(story.sentences):
        opened = _BESIDE.match(story.folded, sentence.start, sentence.end)
        if opened is None or sentence.index in told:
            continue
        named = stage.entities(sentence)
        if len(named) < _FEWEST or not _HELD.search(story.folded, before.start, before.end):
            continue
        first, *others = named
        link = _ALSO.match(story.folded, first.end, sentence.end)
        if first.start != opened.end() or link is None or link.end() != others[0].start:
            continue
        if not _ENDS.fullmatch(story.folded, others[-1].end, sentence.end):
            continue
        if all(is_listed_on(story.folded, a.end, b.start) for a, b in pairwise(others)):
            yield first, others


def _named_beside(story: Story, stage: Stage, fact: Fact) -> Sequence[Owner]:
    """Those between "selain" and the comma, where "lainnya" or "juga" stands beside the result.

    Between "bersama" and the last comma, if they are like the one behind it.
    """
    sentence = fact.sentence
    together = _WITH.match(story.folded, sentence.start, fact.start)
    if together is not None:
        others = [each for each in stage.entities(sentence) if each.end <= fact.owner.start]
        gap = story.folded[others[-1].end : fact.owner.start] if others else ""
        leads = bool(others) and others[0].start == together.end() and gap.strip() == ","
        return others if leads and are_alike((*others, fact.owner)) else ()
    last = _named_last(story, stage.entities(sentence), fact)
    opened = _BESIDE.match(story.folded, sentence.start, fact.start)
    comma = story.folded.find(",", opened.end(), fact.start) if opened else -1
    stop = min(sentence.end, max(fact.end + _BEHIND, fact.owner.start))
    if comma < 0 or _SCORE.search(story.folded, comma, fact.start):
        return last
    if not _OTHERS.search(story.folded, comma, stop):
        return last
    return [owner for owner in stage.entities(sentence) if owner.start < comma]


def _named_last(story: Story, named: Sequence[Owner], fact: Fact) -> Sequence[Owner]:
    """ "Zona hijau juga ditempati A dan B, selain C": C at the end of the sentence."""
    last = [each for each in named if each.start > max(fact.end, fact.owner.end)]
    while last and not _BESIDES.search(story.folded, last[0].start - _LONGEST_LINK, last[0].start):
        del last[0]
    if not last or not _ENDS.fullmatch(story.folded, last[-1].end, fact.sentence.end):
        return ()
    if not _OTHERS.search(story.folded, fact.sentence.start, last[0].start):
        return ()
    listed = all(is_listed_on(story.folded, a.end, b.start) for a, b in pairwise(last))
    return last if listed and are_alike((*last, fact.owner)) else ()
