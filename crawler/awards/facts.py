"""Facts: a number, predicate, letter, zone or rank, tied to owner, scheme and edition."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crawler.awards.attributes import Attribute, What
from crawler.awards.catalogue import Scheme
from crawler.awards.history import (
    is_earlier_score,
    is_earlier_state,
    year_in_front_of_state,
    year_of_score,
)
from crawler.awards.modality import Mood, mood_of
from crawler.awards.numbers import NumberMention
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story

_TELLS_RESULTS = re.compile(
    r"\b(?:nilai\w*|skor\w*|indeks\w*|angka\w*|poin|peringkat|posisi|urutan|hasil\w*|capaian|"
    r"rapor\w*|raih\w*|meraih|memperoleh|peroleh|diganjar|"
    r"mendapat\w*|mencatat\w*|tercatat|mengantongi|kantongi|menyusul|disusul|mengumpulkan|"
    r"bertengger|membukukan|kepatuhan\w*|"
    r"penilaian|predikat\w*|ipp|pekppp)\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\d[.,]\d")


@dataclass(frozen=True, slots=True, kw_only=True)
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

    def is_current(self, edition_year: int | None) -> bool:
        """True when it is told as granted, and of this edition."""
        of_edition = self.year in (None, edition_year) or edition_year is None
        return self.mood in (Mood.GRANTED, Mood.PLAIN) and not self.is_earlier and of_edition

    def is_history(self, edition_year: int | None) -> bool:
        """True when it is told as granted in an earlier edition."""
        known = self.year is not None and edition_year is not None
        of_earlier = known and self.year < edition_year  # type: ignore[operator]  # known
        return self.mood in (Mood.GRANTED, Mood.PLAIN) and (self.is_earlier or of_earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A number or attribute that was set aside, and why."""

    start: int
    end: int
    raw: str
    why: str


def score_facts(
    story: Story, stage: Stage, named: SchemesNamed, numbers: tuple[NumberMention, ...]
) -> Iterator[Fact | Rejected]:
    """Every number as a Fact, or as Rejected with the reason."""
    by_sentence = _by_sentence(story, numbers)
    for number in numbers:
        why = number.not_a_score or _misfit(number)
        if why is not None:
            yield _rejected(number, why)
            continue
        sentence = story.sentence_at(number.start)
        beside = by_sentence[sentence.index]
        owners = _owners_of_score(stage, number, sentence, beside)
        scheme = _scheme_of(number, sentence, named)
        if scheme is None or not owners:
            yield _rejected(number, "no-scheme" if scheme is None else "no-owner")
            continue
        if not _looks_like_score(number, owners[-1], sentence, story):
            yield _rejected(number, "no-score-word")
            continue
        for owner in owners:
            yield Fact(
                what=What.SCORE,
                start=number.start,
                end=number.end,
                value=number.value,
                raw=number.raw,
                sentence=sentence,
                scheme=scheme.id,
                owner=owner,
                mood=mood_of(story.folded, sentence.start, sentence.end, number.start),
                year=year_of_score(story.folded, sentence, number, beside),
                is_earlier=is_earlier_score(story.folded, sentence, number),
                strength=_strength(number, owner, sentence, story),
            )


def _by_sentence(
    story: Story, numbers: tuple[NumberMention, ...]
) -> Mapping[int, tuple[NumberMention, ...]]:
    groups: dict[int, list[NumberMention]] = defaultdict(list)
    for number in numbers:
        groups[story.sentence_at(number.start).index].append(number)
    return {index: tuple(group) for index, group in groups.items()}


def _owners_of_score(
    stage: Stage,
    number: NumberMention,
    sentence: Sentence,
    numbers: tuple[NumberMention, ...],
) -> list[Owner]:
    """Whose score it is: one body's, its own of several, or shared by all ("A dan B meraih 97")."""
    owner = stage.owner_of(number.start, number.end)
    if owner is None:
        return []
    sharers = stage.sharers(owner, number.start, number.end)
    told = [
        n
        for n in numbers
        if owner.end <= n.start < sentence.end and n.not_a_score is None and n.is_decimal
    ]
    if sharers and len(told) == len(sharers) and number in told:
        return [sharers[told.index(number)]]
    return sharers if sharers and told == [number] else [owner]


def attribute_facts(
    story: Story, stage: Stage, named: SchemesNamed, attributes: tuple[Attribute, ...]
) -> Iterator[Fact]:
    """Every predicate, letter, zone and rank that has an owner and a scheme.

    One that heads a list ("zona hijau, yaitu A, B, dan C") belongs to everybody in the list.
    """
    for attribute in attributes:
        sentence = story.sentence_at(attribute.start)
        scheme = _scheme_of_attribute(attribute, sentence, named)
        if scheme is None or _states_a_rule(story.folded, sentence):
            continue
        for owner in _owners(stage, attribute):
            yield _attribute_fact(story, attribute, sentence, scheme, owner)


