"""Whose is a score? One body's, its own of several in a list, or shared by all of a list."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from crawler.awards.between_names import is_listed_on
from crawler.awards.numbers import NumberMention
from crawler.awards.ownership import Stage
from crawler.awards.seating import Owner
from crawler.awards.text import Story

_IN_A_ROOM = re.compile(
    r"\bdi (?:dinding|halaman|aula|ruang\w*|kantor|lobi|gedung|laman|situs|depan|papan|meja) $"
)
_NEXT_NUMBER = re.compile(r"(?:[,;/&\s]|poin\b|dan\b|serta\b|berbanding\b)*", re.IGNORECASE)
_OF_UNKNOWN = re.compile(
    r"\b([A-Z]{3,})\s+yang\s+(?:(?:berhasil|kembali|juga|sukses)\s+)?(?:meraih|mendapat(?:kan)?|"
    r"memperoleh|mencatat(?:kan)?|mencapai|menyabet)\s+(?:(?:nilai|skor|indeks|poin|angka|kinerja|"
    r"rata-rata|sebesar|tertinggi)\s+){0,3}$"
)
"""In front of a score: it is that of an office known by its letters only, "RSUDAM yang meraih"."""
_IN_TURN = re.compile(
    r"\W*(?:dengan\s+)?(?:nilai|skor|indeks|hasil|raihan|perolehan|capaian)(?:nya|\s+mereka)?,?\s+"
    r"(?:\w+\s+){0,2}?(?:berturut-turut|masing-masing|berurutan)\b",
    re.IGNORECASE,
)
"""Opens what is told of each of those named just before: "Nilainya berturut-turut"."""
_NEAR = 90
_LONGEST_GAP = 30
_LONGEST_RUN = 30
"""Numbers of one list that are looked over."""
_FEWEST_LISTED = 2


def owners_of_score(
    story: Story, stage: Stage, number: NumberMention, beside: Sequence[NumberMention]
) -> list[Owner]:
    """Nobody, one, or everybody of a list; `beside` are all numbers of the sentence."""
    own = _one_each(story, stage, number, beside)
    if own is not None:
        return [own]
    if together := _one_of_those(story, stage, number, beside):
        return [together]
    if _is_of_unknown(story, stage, number):
        return []
    owner = stage.owner_of(number.start, number.end)
    if owner is not None and _is_in_a_room(story.folded, owner):
        owner = stage.subjects.main
    sentence = story.sentence_at(number.start)
    if owner is None or not sentence.start <= owner.start < number.start:
        listed = _listed_behind(stage, number, beside)
        if listed or owner is None or stage.is_compared(owner):
            return listed
    behind = (each.start for each in stage.entities(sentence) if each.start > number.end)
    return _sharing(stage, owner, number, beside, next(behind, sentence.end))


def _is_of_unknown(story: Story, stage: Stage, number: NumberMention) -> bool:
    """The clause is about somebody who is none of those named."""
    head = _OF_UNKNOWN.search(story.folded, max(0, number.start - _NEAR), number.start)
    if head is None:
        return False
    named = stage.entities(story.sentence_at(number.start))
    return all(each.end < head.start(1) or head.end(1) < each.start for each in named)


def _one_each(
    story: Story, stage: Stage, number: NumberMention, beside: Sequence[NumberMention]
) -> Owner | None:
    """Its own of as many names: "A, B, dan C masing-masing 93, 92 dan 91", or numbers first."""
    named = stage.entities(story.sentence_at(number.start))
    if len(named) < _FEWEST_LISTED:
        return None
    first, here, last = _run_of_numbers(story.folded, number, beside)
    if first == last:
        return None
    many = last + 1 - first
    middle = bisect_left(named, beside[first].start, key=lambda owner: owner.start)
    before, behind = named[max(0, middle - many) : middle], named[middle : middle + many]
    if before and stage.is_bracketed(before[-1], beside[first].start):
        behind = []
    for owners in (before, behind):
        if len(owners) < many or not _are_listed(story.folded, owners):
            continue
        amid = [each for each in beside[:first] if each.start >= owners[0].start]
        if owners[0].start > number.end or _are_places(story.folded, [*amid, beside[first]]):
            return owners[here - first]
    return None


def _are_places(folded: str, numbers: Sequence[NumberMention]) -> bool:
    """Numbers in front of the last one are places of their own: "ke-8 dan B di posisi 9"."""
    *places, last = numbers
    if any(each.not_a_score != "rank" for each in places):
        return False
    return not places or _NEXT_NUMBER.fullmatch(folded, places[-1].end, last.start) is None


def _one_of_those(
    story: Story, stage: Stage, number: NumberMention, beside: Sequence[NumberMention]
) -> Owner | None:
    """Its own of those spoken of together: "Ketiganya meraih 97,80, 96,41, dan 95,02".

    Or of those named in the sentence before: "Nilainya berturut-turut 97,80, 96,41, dan 95,02".
    """
    first, here, last = _run_of_numbers(story.folded, number, beside)
    sentence = story.sentence_at(number.start)
    if first == last or stage.entities(sentence):
        return None
    those = sorted(stage.lists.spoken_of_together(number.start), key=lambda each: each.start)
    if not those and _IN_TURN.match(story.folded, sentence.start, number.start):
        those = stage.entities(story.sentences[max(0, sentence.index - 1)])
    return those[here - first] if len(those) == last + 1 - first else None


def _run_of_numbers(
    folded: str, number: NumberMention, beside: Sequence[NumberMention]
) -> tuple[int, int, int]:
    """Where the list of numbers that it stands in begins, where it stands, where the list ends."""
    here = bisect_left(beside, number.start, key=lambda each: each.start)
    first = last = here
    while first > max(0, here - _LONGEST_RUN) and _follows(folded, *beside[first - 1 : first + 1]):
        first -= 1
    stop = min(len(beside) - 1, here + _LONGEST_RUN)
    while last < stop and _follows(folded, *beside[last : last + 2]):
        last += 1
    return first, here, last


def _follows(folded: str, before: NumberMention, number: NumberMention) -> bool:
    if before.not_a_score or number.not_a_score or number.start - before.end > _LONGEST_GAP:
        return False
    return _NEXT_NUMBER.fullmatch(folded, before.end, number.start) is not None


def _are_listed(folded: str, owners: Sequence[Owner]) -> bool:
    return all(is_listed_on(folded, one.end, other.start) for one, other in pairwise(owners))


def _is_in_a_room(folded: str, owner: Owner) -> bool:
    """A unit that only tells where something hangs or stands."""
    if owner.unit is None:
        return False
    return _IN_A_ROOM.search(folded, max(0, owner.start - 20), owner.start) is not None


def _listed_behind(
    stage: Stage, number: NumberMention, beside: Sequence[NumberMention]
) -> list[Owner]:
    """ "Nilai kembar 93,25: A dan B"; nobody where another score follows."""
    last = next((each for each in reversed(beside) if _is_possible(each)), None)
    listed = stage.lists.after(number.start, number.end) if last is number else []
    return [each for each in listed if not stage.is_compared(each)]


def _sharing(
    stage: Stage, owner: Owner, number: NumberMention, beside: Sequence[NumberMention], stop: int
) -> list[Owner]:
    """The owner, or everybody named with it: "A dan B meraih 97"; at `stop` others are named."""
    if twin := _twin_of(stage, owner, number, beside):
        return [twin, owner]
    sharers = stage.lists.sharers(owner, number.start, number.end)
    if not sharers or stage.is_bracketed(owner, number.start):
        return [owner]
    told = [
        each
        for each in beside
        if owner.end <= each.start < stop and (each is number or _is_possible(each))
    ]
    if len(told) == len(sharers) and number in told:
        return [sharers[told.index(number)]]
    return sharers if told == [number] else [owner]


def _twin_of(
    stage: Stage, owner: Owner, number: NumberMention, beside: Sequence[NumberMention]
) -> Owner | None:
    """Who shares a bracket: "A (3,45), B dan C (3,14), dan D (3,02)" tells 3,14 of two."""
    scores = sum(_is_possible(each) for each in beside)
    if scores < _FEWEST_LISTED or not stage.is_bracketed(owner, number.start):
        return None
    return stage.lists.joined_to(owner)


def _is_possible(number: NumberMention) -> bool:
    return number.not_a_score is None and number.is_decimal
