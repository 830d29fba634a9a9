"""Which award a claim speaks of: stated editions stand, guessed ones go by the facts."""

from datetime import date

import pytest

from crawler.linking.editions import editions
from storage.award_records import HeldClaim
from storage.records import EditionBasis
from tests.linking.reports import report, said

DAY = date(2024, 12, 2)


def stated(article: int, year: int, raw: str | None, day: date | None = None) -> HeldClaim:
    basis = EditionBasis.STATED
    claim = said(raw, edition_year=year, edition_basis=basis, award_date=day)
    return report(article, claim)


def guessed(article: int, year: int | None, raw: str | None, day: date | None = None) -> HeldClaim:
    basis = None if year is None else EditionBasis.CALENDAR
    claim = said(raw, edition_year=year, edition_basis=basis, award_date=day)
    return report(article, claim)


def homes(*reports: HeldClaim) -> dict[int, int | None]:
    """Article -> the edition that its claim came to."""
    return {
        held.article_id: edition.year
        for edition, group in editions(reports).items()
        for held in group
    }


@pytest.mark.parametrize(
    ("reports", "home"),
    [
        pytest.param([stated(1, 2024, "97,84")], 2024, id="the year agrees"),
        pytest.param([stated(1, 2024, "91,1")], 2024, id="a year that agrees, another score"),
        pytest.param([stated(1, 2023, "97,84")], 2023, id="the same score a year before"),
        pytest.param([stated(1, 2025, "97,8")], 2025, id="the same score a year later"),
        pytest.param([stated(1, 2022, "97,84")], 2024, id="a guess is wrong by a year at most"),
        pytest.param([stated(1, 2023, "91,1")], 2024, id="another score is another edition"),
        pytest.param([stated(1, 2023, None)], 2024, id="nothing in common"),
        pytest.param(
            [stated(1, 2023, "97,84"), stated(2, 2024, "91,1")], 2023, id="the score decides"
        ),
        pytest.param(
            [stated(1, 2023, "97,84"), stated(2, 2025, "97,84")], 2024, id="two fit: it stays"
        ),
        pytest.param([stated(1, 2023, None, DAY)], 2023, id="the same day"),
        pytest.param([stated(1, 2023, "91,1", DAY)], 2024, id="the same day, another score"),
        pytest.param([guessed(1, 2023, "97,84")], 2024, id="two guesses never move one another"),
    ],
)
def test_a_guessed_edition_gives_way_to_the_one_stated_edition_that_fits(
    reports: list[HeldClaim], home: int
) -> None:
    assert homes(*reports, guessed(9, 2024, "97,84", DAY))[9] == home


@pytest.mark.parametrize(
    ("reports", "home"),
    [
        ([], None),
        ([stated(1, 2019, "97,84")], 2019),
        ([stated(1, 2019, "97,84"), stated(2, 2020, "97,84")], None),
        ([guessed(1, 2024, "97,84")], None),
    ],
)
def test_an_unknown_edition_is_that_of_the_same_score(
    reports: list[HeldClaim], home: int | None
) -> None:
    assert homes(*reports, guessed(9, None, "97,84"))[9] == home


def test_a_guess_never_bridges_two_stated_editions() -> None:
    found = homes(stated(1, 2023, "97,84"), guessed(2, 2024, "97,84"), stated(3, 2025, "97,84"))
    assert (found[1], found[3]) == (2023, 2025)
