"""Claims of several outlets become awards: facts decide what is the same."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.linking import Link, LinkKind, link
from storage.records import Award, AwardStatus, Claim, EditionBasis

CLAIM = Claim(
    recipient="Kabupaten Blora",
    recipient_code="33.16",
    recipient_kind="kabupaten",
    scheme="ombudsman-kepatuhan",
    grantor="Ombudsman RI",
    edition_year=2024,
    edition_basis=EditionBasis.CALENDAR,
    score=97.84,
    score_raw="97,84",
    scale=100,
)
FACTS = {
    "predicate": "Kualitas Tertinggi",
    "category": "A",
    "zone": "hijau",
    "rank": 3,
    "rank_scope": "se-Jawa Tengah",
    "award_date": date(2024, 12, 2),
    "venue": "Hotel Quest Semarang",
}


def claim(**changes: Any) -> Claim:
    return replace(CLAIM, **changes)


def award(**changes: Any) -> Award:
    """The award that CLAIM makes, already stored."""
    return replace(link(CLAIM, ()).award, id=7, **changes)


def told(*claims: Claim) -> Award:
    """The award that stands after all the claims, one after the other."""
    known: tuple[Award, ...] = ()
    for each in claims:
        known = (link(each, known).award,)
    return known[0]


def test_the_first_claim_makes_the_award() -> None:
    assert link(claim(**FACTS), ()) == Link(
        kind=LinkKind.NEW,
        award=Award(
            id=None,
            recipient="Kabupaten Blora",
            recipient_code="33.16",
            scheme="ombudsman-kepatuhan",
            edition_year=2024,
            edition_basis=EditionBasis.CALENDAR,
            status=AwardStatus.AGREED,
            score=97.84,
            score_raw="97,84",
            scale=100,
            **FACTS,  # type: ignore[arg-type]  # names and types of Award
        ),
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"edition_year": 2023},
        {"edition_year": None},
        {"scheme": "pekppp-ipp"},
        {"recipient": "Kabupaten Batang"},
        {"recipient": "DPMPTSP Kabupaten Blora"},
    ],
)
def test_another_recipient_scheme_or_edition_is_another_award(changes: dict[str, Any]) -> None:
    found = link(claim(**changes), [award()])

    assert (found.kind, found.award.id) == (LinkKind.NEW, None)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"score": None, "score_raw": None, "scale": None},
        {"score_raw": "97.84"},
        {"venue": "Hotel Guest, Semarang"},
        {"award_date": date(2024, 12, 3)},
        {"edition_basis": EditionBasis.STATED, "year": 2024},
        pytest.param({"score": 97.8, "score_raw": "97,8"}),
    ],
)
def test_a_report_of_the_same_result_is_the_same_award(changes: dict[str, Any]) -> None:
    found = link(claim(**changes), [award(venue="Hotel Quest Semarang")])

    assert (found.kind, found.award.id) == (LinkKind.SAME, 7)
    assert found.award.status is AwardStatus.AGREED


def test_an_award_is_found_among_other_editions() -> None:
    others = [replace(award(edition_year=y), id=y) for y in (2021, 2022, 2023)]

    assert link(CLAIM, [*others, award()]).award.id == 7


@pytest.mark.parametrize("score", [97.48, 98.84, 9.78])
def test_another_score_disputes_the_award_and_changes_nothing_else(score: float) -> None:
    found = link(claim(score=score, score_raw=str(score), venue="Hotel Lain"), [award(venue="X")])

    assert found == Link(
        kind=LinkKind.CONFLICT, award=award(venue="X", status=AwardStatus.DISPUTED)
    )


def test_a_corrected_award_stays_corrected() -> None:
    known = award(status=AwardStatus.CORRECTED)

    assert link(claim(score=90.0), [known]).award == known


def test_a_disputed_award_stays_disputed_when_one_agrees_again() -> None:
    found = link(CLAIM, [award(status=AwardStatus.DISPUTED)])

    assert (found.kind, found.award.status) == (LinkKind.SAME, AwardStatus.DISPUTED)


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_the_award_lacks_is_filled_in(name: str) -> None:
    found = link(claim(**{name: FACTS[name]}), [award()])

    assert getattr(found.award, name) == FACTS[name]


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_the_award_has_is_kept(name: str) -> None:
    known = award(**FACTS)
    other = claim(**FACTS | {name: 9 if name == "rank" else date(2025, 1, 1)})

    assert link(other, [known]).award == known


def test_a_score_that_comes_later_is_filled_in_as_printed() -> None:
    bare = award(score=None, score_raw=None, scale=None)
    found = link(CLAIM, [bare])

    assert found.kind is LinkKind.SAME
    assert (found.award.score, found.award.score_raw, found.award.scale) == (97.84, "97,84", 100)


def test_a_rank_and_its_scope_come_from_one_report() -> None:
    known = award(rank=1)
    found = link(claim(rank=2, rank_scope="nasional"), [known])

    assert (found.award.rank, found.award.rank_scope) == (1, None)


partial = st.fixed_dictionaries(
    {}, optional={name: st.just(value) for name, value in FACTS.items()}
).filter(lambda facts: "rank" in facts or "rank_scope" not in facts)
"""Any of the facts; a scope never without its rank."""
scores = st.sampled_from([{}, {"score": None, "score_raw": None, "scale": None}])
agreeing = st.builds(lambda facts, score: claim(**facts, **score), partial, scores)


@given(claims=st.lists(agreeing, min_size=1, max_size=5), randomness=st.randoms())
def test_claims_that_agree_make_one_award_in_any_order(
    claims: list[Claim], randomness: Any
) -> None:
    shuffled = list(claims)
    randomness.shuffle(shuffled)

    assert told(*shuffled) == told(*claims)


@given(
    claims=st.lists(
        st.builds(lambda s: claim(score=s), st.sampled_from([None, 97.84, 90.0, 91.5])),
        min_size=1,
        max_size=5,
    )
)
def test_whether_an_award_is_disputed_does_not_depend_on_the_order(claims: list[Claim]) -> None:
    printed = {each.score for each in claims} - {None}
    status = AwardStatus.DISPUTED if len(printed) > 1 else AwardStatus.AGREED

    assert told(*claims).status is status
    assert told(*reversed(claims)).status is status


@given(one=agreeing, score=st.sampled_from([97.84, 90.0, None]))
def test_the_same_claim_twice_changes_nothing(one: Claim, score: float | None) -> None:
    again = replace(one, score=score)
    first = link(again, [award()]).award

    assert link(again, [first]).award == first
    assert link(again, [first]).kind is not LinkKind.NEW
