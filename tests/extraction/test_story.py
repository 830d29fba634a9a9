"""The lines of a body are cleaned: what is not the story goes, what is stays to the last word."""

import re

import pytest

from crawler.extraction.lines import Line, is_headline_like, is_prose
from crawler.extraction.story import Story, clean_story

LEAD = "Pemkab Blora meraih nilai 97,84 dari Ombudsman pada Senin."
NEXT = "Piagam diterima wakil bupati di Semarang."
LAST = "Ia berterima kasih kepada warga."
OTHERS = ("Jalan Rusak di Randublatung Diperbaiki", "Bupati Lantik Sembilan Pejabat Baru")


def clean(*texts: str, title: str = "", description: str | None = None) -> Story:
    lines = [Line(text=text) for text in texts]
    return clean_story(lines, title=title, description=description)


def test_a_plain_story_is_untouched() -> None:
    assert clean(LEAD, NEXT, LAST).lines == (LEAD, NEXT, LAST)


def test_the_dateline_is_taken_off_and_kept_as_the_place() -> None:
    story = clean(f"BLORA, KOMPAS.com – {LEAD}", NEXT)
    assert story.lines == (LEAD, NEXT)
    assert story.dateline == "BLORA"


def test_a_dateline_alone_in_its_block_belongs_to_the_next_sentence() -> None:
    story = clean("Solo -", LEAD)
    assert story.lines == (LEAD,)
    assert story.dateline == "Solo"


def test_headline_date_and_description_in_front_of_the_dateline_go() -> None:
    story = clean(
        "Blora Raih Nilai Tinggi",
        "Senin, 2 Desember 2024 23:06 WIB",
        "Nilai Blora naik.",
        f"BLORA – {LEAD}",
        title="Blora raih nilai tinggi",
        description="Nilai Blora naik.",
    )
    assert story.lines == (LEAD,)


def test_a_description_that_is_the_lead_itself_stays() -> None:
    assert clean(LEAD, NEXT, description=LEAD).lines == (LEAD, NEXT)


@pytest.mark.parametrize("heading", ["Baca juga:", "Berita Terkait", "Rekomendasi untuk Anda"])
def test_the_titles_after_a_heading_of_other_stories_go_and_the_story_goes_on(
    heading: str,
) -> None:
    assert clean(LEAD, heading, *OTHERS, NEXT).lines == (LEAD, NEXT)


def test_a_list_of_other_stories_may_be_in_sentence_case() -> None:
    other = "Harga cabai turun menjelang akhir pekan"
    assert clean(LEAD, "Baca juga", other, NEXT).lines == (LEAD, NEXT)


def test_teaser_bullets_before_the_bare_words_go() -> None:
    bullets = (f"- {OTHERS[0]}", f"- {OTHERS[1]}")
    assert clean(LEAD, *bullets, "Baca Juga", NEXT).lines == (LEAD, NEXT)


def test_headlines_after_the_last_sentence_go() -> None:
    assert clean(LEAD, LAST, *OTHERS).lines == (LEAD, LAST)


def test_one_headline_after_a_signature_goes() -> None:
    assert clean(LEAD, f"{LAST} (aku/apl)", OTHERS[0]).lines == (LEAD, LAST)


def test_one_related_bullet_between_paragraphs_goes() -> None:
    assert clean(LEAD, f"- {OTHERS[0]}", NEXT).lines == (LEAD, NEXT)


@pytest.mark.parametrize(
    "entries",
    [
        ("- Dinas Kependudukan dan Pencatatan Sipil", "- Rumah Sakit Umum Daerah Cepu"),
        ("1. Dinas Penanaman Modal Kabupaten Blora", "2. Puskesmas Batang Satu Kabupaten Batang"),
        ("Puskesmas Batang Satu Kabupaten: 95,86", "Dinas Sosial Kabupaten Batang: 95,07"),
    ],
)
def test_a_list_of_offices_at_the_end_is_story(entries: tuple[str, ...]) -> None:
    assert clean(LEAD, "Berikut daftarnya.", *entries).lines == (
        LEAD,
        "Berikut daftarnya.",
        *entries,
    )


