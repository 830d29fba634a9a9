"""Among whom a place was won, told in front of the place or behind it."""

import pytest

from tests.awards.stories import read

_OPENS = (
    "Kementerian PANRB mengumumkan hasil evaluasi Indeks Pelayanan Publik (IPP) 2024, Selasa"
    " (3/12/2024). "
)


@pytest.mark.parametrize(
    ("told", "scope"),
    [
        ("Secara nasional, Kabupaten Kendal berada di peringkat 3 dengan nilai 4,61.", "nasional"),
        ("Di tingkat nasional Kabupaten Kendal di urutan 3 dengan nilai 4,61.", "tingkat nasional"),
        (
            "Se-Jawa Tengah, Kabupaten Kendal menempati urutan 3 dengan nilai 4,61.",
            "Se-Jawa Tengah",
        ),
        (
            "Sedangkan di wilayah Jawa Tengah, Kabupaten Kendal di urutan 3 dengan nilai 4,61.",
            "wilayah Jawa Tengah",
        ),
        (
            "Dari 416 kabupaten yang dinilai, Kabupaten Kendal menempati peringkat 3 dengan 4,61.",
            "416 kabupaten",
        ),
        (
            "Dari 35 kabupaten/kota di Jawa Tengah, Kabupaten Kendal di posisi 3 dengan 4,61.",
            "35 kabupaten/kota di Jawa Tengah",
        ),
        (
            "Kabupaten Kendal di peringkat 3 di antara 35 kabupaten dan kota dengan nilai 4,61.",
            "35 kabupaten dan kota",
        ),
        (
            "Nilai 4,61 menempatkan Kabupaten Kendal di peringkat 3 (dari 35 kabupaten/kota).",
            "35 kabupaten/kota",
        ),
        (
            "Kabupaten Kendal meraih 4,61 dan berada di urutan ketiga di Pulau Jawa.",
            "di Pulau Jawa",
        ),
        (
            "Kabupaten Kendal meraih nilai 4,61 atau urutan 3 di Provinsi Jawa Tengah.",
            "di Provinsi Jawa Tengah",
        ),
    ],
)
def test_the_scope_is_what_is_printed(told: str, scope: str) -> None:
    (claim,) = read(_OPENS + told, "Kendal Peringkat Tiga IPP").claims

    assert (claim.rank, claim.rank_scope) == (3, scope)


@pytest.mark.parametrize(
    "told",
    [
        "Dari 416 kabupaten, 20 meraih predikat A. Kabupaten Kendal di peringkat 3 dengan 4,61.",
        "Kabupaten Kendal menempati peringkat 3 dengan nilai 4,61, dari 4,41 tahun lalu.",
    ],
)
def test_other_numbers_are_no_scope(told: str) -> None:
    (claim,) = read(_OPENS + told, "Kendal Peringkat Tiga IPP").claims

    assert (claim.rank, claim.rank_scope) == (3, None)
