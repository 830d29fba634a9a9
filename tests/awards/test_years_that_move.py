"""A year at the head of its sentence that moved somebody up or down: "Pada 2022 naik ke ..."."""

import pytest

from tests.awards.stories import read

NOW = "Provinsi Bali meraih predikat Informatif pada Anugerah Keterbukaan Informasi Publik 2024.\n"


@pytest.mark.parametrize(
    "told",
    [
        "Pada 2022 Bali melonjak ke posisi ketiga.",
        "Namun, pada 2020, posisinya melonjak ke peringkat 4 nasional.",
        "Tahun 2022 peringkatnya naik ke urutan 6.",
        "Kemudian, di tahun 2023 Bali turun lagi ke peringkat 9.",
    ],
)
def test_where_an_earlier_year_moved_it_is_history(told: str) -> None:
    (claim,) = read(NOW + told, "Bali Raih Predikat Informatif", None).claims

    assert (claim.year, claim.rank) == (2024, None)


@pytest.mark.parametrize(
    "told",
    [
        "Pada 2024 ini Bali melonjak ke posisi ketiga.",
        "Dari urutan ke-12 pada 2023, Bali kini naik ke posisi ketiga.",
        "Dibanding tahun 2023, Bali naik ke posisi ketiga.",
    ],
)
def test_where_the_year_of_the_story_moved_it_is_the_place(told: str) -> None:
    (claim,) = read(NOW + told, "Bali Raih Predikat Informatif", None).claims

    assert (claim.year, claim.rank) == (2024, 3)


def test_a_zone_of_an_earlier_year_is_no_zone_of_now() -> None:
    text = (
        "Kabupaten Blora mendapat nilai 91,20 dalam penilaian kepatuhan Ombudsman RI 2024. Pada"
        " 2021 Blora berada di zona merah. Tahun 2022 Blora naik ke zona kuning."
    )

    (claim,) = read(text, "Blora Raih Nilai 91,20 dari Ombudsman").claims

    assert claim.zone in (None, "hijau")