def test_a_list_after_a_colon_is_story_whatever_it_looks_like() -> None:
    assert clean(LEAD, "Pemenangnya:", *OTHERS).lines == (LEAD, "Pemenangnya:", *OTHERS)


def test_the_comment_box_ends_the_story() -> None:
    assert clean(LEAD, "Tinggalkan Balasan", "Nama", NEXT).lines == (LEAD,)


def test_the_summary_box_on_top_goes() -> None:
    story = clean("Ringkasan Berita:", "- Nilai Blora naik jauh.", "- Piagam diterima.", LEAD)
    assert story.lines == (LEAD,)


def test_bylines_and_photo_credits_are_harvested() -> None:
    story = clean("Foto: Prokompim", LEAD, NEXT, "Penulis: Budi | Editor: Ani")
    assert story.lines == (LEAD, NEXT)
    assert (story.authors, story.editor, story.photo_credit) == (("Budi",), "Ani", "Prokompim")


def test_a_signature_names_the_author_when_nobody_else_does() -> None:
    assert clean(LEAD, "(Tim Dinkominfo/ Prokompim)").authors == ("Tim Dinkominfo/ Prokompim",)
    assert clean(LEAD, "Penulis: Budi", "(Tim Dinkominfo/ Prokompim)").authors == ("Budi",)


def test_a_line_that_is_all_link_goes_but_a_linked_sentence_stays() -> None:
    linked = Line(text="Jalan rusak di Randublatung diperbaiki", linked=1.0)
    sentence = Line(text="Laporannya dapat dibaca warga.", linked=1.0)
    assert clean_story([Line(text=LEAD), linked, sentence]).lines == (LEAD, sentence.text)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Wakil bupati menerima piagam. (Foto: Prokompim)", "Wakil bupati menerima piagam."),
        ("Wakil bupati menerima piagam", "Wakil bupati menerima piagam"),
    ],
)
def test_a_caption_in_the_paragraph_of_its_photo_is_kept_apart(text: str, caption: str) -> None:
    story = clean_story([Line(text=text, has_image=True), Line(text=LEAD, has_image=True)])
    assert story.lines == (LEAD,)
    assert story.caption == caption


def test_a_comment_box_above_the_story_does_not_end_it() -> None:
    assert clean("Tulis Komentar", LEAD, NEXT).lines == (LEAD, NEXT)


def test_the_outlets_own_patterns_must_match_the_whole_line() -> None:
    patterns = (re.compile("Klik Blora"),)
    lines = [Line(text="Klik Blora"), Line(text="Klik Blora menyebut nilainya naik.")]
    assert clean_story(lines, boilerplate=patterns).lines == (lines[1].text,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OTHERS[0], True),
        ("143 Purna Tugas ASN Pemkab Batang Terima Tali Asih: Wujud Apresiasi", True),
        ("Bupati menerima piagam dari Ombudsman", False),
        ("Jalan Rusak di Randublatung Diperbaiki.", False),
        ("Dinas Sosial (Dinsos): 95,07", False),
        ("Zona Hijau", False),
    ],
)
def test_a_headline_is_title_case_without_full_stop(text: str, expected: bool) -> None:
    assert is_headline_like(text) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([LEAD, NEXT, LAST, "Nilai itu naik dari tahun lalu."], True),
        (["Beranda", "Profil", "Layanan", "Kontak", "Berita"] * 10, False),
        (["asdf qwer zxcv poiu lkjh mnbv."] * 10, False),
        (["a1 b2 c3 d4 e5 f6 g7 h8 i9 j0."] * 10, False),
        ([], False),
    ],
)
def test_prose_is_told_from_lists_and_noise(lines: list[str], expected: bool) -> None:
    assert is_prose(lines) is expected
