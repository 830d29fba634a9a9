"""Lists of villages and schools in a league table; lists of "Pemda Kabupaten X"; areas I to III."""

import pytest

from tests.awards.stories import read

TABLE = """Komisi Informasi menyerahkan Anugerah Keterbukaan Informasi Publik 2023 di Semarang.
Inilah badan publik terbaik 2023:
Kategori {}
1. Semarang Jaya
2. Batang Harjo
Kategori Kabupaten
1. Kudus
2. Tegal"""


@pytest.mark.parametrize("lower", ["Desa", "Nagari:", "Kelurahan Terbuka", "SMA/SMK"])
def test_names_below_such_a_heading_are_no_regencies(lower: str) -> None:
    claims = read(TABLE.format(lower), "Ini Badan Publik Terbaik Anugerah KIP").claims

    assert {claim.recipient: claim.rank for claim in claims} == {
        "Kabupaten Kudus": 1,
        "Kabupaten Tegal": 2,
    }


def test_a_village_of_such_a_list_keeps_its_regency() -> None:
    text = TABLE.format("Desa").replace("Batang Harjo", "Desa Getas, Kudus")

    claims = read(text, "Ini Badan Publik Terbaik Anugerah KIP").claims

    assert "Desa Getas Kabupaten Kudus" in {claim.recipient for claim in claims}


@pytest.mark.parametrize("kind", ["Pemda Kabupaten", "Pemda", "Pemerintah Daerah Kabupaten"])
def test_the_governments_of_a_list_share_what_is_told(kind: str) -> None:
    text = (
        "Zona hijau penilaian kepatuhan Ombudsman RI 2024 diraih Kota Palu,"
        f" {kind} Banggai dan {kind} Poso."
    )

    claims = read(text, "Tiga Daerah di Sulteng Zona Hijau").claims

    assert {claim.recipient: claim.zone for claim in claims} == {
        "Kota Palu": "hijau",
        "Kabupaten Banggai": "hijau",
        "Kabupaten Poso": "hijau",
    }


@pytest.mark.parametrize(
    "index",
    [
        "Indeks Pelayanan Publik (IPP) secara keseluruhan lingkup wilayah I adalah sebesar 3,36.",
        "Nilai IPP wilayah II sebesar 3,36 dan IPP untuk wilayah III mencapai 3,51.",
    ],
)
def test_the_index_of_an_area_is_nobodys(index: str) -> None:
    text = (
        "Kementerian PANRB menyerahkan hasil evaluasi pelayanan publik 2019 kepada Kabupaten Aceh"
        f" Besar yang meraih predikat Baik. {index}"
    )

    claims = read(text, "Menteri Serahkan Hasil Evaluasi", None).claims

    assert [claim.score for claim in claims] == [None]
