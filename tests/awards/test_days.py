"""Days named in a story."""

from datetime import date

import pytest

from crawler.awards.days import find_days
from crawler.awards.text import fold

PUBLISHED = date(2024, 12, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Senin (2/12/2024)", date(2024, 12, 2)),
        ("Senin,(2/12/2024)", date(2024, 12, 2)),
        ("Senin (2-12-2024)", date(2024, 12, 2)),
        ("Senin (5/5/25)", date(2025, 5, 5)),
        ("Senin (02/12/24)", date(2024, 12, 2)),
        ("2 Desember 2024", date(2024, 12, 2)),
        ("02 Des 2024", date(2024, 12, 2)),
        ("14 Nopember 2024", date(2024, 11, 14)),
        ("Jum'at (13/12)", date(2024, 12, 13)),
        ("Jum’at (15/11)", date(2024, 11, 15)),
        ("(2/12)", date(2024, 12, 2)),
        ("Kamis 14 November", date(2024, 11, 14)),
        ("Rabu Pahing (4/12/2024)", date(2024, 12, 4)),
        ("Selasa, 26, November 2024", date(2024, 11, 26)),
        ("Kamis, 28 November, 2024", date(2024, 11, 28)),
        ("Jumat malam (22-11-2024)", date(2024, 11, 22)),
        ("Senin (02.12.2024)", date(2024, 12, 2)),
    ],
)
def test_a_day_is_read_in_every_printed_form(text: str, day: date) -> None:
    assert [found.day for found in find_days(fold(text), PUBLISHED)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        *("skor 93,74", "nilai 4/5", "UU 25/2009", "31/2/2024", "Senin (45/12/2024)", "35 daerah"),
        *("4.42", "2/12/2024/5", "skor 12.11.20", "Bab 3.4.2"),
        *("Senin-Selasa, 2-3 Desember 2024", "2 dan 3 Desember 2024", "28 hingga 30 November 2024"),
    ],
)
def test_other_numbers_and_several_days_are_no_day(text: str) -> None:
    assert find_days(text, PUBLISHED) == ()


def test_a_day_without_a_year_is_the_last_one_before_the_story() -> None:
    (found,) = find_days("Senin (18/12)", date(2024, 1, 10))

    assert (found.day, found.has_year) == (date(2023, 12, 18), False)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Senin (18/12)", []),
        ("Predikat 2022 diserahkan Selasa (6/12)", [date(2022, 12, 6)]),
        ("Hasil 2021 diumumkan pada hari Selasa, 6 Desember", [date(2022, 12, 6)]),
        ("SAKIP 2016 dan 2022 diserahkan Selasa (6/12)", [date(2022, 12, 6)]),
        ("Predikat 2019 diserahkan Selasa (6/12)", []),
        ("Predikat 2022 diserahkan pada (6/12)", []),
        ("Anggaran Rp2.022 juta dibahas Selasa (6/12)", []),
    ],
)
def test_without_the_day_of_the_story_the_weekday_and_a_printed_year_tell_it(
    text: str, days: list[date]
) -> None:
    assert [found.day for found in find_days(text, None)] == days


def test_offsets_point_at_the_day_as_printed() -> None:
    text = "Semarang, Senin (2/12/2024)."
    (found,) = find_days(text, PUBLISHED)

    assert text[found.start : found.end] == "2/12/2024"
    assert found.has_year
