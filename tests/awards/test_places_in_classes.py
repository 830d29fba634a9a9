"""A place in a class that is named: "Desa A juara 1 kategori desa maju, Desa B juara 2 ..."."""

import pytest

from tests.awards.stories import read

HEADLINE = "Komisi Informasi Serahkan Anugerah Keterbukaan Informasi Publik"
HANDED = "Komisi Informasi menyerahkan Anugerah Keterbukaan Informasi Publik Desa 2024"


def places(text: str) -> dict[str, tuple[int | None, str | None]]:
    claims = read(HANDED + text, HEADLINE).claims
    return {claim.recipient: (claim.rank, claim.rank_scope) for claim in claims}


@pytest.mark.parametrize(
    "won",
    [
        "Juara {} kategori Desa Maju",
        "meraih juara {} kategori desa mandiri",
        "menjadi juara {} kategori Instansi Desa",
    ],
)
def test_a_place_is_won_in_a_class_of_villages(won: str) -> None:
    text = (
        f". Desa Mojorejo Kabupaten Blora {won.format(1)}, serta Desa Getas Kabupaten Kudus"
        f" {won.format(2)}."
    )

    assert places(text) == {
        "Desa Mojorejo Kabupaten Blora": (1, None),
        "Desa Getas Kabupaten Kudus": (2, None),
    }


@pytest.mark.parametrize("times", ["tiga kategori sekaligus", "3 kategori di ajang itu"])
def test_so_many_classes_are_no_place(times: str) -> None:
    text = f". Kabupaten Pati menyabet juara {times} dan predikat Informatif."

    assert places(text) == {"Kabupaten Pati": (None, None)}


def test_villages_with_a_place_each_lie_where_all_of_them_do() -> None:
    text = (
        " kepada tiga nagari di Sumatera Barat, yakni Nagari Batu Taba Juara 2 kategori Desa Maju,"
        " Nagari Sungai Kamuyang Juara 3 kategori Desa Berkembang, serta Nagari Lubuak Batingkok"
        " Juara 1 kategori Desa Tertinggal."
    )

    assert {name: place for name, (place, _) in places(text).items()} == {
        "Nagari Batu Taba Provinsi Sumatera Barat": 2,
        "Nagari Sungai Kamuyang Provinsi Sumatera Barat": 3,
        "Nagari Lubuak Batingkok Provinsi Sumatera Barat": 1,
    }


def test_a_place_in_a_class_of_its_own_has_not_the_class_before() -> None:
    text = (
        ". Kabupaten Blora juara 1 kategori Kabupaten, Kota Tegal juara 1 kategori Kota, serta RSUD"
        " Kudus juara 1 kategori OPD."
    )

    assert places(text) == {
        "Kabupaten Blora": (1, "kategori Kabupaten"),
        "Kota Tegal": (1, "kategori Kota"),
        "RSUD Kudus": (1, None),
    }
