"""Where the names of offices end: behind brackets of any kind, and hospitals called Prima."""

import pytest

from tests.awards.stories import read, staged


def recipients(names: str) -> set[str]:
    story = f"Predikat Informatif Anugerah Keterbukaan Informasi Publik 2024 diraih oleh {names}."
    return {claim.recipient for claim in read(story, "Anugerah KIP 2024").claims}


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (
            "Dinas Komunikasi dan Informatika (Kominfo) Provinsi Jawa Tengah",
            "Diskominfo Provinsi Jawa Tengah",
        ),
        (
            "Dinas Perumahan dan Kawasan Permukiman (Perkim) Kabupaten Demak",
            "Dinas Perumahan dan Kawasan Permukiman Kabupaten Demak",
        ),
        ("Dinas Sosial (Dinsos) Kota Tegal", "Dinsos Kota Tegal"),
    ],
)
def test_a_region_behind_brackets_is_whose_the_office_is(name: str, called: str) -> None:
    assert recipients(name) == {called}


def test_a_grade_in_brackets_ends_the_name() -> None:
    assert recipients("Dinas Sosial (A), Kabupaten Demak, dan Kota Tegal") == {
        "Kabupaten Demak",
        "Kota Tegal",
    }


def test_hospitals_called_prima_are_not_another_one() -> None:
    scene = staged("RSUD Kusuma Prima (92,45), RSUD Sari Kusuma (92,55), dan RSUD Bakti Prima.")
    assert [unit.name for unit in scene.cast.units] == [
        "RSUD Kusuma Prima",
        "RSUD Sari Kusuma",
        "RSUD Bakti Prima",
    ]


def test_prima_in_a_headline_is_no_name() -> None:
    scene = staged("RSUD Cepu Prima dalam Pelayanan", "")
    assert [unit.name for unit in scene.cast.units] == ["RSUD Cepu"]


@pytest.mark.parametrize("unknown", ["Kabupaten Sukamakmur", "Kota Baruraya"])
def test_a_province_in_brackets_only_tells_where(unknown: str) -> None:
    names = (
        f"Kabupaten Wajo (Provinsi Sulawesi Selatan), {unknown} (Provinsi Maluku),"
        " dan Kabupaten Banyuasin (Provinsi Sumatera Selatan)"
    )
    assert recipients(names) == {"Kabupaten Wajo", "Kabupaten Banyuasin"}


def test_a_regency_in_brackets_is_whose_town_is_meant() -> None:
    assert recipients("Kota Mojosari (Kabupaten Mojokerto) dan Kota Tegal") == {
        "Kabupaten Mojokerto",
        "Kota Tegal",
    }
