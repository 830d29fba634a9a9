"""Offices of a class of their own: the province's in its ceremony, a regency's in its story."""

import pytest

from tests.awards.stories import read

EVENT = (
    "Komisi Informasi Jawa Tengah menyerahkan Anugerah Keterbukaan Informasi Publik 2024."
    " Kategori kabupaten/kota: Demak (98,10), Kota Tegal (97,20). "
)
OFFICES = "Dinas Kesehatan (95,10), Dinas Sosial (94,20), dan Bappeda (93,11)."
REGIONS = {"Kabupaten Demak": 98.10, "Kota Tegal": 97.20}


def told(story: str, title: str = "Komisi Informasi Serahkan Anugerah") -> dict[str, float | None]:
    return {claim.recipient: claim.score for claim in read(story, title).claims}


@pytest.mark.parametrize("label", ["Kategori OPD", "Kelompok perangkat daerah", "Kategori Dinas"])
def test_they_are_the_provinces_whose_commission_gives(label: str) -> None:
    assert told(f"{EVENT}{label}: {OFFICES}") == {
        **REGIONS,
        "Dinkes Provinsi Jawa Tengah": 95.10,
        "Dinsos Provinsi Jawa Tengah": 94.20,
        "Bappeda Provinsi Jawa Tengah": 93.11,
    }


def test_the_same_in_lines_under_the_class() -> None:
    rows = "Kategori OPD:\n1. Dinas Kesehatan (95,10)\n2. Dinas Sosial (94,20)"
    assert told(f"{EVENT}\n{rows}") == {
        **REGIONS,
        "Dinkes Provinsi Jawa Tengah": 95.10,
        "Dinsos Provinsi Jawa Tengah": 94.20,
    }


@pytest.mark.parametrize("label", ["Kategori OPD kabupaten", "Untuk OPD"])
def test_other_classes_are_not(label: str) -> None:
    assert not any("Provinsi" in name for name in told(f"{EVENT}{label}: {OFFICES}"))


def test_in_the_story_of_one_regency_they_are_its_own() -> None:
    story = (
        "Kabupaten Demak meraih nilai 98,10 pada penilaian kepatuhan pelayanan publik 2024 dari"
        f" Ombudsman RI Perwakilan Jawa Tengah. Kategori OPD: {OFFICES}"
    )
    assert told(story, "Kabupaten Demak Raih Penghargaan Ombudsman") == {"Kabupaten Demak": 98.10}
