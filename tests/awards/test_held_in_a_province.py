"""A province in the name of the award that one of its regions gets; medals go to persons only."""

import pytest

from tests.awards.stories import read

AWARD = "Anugerah Keterbukaan Informasi Publik Provinsi Jawa Tengah 2024"


@pytest.mark.parametrize(
    "told",
    [
        f"Pemkab Kudus menerima {AWARD} dengan predikat Informatif.",
        f"Pada malam itu {AWARD} diterima Pemkab Kudus dengan predikat Informatif.",
        f"Bupati Kudus menerima {AWARD} dengan predikat Informatif.",
    ],
)
def test_the_province_in_the_name_of_an_award_only_tells_where(told: str) -> None:
    claims = read(told, "Kudus Raih Predikat Informatif", None).claims

    assert [(claim.recipient, claim.predicate) for claim in claims] == [
        ("Kabupaten Kudus", "Informatif")
    ]


def test_a_province_whose_own_index_is_told_has_it() -> None:
    text = (
        "Indeks SPBE Provinsi Bali mencapai 4,10 dengan predikat sangat baik, sedangkan Kabupaten"
        " Badung meraih 4,21 pada evaluasi Kementerian PANRB."
    )

    claims = read(text, "Nilai SPBE Bali dan Badung Naik", None).claims

    named = {claim.recipient: claim.score for claim in claims}
    assert named == {"Provinsi Bali": 4.1, "Kabupaten Badung": 4.21}


def test_years_of_service_are_no_claim_of_a_region() -> None:
    text = (
        "Wali Kota Bogor menerima Satyalancana Karya Bhakti Praja Nugraha dari Presiden pada Hari"
        " Otonomi Daerah. Ia berterima kasih kepada Pemkot Bogor atas Satyalancana itu dan kerja"
        " keras selama 10 tahun ini."
    )

    claims = read(text, "Wali Kota Bogor Terima Satyalancana", None).claims

    assert {claim.scheme for claim in claims} <= {"eppd-lppd"}


@pytest.mark.parametrize(
    "evening",
    [
        "dalam acara Penyerahan Penghargaan Pelayanan Publik Provinsi Jawa Timur",
        "pada malam Anugerah Inovasi Provinsi Jawa Timur",
        "di sela kegiatan Penganugerahan Pelayanan Prima Provinsi Jawa Timur",
    ],
)
def test_a_province_in_the_name_of_an_evening_receives_nothing(evening: str) -> None:
    text = (
        "Samsat Blitar meraih predikat Pelayanan Prima pada evaluasi pelayanan publik 2022 dari"
        " KemenPAN-RB.\n"
        f"“Dengan diraihnya predikat pelayanan prima ini warga makin percaya,” ujarnya {evening}."
    )

    claims = read(text, "Samsat Blitar Raih Pelayanan Prima", None).claims

    assert [claim.recipient for claim in claims] == ["Samsat Blitar Kabupaten Blitar"]


def test_to_whom_it_is_given_at_such_an_evening_has_it() -> None:
    text = (
        "Ombudsman RI memberi predikat Kualitas Tertinggi dalam acara Penyerahan Penghargaan"
        " Kepatuhan Pelayanan Publik 2024 kepada Provinsi Jawa Timur."
    )

    claims = read(text, "Ombudsman Serahkan Predikat Kepatuhan").claims

    assert [claim.recipient for claim in claims] == ["Provinsi Jawa Timur"]
