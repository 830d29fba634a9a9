"""Who has what others have too: "Selain Aceh, empat provinsi lainnya juga menuju informatif"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.awards.attributes import SHARED
from crawler.awards.facts import Fact
from crawler.awards.ownership import Stage
from crawler.awards.seating import Owner
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words

_BESIDE = re.compile(r"\W*(?:selain|di\s?samping)\s+(?!itu\b)", re.IGNORECASE)
_OTHERS = compile_words(r"\b(?:lain(?:nya)?|juga|pula)\b")
_SCORE = re.compile(r"\d[.,]\d")
"""In front of the result: "juga" speaks of the score, which is nobody else's."""
_BEHIND = 25
"""Characters behind the result in which "juga" may stand."""
_STRENGTH = 0.5


def beside_facts(story: Story, stage: Stage, facts: Sequence[Fact]) -> Iterator[Fact]:
    """What the others of such a sentence have, for those it names first and tells nothing of."""
    current = [f for f in facts if f.what in SHARED and f.mood.holds and not f.is_earlier]
    had = {(fact.what, fact.scheme, fact.owner.key) for fact in current}
    for fact in current:
        sentence = fact.sentence
        if fact.said is None and fact.start >= sentence.start:
            for owner in _named_beside(story, stage, fact):
                if (fact.what, fact.scheme, owner.key) not in had:
                    had.add((fact.what, fact.scheme, owner.key))
                    yield replace(fact, owner=owner, strength=_STRENGTH)


def _named_beside(story: Story, stage: Stage, fact: Fact) -> Sequence[Owner]:
    """Those between "selain" and the comma, where "lainnya" or "juga" stands beside the result."""
    sentence = fact.sentence
    opened = _BESIDE.match(story.folded, sentence.start, fact.start)
    comma = story.folded.find(",", opened.end(), fact.start) if opened else -1
    stop = min(sentence.end, fact.end + _BEHIND)
    if comma < 0 or _SCORE.search(story.folded, comma, fact.start):
        return ()
    if not _OTHERS.search(story.folded, comma, stop):
        return ()
    return [owner for owner in stage.entities(sentence) if owner.start < comma]
