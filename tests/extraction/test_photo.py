"""Captions and credits are told apart from each other and from the story."""

import pytest

from crawler.extraction.photo import PhotoLine, read_caption, read_photo_line, split_caption


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Foto: Prokompim", "Prokompim"),
        ("(Foto: Humas Pemkab)", "Humas Pemkab"),
        ("FOTO: NAMA/JATENG POS", "NAMA/JATENG POS"),
        ("Sumber foto: Humas", "Humas"),
        ("(ISTIMEWA)", "ISTIMEWA"),
        ("(Dok. Humas Pemkab)", "Dok. Humas Pemkab"),
        ("TRIBUN JATENG/BUDI", "TRIBUN JATENG/BUDI"),
        ("Tribunjateng.com/Rezanda Akbar", "Tribunjateng.com/Rezanda Akbar"),
        ("ANTARA/HO-Humas", "ANTARA/HO-Humas"),
        ("--Nama/ diswayjateng.id", "Nama/ diswayjateng.id"),
        ("-istimewa-", "istimewa"),
    ],
)
def test_a_credit_on_a_line_of_its_own_is_read(line: str, credit: str) -> None:
    assert read_photo_line(line) == PhotoLine(credit=credit)


def test_a_long_line_after_foto_is_a_caption() -> None:
    line = "Foto: Bupati menerima piagam dari Ombudsman di Semarang pada Senin siang (Humas)"
    assert read_photo_line(line) == PhotoLine(
        caption="Bupati menerima piagam dari Ombudsman di Semarang pada Senin siang", credit="Humas"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Foto bersama bupati dan warga menutup acara.",
        "DPMPTSP/RSUD",
        "Posyandu/Puskesmas Batang I",
        "Kota Semarang/Kabupaten Semarang",
        "Dokumen itu diserahkan kepada bupati.",
        "Istri bupati hadir.",
    ],
)
def test_a_line_of_the_story_is_no_photo_line(line: str) -> None:
    assert read_photo_line(line) is None


@pytest.mark.parametrize(
    ("printed", "caption", "credit"),
    [
        ("Bupati hadir. (Foto: Prokompim)", "Bupati hadir.", "Prokompim"),
        ("Bupati (kiri) hadir (Humas Blora)", "Bupati (kiri) hadir", "Humas Blora"),
        ("Bupati hadir (TRIBUN JATENG/BUDI)", "Bupati hadir", "TRIBUN JATENG/BUDI"),
        ("Bupati hadir Foto: Budi", "Bupati hadir", "Budi"),
        ("Bupati hadir. ANTARA/HO-Humas", "Bupati hadir.", "ANTARA/HO-Humas"),
        ("Bupati hadir.--Budi/ diswayjateng.id", "Bupati hadir.", "Budi/ diswayjateng.id"),
        ("Bupati hadir.-istimewa-", "Bupati hadir.", "istimewa"),
        ("Bupati Blora (2022)", "Bupati Blora (2022)", None),
        ("Kepala DPMPTSP (Bondan)", "Kepala DPMPTSP (Bondan)", None),
        ("Foto: Budi", None, "Budi"),
    ],
)
def test_a_caption_is_parted_from_its_credit(
    printed: str, caption: str | None, credit: str | None
) -> None:
    assert split_caption(printed) == PhotoLine(caption=caption, credit=credit)


def test_a_line_in_capitals_above_the_caption_is_the_credit() -> None:
    assert read_caption(["KONI BOYOLALI", "Lifter muda merayakan angkatan."]) == PhotoLine(
        caption="Lifter muda merayakan angkatan.", credit="KONI BOYOLALI"
    )
