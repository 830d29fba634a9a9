"""The sentence around a quote, in the Indonesian that outlets print."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.sentences import sentence_span


@pytest.mark.parametrize(
    "sentence",
    [
        "Kabupaten Batang meraih nilai 93,74 dari Ombudsman.",
        "Bupati Dr. H. Arief Rohman, S.IP., M.Si. menerima nilai 93,74 itu.",
        "Pj. Bupati Lani Dwi Rejeki menyebut nilai 93,74.",
        "Nilai 93.74 poin naik dari 90.12 poin.",
        "Hadiah Rp. 5 juta di Jl. Pemuda No. 12 menyertai nilai 93,74.",
        "“Nilai kami 93,74. kami bersyukur,” katanya.",
        "“Alhamdulillah, nilai 93,74!”",
        "Nilai 93,74 diserahkan Senin (2/12/2024) pukul 10.00 WIB di Hotel Quest.",
        "Nilai 93,74 masuk kategori A.",
        "Apakah nilai 93,74 cukup?",
    ],
)
def test_the_whole_sentence_is_found_between_its_neighbours(sentence: str) -> None:
    text = f"Acara itu ramai. {sentence} Semua pihak hadir. Tamat."
    start = text.index("93")
    first, last = sentence_span(text, start, start + 5)
    assert text[first:last] == sentence


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("Judul tanpa titik nilai 93,74", "93,74", "Judul tanpa titik nilai 93,74"),
        ("Satu.\n- DPMPTSP: 97,55\nDua.", "97,55", "- DPMPTSP: 97,55"),
        ("Satu. Nilai A. Dua. Tiga.", "A. Dua", "Nilai A. Dua."),
        ("Satu.\nDua", "Satu.\nDua", "Satu.\nDua"),
        ("  93,74  ", "  93,74", "  93,74"),
        ("“Nilai 93,74.” Bupati gembira.", "93,74", "“Nilai 93,74.”"),
    ],
)
def test_borders(text: str, quote: str, sentence: str) -> None:
    start = text.index(quote)
    first, last = sentence_span(text, start, start + len(quote))
    assert text[first:last] == sentence


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='aA9 .!?\n"”“…(-', min_size=1, max_size=60), st.data())
def test_the_span_always_holds_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence_span(text, start, end)
    assert 0 <= first <= start < end <= last <= len(text)
