"""Jakarta's administrative cities; awards and hotels named in the words of old lists."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("kind", ["Kota Administrasi", "Kota administrasi", "Kota Adm.", "Kota"])
def test_administrative_cities_amid_a_list(kind: str) -> None:
    told = (
        "Adipura diberikan untuk kategori metropolitan kepada Kota Palembang Sumatera Selatan,"
        f" Kota Surabaya Jawa Timur, {kind} Jakarta Selatan, {kind} Jakarta Utara, dan Kota"
        " Semarang Jawa Tengah."
    )

    assert {c.recipient for c in read(told, "Presiden Serahkan Adipura").claims} == {
        *("Kota Palembang", "Kota Surabaya", "Kota Jakarta Selatan", "Kota Jakarta Utara"),
        "Kota Semarang",
    }


@pytest.mark.parametrize(
    "told",
    [
        "Adipura diberikan kepada Kota Palembang.",
        "Adipura untuk kota besar diraih Kota Palembang.",
        "Menteri menyerahkan Adipura kepada Kota Palembang.",
    ],
)
def test_adipura_by_the_verb_beside_it(told: str) -> None:
    assert read(f"{told} Wali kota bersyukur.", "Palembang Raih Penghargaan").claims


@pytest.mark.parametrize(
    "house", ["Golden Tulip Banjarmasin", "Four Points by Sheraton Makassar", "Sahid Jaya Solo"]
)
def test_houses_without_the_word_hotel(house: str) -> None:
    told = (
        "Kota Tegal meraih zona hijau dengan nilai 91,20. Piagam diserahkan Ombudsman di"
        f" {house}, Senin (2/12/2024)."
    )

    assert [c.venue for c in read(told, "").claims] == [house]
