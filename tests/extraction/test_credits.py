"""Bylines are read as people; what only looks like one stays a sentence."""

import pytest

from crawler.extraction.credits import (
    Credits,
    read_credit_line,
    read_signature,
    split_names,
    strip_signature,
)


@pytest.mark.parametrize(
    ("line", "authors", "editor"),
    [
        ("Penulis: Budi Santoso | Editor: ani", ("Budi Santoso",), "ani"),
        ("Penulis : Budi Santoso", ("Budi Santoso",), None),
        ("Penulis: Budi Santoso, Editor: Ani Rahma", ("Budi Santoso",), "Ani Rahma"),
        ("Reporter: Sari dan Tono", ("Sari", "Tono"), None),
        ("Pewarta : Budi Editor : Ani COPYRIGHT © ANTARA 2026", ("Budi",), "Ani"),
        ("Laporan Wartawan Tribun Jateng, Budi Santoso", ("Budi Santoso",), None),
        ("(Laporan Kontributor Tribunjateng.com, Budi)", ("Budi",), None),
        ("Oleh - Budi Santoso", ("Budi Santoso",), None),
        ("Writer: Budi", ("Budi",), None),
        ("Editor: Redaksi Sumber: Humas", (), "Redaksi"),
    ],
)
def test_a_credit_line_names_its_people(
    line: str, authors: tuple[str, ...], editor: str | None
) -> None:
    assert read_credit_line(line) == Credits(authors=authors, editor=editor)


@pytest.mark.parametrize(
    "line",
    [
        "Penulis buku itu hadir di pendopo.",
        "Oleh karena itu, bupati meminta semua pihak bekerja.",
        "Laporan: 12 kasus selesai tahun ini",
        "Wartawan: Apa target tahun depan?",
        "Penulis: ia menyebut bahwa naskah itu lama dikerjakan dan baru terbit tahun ini juga.",
        "Foto: Prokompim",
    ],
)
def test_a_sentence_is_no_credit_line(line: str) -> None:
    assert read_credit_line(line) is None


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Budi - detikJateng", ("Budi",)),
        ("Oleh - Budi", ("Budi",)),
        ("Budi, Ani", ("Budi", "Ani")),
        ("Dr. Budi Santoso, S.Pd", ("Dr. Budi Santoso",)),
        ("Penulis: Budi", ("Budi",)),
        ("https://a.id/budi", ()),
        ("admin", ()),
        ("Admin Portal", ()),
        ("Selasa 03-12-2024,16:37 WIB", ()),
    ],
)
def test_a_byline_is_split_into_names(printed: str, names: tuple[str, ...]) -> None:
    assert split_names(printed) == names


@pytest.mark.parametrize(
    ("line", "before", "signature"),
    [
        ("kata dia. (aku/apl)", "kata dia.", "aku/apl"),
        ("(aku/apl)", "", "aku/apl"),
        ("kata dia (aku/apl)", "kata dia", "aku/apl"),
        ("kata dia.(*)", "kata dia.", ""),
        ("kata dia. (***)", "kata dia.", ""),
        ("kata dia.***", "kata dia.", ""),
        ("kata dia. --", "kata dia.", ""),
        ("**", "", ""),
        ("“Senang.” (Bud)", "“Senang.”", "Bud"),
        ("kata dia. (redaksi)", "kata dia.", "redaksi"),
        ("(ADV/kmf/bs)", "", "ADV/kmf/bs"),
        ("(Humas/Red)", "", "Humas/Red"),
        ("(MC Kab. Blora/ Tim)", "", "MC Kab. Blora/ Tim"),
        ("(Tim Dinkominfo/ Prokompim)", "", "Tim Dinkominfo/ Prokompim"),
    ],
)
def test_a_signature_is_taken_off_the_last_sentence(line: str, before: str, signature: str) -> None:
    assert strip_signature(line) == (before, signature)


@pytest.mark.parametrize(
    ("signature", "authors", "editor"),
    [
        ("", (), None),
        ("aku/apl", ("aku/apl",), None),
        ("Humas RSUD; Editor: Bagus", ("Humas RSUD",), "Bagus"),
        ("Tim | Penulis: Ani, Editor: Budi", ("Tim", "Ani"), "Budi"),
    ],
)
def test_a_signature_names_an_office_and_those_with_a_label(
    signature: str, authors: tuple[str, ...], editor: str | None
) -> None:
    assert read_signature(signature) == Credits(authors=authors, editor=editor)


@pytest.mark.parametrize(
    "line",
    [
        "Batang meraih Zona Hijau (Kualitas Tertinggi)",
        "Piagam diserahkan Senin (2/12/2024)",
        "Unit Penyelenggara Pelayanan (UPP).",
        "Ia datang dari Klaten (Jateng/DIY)",
        "Nilainya tertinggi. (2/12/2024)",
        "Nilainya 97,84.",
        "",
    ],
)
def test_parentheses_of_the_sentence_stay(line: str) -> None:
    assert strip_signature(line) == (line, None)


def test_a_very_long_line_of_stars_is_read_at_once() -> None:
    assert strip_signature("*" * 200_000 + "x") == ("*" * 200_000 + "x", None)
