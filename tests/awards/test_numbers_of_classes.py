"""Numbers of whole classes, of the nation and of counts are nobody's; whose past a clause tells."""

import pytest

from tests.awards.stories import read

_SPI = "KPK merilis hasil Survei Penilaian Integritas (SPI) 2023, Jumat (26/1/2024). "


@pytest.mark.parametrize(
    "told",
    [
        "Penurunan dialami kementerian, di mana pada 2021 di angka 80,1 dan pada 2023 73,5.",
        "Skor SPI pada pemerintah kabupaten juga menurun, pada 2021 berada di angka 70,9.",
        "Lembaga pada 2021 berada di angka 69,3 dan pada 2023 di angka 69,9.",
        "Indeks nasional SPI 2023 adalah 70,97. Angka itu turun dari tahun sebelumnya yang berada"
        " di skor 71,94.",
    ],
)
def test_what_whole_classes_had_is_nobody_s_past(told: str) -> None:
    text = f"{_SPI}{told}\nSkor tertinggi diraih Kabupaten Gianyar dengan 83,8."
    (claim,) = read(text, "KPK Umumkan Skor SPI, Gianyar Tertinggi").claims

    assert (claim.recipient, claim.score, claim.previous) == ("Kabupaten Gianyar", 83.8, ())


def test_who_is_passed_keeps_what_it_had_then() -> None:
    text = (
        "Kabupaten Muna Barat meraih nilai 69,72 dalam penilaian kepatuhan Ombudsman RI tahun 2022."
        " Muna Barat menggeser Kabupaten Bombana yang tahun 2021 lalu berada di zona hijau dengan"
        " nilai 85,22.\nTahun ini Bombana turun ke peringkat tiga dengan nilai 65,54."
    )
    claims = {c.recipient: c for c in read(text, "Muna Barat Tertinggi Versi Ombudsman").claims}

    (before,) = claims["Kabupaten Bombana"].previous
    assert (before.year, before.score) == (2021, 85.22)
    assert claims["Kabupaten Muna Barat"].previous == ()


def test_a_zone_that_is_counted_is_not_held() -> None:
    text = (
        "Kabupaten Lombok Timur meraih nilai 96,02 dalam penilaian kepatuhan Ombudsman RI tahun"
        " 2023.\nTahun ini jumlah zona hijau sudah berada di angka 414, zona kuning 133."
    )
    (claim,) = read(text, "Lombok Timur Raih Nilai Tinggi Ombudsman").claims

    assert (claim.score, claim.zone) == (96.02, None)
