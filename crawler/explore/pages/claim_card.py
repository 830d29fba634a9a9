"""A claim as it stands beside its article: its facts, each with the places that prove it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.explore.marking import Mark, value_of
from storage.reading.told import Told
from storage.records import Claim

_FACTS = (
    *("score", "predicate", "category", "zone", "rank", "rank_scope", "edition_year"),
    *("award_date", "venue", "grantor"),
)
_PROVEN_AS = {"edition_year": "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One field that a claim states."""

    field: str
    value: str
    """As printed; a day as ISO."""
    anchors: tuple[str, ...]
    """Names of the marks on the page that prove it; none where it is inferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """One claim."""

    number: int
    """From 1, as the marks count."""
    told: Told
    facts: tuple[Fact, ...]


def cards_of(told: Sequence[Told], marks: Mapping[str, Sequence[Mark]]) -> tuple[ClaimCard, ...]:
    """The claims with their facts; `marks` are those that the page shows, by source."""
    anchors: dict[tuple[int, str, str], list[str]] = {}
    for mark in (each for source in marks.values() for each in source):
        for number in mark.claims:
            anchors.setdefault((number, mark.field, mark.value), []).append(mark.anchor)
    return tuple(
        ClaimCard(number=number, told=each, facts=_facts(number, each.claim, anchors))
        for number, each in enumerate(told, 1)
    )


def _facts(
    number: int, claim: Claim, anchors: Mapping[tuple[int, str, str], Sequence[str]]
) -> tuple[Fact, ...]:
    names = [
        *_FACTS,
        *(f"units[{place}]" for place in range(len(claim.units))),
        *(f"previous[{place}]" for place in range(len(claim.previous))),
    ]
    facts = []
    for name in names:
        value = value_of(claim, name)
        field = name.partition("[")[0]
        if value:
            proven = _PROVEN_AS.get(field, field)
            found = anchors.get((number, proven, value), ())
            facts.append(Fact(field=field, value=value, anchors=tuple(found)))
    return tuple(facts)
