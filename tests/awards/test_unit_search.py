"""Whatever a text holds, units are found in order, inside of it, and in time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.awards.units import find_units

VOCABULARY = """
Puskesmas RSUD Dinas Sosial Kesehatan dan , Batang I II Polres Raih Kota Kabupaten Desa di Kecamatan
Lapas Kelas IIB ( ) 95,2 Kementerian Agama Kanwil dr. Setda
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "Kepala\nBPN"])


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_are_in_order_apart_and_inside_the_text(text: str) -> None:
    last = 0
    for unit in find_units(text):
        assert last <= unit.start < unit.end <= len(text)
        assert unit.name.strip() == unit.name != ""
        last = unit.end


@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(0, 80), st.integers(0, 80))
def test_nothing_is_read_outside_the_offsets(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)

    assert all(start <= unit.start < unit.end <= end for unit in find_units(text, start, end))


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
    find_units(junk[: len(junk) // 4])
    quarter = time.process_time() - begun
    find_units(junk)

    assert time.process_time() - begun - quarter < 0.2 + 12 * quarter
