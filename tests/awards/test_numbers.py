"""Printed numbers: their value, and why most of them are no score."""

import pytest

from crawler.awards.numbers import NumberMention, find_numbers, number_value
from crawler.awards.text import fold


def mention(text: str, raw: str) -> NumberMention:
    (found,) = [number for number in find_numbers(fold(text)) if number.raw == raw]
    return found


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("97,84", 97.84),
        ("97.84", 97.84),
        ("4,42", 4.42),
        ("100", 100.0),
        ("100,00", 100.0),
        ("3.5866", 3.5866),
        ("4.042", 4042.0),
        ("1.250.000", 1_250_000.0),
        ("1.250,50", 1250.5),
    ],
)
def test_comma_and_point_both_mark_decimals_and_three_digits_mark_thousands(
    raw: str, value: float
) -> None:
    assert number_value(raw) == value


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("meraih nilai 93,74", "93,74"),
        ("meraih nilai 93.74 poin.", "93.74"),
        ("nilai rata-rata 93,74 dalam penilaian", "93,74"),
        ("dengan skor 4,42, Blora", "4,42"),
        ("Nilai: 100", "100"),
        ("mencatat 97,84 poin atas kepatuhan", "97,84"),
        ("naik dari 88,10 menjadi 93,74", "93,74"),
        ("naik menjadi 93,74 poin", "93,74"),
        ("nilai 4,42 dari skala 5", "4,42"),
        ("nilai 93,74 (2024)", "93,74"),
        ("nilai 93,74 yang diraih", "93,74"),
        ("nilai akhir 91,99", "91,99"),
        ("nilai kepatuhan sebesar 99,96", "99,96"),
        ("nilai total 98,90", "98,90"),
        ("nilai 92,11 predikat A", "92,11"),
        ("nilai 92,11 kategori A", "92,11"),
        ("nilai 92,11 sepanjang tahun 2024", "92,11"),
        ("nilai 92,11 seperti diumumkan", "92,11"),
        ("nilai terbaik 92,11", "92,11"),
        pytest.param("naik dari 88,10 ke 92,11", "92,11"),
        ("naik ke angka 92,11", "92,11"),
        ("nilainya meningkat mencapai 92,11", "92,11"),
        ("skor 92,11/100", "92,11"),
        ("indeks 4,42/5", "4,42"),
        ("dari 88 ke 94", "94"),
        ("Pemkab Kendal dengan nilai 67 zona kuning", "67"),
        ("nilainya 93,74 tahun ini", "93,74"),
        ("peringkat 9 kategori kota secara nasional dengan skor 93,74", "93,74"),
        ("melampaui rata-rata nasional dengan nilai 93,74", "93,74"),
        ("rata-rata nasional 74,45, Kendal meraih 93,74", "93,74"),
        ("terbaik 3 nasional dengan nilai 96,05", "96,05"),
        ("nilai tertinggi nasional 97,10", "97,10"),
        ("penilaian atas empat komponen menghasilkan nilai total 68,40", "68,40"),
        ("nilai 68,40 dari target 65,00", "68,40"),
        ("meraih nilai 93,74 dari 100", "93,74"),
        ("Disdukcapil95,40 poin", "95,40"),
        ("nilai Polres Kendal di lingkungan Polri adalah 4,42", "4,42"),
    ],
)
def test_a_number_behind_a_word_of_score_is_a_possible_score(text: str, raw: str) -> None:
    found = mention(text, raw)

    assert found.not_a_score is None
    assert found.has_score_word


