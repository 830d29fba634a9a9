"""Facts: what is said of one owner under one scheme; here of predicate, letter, zone and rank."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crawler.awards.attributes import Attribute, What
from crawler.awards.earlier_states import (
    is_earlier_state,
    year_of_name,
    year_of_state,
    year_pointed_to,
)
from crawler.awards.getting import GETS_IN_HEADLINES
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.ranks import tells_a_place
from crawler.awards.rules_stated import is_a_condition, states_a_rule
from crawler.awards.schemes_behind import schemes_behind
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.unnamed_many import wins_by_its_parts
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_SPECIAL = compile_words(r"\bkhusus\b")
"""A special award belongs to those named with it, never to whom the story is about."""
_OWN_BRACKET = re.compile(
    r"\d[.,]\d{1,2}\s*(?:poin\s*)?\(\s*(?:(?:zona|predikat|kategori|opini|nilai)\s+)?$",
    re.IGNORECASE,
)
_INCLUDES = re.compile(
    r"[\s\"')]*(?:(?:dengan|atau|dan)\s[^,;.\n]{3,60}?)?,?\s*termasuk(?:\s(?:juga|di\s?antaranya))?\s",
    re.IGNORECASE,
)
"""Between a result of many and one of them."""
DECIMAL = re.compile(r"\d[.,]\d")


@frozen
class Fact:
    """One thing the story says of one owner under one scheme."""

    what: What
    start: int
    end: int
    value: float | int | str
    raw: str
    sentence: Sentence
    scheme: str
    owner: Owner
    mood: Mood
    year: int | None
    """The year that the words tie to it; None when they tie none."""
    is_earlier: bool
    """Told as the value of an earlier edition."""
    strength: float
    """How well the words around fit; the stronger of two facts wins."""
    scope: tuple[int, int] | None = None
    said: tuple[int, int] | None = None
    """Where it is printed, if its own words only point back to it."""

    @property
    def proof(self) -> tuple[int, int]:
        """The words that prove it."""
        return self.said or (self.start, self.end)

    def is_current(self, edition_year: int | None) -> bool:
        """True when it is told as granted, and of this edition."""
        of_edition = self.year in (None, edition_year) or edition_year is None
        return self.mood.holds and not self.is_earlier and of_edition

    def is_history(self, edition_year: int | None) -> bool:
        """True when it is told as granted in an earlier edition."""
        known = self.year is not None and edition_year is not None
        of_earlier = known and self.year < edition_year  # type: ignore[operator]  # known
        return self.mood.holds and (self.is_earlier or of_earlier)


@frozen
class Announced:
    """An attribute that a sentence tells of many, or of nobody it names."""

    what: What
    values: tuple[tuple[str, str | int], ...]
    """By scheme, as in the Attribute."""
    start: int
    end: int
    value: int | str
    raw: str
    sentence: Sentence
    scheme: str
    mood: Mood
    year: int | None
    is_earlier: bool
    said: tuple[int, int] | None = None

    def fact_of(
        self, owner: Owner, *, strength: float = 0.5, scope: tuple[int, int] | None = None
    ) -> Fact:
        """The same, said of one of them."""
        return Fact(
            what=self.what,
            start=self.start,
            end=self.end,
            value=self.value,
            raw=self.raw,
            sentence=self.sentence,
            scheme=self.scheme,
            owner=owner,
            mood=self.mood,
            year=self.year,
            is_earlier=self.is_earlier,
            strength=strength,
            scope=scope,
            said=self.said,
        )


@frozen
class Rejected:
    """A number or attribute that was set aside, and why."""

    start: int
    end: int
    raw: str
    why: str


def attribute_facts(
    story: Story,
    stage: Stage,
    named: SchemesNamed,
    attributes: tuple[Attribute, ...],
    heads: frozenset[tuple[What, int]],
) -> Iterator[Fact | Announced]:
    """Every predicate, letter, zone and rank that has a scheme: of its owners, or announced.

    One that heads a list ("zona hijau, yaitu A, B, dan C") belongs to everybody in the list;
    `heads` are those whose section is known already. What "ketiganya" have is told of no others.
    """
    for attribute in attributes:
        sentence = story.sentence_at(attribute.start)
        of_many = stage.lists.speak_of_many(sentence.start, attribute.start)
        is_rule = states_a_rule(story.folded, sentence, named=len(stage.entities(sentence)))
        if (is_rule and not of_many) or is_a_condition(story, sentence):
            continue
        is_head = (attribute.what, attribute.start) in heads
        is_of_them = bool(stage.lists.spoken_of_together(attribute.start))
        for scheme in _schemes_of(story, named, attribute, sentence):
            owners = [] if is_head else _owners(stage, attribute, attributes)
            owners = list(_who_may(story, owners, attribute))
            owners = owners or _included(stage, story, attribute, sentence)
            kind = owners[0].kind if owners else "kabupaten"
            fit = named.fit_for(kind, scheme, dict(attribute.values)) or scheme
            announced = announced_of(story, attribute, sentence, fit)
            if not owners or (not is_of_them and _heads_a_list(story, stage, attribute)):
                yield announced
            for owner in owners:
                strength = _attribute_strength(attribute, owner, sentence, story)
                yield announced.fact_of(owner, strength=strength, scope=attribute.scope)


def _heads_a_list(story: Story, stage: Stage, attribute: Attribute) -> bool:
    """Not in the bracket of a score: "A 95,31, B 90,20, dan C 79,44 (zona kuning)"."""
    own = _OWN_BRACKET.search(story.folded, max(0, attribute.start - 30), attribute.start)
    return own is None and stage.heads_a_list(attribute.start, attribute.end)


def _schemes_of(
    story: Story, named: SchemesNamed, attribute: Attribute, sentence: Sentence
) -> tuple[str, ...]:
    """Those told right behind it, the one whose name holds it, else the one named nearest."""
    fitting = dict(attribute.values)
    end = max(attribute.end, attribute.scope[1] if attribute.scope else 0)
    if behind := schemes_behind(story, named, end, fitting):
        return behind
    for mention in named.within(sentence.start, attribute.start + 1)[-1:]:
        if mention.is_name and mention.end > attribute.start and mention.scheme in fitting:
            return (mention.scheme,)
    near = named.scheme_at(attribute.start, sentence.start, sentence.end, fitting)
    return (near,) if near is not None else ()


def _who_may(story: Story, owners: Iterable[Owner], attribute: Attribute) -> Iterator[Owner]:
    """Without those whose parts won it; a special award is only of those named with it."""
    special = _SPECIAL.search(story.folded, attribute.start, attribute.end) is not None
    sentence = story.sentence_at(attribute.start)
    for owner in owners:
        named_here = sentence.start <= owner.start < sentence.end
        if (named_here or not special) and not wins_by_its_parts(
            story.folded, owner, attribute.start
        ):
            yield owner


def _included(stage: Stage, story: Story, attribute: Attribute, sentence: Sentence) -> list[Owner]:
    """ "Delapan daerah masuk zona kuning, termasuk Pemprov X": the one of the many who is named."""
    if attribute.what is What.RANK:
        return []
    following = [each for each in stage.entities(sentence) if each.start >= attribute.end][:1]
    stop = following[0].start if following else attribute.end
    return following if _INCLUDES.fullmatch(story.folded, attribute.end, stop) else []


def with_own_years(story: Story, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Each of a list's own year: "zona hijau yakni Belu pada 2016 dan Alor pada 2017"."""
    for fact in facts:
        listed = fact.what is not What.SCORE and fact.owner.start > fact.end
        year = year_of_name(story.folded, fact.owner.end) if listed else None
        yield replace(fact, year=year) if year else fact


