"""Places in a ranking as printed, and among whom."""

import pytest

from crawler.awards.ranks import RankMention, find_ranks
from crawler.awards.scopes_printed import scope_after
from crawler.awards.text import fold


def ranks(text: str) -> list[RankMention]:
    return sorted(find_ranks(fold(text)), key=lambda rank: rank.start)


def numbers(text: str) -> list[int]:
    return [rank.rank for rank in ranks(text)]


@pytest.mark.parametrize(
    ("text", "rank", "scope"),
    [
        ("peringkat 8 dari 416 kabupaten se-Indonesia", 8, "416 kabupaten se-Indonesia"),
        ("urutan ke-17 se-Jawa Tengah", 17, "se-Jawa Tengah"),
        ("peringkat lima belas", 15, None),
        ("posisi kedua belas", 12, None),
        ("urutan sebelas nasional", 11, "nasional"),
        ("Peringkat: 3", 3, None),
        ("peringkat kedua nasional", 2, "nasional"),
        ("berada diurutan kedua nasional", 2, "nasional"),
        ("bertengger diposisi ke-3", 3, None),
        ("peringkat ke-5 dari 35 kabupaten/kota", 5, "35 kabupaten/kota"),
        ("peringkat 1 nasional kategori kabupaten", 1, "nasional kategori kabupaten"),
        ("urutan 25 dari 34 provinsi", 25, "34 provinsi"),
        ("nomor satu se-Indonesia", 1, "se-Indonesia"),
        ("nilai tertinggi se-Jawa Tengah", 1, "se-Jawa Tengah"),
        ("peringkat kedua di Jawa Tengah", 2, "Jawa Tengah"),
        ("terbaik ketiga se-Jateng", 3, "se-Jateng"),
        ("ketiga terbaik nasional", 3, "nasional"),
        ("Peringkat Kedua Nasional", 2, "Nasional"),
        ("Terbaik III Tingkat Provinsi", 3, "Tingkat Provinsi"),
        ("posisi kedua,", 2, None),
        ("juara 1", 1, None),
        ("peringkat 91.", 91, None),
    ],
)
def test_a_rank_is_read_with_its_scope(text: str, rank: int, scope: str | None) -> None:
    (found,) = ranks(text)

    assert found.rank == rank
    assert (text[slice(*found.scope)] if found.scope else None) == scope


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("peringkat ke 3", 3),
        ("peringkat ke-3", 3),
        ("peringkat ke3", 3),
        ("peringkat nomor 3", 3),
        ("ranking tiga", 3),
        ("rangking 4", 4),
        ("posisi ke-12", 12),
        ("posisi kesebelas", 11),
        ("urutan yang kedua", 2),
        ("peringkat terbaik kedua", 2),
        ("peringkatnya ke-7", 7),
        ("peringkat IV", 4),
        ("juara pertama", 1),
        ("juara umum I", 1),
        ("Juara II", 2),
        ("nomor wahid", 1),
        ("nomor dua nasional", 2),
        ("nomor kedua", 2),
        ("ke-2 terbaik", 2),
        ("kelima tertinggi", 5),
        ("kedua yang terbaik", 2),
        ("Terbaik I", 1),
        ("Terbaik Ke-3", 3),
        ("terbaik 2", 2),
        ("tertinggi nomor 2", 2),
        ("terbaik nasional ketiga", 3),
        ("Terinovatif II", 2),
        ("memimpin klasemen nasional", 1),
        ("Urutan Pati adalah ke 15 se-Jawa Tengah", 15),
        ("posisi teratas ditempati Pati", 1),
        ("Dua belas daerah hijau. Tertinggi diraih Kabupaten Pati", 1),
        ("Pati menjadi yang tertinggi dengan nilai 95,2", 1),
        ("Kota Tegal paling depan, lalu Kota Salatiga", 1),
        ("Skor tertinggi dipegang Kota Tegal", 1),
        ("skor integritas tertinggi didapat Kabupaten Pati", 1),
        ("nilai tertinggi pada kategori kota", 1),
        ("indeks tertinggi se-Indonesia adalah Kota Tegal", 1),
        ("Nomor 1 dalam Pelayanan Prima", 1),
        ("Terbaik 3 Kabupaten Pati", 3),
        ("peringkat dua terbaik", 2),
    ],
)
def test_every_way_to_print_a_place(text: str, rank: int) -> None:
    assert numbers(text) == [rank]


