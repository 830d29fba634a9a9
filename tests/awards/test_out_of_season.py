"""Months after an edition was news, and with no later one told, results are told in passing."""

from datetime import datetime

import pytest

from tests.awards.stories import WIB, read

_CUE = "told out of the season of results"


def tells(text: str, year: int, month: int, day: int, cue: str = _CUE) -> bool:
    reading = read(text, "Rapor Layanan Kendal Dibuka", datetime(year, month, day, tzinfo=WIB))
    return any(reason.cue == cue for reason in reading.reasons)


TEXT = "Kabupaten Kendal memperoleh 81,20 dan berada di zona hijau pada penilaian Ombudsman."


@pytest.mark.parametrize(("year", "month"), [(2023, 12), (2024, 1), (2024, 3)])
def test_in_season(year: int, month: int) -> None:
    assert not tells(TEXT, year, month, 10)


@pytest.mark.parametrize("month", [6, 8])
def test_out_of_season(month: int) -> None:
    assert tells(TEXT, 2024, month, 10)


def test_an_edition_of_this_year_is_told() -> None:
    assert not tells(TEXT.replace("penilaian", "penilaian tahun 2024"), 2024, 8, 10)


def test_another_scheme_is_in_season() -> None:
    wtp = "BPK memberi opini WTP atas LKPD Kabupaten Kendal tahun 2023."

    assert not tells(f"{TEXT} {wtp}", 2024, 6, 10)


def test_a_late_ceremony_is_news() -> None:
    handed = "Piagam zona hijau diserahkan Ombudsman kepada Bupati Kendal, Senin (10/6/2024)."

    assert not tells(f"{handed} {TEXT}", 2024, 6, 11)
    assert tells(f"{handed} {TEXT}", 2024, 8, 11)


@pytest.mark.parametrize(
    ("told", "is_recent"),
    [
        ("Ombudsman menetapkan Kabupaten Kendal di zona hijau, Senin (9/12/2024).", True),
        ("Map zona hijau yang diserahkan Ombudsman diterima Kendal, Senin (9/12/2024).", True),
        ("Ombudsman menetapkan Kabupaten Kendal di zona hijau, Senin (5/2/2024).", False),
        ("Ombudsman menetapkan Kabupaten Kendal di zona hijau.", False),
        ("Loket Kendal yang sudah meraih zona hijau ditutup, Senin (9/12/2024).", False),
    ],
)
def test_a_grant_of_these_days(told: str, is_recent: bool) -> None:
    text = f"{told} Penilaian kepatuhan itu milik Ombudsman."

    assert tells(text, 2024, 12, 10, "granted these days") == is_recent
