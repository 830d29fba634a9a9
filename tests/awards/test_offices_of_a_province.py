"""Offices of which a province is told to be the owner; two offices of one name's two regions."""

import pytest

from tests.awards.stories import read

GIVEN = "Komisi Informasi Banten menyerahkan Anugerah Keterbukaan Informasi Publik 2024."
HEADLINE = "Komisi Informasi Serahkan Anugerah Keterbukaan Informasi Publik"


@pytest.mark.parametrize(
    "before",
    [
        "",
        " Kota Serang meraih peringkat pertama.",
        " Kota Serang meraih peringkat pertama, disusul Kabupaten Lebak.",
    ],
)
@pytest.mark.parametrize("where", ["di lingkup", "di lingkungan", "dilingkup"])
def test_offices_told_as_a_provinces_are_no_regencys(before: str, where: str) -> None:
    text = (
        f"{GIVEN}{before} Selain itu, anugerah diberikan kepada OPD {where} Pemprov Banten. Posisi"
        " pertama diraih Bappeda dengan nilai 94,95, disusul Diskominfo dengan nilai 93,20."
    )

    claims = read(text, HEADLINE).claims

    offices = {claim.recipient: claim.score for claim in claims if claim.score}
    assert offices == {"Bappeda Provinsi Banten": 94.95, "Diskominfo Provinsi Banten": 93.2}
    assert not any(claim.units for claim in claims)


def test_offices_behind_one_of_a_regency_are_the_regencys() -> None:
    text = (
        "Kabupaten Blora meraih nilai 96,82 dalam penilaian kepatuhan Ombudsman RI 2024, di atas"
        " OPD di lingkungan Pemprov Jawa Tengah. Dinas Sosial Blora meraih 80,20 dan DPMPTSP 72,10."
    )

    (claim,) = read(text, "Blora Raih Zona Hijau Ombudsman").claims

    assert {unit.unit: unit.score for unit in claim.units} == {"Dinsos": 80.2, "DPMPTSP": 72.1}


@pytest.mark.parametrize(
    ("first", "second"), [("Kota", "Kabupaten"), ("Kabupaten", "Kota")], ids=["city", "regency"]
)
@pytest.mark.parametrize("office", ["Disdukcapil", "Kantor Pertanahan"])
def test_an_office_named_twice_is_that_of_the_other_region(
    office: str, first: str, second: str
) -> None:
    text = (
        f"Ombudsman RI memberi zona hijau penilaian kepatuhan 2024 kepada tiga kantor, yaitu"
        f" {office} {first} Madiun, {office} Ngawi, dan {office} Madiun."
    )

    claims = read(text, "Tiga Kantor Zona Hijau").claims

    assert {claim.recipient for claim in claims} == {
        f"{office} {first} Madiun",
        f"{office} {second} Madiun",
        f"{office} Kabupaten Ngawi",
    }


def test_another_office_of_the_city_is_still_the_citys() -> None:
    text = (
        "Ombudsman RI memberi zona hijau penilaian kepatuhan 2024 kepada Disdukcapil Kota Madiun"
        " dan DPMPTSP Madiun."
    )

    claims = read(text, "Dua Dinas Zona Hijau").claims

    assert {claim.recipient for claim in claims} == {
        "Disdukcapil Kota Madiun",
        "DPMPTSP Kota Madiun",
    }