@pytest.mark.parametrize(
    "text",
    [
        *("peringkat lima besar", "peringkat 10 besar", "masuk 10 besar", "terbaik 2024"),
        *("salah satu nilai tertinggi se-Jawa Tengah", "skor tertinggi", "juara umum"),
        *("masuk tiga terbaik", "dua tertinggi se-Jateng", "salah satu terbaik"),
        *("termasuk yang tertinggi se-Jawa Tengah", "nominasi terbaik nasional"),
        *("terbaik 5 daerah", "peringkat 10 kabupaten", "juara tiga kali", "tertinggi 98,11"),
        *("terbaik i", "tempat tinggal", "posisi v", "nomor satu", "No. 1 Tahun 2024"),
        *("tergolong daerah yang arsipnya terbaik secara nasional", "unit dengan nilai tertinggi"),
        *("urutan lima teratas", "tiga skor tertinggi diraih"),
        *("kualitas tertinggi nasional", "nomor 12/2024", "peringkat 4,5"),
    ],
)
def test_one_of_the_best_or_another_number_is_no_rank(text: str) -> None:
    assert numbers(text) == []


def test_several_places_of_a_sentence_are_each_read() -> None:
    text = "Kota Batu di peringkat pertama, Kota Tegal di posisi kedua, Kota Solo urutan ke-3"

    assert numbers(text) == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (" se-Provinsi Bali", "se-Provinsi Bali"),
        (" se Jawa Timur", "se Jawa Timur"),
        (" kategori kota sedang", "kategori kota sedang"),
        (" kelompok kabupaten", "kelompok kabupaten"),
        (" tingkat provinsi", "tingkat provinsi"),
        (" tingkat Provinsi Jawa Timur", "tingkat Provinsi Jawa Timur"),
        (" untuk kategori pemerintah kabupaten", "kategori pemerintah kabupaten"),
        (" secara nasional", "nasional"),
        (" dari 38 kabupaten/kota se-Jawa Timur", "38 kabupaten/kota se-Jawa Timur"),
        (" dari seluruh kabupaten/kota di Bali", "seluruh kabupaten/kota di Bali"),
        (" di Indonesia", "Indonesia"),
        (", tingkat nasional", "tingkat nasional"),
        (" dengan nilai 97,10", None),
        (" oleh Ombudsman RI", None),
    ],
)
def test_a_scope_stands_right_behind(text: str, scope: str | None) -> None:
    span = scope_after(text, 0)

    assert (text[slice(*span)] if span else None) == scope


def test_a_quote_holds_no_blank_at_its_ends() -> None:
    text = "nilai tertinggi se-Jawa Tengah"
    (found,) = find_ranks(text)

    assert text[found.start : found.end] == "nilai tertinggi"


def test_tens_in_words_are_not_taken_for_their_first_word() -> None:
    assert numbers("menempati peringkat dua puluh tiga") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sumut peringkat ketiga kasus korupsi",
        "menempati urutan kedua angka kemiskinan",
        "Kota itu di peringkat pertama inflasi",
        "berada di posisi keempat stunting",
    ],
)
def test_a_place_that_nobody_wants_is_none(text: str) -> None:
    assert numbers(text) == []


def test_a_place_for_fighting_an_ill_is_one() -> None:
    assert numbers("peringkat kedua pengendalian inflasi") == [2]
    assert numbers("peringkat kedua penurunan stunting") == [2]
