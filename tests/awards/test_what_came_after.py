"""A headline that tells what came after an award, or before it."""

import pytest

from tests.awards.stories import read

_SINCE = "Kabupaten Kudus meraih Adipura pada Maret.\nPembangunan dimulai bulan depan."


@pytest.mark.parametrize(
    "title",
    [
        "Setelah Raih Adipura, Kudus Siapkan Lahan Baru",
        "Pasca Raih Adipura, Kudus Benahi Pasar Bitingan",
        "Usai Terima Adipura, Kepala Dinas di Kudus Pindah",
    ],
)
def test_what_came_after_an_award_is_the_news(title: str) -> None:
    told = f"Dinas lingkungan hidup membuka lelang, Selasa (10/12/2024). {_SINCE}"

    assert not read(told, title).is_award_story


@pytest.mark.parametrize(
    "title",
    [
        "Setelah Lima Tahun, Kudus Kembali Raih Adipura",
        "Usai Dinilai Dua Kali, Adipura Mendarat di Kudus",
        "Usai Terima Adipura, Kudus Juga Sabet Nirwasita Tantra",
    ],
)
def test_an_award_after_something_else_is_the_news(title: str) -> None:
    told = f"Kabupaten Kudus menerima piala Adipura dari Menteri LHK, Selasa (5/3/2024). {_SINCE}"

    assert read(told, title).is_award_story
