"""Places that are told of several at once are dealt out in their order."""

import pytest

from tests.awards.stories import read

HANDED = "Bappenas menyerahkan Penghargaan Pembangunan Daerah (PPD) 2024 di Jakarta."
HEADLINE = "Inilah Penerima Penghargaan Pembangunan Daerah 2024"
THREE = {"Kabupaten Sragen": 1, "Kabupaten Siak": 2, "Kabupaten Banyuwangi": 3}


def places(text: str) -> dict[str, int | None]:
    claims = read(f"{HANDED}\n{text}", HEADLINE).claims
    return {claim.recipient: claim.rank for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Peringkat pertama, kedua, dan ketiga berturut-turut diisi Sragen, Siak, dan Banyuwangi.",
        "Peringkat satu sampai tiga ialah Sragen, Siak, dan Banyuwangi.",
        "Kabupaten Sragen, Siak, dan Banyuwangi menempati peringkat pertama sampai ketiga.",
        "Peringkatnya: 1. Kabupaten Sragen 2. Kabupaten Siak 3. Kabupaten Banyuwangi",
        "Urutan peringkat kabupaten: (1) Sragen, (2) Siak, (3) Banyuwangi.",
        "Kabupaten Sragen di urutan pertama, Kabupaten Siak kedua, Kabupaten Banyuwangi ketiga.",
        "Terbaik I disematkan kepada Kabupaten Sragen, Terbaik II kepada Kabupaten Siak, Terbaik"
        " III kepada Kabupaten Banyuwangi.",
        "Kategori kabupaten secara berurutan ditempati Kabupaten Sragen, Siak, dan Banyuwangi.",
        "Kategori kabupaten dipimpin Kabupaten Sragen sebagai terbaik pertama, lalu Kabupaten Siak"
        " dan Kabupaten Banyuwangi.",
        "Terbaik pertama ialah Kabupaten Sragen. Disusul Kabupaten Siak, lalu Banyuwangi.",
        "#1 Kabupaten Sragen\nUnggul.\n#2 Kabupaten Siak\nRapi.\n#3 Kabupaten Banyuwangi\nBaru.",
    ],
)
def test_each_has_the_place_told_of_it(text: str) -> None:
    assert places(text) == THREE


def test_who_follows_the_first_is_the_second() -> None:
    text = "Kabupaten Sragen menempati peringkat pertama, disusul Kabupaten Siak."

    assert places(text) == {"Kabupaten Sragen": 1, "Kabupaten Siak": 2}


def test_who_follows_one_with_a_place_and_a_score_does_not_take_the_place() -> None:
    text = (
        "Kabupaten Sragen menempati peringkat pertama dengan nilai 97,10, diikuti oleh Kabupaten"
        " Siak dan Kabupaten Agam."
    )

    assert places(text) == {"Kabupaten Sragen": 1, "Kabupaten Siak": 2, "Kabupaten Agam": 3}


def test_bare_ordinals_go_on_with_places_in_front_of_their_verbs() -> None:
    text = (
        "Predikat kota terbaik pertama diraih oleh Kota Palu, kedua diraih Kota Bitung, dan ketiga"
        " ditempati oleh Kota Tegal."
    )

    assert places(text) == {"Kota Palu": 1, "Kota Bitung": 2, "Kota Tegal": 3}


def test_the_foremost_is_the_first() -> None:
    text = "Kategori kota menempatkan Kota Palu sebagai yang terdepan, kemudian Kota Tegal."

    assert places(text) == {"Kota Palu": 1, "Kota Tegal": 2}


def test_a_stretch_of_places_is_that_of_those_who_appear_in_it() -> None:
    text = "Pada peringkat dua hingga empat terlihat Kota Palu, Kabupaten Siak, dan Kota Bitung."

    assert places(text) == {"Kota Palu": 2, "Kabupaten Siak": 3, "Kota Bitung": 4}


@pytest.mark.parametrize("order", ["menurut urutan panggilan", "menurut abjad"])
def test_numbers_of_an_order_by_call_or_name_are_no_places(order: str) -> None:
    text = (
        f"Berikut daerah terbaik yang meraih penghargaan, ditulis {order}:\n"
        "1. Kabupaten Sragen\n2. Kabupaten Siak\n3. Kabupaten Banyuwangi"
    )

    assert set(places(text).values()) == {None}


