"""Zones that are not left, and zones told of lists by their colours alone."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "words", ["belum beranjak dari", "tak kunjung keluar dari", "gagal naik kelas dari"]
)
def test_who_does_not_leave_a_zone_is_in_it(words: str) -> None:
    text = (
        "Kota Gorontalo masuk zona hijau kepatuhan pelayanan publik 2024 dengan nilai 90,10."
        f" Sementara Kabupaten Boalemo dan Gorontalo Utara {words} zona kuning karena nilainya"
        " 77,20 dan 75,15. Ombudsman RI menyerahkan hasilnya, Kamis."
    )
    claims = read(text, "Kota Gorontalo Raih Zona Hijau").claims

    assert [(claim.recipient, claim.zone, claim.score) for claim in claims] == [
        ("Kota Gorontalo", "hijau", 90.10),
        ("Kabupaten Boalemo", "kuning", 77.20),
        ("Kabupaten Gorontalo Utara", "kuning", 75.15),
    ]


def test_who_leaves_it_is_not() -> None:
    text = (
        "Kabupaten Lingga keluar dari zona merah dan kini berada di zona kuning dengan nilai"
        " kepatuhan 65,80. Hasil penilaian 2024 diserahkan Ombudsman RI."
    )
    claims = read(text, "Lingga Keluar dari Zona Merah").claims

    assert [claim.zone for claim in claims] == ["kuning"]


def test_colours_alone_are_zones_where_ombudsman_assessed() -> None:
    text = (
        "Dari lima pemda yang dinilai Ombudsman pada 2024, tiga sudah hijau, satu kuning, dan satu"
        " merah. Yang hijau yakni Kota Bengkulu, Kepahiang, dan Seluma. Yang kuning adalah"
        " Kabupaten Kaur. Satu-satunya yang merah adalah Provinsi Bengkulu."
    )
    claims = read(text, "Mayoritas Pemda di Bengkulu Hijau").claims

    assert [(claim.recipient, claim.zone) for claim in claims] == [
        ("Kota Bengkulu", "hijau"),
        ("Kabupaten Kepahiang", "hijau"),
        ("Kabupaten Seluma", "hijau"),
        ("Kabupaten Kaur", "kuning"),
        ("Provinsi Bengkulu", "merah"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "turun dari 80,11 (zona hijau) pada 2023 menjadi 71,43 (zona kuning) pada 2024",
        "turun dari 80,11 (zona hijau) pada 2023 menjadi 71,43 (zona kuning)",
        "merosot dari 80,11 (hijau) di tahun 2023 ke 71,43 (kuning) tahun ini",
    ],
)
def test_each_zone_of_two_years_is_of_the_score_in_front_of_it(told: str) -> None:
    text = (
        "PUTUSSIBAU - Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024."
        f" Nilai Kabupaten Kapuas Hulu {told}."
    )
    [claim] = read(text, "Kapuas Hulu dan Rapor Pelayanan Publik dari Ombudsman").claims

    assert (claim.score, claim.zone) == (71.43, "kuning")


def test_a_zone_that_is_left_in_a_year_is_not_that_which_comes_then() -> None:
    text = (
        "PUTUSSIBAU - Dari zona kuning dengan skor 71,43 di tahun 2023, Kabupaten Kapuas Hulu"
        " melesat ke zona hijau dengan skor 88,20 dalam penilaian Ombudsman RI 2024."
    )
    [claim] = read(text, "Kapuas Hulu Raih Predikat Kepatuhan dari Ombudsman").claims

    assert (claim.score, claim.zone) == (88.20, "hijau")


def test_colours_behind_dashes_are_zones_also_where_all_are_one() -> None:
    text = (
        "Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024:\n"
        "1. Kabupaten Siak - 96,11 - Kualitas Tertinggi - Hijau\n"
        "2. Kota Dumai - 92,50 - Kualitas Tertinggi - Hijau"
    )
    claims = read(text, "Nilai Pelayanan Publik di Riau").claims

    assert [claim.zone for claim in claims] == ["hijau", "hijau"]
