"""An award as its reports make it: votes, copies, the grantor's word, and the first reporter."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from crawler.linking.editions import Edition
from crawler.linking.standing import Standing, is_corrected, stand
from storage.award_records import HeldClaim
from storage.records import AwardStatus, EditionBasis
from tests.linking.reports import FACTS, report, said

BLORA = Edition(recipient="Kabupaten Blora", year=2024)


def standing(*reports: HeldClaim, **given: Any) -> Standing:
    return stand(BLORA, reports, **given)


def shown(found: Standing) -> tuple[str | None, str, list[str]]:
    """Score, status and how each report stands to it."""
    return found.award.score_raw, found.award.status, [place.relation for place in found.places]


def test_one_report_makes_the_award() -> None:
    award = standing(report(1, said(**FACTS))).award
    assert {name: getattr(award, name) for name in FACTS} == FACTS
    assert (award.score, award.score_raw, award.scale) == (97.84, "97,84", 100)
    assert (award.recipient_code, award.edition_basis) == ("33.16", EditionBasis.STATED)


def test_reports_that_differ_are_two_sides_and_a_later_majority_settles_it() -> None:
    first, other = report(1, said("98,02")), report(2, said("98,2"))
    assert shown(standing(first, other)) == ("98,02", "disputed", ["first", "conflict"])

    found = standing(first, other, report(3, said("98,2")))
    assert shown(found) == ("98,2", "agreed", ["conflict", "first", "same"])
    assert found.places[0].place == 1


def test_copies_count_once() -> None:
    pairs = frozenset({frozenset({1, 2}), frozenset({2, 3})})
    copied = [report(number, said("98,02")) for number in (1, 2, 3)]
    found = standing(*copied, report(4, said("98,2")), similar=pairs)
    assert shown(found)[:2] == ("98,02", "disputed")
    assert [place.copy_of for place in found.places] == [None, 1, 1, None]


def test_a_copy_that_prints_another_score_is_a_side_of_its_own() -> None:
    pairs = frozenset({frozenset({1, 2})})
    found = standing(report(1, said("98,2")), report(2, said("98,02")), similar=pairs)
    assert shown(found) == ("98,2", "disputed", ["first", "conflict"])
    assert [place.copy_of for place in found.places] == [None, None]


def test_the_grantors_own_site_settles_it() -> None:
    papers = [report(1, said("98,02")), report(2, said("98,02"))]
    own = report(3, said("98,2"))
    assert shown(standing(*papers, own))[:2] == ("98,02", "agreed")
    found = standing(*papers, own, own={3})
    assert shown(found) == ("98,2", "agreed", ["conflict", "conflict", "first"])


def test_who_published_first_is_the_first_reporter_whoever_came_first() -> None:
    late, early = report(8, id=1), report(2, id=2)
    undated = report(1, id=3, published=None)
    found = standing(late, undated, early)
    assert [place.claim_id for place in found.places] == [2, 1, 3]


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_is_what_most_tell_and_the_first_where_as_many_tell_another(name: str) -> None:
    others = {"rank": 9, "rank_scope": "nasional", "award_date": date(2025, 1, 1)}
    other = FACTS | {name: others.get(name, "lain")}
    first, second, third = report(1, said(**other)), report(2, said(**FACTS)), report(3, said())
    assert getattr(standing(first, second, third).award, name) == other[name]
    third = report(3, said(**FACTS))
    assert getattr(standing(first, second, third).award, name) == FACTS[name]


def test_who_tells_another_score_is_asked_last() -> None:
    wrong = report(1, said("91", venue="Hotel Lain", zone="kuning"))
    award = standing(wrong, report(2, said(venue="Hotel Quest")), report(3)).award
    assert (award.venue, award.zone) == ("Hotel Quest", "kuning")


def test_a_scope_is_only_of_those_who_tell_the_rank() -> None:
    found = standing(
        report(1, said(rank=1, rank_scope=None)), report(2, said(rank=2, rank_scope="nasional"))
    )
    assert (found.award.rank, found.award.rank_scope) == (1, None)


def test_the_longer_form_of_a_score_is_kept() -> None:
    found = standing(report(1, said("94,5")), report(2, said("94,52")))
    assert shown(found) == ("94,52", "agreed", ["first", "same"])


def test_an_edition_that_one_report_states_is_no_guess() -> None:
    guess = said(edition_basis=EditionBasis.CALENDAR)
    assert standing(report(1, guess)).award.edition_basis is EditionBasis.CALENDAR
    award = standing(report(1, guess), report(2, said())).award
    assert award.edition_basis is EditionBasis.STATED


@pytest.mark.parametrize(
    ("changes", "is_one"),
    [
        ({"score": 94.87, "score_raw": "94,87"}, True),
        ({"score": 97.8, "score_raw": "97,8"}, False),
        ({"zone": "kuning"}, True),
        ({"zone": None}, False),
        ({"venue": "Hotel Lain"}, False),
        ({"edition_year": 2023}, True),
        ({"status": AwardStatus.DISPUTED}, False),
        ({"status": AwardStatus.WITHDRAWN, "zone": "kuning"}, False),
    ],
)
def test_another_result_is_a_correction_and_a_further_fact_is_none(
    changes: dict[str, Any], is_one: bool
) -> None:
    before = standing(report(1, said(**FACTS))).award
    assert is_corrected(before, replace(before, **changes)) is is_one


def test_a_first_claim_conflicts_with_nothing_when_nobody_tells_a_score() -> None:
    found = standing(report(1, said(None)), report(2, said(None)))
    assert shown(found) == (None, "agreed", ["first", "same"])
