"""Offices told apart by a number, hospitals by initials, clinics called like far regions."""

import pytest

from tests.awards.stories import GRANT, only_claim, read

PLAIN = f"{GRANT} dengan nilai 97,93.\n\n"


@pytest.mark.parametrize("number", ["1", "2", "IV"])
def test_a_tax_office_keeps_its_number(number: str) -> None:
    claim = only_claim(f"{PLAIN}Nilai Samsat Kendal {number} 98,45 dan Dinsos 97,10.")
    assert [(each.unit, each.score) for each in claim.units] == [
        (f"Samsat Kendal {number}", 98.45),
        ("Dinsos", 97.1),
    ]


def test_the_score_behind_a_tax_office_is_no_number_of_it() -> None:
    claim = only_claim(f"{PLAIN}Samsat Kaliwungu 85,02, Dinsos 97,10.")
    assert [(each.unit, each.score) for each in claim.units] == [
        ("Samsat Kaliwungu", 85.02),
        ("Dinsos", 97.1),
    ]


@pytest.mark.parametrize("name", ["RSUD dr. Adnaan WD", "RSUD dr. H. Jusuf SK"])
@pytest.mark.parametrize("behind", [" meraih nilai 93,10", " (93,10)", " 93,10"])
def test_a_hospital_keeps_the_initials_of_its_person(name: str, behind: str) -> None:
    claim = only_claim(f"{PLAIN}Kemudian {name}{behind}.")
    assert [each.unit for each in claim.units] == [name]


def test_letters_of_a_class_are_no_initials() -> None:
    claim = only_claim(f"{PLAIN}RSUD dr. Soewondo AA dengan nilai 93,10.")
    assert [each.unit for each in claim.units] == ["RSUD dr. Soewondo"]


def test_a_clinic_called_like_a_far_region_does_not_stand_for_it() -> None:
    told = f"{PLAIN}Nilai Puskesmas Kapuas 98,45, Puskesmas Weleri 97,10."
    claim = only_claim(told)
    assert [each.unit for each in claim.units] == ["Puskesmas Kapuas", "Puskesmas Weleri"]


def test_the_highest_of_a_province_is_its_first() -> None:
    (claim,) = read(f"{GRANT} dengan nilai 97,93 dan menjadi yang tertinggi se-Jateng.").claims
    assert (claim.rank, claim.rank_scope) == (1, "se-Jateng")


@pytest.mark.parametrize("both", ["sama-sama 91,20 poin", "sama-sama memperoleh nilai 91,20"])
def test_two_offices_with_one_score(both: str) -> None:
    claim = only_claim(f"{PLAIN}Puskesmas Kaliwungu dan Puskesmas Weleri {both}.")
    assert [(each.unit, each.score) for each in claim.units] == [
        ("Puskesmas Kaliwungu", 91.2),
        ("Puskesmas Weleri", 91.2),
    ]
