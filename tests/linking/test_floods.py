"""Whatever reports come, in whatever order: the same awards, one for each body and edition."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from crawler.linking.editions import Edition, editions
from crawler.linking.identity import identify
from crawler.linking.standing import stand
from storage.award_records import HeldClaim
from storage.records import Award, ClaimRelation, EditionBasis
from tests.linking.reports import alike, floods

Pairs = Set[frozenset[int]]


def awards(reports: Iterable[HeldClaim], similar: Pairs = frozenset()) -> dict[Edition, Any]:
    """What these reports come to: each award with the place of every claim."""
    grouped = editions(reports)
    return {edition: stand(edition, held, similar=similar) for edition, held in grouped.items()}


@given(flood=floods(), similar=alike(), randomness=st.randoms())
def test_the_order_of_arrival_never_changes_the_awards(
    flood: list[HeldClaim], similar: Pairs, randomness: Any
) -> None:
    shuffled = list(flood)
    randomness.shuffle(shuffled)
    # Who comes first also gets the smaller numbers.
    renumbered = [replace(each, id=number) for number, each in enumerate(shuffled)]
    told = {each.id: (each.article_id, each.position) for each in renumbered}
    first = {each.id: (each.article_id, each.position) for each in flood}

    assert _named(awards(renumbered, similar), told) == _named(awards(flood, similar), first)


@given(flood=floods())
def test_no_two_awards_share_body_and_edition_and_no_claim_is_lost_or_doubled(
    flood: list[HeldClaim],
) -> None:
    found = awards(flood)

    identities = [(s.award.recipient, s.award.scheme, s.award.edition_year) for s in found.values()]
    assert len(identities) == len(set(identities))
    assert sorted(p.claim_id for s in found.values() for p in s.places) == sorted(
        each.id for each in flood
    )


@given(flood=floods(), similar=alike())
def test_an_award_has_one_first_claim_and_its_copies_copy_a_report_of_their_own_award(
    flood: list[HeldClaim], similar: Pairs
) -> None:
    article = {each.id: each.article_id for each in flood}
    for standing in awards(flood, similar).values():
        relations = [place.relation for place in standing.places]
        assert relations.count(ClaimRelation.FIRST) == 1
        assert [place.place for place in standing.places] == list(range(1, len(relations) + 1))
        own = {article[p.claim_id] for p in standing.places if p.copy_of is None}
        assert {p.copy_of for p in standing.places if p.copy_of is not None} <= own


@given(flood=floods())
def test_a_stated_edition_is_never_merged_into_another(flood: list[HeldClaim]) -> None:
    for edition, held in editions(flood).items():
        stated = {
            (each.claim.recipient, each.claim.edition_year)
            for each in held
            if each.claim.edition_basis is EditionBasis.STATED
        }
        assert stated <= {(edition.recipient, edition.year)}


@given(flood=floods(), more=floods())
def test_merging_is_idempotent(flood: list[HeldClaim], more: list[HeldClaim]) -> None:
    """An award keeps its number, however often it is made anew from the same reports."""
    held, placed = _stored(flood, {}, 1)
    again, still = _stored(placed, held, 100)
    assert (again, still) == (held, placed)

    grown = [*placed, *(replace(each, article_id=each.article_id + 20) for each in more)]
    wide, settled = _stored(grown, held, 100)
    assert _stored(settled, wide, 200) == (wide, settled)


def _named(found: dict[Edition, Any], names: dict[int, tuple[int, int]]) -> dict[Edition, Any]:
    return {
        edition: (
            standing.award,
            [(names[p.claim_id], p.relation, p.place, p.copy_of) for p in standing.places],
        )
        for edition, standing in found.items()
    }


def _stored(
    reports: Sequence[HeldClaim], held: dict[Edition, Award], number: int
) -> tuple[dict[Edition, Award], list[HeldClaim]]:
    """The awards with their numbers, and the reports as they are tied to them."""
    grouped = editions(reports)
    behind: dict[int, set[int]] = {}
    for each in reports:
        if each.award_id is not None:
            behind.setdefault(each.award_id, set()).add(each.article_id)
    known = identify(grouped, held, behind)
    made: dict[Edition, Award] = {}
    placed: dict[int, int] = {}
    for edition in sorted(grouped, key=lambda each: (each.recipient, each.year or 0)):
        before = known[edition]
        award_id = number + len(made) if before is None else before.id
        assert award_id is not None
        made[edition] = replace(stand(edition, grouped[edition]).award, id=award_id)
        placed |= {each.id: award_id for each in grouped[edition]}
    ids = [award.id for award in made.values()]
    assert len(ids) == len(set(ids))
    return made, [replace(each, award_id=placed[each.id]) for each in reports]
