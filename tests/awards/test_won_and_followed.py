""" "Dimenangkan A disusul B": places; a town that ends a list; "dengan penilaian 565"."""

import pytest

from tests.awards.stories import read

HEADLINE = "Daerah Penerima Paritrana Award"
HANDED = "Menteri menyerahkan Paritrana Award 2021 di Jakarta, Kamis (27/10/2022).\n"


@pytest.mark.parametrize(
    "told",
    [
        "Kategori pemerintah provinsi dimenangkan oleh Provinsi Jambi disusul Bali dan Riau.",
        "Kelompok provinsi dijuarai Provinsi Jambi, diikuti Provinsi Bali dan Provinsi Riau.",
        "Penghargaan kategori provinsi dimenangi Pemprov Jambi, dibuntuti Pemprov Bali dan Riau.",
    ],
)
def test_who_wins_is_first_and_the_others_follow(told: str) -> None:
    ranks = {claim.recipient: claim.rank for claim in read(HANDED + told, HEADLINE).claims}
    assert ranks == {"Provinsi Jambi": 1, "Provinsi Bali": 2, "Provinsi Riau": 3}


def test_winners_without_followers_have_no_place() -> None:
    claims = read(HANDED + "Penghargaan dimenangkan oleh Provinsi Jambi dan Riau.", HEADLINE).claims
    assert [claim.rank for claim in claims] == [None, None]


@pytest.mark.parametrize("last", ["dan Yogyakarta.", ", dan Yogyakarta.", "serta Yogyakarta"])
def test_town_named_as_its_province_ends_a_list_of_regencies(last: str) -> None:
    told = f"Penerima STBM Award ialah Sukoharjo, Bantul, Sleman{' ' * (last[0] != ',')}{last}"
    claims = read(told + "\nSelamat kepada semua.", "Daftar Penerima STBM Award 2018").claims
    assert {"Kota Yogyakarta"} == {c.recipient for c in claims if "Yogya" in c.recipient}


def test_province_ends_a_list_of_provinces() -> None:
    told = "Penerima STBM Award ialah Provinsi Bali, Lampung, dan Yogyakarta."
    claims = read(told, "Daftar Penerima STBM Award 2018").claims
    assert "Kota Yogyakarta" not in {claim.recipient for claim in claims}


def test_number_behind_penilaian_is_a_score() -> None:
    told = "Kota Jayapura meraih Kota Layak Anak 2024 kategori Pratama dengan penilaian 565."
    (claim,) = read(told, "Kota Jayapura Raih Kota Layak Anak").claims
    assert claim.score == 565