def announced_of(story: Story, attribute: Attribute, sentence: Sentence, scheme: str) -> Announced:
    """The attribute as its sentence tells it, before anybody is found to have it."""
    before = (sentence.start, attribute.start)
    last = story.sentences[max(0, sentence.index - 1)].start
    return Announced(
        what=attribute.what,
        values=attribute.values,
        start=attribute.start,
        end=attribute.end,
        value=dict(attribute.values)[scheme],
        raw=story.whole[attribute.start : attribute.end],
        sentence=sentence,
        scheme=scheme,
        mood=story.moods.at(sentence.start, sentence.end, attribute.start),
        year=year_of_state(story.folded, *before, attribute.end)
        or year_pointed_to(story.folded, last, *before),
        is_earlier=is_earlier_state(story.folded, *before, attribute.end),
        said=attribute.said,
    )


def _owners(stage: Stage, attribute: Attribute, others: Sequence[Attribute]) -> list[Owner]:
    is_rank = attribute.what is What.RANK
    named = stage.lists.in_brackets_after(attribute.end)
    if not named and is_rank:
        named = stage.lists.placed_together(attribute.start, attribute.end)
    if named:
        return named
    listed = [] if is_rank else stage.lists.after(attribute.start, attribute.end)
    between = bool(listed) and _is_between(others, attribute, listed[0].start)
    counted = stage.lists.is_counted(attribute.start, attribute.end) or (
        between and stage.lists.counts_others(attribute.start, attribute.end)
    )
    if not is_rank and (counted or stage.is_of_some(attribute.end)):
        return []
    if listed and not between:
        return listed
    together = stage.lists.spoken_of_together(attribute.start)
    if together:
        return together
    owner = stage.owner_of(attribute.start, attribute.end, is_rank=is_rank)
    if owner is None:
        return []
    shared = stage.lists.sharers(owner, attribute.start, attribute.end, with_scores=True)
    alone = is_rank and not stage.lists.is_one_place(owner.end, attribute.start)
    return [owner] if alone or not shared else shared


def _is_between(others: Sequence[Attribute], attribute: Attribute, stop: int) -> bool:
    """Another result of the kind is nearer to what follows: "A yang mendapat A, B kategori B"."""
    return any(
        other.what is attribute.what
        and attribute.end <= other.start < stop
        and other.values != attribute.values
        for other in others
    )


_ONLY = compile_words(
    rf"\bhanya\s+(?:bisa\s+|mampu\s+)?(?:{GETS_IN_HEADLINES}|dapat|diganjar|beropini)\s+"
    r"(?:[\w-]+\s+){0,4}$",
)
"""In front of a result: not the better one that the story speaks of too."""


def _attribute_strength(
    attribute: Attribute, owner: Owner, sentence: Sentence, story: Story
) -> float:
    named_here = sentence.start <= owner.start < sentence.end
    scored = DECIMAL.search(story.folded, sentence.start, sentence.end) is not None
    printed = story.folded[attribute.start : attribute.end]
    return (
        1.0
        + 0.4 * named_here
        + 0.9 * (_ONLY.search(story.folded, sentence.start, attribute.start) is not None)
        + 0.3 * scored
        + 0.8 * (attribute.scope is not None)
        - 0.9 * (attribute.what is What.RANK and not tells_a_place(printed))
        - 0.01 * sentence.index
        - 0.6 * (attribute.start < story.text_start)
    )
