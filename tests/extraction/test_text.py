"""Plain texts as other tools dump them: the head is sorted, the story is whole."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.page import PageKind
from crawler.extraction.text import read_text
from storage.records import Article

TITLE = "Blora raih nilai tertinggi layanan publik"
STORY = (
    "Pemkab Blora meraih nilai 97,84 dari Ombudsman yang diumumkan di Semarang pada Senin siang.",
    "Piagam itu diterima wakil bupati bersama kepala dinas yang mengurus perizinan di daerah itu.",
    "Ia berterima kasih kepada semua pegawai dan berjanji untuk menjaga mutu pelayanan warga.",
    "Tahun depan penilaian akan dilakukan di lebih banyak unit dan dengan ukuran yang lebih ketat.",
)
LEAD = f"BLORA, KOMPAS.com – {STORY[0]}"


def read(*lines: str) -> Article:
    page = read_text("\n\n".join(lines))
    assert page.kind is PageKind.ARTICLE, page.reason
    assert page.article is not None
    return page.article


def test_headline_and_story_are_parted() -> None:
    article = read(TITLE, *STORY)
    assert article.title == TITLE
    assert article.text == "\n".join(STORY)
    assert article.published is None
    assert article.url == ""


@pytest.mark.parametrize(
    "head",
    [
        ("Berita Blora", TITLE, "Nilainya naik tajam."),
        (TITLE, "Nilainya naik tajam.", "Penulis: Budi | Editor: Ani"),
        (TITLE, "Berita Blora", "Nilainya naik tajam."),
        (TITLE, TITLE, "Nilainya naik tajam."),
        ("Sebarkan artikel ini", "×", TITLE, "Nilainya naik tajam."),
        ("Home > Berita", TITLE, "Nilainya naik tajam."),
    ],
)
def test_what_stands_before_the_dateline_is_head(head: tuple[str, ...]) -> None:
    article = read(*head, LEAD, *STORY[1:])
    assert article.title == TITLE
    assert article.description == "Nilainya naik tajam."
    assert article.text == "\n".join(STORY)
    assert article.dateline == "BLORA"


def test_photo_lines_and_a_date_line_are_head_without_any_dateline() -> None:
    article = read(
        TITLE, "Foto: Prokompim", "Wakil bupati menerima piagam.", "Senin, 2 Desember 2024", *STORY
    )
    assert article.photo_credit == "Prokompim"
    assert article.caption == "Wakil bupati menerima piagam."
    assert article.published == datetime.fromisoformat("2024-12-02T00:00:00+07:00")
    assert article.published_source == "visible"
    assert article.text == "\n".join(STORY)


def test_the_second_line_before_the_dateline_is_the_caption() -> None:
    article = read(TITLE, "Nilainya naik tajam.", "Wakil bupati menerima piagam.", LEAD, *STORY[1:])
    assert article.description == "Nilainya naik tajam."
    assert article.caption == "Wakil bupati menerima piagam."


@pytest.mark.parametrize(
    ("head", "authors", "editor"),
    [
        (("Selasa 03-12-2024,16:37 WIB", "Reporter : Dian", "Editor : Wawan"), ("Dian",), "Wawan"),
        (("Selasa, 3 Desember 2024 16:37 WIB", "Penulis:Dian", "Editor:Wawan"), ("Dian",), "Wawan"),
        (
            ("Oleh MC KAB BLORA, Selasa, 3 Desember 2024 | 16:37 WIB - Redaktur: Wawan - 12",),
            ("MC KAB BLORA",),
            "Wawan",
        ),
    ],
)
def test_the_heads_of_amp_pages_and_portals_are_read(
    head: tuple[str, ...], authors: tuple[str, ...], editor: str
) -> None:
    article = read(TITLE, *head, *STORY)
    assert article.published == datetime.fromisoformat("2024-12-03T16:37:00+07:00")
    assert (article.authors, article.editor) == (authors, editor)
    assert article.text == "\n".join(STORY)


def test_a_printed_zone_moves_the_moment_into_the_outlets_zone() -> None:
    text = "\n".join((TITLE, "Selasa, 3 Desember 2024 16:37 WITA", *STORY))
    page = read_text(text, zone="Asia/Makassar")
    assert page.article is not None
    assert page.article.published is not None
    assert page.article.published.isoformat() == "2024-12-03T16:37:00+08:00"


def test_a_description_that_nothing_tells_apart_stays_in_the_story() -> None:
    article = read(TITLE, "Nilainya naik tajam dari tahun lalu.", *STORY)
    assert article.text.startswith("Nilainya naik tajam dari tahun lalu.\n")
    assert article.description is None


def test_a_byline_at_the_end_of_a_short_story_does_not_make_it_head() -> None:
    article = read(TITLE, STORY[0], STORY[1], "Penulis: Budi")
    assert article.text == "\n".join(STORY[:2])
    assert article.authors == ("Budi",)


def test_a_text_without_headline_says_so() -> None:
    article = read(LEAD, *STORY[1:])
    assert article.title == ""
    assert article.text == "\n".join(STORY)
    assert article.warnings == ("title: the text opens without a headline",)


def test_a_headline_with_a_dash_is_still_the_headline() -> None:
    assert read("Blora – Juara Lagi!", *STORY).title == "Blora – Juara Lagi!"


@pytest.mark.parametrize(
    "tail",
    [
        ("Jalan Rusak Diperbaiki Warga Blora |", "![]() |", "---|"),
        ("Jalan Rusak Diperbaiki Warga Blora | ![]() |", "---|"),
        ("| Jalan Rusak Diperbaiki Warga Blora | ![]() |", "|---|"),
        ("| Jalan Rusak Diperbaiki Warga Blora | ![](https://a.id/x.jpg) |", "|---|---|"),
        ("| Nilai Jepara Melorot ke 87,36, Siapa Lebih Unggul? |  |", "|---|---|"),
        ("![Jalan Rusak](https://a.id/x.jpg) Jalan Rusak", "| Total | : | 8557 |"),
        ("- Nilai Jepara 87,36 Pemerintahan | 3 Desember 2024 | dibaca 40 kali",),
        ("Isi komentar sepenuhnya adalah tanggung jawab pengguna dan diatur dalam UU ITE.",),
        ("Berita Terkait", "Jalan rusak di Randublatung diperbaiki"),
        ("(Tim Prokompim)", "Sumber: blorakab.go.id"),
    ],
)
def test_nothing_of_the_page_follows_the_last_sentence(tail: tuple[str, ...]) -> None:
    assert read(TITLE, *STORY, *tail).text == "\n".join(STORY)


def test_rows_of_figures_become_bullets_and_a_lone_pipe_is_prose() -> None:
    prose = "Rumus itu ditulis A | B di papan dan dijelaskan kepada semua peserta yang hadir."
    rows = ("| Unit | Nilai |", "|---|---|", "| DPMPTSP | 97,55 |")
    assert read(TITLE, *STORY, *rows, prose).text.split("\n")[4:] == [
        "- Unit: Nilai",
        "- DPMPTSP: 97,55",
        prose,
    ]


def test_a_story_that_is_mostly_lists_is_a_story() -> None:
    told = (
        "Wakil Presiden menyerahkan penghargaan itu kepada para menteri di Jakarta, Rabu malam."
        " Ia berharap layanan kepada warga menjadi lebih baik di semua daerah.\n"
    )
    lists = "".join(
        f"Kategori {kind}:\n" + "".join(f"{n}. Badan {kind} {n}\n" for n in range(1, 9))
        for kind in ("Kementerian", "Lembaga", "Provinsi")
    )
    page = read_text(f"{TITLE}\n{told}{lists}")
    assert page.article is not None
    assert page.article.text.endswith("8. Badan Provinsi 8")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\u200b\n", "empty"),
        (TITLE, "thin"),
        ("\n".join(["Beranda", "Profil", "Layanan Publik", "Kontak Kami"] * 20), "no-prose"),
        ("\n".join(f"{number}. Kabupaten Blora" for number in range(50)), "no-prose"),
        ("\n".join(f"x{number} qq zz 77 kk." for number in range(50)), "no-prose"),
        ("\ud800\x00\ufffd" * 500, "thin"),
    ],
)
def test_what_is_no_story_gives_a_reason(text: str, reason: str) -> None:
    page = read_text(text)
    assert (page.kind, page.reason, page.article) == (PageKind.OTHER, reason, None)


def test_a_list_that_a_sentence_leads_in_is_a_story() -> None:
    names = ", ".join(f"Kabupaten Nomor{number}" for number in range(12))
    page = read_text(f"{TITLE}\n\nPenghargaan kategori Madya diberikan kepada:\n{names}.\n{names}.")

    assert page.kind is PageKind.ARTICLE


_PIECES = st.sampled_from(
    [TITLE, *STORY, LEAD, "\n", "|", "---|", "![]()", "Foto: X", "Baca juga:", "(*)", "- A: 97,5"]
)


@given(st.one_of(st.text(max_size=1500), st.lists(_PIECES, max_size=30).map("\n".join)))
def test_any_text_is_read_and_a_text_read_is_squeezed(text: str) -> None:
    page = read_text(text)
    assert (page.article is None) == (page.kind is not PageKind.ARTICLE)
    for line in page.article.text.split("\n") if page.article else ():
        assert line == " ".join(line.split())
        assert line.encode()


def test_a_numbered_league_table_is_told_by_the_line_that_leads_it_in() -> None:
    rows = [f"{place}. Kabupaten Daerah {place}: 4,{90 - place}" for place in range(1, 11)]
    article = read(TITLE, "Berikut sepuluh kabupaten dengan indeks tertinggi:", *rows)
    assert article.text.splitlines()[-1] == rows[-1]


def test_names_with_scores_below_a_few_sentences_are_their_list() -> None:
    lead = (
        "Ombudsman RI merilis hasil penilaian kepatuhan pelayanan publik pada Jumat, dan kepala"
        " perwakilan menyebut tidak ada lagi daerah yang berada di zona merah tahun ini."
    )
    rows = [
        f"Kabupaten Daerah {name} ({90 - place},5)"
        for place, name in enumerate("ABCDEFGHIJKLMNOPQ")
    ]
    article = read(TITLE, lead, "Zona Kuning", *rows)
    assert article.text.splitlines()[-1] == rows[-1]
