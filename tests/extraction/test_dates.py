"""Dates as Indonesian outlets print them, and as their markup states them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.dates import find_date, is_date_line, read_moment

WIB = "Asia/Jakarta"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Senin, 02 Desember 2024 23:06 WIB", "2024-12-02T23:06+07:00"),
        ("Tayang: Jumat, 24 Juli 2026 12:40 WIB", "2026-07-24T12:40+07:00"),
        ("- Selasa, 24 Februari 2026 | 08:50 WIB", "2026-02-24T08:50+07:00"),
        ("Jum'at, 24 Juli 2026 | 07:08 WIB", "2026-07-24T07:08+07:00"),
        ("Jum’at, 24 Juli 2026 | 07:08 WIB", "2026-07-24T07:08+07:00"),
        ("Kamis, 23 Jul 2026 14:35 WIB", "2026-07-23T14:35+07:00"),
        ("Kompas.com - 02/12/2024, 23:06 WIB", "2024-12-02T23:06+07:00"),
        ("Kompas.com, 2 Desember 2024, 23:06 WIB", "2024-12-02T23:06+07:00"),
        ("Selasa 03-12-2024,16:37 WIB", "2024-12-03T16:37+07:00"),
        ("Jumat, 15 November 2024 | 15:58 WIB", "2024-11-15T15:58+07:00"),
        ("Senin Pon, 2 Desember 2024", "2024-12-02T00:00+07:00"),
        ("Ahad, 1 Agt 2023 pukul 09.05 WIB", "2023-08-01T09:05+07:00"),
        ("1 Ags 2023", "2023-08-01T00:00+07:00"),
        ("Rabu, 5 Peb 2025", "2025-02-05T00:00+07:00"),
        ("7 Nopember 2025", "2025-11-07T00:00+07:00"),
        ("2 Des '24", "2024-12-02T00:00+07:00"),
        ("Senin (5/5/25)", "2025-05-05T00:00+07:00"),
        ("Senin,(2/12/2024)", "2024-12-02T00:00+07:00"),
        ("(19/12/23)", "2023-12-19T00:00+07:00"),
        ("Selasa, (21/03/2023)", "2023-03-21T00:00+07:00"),
        ("29 Januari 2026", "2026-01-29T00:00+07:00"),
        ("Desember 2, 2024 11:06 pm", "2024-12-02T23:06+07:00"),
        ("December 2, 2024 12:06 am", "2024-12-02T00:06+07:00"),
        ("Selasa, 3 Desember 2024 09:00 WITA", "2024-12-03T08:00+07:00"),
        ("Selasa, 3 Desember 2024 09:00 WIT", "2024-12-03T07:00+07:00"),
    ],
)
def test_a_printed_date_is_read_day_first_with_its_time_and_zone(
    printed: str, expected: str
) -> None:
    assert find_date(printed, WIB) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "printed",
    [
        "Rabu (29/12)",
        "2 jam yang lalu",
        "32 menit lalu",
        "31/02/2024",
        "45 Desember 2024",
        "nilai 4,42 pada tahun 2024",
        "pasal 12/3/4/5",
        "",
    ],
)
def test_what_is_no_full_date_gives_none(printed: str) -> None:
    assert find_date(printed, WIB) is None


@pytest.mark.parametrize(
    ("stamp", "zone", "expected"),
    [
        ("2024-12-02T23:06:00+07:00", WIB, "2024-12-02T23:06:00+07:00"),
        ("2024-12-02T16:06:00Z", WIB, "2024-12-02T23:06:00+07:00"),
        ("2024-12-02T23:06:00+0700", WIB, "2024-12-02T23:06:00+07:00"),
        ("2026-07-24 08:10:08", WIB, "2026-07-24T08:10:08+07:00"),
        ("2026-07-24 08:10:08", "Asia/Makassar", "2026-07-24T08:10:08+08:00"),
        ("2024/12/02 08:10", WIB, "2024-12-02T08:10:00+07:00"),
        ("2024-12-02", WIB, "2024-12-02T00:00:00+07:00"),
        ("Mon, 02 Dec 2024 16:06:00 +0000", WIB, "2024-12-02T23:06:00+07:00"),
    ],
)
def test_a_machine_stamp_without_offset_is_local_time(stamp: str, zone: str, expected: str) -> None:
    moment = read_moment(stamp, zone)
    assert moment == datetime.fromisoformat(expected)
    assert moment is not None
    assert moment.utcoffset() == datetime.fromisoformat(expected).utcoffset()


@pytest.mark.parametrize("stamp", ["", "0000-00-00", "9999-12-31", "segera", "1733155560"])
def test_a_stamp_that_is_none_gives_none(stamp: str) -> None:
    assert read_moment(stamp, WIB) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Senin, 02 Desember 2024 23:06 WIB", True),
        ("Tayang: Jumat, 24 Juli 2026 12:40 WIB | Diperbarui: Sabtu, 25 Juli 2026 01:00 WIB", True),
        ("Budi Santoso - Selasa, 24 Februari 2026 | 08:50 WIB", True),
        ("Kompas.com - 02/12/2024, 23:06 WIB", True),
        ("Piagam diserahkan di Semarang, Senin (2/12/2024).", False),
        ("Rapat digelar Selasa, 3 Desember 2024 pukul 09.00 WIB di pendopo.", False),
        ("Periode 1 Januari 2024 sampai 2 Desember 2024", False),
        ("Senin", False),
    ],
)
def test_a_date_line_holds_nothing_but_the_date(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for moment in (find_date(text, WIB), read_moment(text, WIB)):
        assert moment is None or moment.tzinfo is not None
    assert isinstance(is_date_line(text), bool)


@given(st.datetimes(datetime(1995, 1, 1), datetime(2090, 1, 1)))  # noqa: DTZ001 - made aware below
def test_a_stamp_of_any_moment_survives_the_trip_through_iso(moment: datetime) -> None:
    aware = moment.replace(tzinfo=UTC)
    assert read_moment(aware.isoformat(), WIB) == aware
