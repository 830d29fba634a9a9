"""First places told by who comes next: "terbaik, diikuti B", "nilai tertinggi 79,1. B di …"."""

import pytest

from tests.awards.stories import read

HEADLINE = "Kemenkes Serahkan STBM Award 2024"
HANDED = "Kementerian Kesehatan menyerahkan STBM Award 2024 di Jakarta, Selasa (10/12/2024).\n"
SURVEY = "KPK mengumumkan hasil Survei Penilaian Integritas (SPI) 2024, Rabu (22/1/2025).\n"


def places(text: str) -> dict[str, int | None]:
    return {c.recipient: c.rank for c in read(HANDED + text, HEADLINE).claims}


def classes(text: str) -> dict[str, str | None]:
    return {c.recipient: c.predicate for c in read(HANDED + text, HEADLINE).claims}


def in_survey(text: str) -> dict[str, int | None]:
    return {c.recipient: c.rank for c in read(SURVEY + text, "Hasil SPI 2024 Diumumkan").claims}


IN_ORDER = {"Kabupaten Demak": 1, "Kota Metro": 2, "Kabupaten Blora": 3}


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Demak dinobatkan sebagai penerima STBM Madya terbaik, diikuti Kota Metro, dan"
        " Kabupaten Blora.",
        "Kategori Madya terbaik diraih Kabupaten Demak, disusul Kota Metro dan Kabupaten Blora.",
        "Kabupaten Demak keluar sebagai peraih kategori Madya terbaik yang disusul oleh Kota Metro"
        " dan Kabupaten Blora.",
    ],
)
def test_the_best_with_others_behind_it_is_the_first_and_its_class_is_theirs(text: str) -> None:
    assert places(text) == IN_ORDER
    assert classes(text) == dict.fromkeys(IN_ORDER, "Madya")


def test_a_class_with_its_place_is_that_of_those_who_follow() -> None:
    text = (
        "Kabupaten Demak meraih kategori Pratama Terbaik I, disusul Kota Metro dan Kabupaten Blora."
    )

    assert places(text) == IN_ORDER
    assert classes(text) == dict.fromkeys(IN_ORDER, "Pratama")


def test_a_class_apart_from_the_place_is_not() -> None:
    text = "Kabupaten Demak meraih kategori Pratama dan menjadi yang terbaik, disusul Kota Metro."

    assert classes(text) == {"Kabupaten Demak": "Pratama", "Kota Metro": None}


def test_one_of_the_best_is_no_first() -> None:
    text = "Kabupaten Demak termasuk lima penerima STBM Madya terbaik, diikuti Kota Metro."

    assert 1 not in places(text).values()


def test_the_scope_of_a_class_ends_before_its_best() -> None:
    text = "Kategori Madya terbaik diraih Kabupaten Demak, disusul Kota Metro."

    claims = read(HANDED + text, HEADLINE).claims

    assert {claim.rank_scope for claim in claims} == {"Kategori Madya"}


@pytest.mark.parametrize(
    "score",
    ["tertinggi sebesar 79,40, disusul", "tertinggi 79,40, diikuti", "tertinggi, disusul"],
)
def test_the_highest_score_with_others_behind_it_is_the_first(score: str) -> None:
    text = f"Kabupaten Demak mencatat skor SPI 2024 {score} Kota Metro 78,10."

    assert in_survey(text) == {"Kabupaten Demak": 1, "Kota Metro": 2}


@pytest.mark.parametrize("verb", ["meraih nilai tertinggi", "masuk hijau, dengan nilai tertinggi"])
def test_the_highest_is_the_first_where_the_second_follows(verb: str) -> None:
    ahead = f"Kabupaten Demak {verb} sebesar 79,40 dalam SPI 2024."
    second = " Sementara itu, Kota Metro menempati posisi kedua dengan nilai 78,10."

    assert in_survey(ahead + second) == {"Kabupaten Demak": 1, "Kota Metro": 2}
    assert in_survey(ahead) == {"Kabupaten Demak": None}


def test_the_last_of_bare_ordinals_needs_no_comma_before_and() -> None:
    first = "Terbaik pertama diraih Kabupaten Demak, "

    for last in ("dan ketiga, Kabupaten Blora.", "dan ketiga Kabupaten Blora."):
        assert places(f"{first}kedua, Kota Metro {last}") == IN_ORDER


def test_a_class_of_ours_with_its_place_is_no_other_prize() -> None:
    text = (
        "Untuk kategori STBM Madya, terbaik pertama diraih Kabupaten Demak.\n"
        "Sedangkan Kota Metro memperoleh kategori Pratama Terbaik II."
    )

    assert places(text) == {"Kabupaten Demak": 1, "Kota Metro": 2}
    assert classes(text) == {"Kabupaten Demak": "Madya", "Kota Metro": "Pratama"}


def test_a_city_in_small_letters_with_a_decimal_point_is_the_first_before_the_next() -> None:
    text = (
        "KPK mengumumkan skor SPI 2023. Untuk kota, Sorong mendapatkan skor SPI terendah yaitu"
        " 58.2, disusul Bima 59.2 dan yang tertinggi diraih kota Surakarta dengan skor 83.8,"
        " disusul Blitar 82.5."
    )

    claims = {c.recipient: c.rank for c in read(text, "KPK Umumkan Skor SPI 2023").claims}

    assert (claims["Kota Surakarta"], claims["Kota Blitar"]) == (1, 2)
