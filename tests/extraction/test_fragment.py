"""The body's markup becomes lines: nothing glued, nothing of the furniture, no figure lost."""

import pytest

from crawler.extraction.cutting import cut_fragment
from crawler.extraction.fragment import read_lines
from crawler.extraction.tree import parse_page


def lines(markup: str, *cut: str) -> list[str]:
    document = parse_page(f"<div class='isi'>{markup}</div>".encode(), url="")
    (element,) = document.select("div.isi")
    return [line.text for line in read_lines(cut_fragment(element, cut))]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Satu <b>dua</b>tiga.</p>\n<p>Empat.</p>", ["Satu duatiga.", "Empat."]),
        ("<p>Baris\nsumber  yang&nbsp;patah\u200b.</p>", ["Baris sumber yang patah."]),
        ("Satu.<br>Dua.<br><br>tiga", ["Satu.", "Dua.", "tiga"]),
        ("Kalimat yang<br>patah.", ["Kalimat yang patah."]),
        ("Unit A: 90<br>Unit B: 80", ["Unit A: 90", "Unit B: 80"]),
        ("<ul><li>Satu<li><p>Dua</p></ul>", ["- Satu", "- Dua"]),
        ("<ol><li>Satu</li><li>Dua</li></ol>", ["1. Satu", "2. Dua"]),
        ("<ul><li>Induk<ul><li>Anak</li></ul></li></ul>", ["- Induk", "- Anak"]),
        ("<p>• Satu</p><p>– Dua</p><p>● Tiga</p>", ["- Satu", "- Dua", "- Tiga"]),
        ("<p>-5 derajat</p>", ["-5 derajat"]),
        ("<h2>Subjudul</h2><p>Isi.</p>", ["Subjudul", "Isi."]),
        ("<blockquote><p>Kutipan.</p></blockquote>", ["Kutipan."]),
        ("<div>Teks<div>dalam</div>ekor</div>", ["Teks", "dalam", "ekor"]),
        ("", []),
    ],
)
def test_markup_becomes_lines(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var a = '<p>x</p>';</script>",
        "<style>p{}</style>",
        "<figure><img src=x><figcaption>Keterangan</figcaption></figure>",
        "<iframe src=x></iframe>",
        "<div class='sharedaddy'>Bagikan</div>",
        "<p class='baca-juga'>Baca juga</p>",
        "<p style='display: none'>Rahasia</p>",
        "<p hidden>Rahasia</p>",
        "<blockquote class='twitter-tweet'>Cuit</blockquote>",
        "<!-- komentar -->",
        "<table><tr><th>Judul Berita Lain Hari Ini</th><th><img src=x></th></tr></table>",
        "<table><tr><td><a href=/x>Judul Berita Lain</a></td></tr></table>",
    ],
)
def test_furniture_leaves_no_line(markup: str) -> None:
    assert lines(f"<p>Isi.</p>{markup}") == ["Isi."]


@pytest.mark.parametrize(
    "selector",
    ["p.x", ".x", "#y", "p#y.x", "p:has(> b)", "[class^='x']", "div.isi > p.x"],
)
def test_a_cut_selector_removes_what_it_matches(selector: str) -> None:
    markup = "<p>Isi.</p><p class='x z' id='y'><b>Sisipan</b></p>"
    inside = selector.replace("div.isi > ", "")
    assert lines(markup, inside) == ["Isi."]


def test_the_fragment_itself_is_never_cut() -> None:
    document = parse_page(b"<div class='ads'><p>Isi.</p></div>", url="")
    (element,) = document.select("div.ads")
    assert [line.text for line in read_lines(cut_fragment(element, (".ads",)))] == ["Isi."]


def test_the_page_is_the_same_after_the_cut() -> None:
    document = parse_page(b"<div class='isi'><p class='x'>Iklan</p><p>Isi.</p></div>", url="")
    (element,) = document.select("div.isi")
    cut_fragment(element, ("p.x", "p:has(b)"))
    assert len(document.select("p.x")) == 1


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Unit", "Nilai"], ["DPMPTSP", "97,55"]], ["- Unit: Nilai", "- DPMPTSP: 97,55"]),
        ([["1", "DPMPTSP", "97,55"]], ["- 1. DPMPTSP: 97,55"]),
        ([["Blora", "97,84", "A"]], ["- Blora, 97,84, A"]),
        ([["Nilai :", ": 97"]], ["- Nilai: 97"]),
    ],
)
def test_a_table_of_figures_becomes_bullets(rows: list[list[str]], expected: list[str]) -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert lines(f"<table><tbody>{cells}</tbody></table>") == expected


def test_a_table_that_only_places_paragraphs_is_unwrapped() -> None:
    assert lines("<table><tr><td><p>Satu.</p><p>Dua.</p></td></tr></table>") == ["Satu.", "Dua."]


def test_a_cell_that_spans_rows_stands_in_each_of_them() -> None:
    table = (
        "<tr><th>Zona</th><th>Daerah</th><th>Nilai</th></tr>"
        "<tr><td rowspan=2>Hijau</td><td>Kendal</td><td>92,10</td></tr>"
        "<tr><td>Demak</td><td>90,50</td></tr>"
        "<tr><td>Kuning</td><td>Brebes</td><td>70,11</td></tr>"
    )

    assert lines(f"<table>{table}</table>") == [
        "- Zona, Daerah, Nilai",
        "- Hijau, Kendal, 92,10",
        "- Hijau, Demak, 90,50",
        "- Kuning, Brebes, 70,11",
    ]


def test_links_are_measured_by_their_share_of_the_line() -> None:
    document = parse_page(b"<div class='isi'><p><a href=x>Judul</a></p><p>Isi</p></div>", url="")
    (element,) = document.select("div.isi")
    assert [line.linked for line in read_lines(cut_fragment(element, ()))] == [1.0, 0.0]
