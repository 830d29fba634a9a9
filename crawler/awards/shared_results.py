"""What is said once of several: a sentence announces it, and the group named after it has it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from crawler.awards.attributes import SHARED, What
from crawler.awards.counts import NUMBER_WORDS, counts
from crawler.awards.facts import Announced, Fact
from crawler.awards.groups import ALL, Group, announcing
from crawler.awards.modality import Mood
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Story
from crawler.awards.unnamed_many import are_read_out
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_CATEGORY = re.compile(
    r"\W*(?:\w+\s+)?(?:pada|dalam|untuk|di|dari)?\s*(?:kategori|kelompok|tingkat|klaster|kluster|unsur)\b",
    re.IGNORECASE,
)
_OWN_CLASS = compile_words(
    r"\b(?:kategori|predikat|kualitas|zona(?:si)?)\s+(?:tertinggi|tinggi|sedang|rendah|terendah|hijau|kuning|merah|"
    r"(?-i:[A-E]))\b[^.;\n]{0,40}\b(?:yaitu|yakni|adalah|ialah|meliputi|antara\s+lain)\b"
    r"|\b(?:peringkat|posisi|urutan)\s+(?:selanjutnya|berikutnya)\b",
)
"""In front of the first of a group: the words that open it tell its class."""
_LIKEWISE = re.compile(
    r"\W*(?:(?:begitu|demikian)\s+(?:pula|juga|halnya)|(?:hal|predikat|hasil|penghargaan|kategori)\s+(?:serupa|yang\s+sama))\b",
    re.IGNORECASE,
)
_THE_SAME = compile_words(
    r"\b(?:predikat|hasil|penghargaan|piagam|anugerah|kategori)\s+(?:serupa|yang\s+sama)\b"
)
_MOST = compile_words(
    r"\b(?:sebagian(?:\s+besar|\s+kecil)?|mayoritas|kebanyakan|rata-rata)\s+[^.;:,\n]{0,80}$"
)
_PARTS = re.compile(
    rf"\W*(?:{NUMBER_WORDS}|\d{{1,3}})\s+(?:di\s?antara(?:nya)?|dari)\b", re.IGNORECASE
)
_THE_REST = re.compile(
    r"\W*(?:(?:sedang(?:kan)?|sementara|adapun|dan)\s+)?"
    rf"(?:{NUMBER_WORDS}|\d{{1,3}})\s+(?:\w+\s+)?lain(?:nya)?\b",
    re.IGNORECASE,
)
"""Opens the rest of those of whom the sentence before told a part."""
_SAME_AS = 3
"""Sentences back to the one whose award "the same" may mean."""
_OVER_A_GUESS = 1.2
_Told = TypeVar("_Told", Fact, Announced)
_REACH = 120
"""Characters in front of a result, and of a group, in which it is told how many are meant."""
_COUNT_BEHIND = 60
"""Characters behind a result in which so many are said to have it: "zona kuning ada 12 kantor"."""


def group_facts(
    story: Story,
    groups: Iterable[Group],
    facts: Sequence[Fact],
    announced: Sequence[Announced],
    named: SchemesNamed,
) -> Iterator[Fact]:
    """What was announced of many, for each of the group that has nothing of the kind itself."""
    known = _Known.of(facts)
    holding = _by_sentence(
        f for f in facts if f.what in SHARED and f.mood.holds and not f.is_earlier
    )
    granting = _by_sentence(_as_told(story, each) for each in announced if _announces(story, each))
    for group in groups:
        yield from _likewise(story, group, holding)
        told = {what: _announcement(story, group, what, granting) for what in SHARED}
        for source in told.values():
            if source is None or _is_outdated(source, told, granting[source.sentence.index]):
                continue
            shared = (_shared(source, owner, named) for owner in group.owners)
            beside = granting[source.sentence.index]
            for fact in filter(None, shared):
                if not (known.holds(fact, group) or known.is_of_another_class(fact, beside)):
                    yield known.weighed(fact)


def _by_sentence(told: Iterable[_Told]) -> Mapping[int, Sequence[_Told]]:
    """What each sentence tells, by its index."""
    found: dict[int, list[_Told]] = defaultdict(list)
    for each in told:
        found[each.sentence.index].append(each)
    return found


def _shared(source: Announced, owner: Owner, named: SchemesNamed) -> Fact | None:
    """The result as one of the group has it; None where no scheme gives it to such a body."""
    values = dict(source.values)
    scheme = named.fit_for(owner.kind, source.scheme, values)
    return replace(source, scheme=scheme, value=values[scheme]).fact_of(owner) if scheme else None


_Held = tuple[What, str, object]
"""A kind of result, its scheme and whose it is."""


@frozen
class _Known:
    """What is known of the bodies of a group before they are given what they share."""

    told: Mapping[_Held, object]
    """Values told in a sentence that names them, or behind one."""
    guessed: frozenset[_Held]
    """In a sentence that names nobody, in front of the first that names them."""
    earlier: frozenset[tuple[object, int, object]]
    """Values of earlier editions, the sentence that tells them, and whose they are."""

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> "_Known":
        current = [f for f in facts if f.mood.holds and not f.is_earlier and f.year is None]
        guessed = [f.owner.start >= f.sentence.end for f in current]
        keys = [(f.what, f.scheme, f.owner.key) for f in current]
        known = list(zip(keys, current, guessed, strict=True))
        return cls(
            told={key: fact.value for key, fact, guess in known if not guess},
            guessed=frozenset(key for key, _, guess in known if guess),
            earlier=frozenset(
                (f.value, f.sentence.index, f.owner.key) for f in facts if f.is_earlier
            ),
        )

    def holds(self, fact: Fact, group: Group) -> bool:
        """It has one of the kind, or had this very one before, as the group's sentence tells."""
        before = (fact.value, group.first.index, fact.owner.key) in self.earlier
        return before or (fact.what, fact.scheme, fact.owner.key) in self.told

    def is_of_another_class(self, fact: Fact, beside: Iterable[Announced]) -> bool:
        """ "A mendapat kategori A (Prima). B mendapat B": nothing of A's sentence is B's."""
        classes: dict[What, set[object]] = defaultdict(set)
        for each in beside:
            if each.what is not fact.what:
                classes[each.what].add(each.value)
        return any(
            self.told.get((what, fact.scheme, fact.owner.key), next(iter(values))) not in values
            for what, values in classes.items()
        )

    def weighed(self, fact: Fact) -> Fact:
        """Stronger where there is only a guess beside it."""
        has_guess = (fact.what, fact.scheme, fact.owner.key) in self.guessed
        return replace(fact, strength=_OVER_A_GUESS) if has_guess else fact


