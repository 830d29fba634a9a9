"""What is told of a stretch of a list: "enam teratas hijau", "peringkat 7 sampai 20 kuning".

Also what only counts tell, where they leave no doubt: of nine with falling scores "empat hijau,
lima kuning".
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, islice, pairwise

from crawler.awards.attributes import SHARED, Attribute, What
from crawler.awards.counts import NUMBER_WORDS, count_of
from crawler.awards.facts import Fact, announced_of
from crawler.awards.groups import Group
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_NUMBER = rf"(?:{NUMBER_WORDS}|\d{{1,3}})"
_PLACES = r"(?:peringkat|ranking|rangking|urutan|posisi|nomor)"
_STRETCH = compile_words(
    rf"\b{_PLACES}\s+(?:urut\s+)?(?:ke-?\s?)?(?P<first>{_NUMBER})\s*(?:sampai(?:\s+dengan)?|hingga|s/?d|-)\s*"
    rf"(?:{_PLACES}\s+)?(?:ke-?\s?)?(?P<last>{_NUMBER})\b"
    rf"|(?<![\d.,])\b(?P<top>{_NUMBER})\s+(?:\w+\s+)?(?:ter|paling\s+|di\s+)atas\b"
    rf"|(?<![\d.,])\b(?P<head>{_NUMBER})\s+(?:\w+\s+)?pertama\b"
    rf"|(?<![\d.,])\b(?P<bottom>{_NUMBER})\s+(?:\w+\s+)?(?:terbawah|terakhir|terendah|paling\s+bawah)\b"
    rf"|(?<![\d.,])\b(?P<next>{_NUMBER})\s+(?:\w+\s+)?"
    r"(?:sisanya|selebihnya|lain(?:nya)?|berikutnya|selanjutnya|di\s?bawahnya)\b"
    r"|\b(?P<rest>sisanya|selebihnya)\b",
)
_COUNT = compile_words(
    rf"(?<![\d.,])\b(?P<count>(?!20[012]\d\b){_NUMBER})\b(?![.,]?\d)"
    r"(?!\s*(?:%|persen|poin|tahun|kali))|\b(?P<rest>sisanya|selebihnya)\b",
)
_WORST_LAST = ("hijau", "kuning", "merah")
_FEWEST = 3
"""Names of a list that has stretches."""
_REACH = 3
"""Sentences in front of a list, and behind it, that may tell of its stretches."""
_MOST = 20
"""Stretches of a story that are told by places alone."""
_STRENGTH = 1.3
"""More than what the sentence above says of the whole list, less than what a line says itself."""


@frozen
class _Told:
    """A result, and where the words beside it begin and end that say of how many, or of whom."""

    result: Attribute
    words: re.Match[str]


@frozen
class Stretch:
    """A result, the sentence that tells it, and those of a list whom it is told of."""

    result: Attribute
    sentence: Sentence
    owners: tuple[Owner, ...]


def find_stretches(
    story: Story,
    stage: Stage,
    attributes: Sequence[Attribute],
    groups: Sequence[Group],
    facts: Sequence[Fact],
) -> Iterator[Stretch]:
    """All of them, for each list; `facts` tell whether its scores fall."""
    values = {
        fact.owner.key: float(fact.value)
        for fact in facts
        if fact.what is What.SCORE and fact.is_current(None)
    }
    starts = [attribute.start for attribute in attributes]
    for group in groups if len(attributes) else ():
        if len(group.owners) < _FEWEST:
            continue
        scores = [values.get(owner.key) for owner in group.owners]
        for sentence in _beside(story, stage, group):
            first = bisect_left(starts, sentence.start)
            here = attributes[first : bisect_left(starts, sentence.end)]
            for what in SHARED:
                results = [each for each in here if each.what is what]
                for result, (begin, stop) in _parts(story.folded, sentence, results, scores):
                    yield Stretch(result=result, sentence=sentence, owners=group.owners[begin:stop])


def placed_stretches(
    story: Story, stage: Stage, attributes: Sequence[Attribute], facts: Sequence[Fact]
) -> Iterator[Stretch]:
    """Told by places of names that no list holds: "Peringkat 10-16 hijau. Peringkat 10 yakni A"."""
    ranks = [f for f in facts if f.what is What.RANK and not f.is_earlier]
    starts = [attribute.start for attribute in attributes]
    told = _STRETCH.finditer(story.folded) if len(ranks) >= _FEWEST and attributes else iter(())
    for words in islice(told, _MOST):
        sentence = story.sentence_at(words.start())
        if not words["first"] or stage.entities(sentence):
            continue
        first, stop = _span(words, 0, 0)
        owners = tuple(dict.fromkeys(f.owner for f in ranks if first < int(f.value) <= stop))
        here = attributes[bisect_left(starts, words.end()) : bisect_left(starts, sentence.end)]
        results = [each for each in here if each.what in SHARED]
        for result in results if len({each.what for each in results}) == len(results) else ():
            yield Stretch(result=result, sentence=sentence, owners=owners)


def stretch_facts(
    story: Story, named: SchemesNamed, stretches: Iterable[Stretch]
) -> Iterator[Fact]:
    """The result of each, for everybody it is told of."""
    for each in stretches:
        result, sentence = each.result, each.sentence
        fitting = dict(result.values)
        near = named.scheme_at(result.start, sentence.start, sentence.end, fitting)
        for owner in each.owners:
            scheme = near and named.fit_for(owner.kind, near, fitting)
            if scheme is not None:
                told = announced_of(story, result, sentence, scheme)
                fact = told.fact_of(owner, strength=_STRENGTH)
                yield replace(fact, mood=Mood.GRANTED) if fact.mood is Mood.RULE else fact


def _beside(story: Story, stage: Stage, group: Group) -> Iterator[Sentence]:
    """The sentences around a list that name nobody."""
    first, last = group.first.index, group.last
    above = range(max(0, min(group.top, first) - _REACH), first)
    below = range(last + 1, min(len(story.sentences), last + 1 + _REACH))
    for index in (*above, *below):
        sentence = story.sentences[index]
        if not stage.entities(sentence):
            yield sentence


def _parts(
    folded: str,
    sentence: Sentence,
    results: Sequence[Attribute],
    scores: Sequence[float | None],
) -> list[tuple[Attribute, tuple[int, int]]]:
    """Each result with the part of the list that has it."""
    if not results:
        return []
    told = _paired(list(_STRETCH.finditer(folded, sentence.start, sentence.end)), results)
    if told and not told[0].words["rest"]:
        return list(_by_place(told, len(scores)))
    counted = _paired(list(_COUNT.finditer(folded, sentence.start, sentence.end)), results)
    return list(_by_count(counted, results, scores))


def _paired(words: Sequence[re.Match[str]], results: Sequence[Attribute]) -> list[_Told]:
    """Each result with the words nearest in front of it; where it comes first, behind it."""
    if not words:
        return []
    ahead = words[0].start() < results[0].start
    found = []
    for one, other in pairwise((None, *results, None)):
        own = other if ahead else one
        near = _words_of(words, one, other, ahead=ahead)
        if own is not None and near is not None:
            found.append(_Told(result=own, words=near))
    return found


def _words_of(
    words: Sequence[re.Match[str]], one: Attribute | None, other: Attribute | None, *, ahead: bool
) -> re.Match[str] | None:
    """The words between two results that belong to the second, or to the first."""
    between = [
        each
        for each in words
        if (one is None or each.start() >= one.end) and (other is None or each.end() <= other.start)
    ]
    return (between[-1] if ahead else between[0]) if between else None


def _by_place(told: Sequence[_Told], length: int) -> Iterator[tuple[Attribute, tuple[int, int]]]:
    reached = 0
    for each in told:
        first, stop = _span(each.words, reached, length)
        if 0 <= first < stop <= length:
            yield each.result, (first, stop)
            reached = stop


def _span(words: re.Match[str], reached: int, length: int) -> tuple[int, int]:
    """From and to which of the list, counted from 0; nothing where the numbers do not fit."""
    if words["rest"]:
        return reached, length
    if words["first"]:
        return count_of(words["first"]) - 1, count_of(words["last"])
    if words["bottom"]:
        return length - count_of(words["bottom"]), length
    if words["next"]:
        return (reached, reached + count_of(words["next"])) if reached else (0, 0)
    return 0, count_of(words["top"] or words["head"])


def _by_count(
    told: Sequence[_Told], results: Sequence[Attribute], values: Sequence[float | None]
) -> Iterator[tuple[Attribute, tuple[int, int]]]:
    """Colours from good to bad, told of so many each, that use up a list of falling scores."""
    known = [value for value in values if value is not None]
    falling = len(known) == len(values) and all(a >= b for a, b in pairwise(known))
    places = [_WORST_LAST.index(str(each.values[0][1])) for each in results if _is_zone(each)]
    worse = len(places) == len(results) > 1 and all(a < b for a, b in pairwise(places))
    counted = [each.words["count"] for each in told]
    ends = list(accumulate(count_of(printed) for printed in counted if printed))
    if len(ends) > 0 and counted[-1] is None:
        ends.append(max(len(values), ends[-1] + 1))
    if falling and worse and len(ends) == len(results) and ends[-1] == len(values):
        for each, first, stop in zip(told, (0, *ends), ends, strict=False):
            yield each.result, (first, stop)


def _is_zone(attribute: Attribute) -> bool:
    return attribute.what is What.ZONE
