"""How many bodies a stretch of text speaks of."""

import pytest

from crawler.awards.counts import counts, counts_holders, counts_parts


def numbers(text: str) -> list[int]:
    return list(counts(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("lima daerah meraih predikat A", 5),
        ("Sepuluh lainnya hijau", 10),
        ("dua masuk kategori A", 2),
        ("Daerah di zona hijau ada dua.", 2),
        ("Sebelas kabupaten/kota masuk zona hijau", 11),
        ("dua belas pemda", 12),
        ("dua puluh satuan kerja", 20),
        ("dua puluh lima daerah", 25),
        ("35 kabupaten/kota se-Jawa Tengah", 35),
        ("7 (tujuh) perangkat daerah", 7),
        ("tiga (3) instansi", 3),
        ("enam satuan wilayah", 6),
        ("empat kepala daerah", 4),
        ("sembilan pemerintah daerah", 9),
        ("tiga badan publik", 3),
        ("lima besar daerah", 5),
        ("10 UPP", 10),
        ("3 kementerian", 3),
        ("dua rumah sakit", 2),
        ("delapan wali kota", 8),
        ("delapan walikota", 8),
        ("delapan  puskesmas", 8),
        ("empat\ndesa", 4),
    ],
)
def test_so_many_bodies_are_counted(text: str, number: int) -> None:
    assert numbers(text) == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("kelima daerah itu", 5),
        ("ke-11 kepala daerah tersebut", 11),
        ("ke 11 kepala daerah tersebut", 11),
        ("kedua belas pemda itu", 12),
        ("ketujuh puskesmas", 7),
        ("kesepuluh penerima", 10),
        ("Kelimanya menerima piagam", 5),
        ("keduanya hadir", 2),
        ("ke-6 nya", None),
    ],
)
def test_a_count_that_points_back_is_the_same_count(text: str, number: int | None) -> None:
    assert numbers(text) == ([number] if number else [])


@pytest.mark.parametrize(
    "text",
    [
        *("2024 kabupaten", "tahun 2023 pemerintah daerah", "2018 daerah"),
        *("satu daerah", "1 kabupaten", "sebuah kota", "daerah lima", "lima tahun", "97 poin"),
        *("lima", "peringkat lima besar nasional", "kelimanyaman", "ratusan desa"),
    ],
)
def test_years_single_bodies_and_other_numbers_are_no_count(text: str) -> None:
    assert numbers(text) == []


def test_several_counts_of_a_sentence_are_each_told() -> None:
    text = "Dari 35 daerah, lima kota dan tiga kabupaten menerima piagam."

    assert numbers(text) == [35, 5, 3]


def test_only_the_stretch_is_looked_at() -> None:
    text = "Dari 35 daerah, lima kota menerima piagam."

    assert list(counts(text, text.index("lima"), len(text))) == [5]


@pytest.mark.parametrize(
    ("text", "of_parts"),
    [
        ("enam satuan wilayahnya", True),
        ("sejumlah puskesmas", True),
        ("beberapa unit pelayanan", True),
        ("12 polres jajaran", True),
        ("7 (tujuh) perangkat daerah", True),
        ("dua belas desa", True),
        ("lima kabupaten", False),
        ("enam kota", False),
        ("2024 unit", False),
        ("puskesmas terbaik", False),
    ],
)
def test_parts_of_a_body_are_told_from_bodies(text: str, *, of_parts: bool) -> None:
    assert counts_parts(text, 0, len(text)) is of_parts


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("13 hijau dan 2 merah", "hijau"),
        ("337 (57,41%) hijau", "hijau"),
        ("2 yang merah", "merah"),
        ("zona hijau dihuni 70 entitas", "hijau"),
        ("KUALITAS SEDANG berisi 70 entitas", "SEDANG"),
        ("Adapun daerah di zona hijau ada dua.", "hijau"),
    ],
)
def test_a_result_may_be_told_of_so_many(text: str, result: str) -> None:
    start = text.index(result)
    assert counts_holders(text, (0, len(text)), start, start + len(result))


@pytest.mark.parametrize(
    "text",
    [
        "nilai 93,74 hijau",
        "zona hijau bersama delapan kabupaten",
        "Daerah itu masuk zona hijau.",
    ],
)
def test_a_score_or_company_is_no_count_of_holders(text: str) -> None:
    start = text.index("hijau")
    assert not counts_holders(text, (0, len(text)), start, start + len("hijau"))