def ranked_groups(
    story: Story, facts: Sequence[Fact], announced: Sequence[Announced]
) -> Iterator[Group]:
    """Rankings told in prose, sentence by sentence, under what the first one opens with."""
    ranked: dict[int, list[Owner]] = defaultdict(list)
    for fact in facts:
        direct = fact.sentence.start <= fact.owner.start < fact.sentence.end
        if fact.what in (What.RANK, What.SCORE) and direct and not fact.sentence.item:
            here = ranked[fact.sentence.index]
            here += [] if any(each.key == fact.owner.key for each in here) else [fact.owner]
    openings = {each.sentence.index for each in announced if each.what in SHARED}
    for opening in sorted(openings):
        owners: list[Owner] = []
        index = opening if opening in ranked else opening + 1
        told = counts(story.folded, story.sentences[opening].start, story.sentences[opening].end)
        while index in ranked and (index == opening or not _opens_anew(story, index, openings)):
            owners += ranked[index]
            index += 1
        if len(owners) > 1 and (opening in ranked or len(owners) in told):
            first = story.sentences[opening]
            yield Group(owners=tuple(owners), first=first, top=opening, sources=(opening,))


def _opens_anew(story: Story, index: int, openings: Collection[int]) -> bool:
    sentence = story.sentences[index]
    if index in openings:
        return True
    return _CATEGORY.match(story.folded, sentence.start, sentence.end) is not None


def _as_told(story: Story, each: Announced) -> Announced:
    """ "Adapun kategori B diraih delapan pemda" explains a class, and tells that many have it."""
    behind = counts(story.folded, each.end, min(each.sentence.end, each.end + _COUNT_BEHIND))
    return replace(each, mood=Mood.GRANTED) if each.mood is Mood.RULE and behind else each


