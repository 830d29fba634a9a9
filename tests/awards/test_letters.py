"""Grades as printed: which letters and colours are results, and which are not."""

import pytest

from crawler.awards.letters import find_letters, find_zones
from crawler.awards.text import fold


def letters(text: str) -> list[str]:
    found = sorted(find_letters(fold(text)), key=lambda letter: letter.start)
    return [letter.value for letter in found]


def zones(text: str) -> list[str]:
    return [zone.value for zone in find_zones(fold(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("masuk zona hijau", ["hijau"]),
        ("Zona Hijau - Kualitas Tertinggi", ["hijau"]),
        ("zonasi kuning", ["kuning"]),
        ("Pati zona kuning, Blora hijau muda, dan Tegal hijau tua.", ["kuning", "hijau", "hijau"]),
        ("rapor hijau", ["hijau"]),
        ("raport merah", ["merah"]),
        ('zona "merah"', ["merah"]),
        ("zona “merah”", ["merah"]),
        ("zona warna hijau", ["hijau"]),
        ("zona nilai hijau", ["hijau"]),
        ("kategori zona kuning", ["kuning"]),
        ("predikat hijau", ["hijau"]),
        ("berstatus zona merah", ["merah"]),
        ("warna kuning", ["kuning"]),
        ("naik dari zona kuning ke zona hijau", ["kuning", "hijau"]),
        ("Kota Ambon, 91.01 (Hijau)", ["hijau"]),
        ("Kota Ambon, 91.01 (zona hijau)", ["hijau"]),
        ("Kota Ambon | 91,01 | Hijau |", ["hijau"]),
        ("Kota Ambon | 91,01 | Zona Hijau", ["hijau"]),
        ("Hasilnya\nHijau:\n- Kota Ambon\nKuning:\n- Kota Tual", ["hijau", "kuning"]),
        ("Kota Ambon: Hijau\nKota Tual: Kuning", ["hijau", "kuning"]),
        ("Sayuran\nHijau: bayam", []),
        ("daerah yang hijau", ["hijau"]),
        ("dinyatakan hijau", ["hijau"]),
        ("hijau kategori A", ["hijau"]),
        ("1. Kota Ambon: 91,01 - A - Hijau", ["hijau"]),
        ("ruang terbuka hijau", []),
        ("menjadi merah putih", []),
        ("lampu merah", []),
        ("gedung hijau", []),
        ("kampung hijau (asri)", []),
        ("zona kehijauan", []),
    ],
)
def test_a_colour_is_a_zone_only_as_such(text: str, found: list[str]) -> None:
    assert zones(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kategori A", ["A"]),
        ("Raih Kategori A dari Ombudsman", ["A"]),
        ("masuk kategori A.", ["A"]),
        ('predikat "A"', ["A"]),
        ("predikat “A”", ["A"]),
        ("predikat: B", ["B"]),
        ("predikatnya B", ["B"]),
        ("nilai B", ["B"]),
        ("kategori nilai C", ["C"]),
        ("berpredikat CC", ["CC"]),
        ("grade E", ["E"]),
        ("huruf D", ["D"]),
        ("naik menjadi BB", ["BB"]),
        ("naik dari kategori B ke A", ["B", "A"]),
        ("kini A", []),
        ("predikat A minus", ["A-"]),
        ("kategori A- (Sangat Baik)", ["A-"]),
        ("kategori AA", ["AA"]),
        ("bermutu A (sangat baik)", ["A"]),
        ("kinerja unit pelayanan B", ["B"]),
    ],
)
def test_a_letter_is_a_grade_behind_such_a_word(text: str, found: list[str]) -> None:
    assert letters(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("skor 85,67 (nilai B)", ["B"]),
        ("skor 92,08 (A)", ["A"]),
        ("skor 92,08 (A, zona hijau)", ["A"]),
        ("skor 92,08 (A/Pelayanan Prima)", ["A"]),
        ('skor 92,08 ("A")', ["A"]),
        ("indeks 4,42 A-", ["A-"]),
        ("Kota Batu: 75,40 BB", ["BB"]),
        ("Kota Batu: 75,40, BB", ["BB"]),
        ("Kota Batu | 4,61 | A |", ["A"]),
        ("Kota Batu | B", ["B"]),
    ],
)
def test_a_letter_is_a_grade_behind_a_score_or_in_a_cell(text: str, found: list[str]) -> None:
    assert letters(text) == found


@pytest.mark.parametrize("letter", ["AA", "BB", "CC", "A-", "B-", "C-"])
def test_a_grade_of_two_signs_needs_no_word_around_it(letter: str) -> None:
    assert letters(f"SAKIP {letter} untuk Kota Batu") == [letter]


@pytest.mark.parametrize(
    "text",
    [
        *("Gedung A", "vitamin A", "hepatitis B", "golongan A", "blok C", "ruang B", "tipe A"),
        *("rencana B", "kategori B+", "nilai ABC", "kategori a", "nilai A/B", "kelas A.1"),
        *("UU 5/AA", "BBM naik", "BB-2024", "kategori A-Level", "kategori Anak", "R. A. Kartini"),
        "masuk zona hijau, terang Rustam. (B)",
    ],
)
def test_other_letters_are_no_grades(text: str) -> None:
    assert letters(text) == []


def test_a_grade_stands_where_it_is_printed() -> None:
    text = "naik dari kategori B ke predikat A minus (zona hijau)"
    (b, a), (zone,) = find_letters(text), find_zones(text)

    assert [text[each.start : each.end] for each in (b, a, zone)] == ["B", "A minus", "hijau"]


def test_the_letter_that_numbers_the_next_heading_is_no_grade() -> None:
    assert letters("Kota Ambon, nilai 90,26\nB. Zona kuning") == []


def test_what_most_of_them_have_is_nobody_s_grade() -> None:
    assert letters("Hasil SAKIP kabupaten di Jambi rata-rata B dan BB, Tebo predikat A.") == ["A"]


def test_the_name_of_the_assessment_may_stand_before_its_grade() -> None:
    assert letters('Blora meraih nilai Sakip "B" dan Reformasi Birokrasi "CC".') == ["B", "CC"]
