"""A story cut into sentences, and offsets that lead back to headline and text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.awards.text import fold
from tests.awards.stories import story_of


def sentences(text: str) -> list[str]:
    story = story_of(text)
    return [story.folded[s.start : s.end].strip() for s in story.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Blora Dr. H. Arief Rohman, S.IP., M.Si. menerima piagam.",
        "Piagam diterima Dr.H.Arief Rohman di Semarang.",
        "Wabup Hj. Sri Setyorini, SE., M.M. hadir di acara itu.",
        "Sekda Dr. Ir. H. Budi, M.T. Menyampaikan terima kasih.",
        "Kepala Disdukcapil R. A. Kartini menerima piagam.",
        "Nilai 97.84 dan skor 4.42 diraih bersamaan.",
        "Acara di Jl. Pemuda No. 5 Semarang.",
        "Kab. Blora dan Kec. Cepu dinilai.",
        "Anggaran Rp. 5 juta disiapkan.",
        "Plt. Bupati dan Pj. Sekda hadir.",
        "Peringkat I, II, dan III diraih dari Jateng, DIY, dll. Sesuai rencana.",
    ],
)
def test_titles_initials_decimals_and_abbreviations_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Blora meraih 97,84. Batang 93,74.", ["Blora meraih 97,84.", "Batang 93,74."]),
        ("Blora meraih 97.84. Batang 93.74.", ["Blora meraih 97.84.", "Batang 93.74."]),
        ('"Kami bangga." Ia menutup acara.', ['"Kami bangga."', "Ia menutup acara."]),
        ("“Kami bangga!” Ia menutup acara.", ['"Kami bangga!"', "Ia menutup acara."]),
        ("Benarkah? Ya! Benar.", ["Benarkah?", "Ya!", "Benar."]),
        (
            "Sesuai UU No. 25 Tahun 2009. Penilaian usai.",
            ["Sesuai UU No. 25 Tahun 2009.", "Penilaian usai."],
        ),
        ("Usai (2/12/2024). 35 daerah dinilai.", ["Usai (2/12/2024).", "35 daerah dinilai."]),
        ("Satu.\nDua", ["Satu.", "Dua"]),
        ("Tanpa titik\nDua", ["Tanpa titik", "Dua"]),
        (
            "Hotel Quest Semarang.\nBerikut hasilnya.",
            ["Hotel Quest Semarang.", "Berikut hasilnya."],
        ),
        ("Masuk kategori A. Bupati bangga.", ["Masuk kategori A.", "Bupati bangga."]),
        ("Blora meraih nilai A. Batang B.", ["Blora meraih nilai A.", "Batang B."]),
        (
            "Diraih Puskesmas Batang I. Nilainya 95,86.",
            ["Diraih Puskesmas Batang I.", "Nilainya 95,86."],
        ),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("- Dinsos: 95,07", None),
        ("* Dinsos: 95,07", None),
        ("• Dinsos: 95,07", None),
        ("– Dinsos: 95,07", None),
        ("a. Dinsos 95,07", None),
        ("1. Kota Ambon, 91.01 (Hijau)", 1),
        ("12. Kota Tual, 79.31", 12),
        ("3) Kota Tual, 79.31", 3),
        ("(4) Kota Tual, 79.31", 4),
    ],
)
def test_bullets_and_numbers_make_a_line_an_item(line: str, number: int | None) -> None:
    (sentence,) = story_of(line).sentences

    assert sentence.item
    assert sentence.number == number


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Penerimanya:\nKota Tegal\nKota Solo", [False, True, True]),
        ("Penerimanya:\nKota Tegal (98,17)\nKota Solo (97,46)", [False, True, True]),
        ("Kota Tegal meraih piagam.\nKota Solo\nAcara usai.", [False, False, False]),
        ("Penerimanya:\nKota Tegal.\nKota Solo.", [False, False, False]),
        ("Kata bupati:\nKami senang!\nKami bangga!", [False, False, False]),
        ("Nama | Nilai | Zona", [True]),
        ("Nama | Nilai", [False]),
    ],
)
def test_short_lines_in_a_row_and_rows_of_a_table_are_items(text: str, items: list[bool]) -> None:
    assert [sentence.item for sentence in story_of(text).sentences] == items


LONG = "Pemkab menerima piagam atas penilaian kepatuhan pelayanan publik tahun ini di gedung itu."


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"BLORA - {LONG}", "BLORA - "),
        (f"BLORA, Warta – {LONG}", "BLORA, Warta – "),
        (f"BLORA, warta.co.id | {LONG}", "BLORA, warta.co.id | "),
        (f"Warta, Blora (2/12/2024) -- {LONG}", "Warta, Blora (2/12/2024) -- "),
        (f"Blora, Admin BKPSDM (07/12/2023), {LONG}", "Blora, Admin BKPSDM (07/12/2023), "),
        (f"(Blora, 12/5/24) {LONG}", "(Blora, 12/5/24) "),
        (f"Bupati Blora bersama tamu.\nBLORA - {LONG}", "BLORA - "),
        (f"Toli-Toli - {LONG}", "Toli-Toli - "),
        (f"BLORA-{LONG}", "BLORA-"),
        (f"Blora meraih piagam. {LONG}", None),
        (f"Kabupaten Banggai, Kabupaten Tojo Una-Una, dan {LONG}", None),
        (f"Pemkab Toli-toli dan {LONG}", None),
        ("BLORA - Singkat saja.", None),
    ],
)
def test_a_dateline_stands_in_front_of_prose(text: str, dateline: str | None) -> None:
    story = story_of(text, title="Judul")

    printed = [story.whole[start:end] for start, end in story.datelines]
    assert printed == ([dateline] if dateline else [])


def test_what_stands_in_the_dateline_is_known_to() -> None:
    story = story_of(f"BLORA - {LONG}", title="Judul")

    assert story.is_in_dateline(story.whole.index("BLORA"))
    assert not story.is_in_dateline(story.whole.index("Pemkab"))


@pytest.mark.parametrize(
    ("line", "is_blanked"),
    [
        ("Baca juga: Kota Tegal Raih Zona Hijau", True),
        ("BACA JUGA Kota Tegal Raih Zona Hijau", True),
        ("(Baca juga: Kota Tegal Raih Zona Hijau)", True),
        ("Simak: Kota Tegal Raih Zona Hijau", True),
        ("Berita terkait: Kota Tegal", True),
        ("Warga gemar baca juga menulis.", False),
        ("Simak pidato bupati.", False),
    ],
)
def test_a_line_that_points_to_another_story_is_blanked(line: str, *, is_blanked: bool) -> None:
    assert (fold(line).strip() == "") is is_blanked


@pytest.mark.parametrize(
    ("text", "at", "shown"),
    [
        ("Blora senang. Nilai naik.", "Nilai", "Nilai naik."),
        ("Nilai akhirnya:\n97,84", "97,84", "Nilai akhirnya:\n97,84"),
    ],
)
def test_a_passage_is_never_a_bare_number(text: str, at: str, shown: str) -> None:
    story = story_of(text, title="Judul")
    start, end = story.passage(story.whole.index(at))

    assert story.whole[start:end] == shown


@pytest.mark.parametrize(
    "line", ["12.5 poin diraih", "2024 tahun baik", "5 daerah dinilai", "Ada."]
)
def test_a_line_that_begins_with_a_plain_number_is_no_item(line: str) -> None:
    assert not any(sentence.item for sentence in story_of(line).sentences)


def test_sentences_know_their_paragraph_and_order() -> None:
    story = story_of("Satu. Dua.\nTiga.", title="Judul")

    assert [sentence.paragraph for sentence in story.sentences] == [0, 2, 2, 3]
    assert [sentence.index for sentence in story.sentences] == [0, 1, 2, 3]


def test_a_place_in_the_whole_leads_back_to_headline_or_text() -> None:
    story = story_of("Isi berita.", title="Judul")

    assert story.place(story.whole.index("Judul")) == ("title", 0)
    assert story.place(story.whole.index("berita")) == ("text", 4)


def test_without_a_headline_every_place_is_in_the_text() -> None:
    assert story_of("Isi berita.").place(0) == ("text", 0)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("“Sangat Baik”", '"Sangat Baik"'),
        ("Jum’at", "Jum'at"),
        ("2025–2030", "2025-2030"),
        ("Kota\u00a0Tegal", "Kota Tegal"),
        ("９７,８４", "97,84"),
        ("\ufb01", "\ufb01"),
    ],
)
def test_folding_gives_plain_signs_one_for_one(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@given(st.text(max_size=200))
def test_folding_keeps_the_length_and_the_lines(text: str) -> None:
    folded = fold(text)

    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text(alphabet=st.sampled_from('aA1 .,!?"\n-()'), max_size=80))
def test_sentences_are_in_order_and_never_overlap(text: str) -> None:
    story = story_of(text)
    ends = [0]
    for sentence in story.sentences:
        assert ends[-1] <= sentence.start < sentence.end
        ends.append(sentence.end)
        assert story.sentence_at(sentence.start) == sentence
        assert story.sentence_at(sentence.end - 1) == sentence
    covered = {offset for s in story.sentences for offset in range(s.start, s.end)}
    assert all(offset in covered or char.isspace() for offset, char in enumerate(story.folded))


def test_the_old_spelling_of_a_province_is_read_as_the_new_one() -> None:
    assert fold("Propinsi Riau, PROPINSI BALI") == "Provinsi Riau, PROVINSI BALI"


def test_dotted_and_dotless_i_of_other_keyboards_are_plain_ones() -> None:
    assert fold("MAL PELAYANAN PUBL\u0130K, mal pelayanan publ\u0131k") == (
        "MAL PELAYANAN PUBLIK, mal pelayanan publik"
    )


def test_a_line_broken_amid_its_sentence_goes_on() -> None:
    listed = "Delapan provinsi meraih predikat Provinsi Layak Anak, yakni Banten, Lampung, Jambi,"

    assert fold(f"{listed}\nJawa Timur, dan Bali.") == f"{listed} Jawa Timur, dan Bali."
    assert fold(f"{listed[:-1]}\ndan Bali.") == f"{listed[:-1]} dan Bali."
    assert fold(f"{listed[:-1]}.\nBali juga.") == f"{listed[:-1]}.\nBali juga."
    assert fold("Kota Tegal,\nKota Kudus") == "Kota Tegal,\nKota Kudus"