@pytest.mark.parametrize(
    ("text", "raw", "why"),
    [
        ("anggaran Rp 97,50", "97,50", "money"),
        ("sebesar 8,6 miliar", "8,6", "money"),
        ("senilai 97,5 juta rupiah", "97,5", "money"),
        ("1.250 orang", "1.250", "thousands"),
        ("dari 416 kabupaten", "416", "count"),
        ("menilai 47 indikator", "47", "count"),
        ("sebanyak 93 laporan", "93", "count"),
        ("skor dengan zona hijau 61 (48,03%)", "61", "count"),
        ("skor dengan zona hijau 61 (48,03%)", "48,03", "share"),
        ("Disdukcapil terdapat 8 zona merah", "8", "count"),
        ("nilai tertinggi, 61 sertifikat dan piala", "61", "count"),
        ("selama 45 hari", "45", "measure"),
        ("berusia 45 tahun", "45", "measure"),
        ("nilai 88,00 - 100", "88,00", "range"),
        ("nilai 88,00 - 100", "100", "range"),
        ("antara 78 sampai 87,99", "78", "range"),
        ("antara 78 sampai 87,99", "87,99", "range"),
        ("nilai 88,50 hingga 90", "90", "range"),
        ("UU Nomor 25 tentang pelayanan", "25", "law"),
        ("Pasal 33 UUD", "33", "law"),
        ("SK No. 663 itu", "663", "law"),
        ("tahun 2024", "2024", "year"),
        ("pada 2023", "2023", "year"),
        ("tanggal 2 Desember", "2", "date"),
        ("pukul 19.30", "19.30", "clock"),
        ("pukul 10.00 WIB", "10.00", "clock"),
        ("peringkat 8", "8", "rank"),
        ("posisi 25", "25", "rank"),
        ("naik 3,5 poin", "3,5", "difference"),
        ("meningkat sebesar 1,20", "1,20", "difference"),
        ("terpaut 0,5 dari Batang", "0,5", "difference"),
        ("97,84 poin lebih tinggi", "97,84", "difference"),
        ("di atas 88", "88", "limit"),
        ("minimal 75", "75", "limit"),
        ("rata-rata nasional 4,02", "4,02", "average"),
        ("rata-rata provinsi 4,44", "4,44", "average"),
        ("nilai rata-rata nasional sebesar 85,20", "85,20", "average"),
        ("Skor integritas nasional tahun ini tercatat mencapai 71,53", "71,53", "average"),
        ("secara nasional indeks SPBE baru 2,79", "2,79", "average"),
        ("rata-rata kelimanya 90,15", "90,15", "average"),
        ("rerata kabupaten/kota se-Jawa Tengah berada pada angka 4,44", "4,44", "average"),
        ("indeks nasional naik dari 70,97 menjadi 71,53", "70,97", "average"),
        ("indeks nasional naik dari 70,97 menjadi 71,53", "71,53", "average"),
        ("lebih tinggi dibanding rata-rata 79,20", "79,20", "average"),
        ("Indeks pelayanan publik lingkup kepolisian 2022 di angka 3,71", "3,71", "average"),
        ("nilai rerata layanan (IPP) di lingkungan Polri ialah 3,71", "3,71", "average"),
        ("Nilai mandiri kami 83,15", "83,15", "self-assessed"),
        ("kuesioner itu, Kendal mengisi nilai 91,4", "91,4", "self-assessed"),
        ("menilai dirinya 95", "95", "self-assessed"),
        ("jauh dari target 70 poin", "70", "target"),
        ("target RPJMD tahun 2024 sebesar 72,50", "72,50", "target"),
        ("komponen perencanaan kinerja 24,35", "24,35", "component"),
        ("komponen pelaporan sudah cukup baik dengan skor 9,65", "9,65", "component"),
        ("rincian perencanaan 21,13, pengukuran 18,2, dan evaluasi 13,9", "13,9", "component"),
        ("domain kebijakan 3,9 dan tata kelola 3,1", "3,1", "component"),
        ("nilai 4,42 dari skala 5", "5", "limit"),
        ("meraih 93,74 dari 100", "100", "limit"),
        ("naik tajam 5,64 poin", "5,64", "difference"),
        ("menjadi 93,74 (+5,64)", "5,64", "difference"),
    ],
)
def test_a_number_of_another_kind_is_set_aside_with_the_reason(
    text: str, raw: str, why: str
) -> None:
    assert mention(text, raw).not_a_score == why


@pytest.mark.parametrize(
    "text",
    [
        "(2/12/2024)",
        "UU 25/2009",
        "Rp8,6 miliar",
        "ke-17",
        "tahun 2024/2025",
        "covid-19",
        "0812345",
    ],
)
def test_a_number_glued_to_other_signs_is_none(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize("text", ["nilai 99,4%", "nilai 95,08 persen"])
def test_a_share_stays_possible_and_is_marked(text: str) -> None:
    (found,) = find_numbers(text)

    assert found.not_a_score is None
    assert found.is_share


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("total nilai mencapai 84, 436.", "84, 436", 84.436),
        ("Kendal 81,40, Kota Tegal 76, 21, dan Batang 75,10.", "76, 21", 76.21),
        ("Kendal 81,40 dan Tegal 76, 21.", "76, 21", 76.21),
        ("menduduki angka 68, 31.", "68, 31", 68.31),
        ("meraih nilai tertinggi yakni, 97, 36 dan berada", "97, 36", 97.36),
        ("dengan nilai 81, 881 pada klaster tinggi", "81, 881", 81.881),
        ("dengan nilai 80.879.", "80.879", 80.879),
        ("dengan nilai 80,879.", "80,879", 80.879),
    ],
)
def test_three_decimals_and_a_broken_one_are_read_where_only_a_score_can_stand(
    text: str, raw: str, value: float
) -> None:
    found = mention(text, raw)

    assert (found.not_a_score, found.value, found.is_decimal) == (None, value, True)


@pytest.mark.parametrize(
    "text", ["nilai 81, 88 dan 90", "nilai 93, 92, dan 91 diraih", "di 81, 88 kota"]
)
def test_two_whole_numbers_stay_two(text: str) -> None:
    assert find_numbers(text)[0].raw in ("81", "93")


@pytest.mark.parametrize(
    ("text", "out_of"),
    [
        ("nilai 93,74 dari 100", 100),
        ("indeks 3,66 dari skala 4", 4),
        ("indeks 3,66 pada skala 1-5", 5),
        ("skor 23,02 atau 77 persen dari nilai maksimal 30", 30),
        ("nilai 745,80 dari nilai maksimal 1.000", 1000),
        ("naik menjadi 93,74 dari 88,10", None),
        ("meraih 93,74 dari Ombudsman", None),
    ],
)
def test_the_most_that_could_be_had_is_kept(text: str, out_of: float | None) -> None:
    assert find_numbers(text)[0].out_of == out_of


def test_offsets_point_at_the_number_as_printed() -> None:
    text = fold("Skor\u00a0Kendal 92,11 dan Batang 90.10.")

    assert [text[n.start : n.end] for n in find_numbers(text)] == ["92,11", "90.10"]


def test_words_of_the_line_before_do_not_reach_a_number() -> None:
    assert mention("Anggaran Rp\n93,74", "93,74").not_a_score is None


def test_a_growth_in_per_cent_is_no_score() -> None:
    text = "Pengembalian kuesioner tahun ini mengalami kenaikan 62,83 persen."

    assert mention(text, "62,83").not_a_score == "difference"


def test_what_a_share_is_about_is_no_score() -> None:
    assert mention("Kepuasan mencapai kisaran 80 persen.", "80").not_a_score == "limit"


def test_some_seven_hundred_is_no_score() -> None:
    assert mention("Nilainya mencapai 700-an.", "700").not_a_score == "range"
