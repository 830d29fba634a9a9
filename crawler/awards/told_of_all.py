"""The zone of all that a story lists: "Seluruh pemda di Kaltara masuk zona hijau".

The sentence names none of them, and may stand before the list, behind it or in the headline.
Predicates are not read so: as many as the list has are often others.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crawler.awards.attributes import What
from crawler.awards.counts import NUMBER_WORDS, count_of
from crawler.awards.facts import Announced, Fact
from crawler.awards.gazetteer import Region
from crawler.awards.groups import Group
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words

_BODIES = (
    r"(?:(?:pemerintah|kepala)\s+)?(?:daerah|kabupaten|kota|provinsi)|pemda|pemkab|pemkot|pemprov|"
    r"instansi|entitas|badan\s+publik|kementerian|lembaga|wilayah"
)
_OF_ALL = compile_words(
    rf"\b(?:(?P<all>semua|seluruh|segenap|seratus\s+persen|100\s+persen)(?:\s+(?:atau\s+)?\d{{1,3}})?|(?P<count>{NUMBER_WORDS}|\d{{1,3}}))"
    rf"\s+(?:\(\w+\)\s+)?(?:{_BODIES})(?:nya)?\b(?!\s+lain)"
)
_ALL_OF_THEM = re.compile(
    r"\W*(?:alhamdulillah\W+)?(?:(?:semua|seluruh)nya\b|(\w{3,9})-\1nya\b|"
    r"(?:semua\s+(?:sudah|telah|kini|masuk|berada)|(?:hijau|kuning|merah)\s+semua(?:nya)?)\b)",
    re.IGNORECASE,
)
"""Opens a sentence about those named before it."""
_NOT_ALL = compile_words(
    r"\b(?:kecuali|selain|hanya|baru|belum|tidak|tak|bukan|kurang|hampir|sebagian|sisanya|selebihnya|"
    r"dari|rata-rata|unit|opd|puskesmas|dinas|kecamatan|desa|kantor|layanan\s+di)\b",
)
"""In the sentence: not all have it, or others are spoken of."""
_EXCEPT = compile_words(r"\b(?:kecuali|terkecuali)\s+")
_AND = re.compile(r"\s*(?:\(\w+\)\s*)?,?\s*(?:dan|serta|beserta|maupun|bersama)\s+")
_FEWEST = 2
_STRENGTH = 0.6

_Key = tuple[Region | None, str | None]


def of_all_facts(
    story: Story,
    stage: Stage,
    named: SchemesNamed,
    told: Sequence[Announced | Fact],
    groups: Sequence[Group],
) -> Iterator[Fact]:
    """The zone of each such sentence, for all the story tells a score or place of, or a list.

    Nobody gets it where one of them has another zone.
    """
    facts = [f for f in told if isinstance(f, Fact) and f.mood.holds and not f.is_earlier]
    had: dict[tuple[str, _Key], set[object]] = defaultdict(set)
    for fact in facts:
        if fact.what is What.ZONE and fact.year is None and _names_its_owner(fact):
            had[fact.scheme, fact.owner.key].add(fact.value)
    for result in told:
        if result.what is not What.ZONE or not _is_current(result):
            continue
        excepted = _excepted(story, stage, result)
        if excepted is None:
            continue
        told_of = _all_told_of(story, result, _listed(facts, groups, result.scheme))
        owners = [owner for owner in told_of if owner.key not in excepted]
        values = set().union(*(had[result.scheme, owner.key] for owner in owners))
        for owner in owners if values <= {result.value} else ():
            if not had[result.scheme, owner.key]:
                had[result.scheme, owner.key].add(result.value)
                yield from _fact(named, result, owner)


def _is_current(told: Announced | Fact) -> bool:
    return told.mood.holds and not told.is_earlier


def _names_its_owner(fact: Fact) -> bool:
    """No guess: the owner stands in the sentence that tells it, or in a list of that one."""
    return fact.owner.start < fact.sentence.start or fact.owner.end <= fact.sentence.end


def _excepted(story: Story, stage: Stage, told: Announced | Fact) -> set[_Key] | None:
    """Who is left out: "seluruh pemda zona hijau kecuali A"; None where it is told of some."""
    named = [e for e in stage.entities(told.sentence) if not _is_one_more(story, told, e)]
    words = _EXCEPT.search(story.folded, told.end, told.sentence.end)
    at = words.start() if words else told.sentence.end
    is_clear = bool(named) == bool(words) and all(owner.start > at for owner in named)
    return {owner.key for owner in named} if is_clear else None


def _is_one_more(story: Story, told: Announced | Fact, owner: Owner) -> bool:
    """ "Pemprov X dan seluruh kabupaten/kota": in front of those who are all meant."""
    joined = _AND.match(story.folded, owner.end, told.sentence.end)
    return joined is not None and _OF_ALL.match(story.folded, joined.end()) is not None


def _listed(
    facts: Iterable[Fact], groups: Iterable[Group], scheme: str
) -> Iterator[dict[_Key, Owner]]:
    """Who all may be: those with a score or place under the scheme; the names of each list.

    A list that goes on in the next sentence is one.
    """
    scored = (f.owner for f in facts if f.scheme == scheme and f.what in (What.SCORE, What.RANK))
    lists: dict[int, list[Owner]] = defaultdict(list)
    for group in groups:
        lists[group.top] += group.owners
    for owners in (scored, *lists.values()):
        yield {owner.key: owner for owner in owners if owner.unit is None or owner.region is None}


def _all_told_of(
    story: Story, told: Announced | Fact, listed: Iterable[dict[_Key, Owner]]
) -> Sequence[Owner]:
    """Everybody of the first that the words of the sentence fit; nobody when it tells of some."""
    words = _words(story, told.sentence)
    for owners in listed if words else ():
        count = words.groupdict().get("count") if words else None
        if len(owners) >= _FEWEST and (count is None or count_of(count) == len(owners)):
            return tuple(owners.values())
    return ()


def _words(story: Story, sentence: Sentence) -> re.Match[str] | None:
    """The words that speak of all, unless others take it back."""
    words = _ALL_OF_THEM.match(story.folded, sentence.start, sentence.end)
    words = words or _OF_ALL.search(story.folded, sentence.start, sentence.end)
    left_out = _EXCEPT.search(story.folded, sentence.start, sentence.end)
    end = left_out.start() if left_out else sentence.end
    if words is None or _NOT_ALL.search(story.folded, sentence.start, end):
        return None
    return words


def _fact(named: SchemesNamed, told: Announced | Fact, owner: Owner) -> Iterator[Fact]:
    if isinstance(told, Fact):
        yield replace(told, owner=owner, strength=_STRENGTH)
    elif named.fit_for(owner.kind, told.scheme, dict(told.values)) == told.scheme:
        yield told.fact_of(owner, strength=_STRENGTH)
