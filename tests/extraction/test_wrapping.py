"""A text with hard line breaks is read as the paragraphs it was."""

from textwrap import fill

from crawler.extraction.text import read_text
from crawler.extraction.wrapping import unwrapped

HEADLINE = "Kendal Masuk Zona Hijau Ombudsman"
FIRST = (
    "Pemerintah Kabupaten Kendal meraih piagam Ombudsman RI untuk kepatuhan pelayanan publik. Nilai"
    " yang didapat tahun ini 92,11, sedangkan tahun lalu nilainya masih 88,10 dan di zona kuning."
)
SECOND = (
    "Bupati Kendal mengatakan, hasil itu berkat kerja semua dinas yang melayani warga di kantor dan"
    " di kecamatan. Ia meminta agar semua unit menjaga mutu layanan yang telah dicapai itu."
)


def lines(text: str) -> list[str]:
    return unwrapped(text.split("\n"))


def test_paragraphs_that_blank_lines_part_are_put_back() -> None:
    text = f"{HEADLINE}\n\n{fill(FIRST, 72)}\n\n{fill(SECOND, 72)}"

    assert lines(text) == [HEADLINE, FIRST, SECOND]


def test_without_blank_lines_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    text = f"{HEADLINE}\n{fill(FIRST, 75)}\n{fill(SECOND, 75)}"

    assert lines(text) == [HEADLINE, FIRST, SECOND]


def test_a_text_of_paragraphs_stays_as_it_is() -> None:
    text = f"{HEADLINE}\n\n{FIRST}\n{SECOND}"

    assert lines(text) == [HEADLINE, FIRST, SECOND]


def test_lines_of_a_list_stay_apart() -> None:
    items = [f"{n}. Kabupaten Kendal dengan nilai 9{n},10 di zona hijau kali ini" for n in range(8)]

    assert lines("\n".join([HEADLINE, *items])) == [HEADLINE, *items]


def test_a_wrapped_story_is_a_story() -> None:
    page = read_text(f"{HEADLINE}\n{fill(FIRST, 75)}\n{fill(SECOND, 75)}")

    assert page.article is not None
    assert page.article.text == f"{FIRST}\n{SECOND}"
