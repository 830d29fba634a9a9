"""Certificates of accreditation are the ministry's, whoever hands them to the clinics."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "handing",
    [
        "Wali Kota Tegal memberikan sertifikat akreditasi paripurna kepada tiga puskesmas",
        "Bupati Kudus menyerahkan piagam akreditasi paripurna kepada tiga puskesmas",
    ],
)
def test_a_mayor_who_hands_over_certificates_rewards_nothing_of_his_own(handing: str) -> None:
    text = (
        f"{handing}, Rabu (10/4/2024).\nTiga puskesmas yang meraih akreditasi paripurna itu "
        "adalah Puskesmas Klego Sari, Puskesmas Medono Jaya, dan Puskesmas Tirto Asri."
    )

    claims = read(text, "Tiga Puskesmas Terima Sertifikat Akreditasi", published=None).claims

    assert [claim.recipient.partition(" Ko")[0].partition(" Ka")[0] for claim in claims] == [
        "Puskesmas Klego Sari",
        "Puskesmas Medono Jaya",
        "Puskesmas Tirto Asri",
    ]
    assert {claim.predicate for claim in claims} == {"Paripurna"}


def test_a_town_s_name_amid_a_list_of_clinics_is_a_clinic_s() -> None:
    text = (
        "Puskesmas di Kota Pekalongan yang memperoleh akreditasi utama adalah Puskesmas Tirto, "
        "Tondano, Buaran dan Puskesmas Pekalongan Selatan."
    )

    claims = read(text, "Puskesmas Kota Pekalongan Terakreditasi", published=None).claims

    assert claims
    assert not any("Minahasa" in claim.recipient for claim in claims)


def test_a_district_s_adipura_is_its_regency_s() -> None:
    text = (
        "Kecamatan Kepanjen, Kabupaten Malang meraih Piala Adipura kategori kota kecil, Senin "
        "(14/1/2019). Piala diserahkan Wakil Presiden di Jakarta."
    )

    claims = read(text, "Kepanjen Raih Adipura", published=None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Malang"]


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Kudus masuk lima daerah berkinerja terbaik berdasarkan laporan penyelenggaraan "
        "pemerintahan daerah (LPPD) dan menerima penghargaan dari Menko Polhukam.",
        "Kabupaten Kudus menerima penghargaan LPPD terbaik di Jakarta.",
    ],
)
def test_a_report_s_award_is_known_without_its_ministry(text: str) -> None:
    claims = read(text, "Kudus Raih Penghargaan", published=None).claims

    assert [(c.recipient, c.scheme) for c in claims] == [("Kabupaten Kudus", "eppd-lppd")]


def test_a_hospital_that_passes_is_not_swallowed_by_the_scheme_s_name() -> None:
    text = "RSUD Sragen memperoleh akreditasi dengan predikat Paripurna, Selasa (3/12/2024)."

    (claim,) = read(text, "RSUD Sragen Lulus Akreditasi Paripurna").claims

    assert "Sragen" in claim.recipient