def test_the_category_above_a_list_is_its_scope() -> None:
    text = "Berikut peringkatnya.\nKategori kabupaten\n1. Kabupaten Sragen\n2. Kabupaten Siak"
    claims = read(f"{HANDED}\n{text}", HEADLINE).claims

    assert {claim.rank_scope for claim in claims} == {"Kategori kabupaten"}


@pytest.mark.parametrize(
    "text",
    [
        "Untuk ketiga kali berturut-turut Kabupaten Sragen, Siak, dan Banyuwangi menerimanya.",
        "Penghargaan ini diterima Kabupaten Sragen, lalu Kabupaten Siak, dan Kabupaten Banyuwangi.",
    ],
)
def test_a_list_is_no_ranking_by_itself(text: str) -> None:
    assert set(places(text).values()) <= {None}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Kelompok kabupaten: Terbaik I Kabupaten Sragen.", "Kelompok kabupaten"),
        ("Kelompok kabupaten dimenangi Sragen sebagai Terbaik I.", "Kelompok kabupaten"),
        ("Pada 2024 kelompok kabupaten, Sragen menduduki peringkat 1.", "kelompok kabupaten"),
        ("Kelompok kabupaten kecil. Sragen peringkat pertama.", "Kelompok kabupaten kecil"),
        ("Kabupaten Sragen peringkat pertama di Jawa Timur.", "di Jawa Timur"),
        ("Kabupaten Sragen peringkat pertama di Aceh.", "di Aceh"),
        ("Kabupaten Sragen peringkat pertama wilayah Sumatera.", "wilayah Sumatera"),
        ("Kabupaten Sragen peringkat pertama di Jakarta, Senin.", None),
    ],
)
def test_a_place_has_the_scope_of_its_class(text: str, scope: str | None) -> None:
    claims = read(f"{HANDED}\n{text}", HEADLINE).claims

    assert [claim.rank_scope for claim in claims] == [scope]


def test_the_next_places_of_a_class_have_its_scope_too() -> None:
    text = (
        "Di kelompok kota, Kota Tegal keluar sebagai Terbaik I. Kota Malang Terbaik II. Terbaik III"
        " menjadi milik Kota Madiun."
    )
    claims = read(f"{HANDED}\n{text}", HEADLINE).claims

    assert {claim.rank_scope for claim in claims} == {"kelompok kota"}


def test_behind_it_in_a_sentence_of_its_own_tells_places_only_with_scores() -> None:
    first = "Kabupaten Sragen menempati peringkat pertama dengan nilai 90,11."

    scored = places(f"{first} Di bawahnya Kabupaten Siak 89,20, lalu Kabupaten Banyuwangi 88,10.")
    vague = places(f"{first} Di belakangnya menguntit Kabupaten Siak serta Kabupaten Banyuwangi.")

    assert scored == THREE
    assert vague == {"Kabupaten Sragen": 1}


def test_who_is_right_below_is_below_the_place_told_not_below_a_superlative() -> None:
    text = (
        "Di urutan keempat terdapat Kabupaten Sragen dengan nilai 90,11, menjadi yang tertinggi di"
        " luar Jawa. Tepat di bawahnya terdapat Kabupaten Siak dengan nilai 89,20."
    )

    assert places(text) == {"Kabupaten Sragen": 4, "Kabupaten Siak": 5}


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Untuk kabupaten, terbaik pertama diraih Kendal disusul Demak.", "kabupaten"),
        ("Juara kategori kabupaten: 1. Kendal, 2. Demak.", "kategori kabupaten"),
        (
            "Peringkat pertama dan kedua kategori kabupaten berturut-turut adalah Kendal dan"
            " Demak.",
            "kategori kabupaten",
        ),
        (
            "Pemenang kategori kabupaten ialah Kendal sebagai yang terbaik, dan Demak runner-up.",
            "kategori kabupaten",
        ),
    ],
)
def test_the_class_in_front_of_the_places_is_their_scope(words: str, scope: str) -> None:
    claims = read(f"{HANDED} {words}", HEADLINE).claims

    assert {(c.recipient, c.rank, c.rank_scope) for c in claims} == {
        ("Kabupaten Kendal", 1, scope),
        ("Kabupaten Demak", 2, scope),
    }
