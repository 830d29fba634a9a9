"""Numbers, days and untrusted lines as people read them."""

from datetime import date, timedelta

import pytest

from crawler.alerts.backoff import wait_after
from crawler.alerts.english import ENGLISH
from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.wording import (
    day,
    difference,
    harmless,
    number,
    one_line,
    printed,
    span_of_days,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(97.84, "97,84"), (100.0, "100"), (4.4, "4,4"), (3.5866, "3,5866"), (0.1 + 0.2, "0,3")],
)
def test_numbers_have_a_decimal_comma_and_no_dust(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "other", "text"),
    [(93.74, 91.5, "2,24"), (91.5, 93.74, "2,24"), (98.02, 98.0, "0,02"), (4.42, 4.42, "0")],
)
def test_a_difference_is_that_of_the_printed_digits(value: float, other: float, text: str) -> None:
    assert difference(value, other) == text


@pytest.mark.parametrize(
    ("raw", "value", "text"),
    [
        ("90,90", 90.9, "90,90"),
        ("97.84", 97.84, "97,84"),
        ("100", 100.0, "100"),
        ("4,42", 4.42, "4,42"),
        (None, 93.74, "93,74"),
        ("", 93.74, "93,74"),
        ("sembilan puluh", 90.0, "90"),
        ("9,37", 93.74, "93,74"),
    ],
)
def test_a_score_keeps_its_printed_digits_when_they_say_the_same(
    raw: str | None, value: float, text: str
) -> None:
    assert printed(raw, value) == text


def test_days_are_written_out_in_both_languages() -> None:
    assert day(date(2024, 12, 2), INDONESIAN) == "Senin, 2 Desember 2024"
    assert day(date(2024, 12, 2), ENGLISH) == "Monday, 2 December 2024"
    week = [day(date(2025, 8, 17) + timedelta(days=n), INDONESIAN).split(",")[0] for n in range(7)]
    assert week == ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 11, 21), date(2026, 11, 21), "21 November 2026"),
        (date(2026, 11, 15), date(2026, 11, 21), "15–21 November 2026"),
        (date(2026, 9, 28), date(2026, 10, 4), "28 September–4 October 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 December 2026–3 January 2027"),
    ],
)
def test_a_span_of_days_is_told_without_saying_anything_twice(
    first: date, last: date, told: str
) -> None:
    assert span_of_days(first, last, ENGLISH) == told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Batang\r\nBcc: orang@lain.id", "Batang Bcc: orang@lain.id"),
        ("satu\u2028dua\u2029tiga\x0bempat\x85lima", "satu dua tiga empat lima"),
        ("zona \u202egnatab\u202c hijau\u200f", "zona gnatab hijau"),
        ("ti\u200bdak\ufeff terlihat\u00ad", "tidak terlihat"),
        ("\x00\x1b[31mmerah\x7f", "[31mmerah"),
        ("yatim \ud800 piatu", "yatim piatu"),
        ("  banyak \t\n  spasi  ", "banyak spasi"),
        ("Kota Pe\u0301kalongan – “A”", "Kota Pe\u0301kalongan – “A”"),
    ],
)
def test_a_line_holds_nothing_that_commands_a_header_a_terminal_or_the_eye(
    text: str, line: str
) -> None:
    assert one_line(text) == line


def test_harmless_keeps_the_spaces_that_join_a_sentence() -> None:
    assert harmless(" nilai \n") == " nilai  "


def test_a_long_line_is_cut_at_a_word() -> None:
    line = one_line("Kabupaten Batang meraih penghargaan " * 100, 60)
    assert line == "Kabupaten Batang meraih penghargaan Kabupaten Batang…"
    assert one_line("x" * 100_000, 60) == "x" * 59 + "…"


def test_waits_grow_and_end_after_five_days() -> None:
    waits = [wait_after(tries) for tries in range(1, 40)]
    granted = [wait for wait in waits if wait is not None]
    assert [str(wait) for wait in granted[:6]] == [
        "0:05:00",
        "0:15:00",
        "1:00:00",
        "4:00:00",
        "12:00:00",
        "12:00:00",
    ]
    assert waits[len(granted) :] == [None] * (39 - len(granted))
    in_all = sum(granted, timedelta())
    assert timedelta(days=5) <= in_all < timedelta(days=5, hours=12)
