"""Organisational units: owners, people who only speak for them, and units that receive."""

import pytest

from crawler.awards.bodies import find_cast
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.mentions import UnitMention
from crawler.awards.text import fold
from tests.awards.stories import only_claim


def unit_of(text: str) -> UnitMention:
    (unit,) = find_cast(fold(text), load_gazetteer(), {}).units
    return unit


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        ("DPMPTSP Kabupaten Blora", "DPMPTSP", "Kabupaten Blora"),
        ("DPMPTSP Blora", "DPMPTSP", "Kabupaten Blora"),
        ("Disdukcapil Kota Tegal", "Disdukcapil", "Kota Tegal"),
        ("Mal Pelayanan Publik Blora", "MPP", "Kabupaten Blora"),
        ("RSUD KRMT Wongsonegoro Kota Semarang", "RSUD KRMT Wongsonegoro", "Kota Semarang"),
        (
            "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu (DPMPTSP) Blora",
            "DPMPTSP",
            "Kabupaten Blora",
        ),
    ],
)
def test_the_region_behind_a_unit_owns_it(text: str, name: str, owner: str) -> None:
    unit = unit_of(text)

    assert (unit.name, unit.owner and unit.owner.full_name) == (name, owner)


def test_the_region_in_a_unit_s_name_is_no_body_of_its_own() -> None:
    cast = find_cast(fold("Puskesmas Batang I dan DPMPTSP Blora"), load_gazetteer(), {})

    assert cast.bodies == ()


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("Kepala DPMPTSP Blora, Bondan", True),
        ("Plt. Kepala Dinas Sosial Blora", True),
        ("Direktur RSUD Kartini", True),
        ("DPMPTSP Blora meraih", False),
        ("pada DPMPTSP Blora", False),
    ],
)
def test_a_person_of_the_unit_is_told_from_the_unit(text: str, *, is_person: bool) -> None:
    assert unit_of(text).is_person == is_person


@pytest.mark.parametrize(
    ("head", "recipient"),
    [
        ("DPMPTSP Kabupaten Blora", "DPMPTSP Kabupaten Blora"),
        ("Polres Batang", "Polres Batang"),
        ("RSUD dr. Soetijono Blora", "RSUD dr. Soetijono Blora"),
        ("Kantor Pertanahan Kabupaten Batang", "Kantor Pertanahan Kabupaten Batang"),
    ],
)
def test_a_unit_can_be_the_recipient_itself(head: str, recipient: str) -> None:
    claim = only_claim(
        f"{head} meraih nilai 94,40 dalam penilaian kepatuhan penyelenggaraan pelayanan publik"
        " tahun 2024 dari Ombudsman RI.",
        title=f"{head} Raih Zona Hijau Ombudsman",
    )

    assert (claim.recipient, claim.recipient_kind, claim.score) == (recipient, "unit", 94.4)


def test_an_office_is_one_with_and_without_its_abbreviation() -> None:
    text = (
        "Dinas Perpustakaan Dan Kearsipan Blora meraih predikat. Dinas Perpustakaan dan Kearsipan"
        " (DPK) Kabupaten Blora bersyukur."
    )

    assert {unit.name for unit in find_cast(fold(text), load_gazetteer(), {}).units} == {"DPK"}


def test_a_ministry_without_offices_in_the_regions_has_none_where_a_town_follows() -> None:
    cast = find_cast(fold("di Manggala Wanabakti KLHK Jakarta"), load_gazetteer(), {})

    assert [unit.name for unit in cast.units if "Kanwil" in unit.name] == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Puskesmas Padang Karambia menerima", None),
        ("Puskesmas Batang I menerima", "Kabupaten Batang"),
    ],
)
def test_a_clinic_called_like_a_city_need_not_lie_in_it(text: str, owner: str | None) -> None:
    found = unit_of(text).owner

    assert (found and found.full_name) == owner
