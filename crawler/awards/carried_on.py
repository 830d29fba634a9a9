"""A class told once of a ranking that goes on sentence by sentence.

"Dalam kategori Informatif, A tampil terbaik (99,4). Posisi selanjutnya B (98,7) dan C (98,1).
Setelah itu, D (95,5)."
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.awards.attributes import SHARED, What
from crawler.awards.facts import Fact
from crawler.awards.text import Sentence, Story

_CLASS = re.compile(
    r"\W*(?:(?:sementara|sedangkan|adapun)\s+(?:itu,?\s+)?)?(?:(?:dalam|untuk|pada|di)\s+)?"
    r"(?:kategori|kelompok|klaster|kluster|kualifikasi|predikat|zona|status)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells the class first, then who is in it."""
_NEXT = re.compile(
    r"\W*(?:di\s+)?(?:(?:posisi|urutan|peringkat)\s+(?:selanjutnya|berikutnya)|setelah(?:\s+itu|nya)|"
    r"kemudian|selanjutnya|berikutnya|disusul|diikuti|menyusul|lalu|serta|lantas)\b",
    re.IGNORECASE,
)
"""How the sentences begin that go on with it; or they tell of a place behind the last one."""
_STRENGTH = 0.5


def carried_on(story: Story, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The class, for everybody with a score in the sentences that go on and nothing of the kind."""
    scored = [f for f in facts if f.what is What.SCORE and _is_here(f) and f.mood.holds]
    had = {(f.what, f.scheme, f.owner.key) for f in facts if f.what in SHARED}
    for fact in facts if scored else ():
        if not _opens(story, fact):
            continue
        last = _last_that_goes_on(story, facts, fact.sentence)
        for score in scored:
            key = (fact.what, fact.scheme, score.owner.key)
            if fact.sentence.index < score.sentence.index <= last and key not in had:
                had.add(key)
                yield replace(fact, owner=score.owner, strength=_STRENGTH)


def _opens(story: Story, fact: Fact) -> bool:
    """It heads its sentence, and who has it is named behind it."""
    return (
        fact.what in SHARED
        and fact.mood.holds
        and not fact.is_earlier
        and fact.end <= fact.owner.start < fact.sentence.end
        and _CLASS.match(story.folded, fact.sentence.start, fact.start) is not None
    )


def _last_that_goes_on(story: Story, facts: Sequence[Fact], first: Sentence) -> int:
    """The index of the last sentence behind it that begins so, and tells no class of its own."""
    told = {f.sentence.index for f in facts if f.what in SHARED}
    places: dict[int, list[int]] = defaultdict(list)
    for fact in facts:
        if fact.what is What.RANK and isinstance(fact.value, int):
            places[fact.sentence.index].append(fact.value)
    last, behind = first.index, max(places[first.index], default=None)
    for sentence in story.sentences[first.index + 1 :]:
        here = places[sentence.index]
        is_next = behind is not None and bool(here) and min(here) == behind + 1
        goes_on = is_next or _NEXT.match(story.folded, sentence.start, sentence.end) is not None
        if not goes_on or sentence.index in told:
            break
        last, behind = sentence.index, max(here, default=behind)
    return last


def _is_here(fact: Fact) -> bool:
    return fact.sentence.start <= fact.owner.start < fact.sentence.end
