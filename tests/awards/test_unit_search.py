"""Whatever a text holds, units are found in order, inside of it, and in time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.awards.units import find_units
from crawler.awards.word_patterns import IndexedText

VOCABULARY = """
Puskesmas RSUD Dinas Sosial Kesehatan dan , Batang I II Polres Raih Kota Kabupaten Desa di Kecamatan
Lapas Kelas IIB ( ) 95,2 Kementerian Agama Kanwil dr. Setda
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "Kepala\nBPN"])


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_are_in_order_apart_and_inside_the_text(text: str) -> None:
    last = 0
    for unit in find_units(IndexedText(text)):
        assert last <= unit.start < unit.end <= len(text)
        assert unit.name.strip() == unit.name != ""
        last = unit.end


@pytest.mark.parametrize(
    "junk",
    [
        "Puskesmas " * 10_000,
        "Dinas A " * 12_500,
        "Dinas " + "Sosial dan " * 9_000,
        "Puskesmas " + "A, " * 33_000,
        "Polres Batang dan " * 5_500,
        "RSUD dr. " * 11_000,
        "Lapas Kelas " * 8_000,
        "Kementerian Hukum dan " * 4_500,
        "Desa A, Kecamatan " * 5_500,
    ],
    ids=lambda junk: junk[:20],
)
def test_reading_takes_time_in_proportion_to_the_length(junk: str) -> None:
    begun = time.process_time()
    find_units(IndexedText(junk[: len(junk) // 4]))
    quarter = time.process_time() - begun
    find_units(IndexedText(junk))

    assert time.process_time() - begun - quarter < 0.2 + 12 * quarter