def _likewise(story: Story, group: Group, holding: Mapping[int, Sequence[Fact]]) -> Iterator[Fact]:
    """ "Begitu pula A, B, dan C": what the sentence before says of another, they have too."""
    before = group.first.start, group.owners[0].start
    reach = _SAME_AS if _THE_SAME.search(story.folded, *before) else 0
    reach = max(reach, _LIKEWISE.match(story.folded, *before) is not None)
    for index in range(group.first.index - 1, group.first.index - reach - 1, -1):
        if holding.get(index):
            for fact in holding[index]:
                yield from (replace(fact, owner=owner, strength=0.5) for owner in group.owners)
            return


def _announces(story: Story, each: Announced) -> bool:
    """Its sentence grants, or is a heading: no explanation of the classes there are."""
    start, end = each.sentence.start, each.sentence.end
    heading = each.sentence.item or story.folded[start:end].rstrip().endswith(":")
    clause = _clause_of(story, each)
    several = ALL.search(story.folded, clause, each.start) is not None or bool(
        counts(story.folded, clause, min(end, each.end + _COUNT_BEHIND))
    )
    read_out = are_read_out(story.folded, start, each.start)
    return heading or several or read_out or story.moods.grants(start, end)


def _clause_of(story: Story, each: Announced) -> int:
    """Where the part of its sentence begins."""
    start = each.sentence.start
    return max(start, *(story.folded.rfind(mark, start, each.start) for mark in ",;:"))


def _is_of_another_category(story: Story, group: Group, each: Announced) -> bool:
    """A special category told above, where the group has a category of its own."""
    if each.sentence.index in group.own:
        return False
    if _OWN_CLASS.search(story.folded, group.first.start, group.owners[0].start):
        return True
    if not (_CATEGORY.match(each.raw) or "khusus" in each.raw.lower()):
        return False
    top = story.sentences[group.top].start
    return _CATEGORY.search(story.folded, top, group.owners[0].start) is not None


def _announcement(
    story: Story, group: Group, what: What, granting: Mapping[int, Sequence[Announced]]
) -> Announced | None:
    fitting = [
        each
        for index in sorted({*announcing(group), *group.own})
        for each in granting.get(index, ())
        if each.what is what
        and not _is_of_another_category(story, group, each)
        and not _is_of_the_most(story, group, each)
        and not _is_of_fewer(story, group, each)
        and each.mood.holds
        and not each.is_earlier
    ]
    nearest = [each for each in fitting if each.sentence == fitting[-1].sentence]
    if len({each.value for each in nearest}) > 1:
        nearest = [e for e in nearest if counts(story.folded, _clause_of(story, e), e.start)]
    return nearest[-1] if len({each.value for each in nearest}) == 1 else None


def _is_of_fewer(story: Story, group: Group, each: Announced) -> bool:
    """ "Dua daerah zona hijau": not of "empat provinsi, yakni ...".

    But "dua dari yang WBBM yaitu A dan B. Tiga lain yaitu ..." tells of the rest of them.
    """
    rest = _THE_REST.match(story.folded, group.first.start, group.first.end)
    if rest and _PARTS.match(story.folded, each.sentence.start, each.start):
        return False
    front, rear = max(each.sentence.start, each.start - _REACH), each.end + _COUNT_BEHIND
    told = counts(story.folded, front, min(each.sentence.end, rear))
    at = group.owners[0].start
    own = counts(story.folded, max(story.sentences[group.top].start, at - _REACH), at)
    return bool(told and own) and max(told) < min(own)


def _is_of_the_most(story: Story, group: Group, each: Announced) -> bool:
    """ "Sebagian besar daerah zona merah": of no list further on, which is of others too."""
    near = group.top - each.sentence.index <= 1
    front = max(each.sentence.start, each.start - _REACH)
    return not near and _MOST.search(story.folded, front, each.start) is not None


def _is_outdated(
    source: Announced, told: Mapping[What, Announced | None], beside: Sequence[Announced]
) -> bool:
    """Its sentence tells of another class than the one told since: "A, kualitas tertinggi ..."."""
    return any(
        later is not None
        and later.sentence.index > source.sentence.index
        and any(each.what is what and each.value != later.value for each in beside)
        for what, later in told.items()
    )
