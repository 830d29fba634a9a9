"""Offices named in a row by their regions alone, and who receives in a clause of its own."""

import pytest

from tests.awards.stories import read

_OPENS = "Ombudsman RI merilis hasil penilaian kepatuhan standar pelayanan publik tahun 2024. "


@pytest.mark.parametrize(
    "row",
    [
        "Zona hijau ditempati Kantor Pertanahan Kabupaten Poso, Kabupaten Donggala, dan Kota Palu.",
        "Kantor Pertanahan Kabupaten Poso, Kabupaten Donggala, dan Kota Palu masuk zona hijau.",
        "Zona hijau: Kantor Pertanahan Kabupaten Poso (91,2), Kabupaten Donggala (89,1), dan Kota"
        " Palu (88,4).",
    ],
)
def test_a_row_of_regions_with_their_kinds(row: str) -> None:
    claims = read(_OPENS + row, "Ombudsman Umumkan Hasil Penilaian").claims

    assert {claim.recipient: claim.zone for claim in claims} == {
        "Kantor Pertanahan Kabupaten Poso": "hijau",
        "Kantor Pertanahan Kabupaten Donggala": "hijau",
        "Kantor Pertanahan Kota Palu": "hijau",
    }


def test_governments_behind_an_office_are_themselves() -> None:
    told = "Penghargaan diterima DPMPTSP Kabupaten Blora, Pemkab Kendal, dan Pemkot Tegal."
    claims = read(_OPENS + told, "Ombudsman Serahkan Penghargaan").claims

    assert {claim.recipient for claim in claims} == {
        "DPMPTSP Kabupaten Blora",
        "Kabupaten Kendal",
        "Kota Tegal",
    }


@pytest.mark.parametrize("end", [".", ".\n", " (semuanya baru)."])
def test_a_row_of_stations_may_end_without_dan(end: str) -> None:
    told = f"Zona kuning diperoleh Polres Banggai, Banggai Laut, Poso, Buol, Donggala{end}"
    claims = read(_OPENS + told, "Ombudsman Umumkan Hasil Penilaian").claims

    if end != " (semuanya baru).":
        assert [claim.recipient for claim in claims] == [
            f"Polres {name}" for name in ("Banggai", "Banggai Laut", "Poso", "Buol", "Donggala")
        ]
    assert {claim.zone for claim in claims} == {"kuning"}


def test_innovations_stand_between_the_names_of_a_row() -> None:
    told = (
        "Kementerian PANRB menyerahkan penghargaan Top 45 Inovasi Pelayanan Publik 2024."
        " Penghargaan diterima Kementerian Kesehatan dengan inovasi Satu Sehat, Kementerian Agama"
        " melalui program Haji Pintar 2, dan Pemkab Sumedang dengan inovasi Simpati."
    )

    assert {claim.recipient for claim in read(told, "Penerima Top 45 Inovasi").claims} == {
        "Kementerian Kesehatan",
        "Kementerian Agama",
        "Kabupaten Sumedang",
    }


@pytest.mark.parametrize("joint", [", sedangkan", ", sementara", ";", ", lalu"])
def test_each_clause_has_its_own_receiver(joint: str) -> None:
    told = (
        "Kementerian PANRB menyerahkan penghargaan RB Tematik 2024, Senin (2/12/2024). Kementerian"
        " Sosial meraih penghargaan RB Tematik Kemiskinan"
        f"{joint} Kota Semarang meraih penghargaan RB Tematik Digitalisasi."
    )

    assert {claim.recipient for claim in read(told, "Penerima RB Tematik").claims} == {
        "Kementerian Sosial",
        "Kota Semarang",
    }