def _owners(stage: Stage, attribute: Attribute) -> list[Owner]:
    is_rank = attribute.what is What.RANK
    listed = [] if is_rank else stage.listed_after(attribute.end)
    if listed:
        return listed
    together = stage.spoken_of_together(attribute.start)
    if together:
        return together
    owner = stage.owner_of(attribute.start, attribute.end, is_rank=is_rank)
    if owner is None:
        return []
    return (not is_rank and stage.sharers(owner, attribute.start, attribute.end)) or [owner]


def _attribute_fact(
    story: Story, attribute: Attribute, sentence: Sentence, scheme: str, owner: Owner
) -> Fact:
    before = (sentence.start, attribute.start)
    return Fact(
        what=attribute.what,
        start=attribute.start,
        end=attribute.end,
        value=attribute.value,
        raw=story.whole[attribute.start : attribute.end],
        sentence=sentence,
        scheme=scheme,
        owner=owner,
        mood=mood_of(story.folded, sentence.start, sentence.end, attribute.start),
        year=year_in_front_of_state(story.folded, *before),
        is_earlier=is_earlier_state(story.folded, *before),
        strength=_attribute_strength(attribute, owner, sentence, story),
        scope=attribute.scope,
    )


def _misfit(number: NumberMention) -> str | None:
    if number.is_share and not number.has_score_word:
        return "share"
    if not number.is_decimal and number.value < 20:
        return "small"
    return None


def _scheme_of(number: NumberMention, sentence: Sentence, named: SchemesNamed) -> Scheme | None:
    near = named.scheme_at(number.start, sentence.start, sentence.end)
    if near is None:
        return None
    scheme = named.active[near]
    if _fits(number, scheme):
        return scheme
    others = [other for other in named.active.values() if _fits(number, other)]
    return others[0] if len(others) == 1 else None


def _fits(number: NumberMention, scheme: Scheme) -> bool:
    if scheme.scale is None or (scheme.scale <= 5 and not number.is_decimal):
        return False
    return scheme.plausible_from <= number.value <= scheme.scale * 1.02


def _looks_like_score(
    number: NumberMention, owner: Owner, sentence: Sentence, story: Story
) -> bool:
    if number.has_score_word:
        return True
    if number.is_decimal:
        return (
            sentence.item
            or _TELLS_RESULTS.search(story.folded, _paragraph_before(story, sentence), sentence.end)
            is not None
        )
    gap = story.folded[owner.end : number.start] if owner.end <= number.start else ""
    return gap.strip() in (":", "(", "=", "-") or (sentence.item and gap.strip() == "")


def _paragraph_before(story: Story, sentence: Sentence) -> int:
    """Where to look for words that announce a number: its sentence and the one before."""
    return story.sentences[max(0, sentence.index - 1)].start


def _strength(number: NumberMention, owner: Owner, sentence: Sentence, story: Story) -> float:
    named_here = sentence.start <= owner.start < sentence.end
    return (
        1.0 * number.has_score_word
        + 0.5 * number.is_decimal
        + 0.4 * named_here
        + 0.3 * (sentence.index < 4)
        - 0.02 * min(sentence.index, 20)
        - 1.5 * (number.start < story.text_start)
    )


def _attribute_strength(
    attribute: Attribute, owner: Owner, sentence: Sentence, story: Story
) -> float:
    named_here = sentence.start <= owner.start < sentence.end
    scored = _DECIMAL.search(story.folded, sentence.start, sentence.end) is not None
    return (
        1.0
        + 0.4 * named_here
        + 0.3 * scored
        + 0.8 * (attribute.scope is not None)
        - 0.01 * sentence.index
        - 0.6 * (attribute.start < story.text_start)
    )


def _scheme_of_attribute(
    attribute: Attribute, sentence: Sentence, named: SchemesNamed
) -> str | None:
    near = named.scheme_at(attribute.start, sentence.start, sentence.end)
    if attribute.scheme is None or near is None:
        return near
    return attribute.scheme if attribute.scheme in named.active else None


def _states_a_rule(folded: str, sentence: Sentence) -> bool:
    """A sentence with a band's two ends explains the classes; it grants none."""
    return (
        re.search(
            r"\d\s*(?:-|hingga|sampai(?: dengan)?|s/d)\s*\d", folded[sentence.start : sentence.end]
        )
        is not None
        and re.search(
            r"\b(?:interval|rentang|zona|kategori|nilai)\b",
            folded[sentence.start : sentence.end],
            re.IGNORECASE,
        )
        is not None
        and re.search(
            r"\d\s*(?:-|hingga|sampai)\s*(?:100|\d+[.,]99|5[.,]00)\b",
            folded[sentence.start : sentence.end],
        )
        is not None
    )


def _rejected(number: NumberMention, why: str) -> Rejected:
    return Rejected(start=number.start, end=number.end, raw=number.raw, why=why)
