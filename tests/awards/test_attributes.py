"""Zones, letters, predicates and ranks as printed."""

import pytest

from crawler.awards.attributes import Attribute, What, find_attributes
from crawler.awards.catalogue import load_catalogue
from crawler.awards.text import fold


def attributes(text: str, scheme: str = "ombudsman-kepatuhan") -> list[Attribute]:
    return list(find_attributes(fold(text), [load_catalogue()[scheme]]))


def values(what: What, text: str, scheme: str = "ombudsman-kepatuhan") -> list[str | int]:
    return [each.value for each in attributes(text, scheme) if each.what is what]


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("masuk zona hijau", ["hijau"]),
        ("Zona Hijau - Kualitas Tertinggi", ["hijau"]),
        ("zonasi kuning", ["kuning"]),
        ("rapor hijau", ["hijau"]),
        ('zona "merah"', ["merah"]),
        ("Kota Ambon, 91.01 (Hijau)", ["hijau"]),
        ("ruang terbuka hijau", []),
        ("lampu merah", []),
    ],
)
def test_a_colour_is_a_zone_only_as_such(text: str, zones: list[str]) -> None:
    assert values(What.ZONE, text) == zones


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("kategori A", ["A"]),
        ("Raih Kategori A dari Ombudsman", ["A"]),
        ("masuk kategori A.", ["A"]),
        ('predikat "A"', ["A"]),
        ("skor 85,67 (nilai B)", ["B"]),
        ("skor 92,08 (A)", ["A"]),
        ("kategori A- (Sangat Baik)", ["A-"]),
        ("predikat A minus", ["A-"]),
        ("kategori AA", ["AA"]),
        ("Gedung A", []),
        ("vitamin A", []),
        ("kategori B+", []),
        ("nilai ABC", []),
        ("kategori a", []),
    ],
)
def test_a_letter_is_a_category_only_behind_such_a_word(text: str, letters: list[str]) -> None:
    assert values(What.CATEGORY, text) == letters


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("opini kualitas tertinggi", ["Kualitas Tertinggi"]),
        ("Kualitas Pelayanan Tertinggi", ["Kualitas Tertinggi"]),
        ("kualitas tinggi", ["Kualitas Tinggi"]),
        ("opini kualitas sedang", ["Kualitas Sedang"]),
        ("predikat kepatuhan tinggi", ["Kepatuhan Tinggi"]),
        ("kualitas terbaik", []),
        ("predikat Sangat Baik", []),
    ],
)
def test_predicates_of_the_ombudsman(text: str, predicates: list[str]) -> None:
    assert values(What.PREDICATE, text) == predicates


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("predikat “Sangat Baik”", ["Sangat Baik"]),
        ("kategori A- (Sangat Baik)", ["Sangat Baik"]),
        ("predikat A atau Pelayanan Prima", ["Pelayanan Prima"]),
        ("predikat Baik", ["Baik"]),
        ("predikat Baik (dengan catatan)", ["Baik (dengan catatan)"]),
        ("predikat baik dengan catatan", ["Baik (dengan catatan)"]),
        ("predikat pelayanan publik prima", ["Pelayanan Prima"]),
        ("pelayanan prima bagi warga", []),
        ("hasil yang sangat baik", []),
        pytest.param("nilai kepatuhan yang cukup tinggi", []),
        pytest.param("predikat kurang baik", []),
    ],
)
def test_everyday_words_are_predicates_only_behind_a_cue(text: str, predicates: list[str]) -> None:
    assert values(What.PREDICATE, text, "pekppp-ipp") == predicates


@pytest.mark.parametrize(
    ("text", "rank", "scope"),
    [
        ("peringkat 8 dari 416 kabupaten se-Indonesia", 8, "416 kabupaten se-Indonesia"),
        ("urutan ke-17 se-Jawa Tengah", 17, "se-Jawa Tengah"),
        ("peringkat kedua nasional", 2, "nasional"),
        ("peringkat ke-5 dari 35 kabupaten/kota", 5, "35 kabupaten/kota"),
        ("peringkat 1 nasional kategori kabupaten", 1, "nasional kategori kabupaten"),
        ("urutan 25 dari 34 provinsi", 25, "34 provinsi"),
        ("nomor satu se-Indonesia", 1, "se-Indonesia"),
        ("nilai tertinggi se-Jawa Tengah", 1, "se-Jawa Tengah"),
        ("peringkat kedua di Jawa Tengah", 2, "Jawa Tengah"),
        ("terbaik ketiga se-Jateng", 3, "se-Jateng"),
        ("posisi kedua,", 2, None),
        ("juara 1", 1, None),
        ("peringkat 91.", 91, None),
        ("ketiga terbaik nasional", 3, "nasional"),
        pytest.param("Peringkat Kedua Nasional", 2, "Nasional"),
        pytest.param("Terbaik III Tingkat Provinsi", 3, "Tingkat Provinsi"),
    ],
)
def test_a_rank_is_read_with_its_scope(text: str, rank: int, scope: str | None) -> None:
    (found,) = [each for each in attributes(text) if each.what is What.RANK]

    assert found.value == rank
    assert (text[slice(*found.scope)] if found.scope else None) == scope


@pytest.mark.parametrize(
    "text",
    [
        *("peringkat lima besar", "peringkat 10 besar", "masuk 10 besar", "terbaik 2024"),
        *("salah satu nilai tertinggi se-Jawa Tengah", "skor tertinggi", "juara umum"),
        pytest.param("masuk tiga terbaik"),
        pytest.param("dua tertinggi se-Jateng"),
        pytest.param("salah satu terbaik"),
    ],
)
def test_one_of_the_best_is_no_rank(text: str) -> None:
    assert values(What.RANK, text) == []


def test_a_quote_holds_no_blank_at_its_ends() -> None:
    text = "nilai tertinggi se-Jawa Tengah"
    (found,) = attributes(text)

    assert text[found.start : found.end] == "nilai tertinggi"
