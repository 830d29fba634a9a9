"""The scheme files: complete, consistent, and one clear line when one is broken."""

from itertools import pairwise
from pathlib import Path

import pytest

from crawler.awards.catalogue import (
    CatalogueError,
    Scheme,
    load_catalogue,
    read_scheme,
    read_scheme_file,
    word_pattern,
)

SOURCE = """
id = "contoh"
title = "Penilaian Contoh"
short = "Contoh"
family = "public-service"
grantor = "Lembaga Contoh"
recipients = ["kabupaten"]
gate = ["contoh"]
names = ["penilaian contoh"]
cues = ["nilai contoh"]
grantors = ["lembaga contoh"]
[scale]
max = 100
plausible_from = 20
unit_words = ["poin"]
[calendar]
first_month = 11
news_until_month = 4
[[bands]]
from = 2022
source = "contoh"
levels = [{ predicate = "Baik", min = 0.0, max = 100.0 }]
[predicates]
"Baik" = ["baik"]
"""

SCHEMES = tuple(load_catalogue().values())
each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)


def test_the_two_first_schemes_are_there() -> None:
    assert set(load_catalogue()) >= {"ombudsman-kepatuhan", "pekppp-ipp"}


@each_scheme
def test_bands_follow_each_other_without_overlap(scheme: Scheme) -> None:
    for earlier, later in pairwise(scheme.bands):
        assert earlier.last is not None
        assert earlier.first <= earlier.last < later.first


@pytest.mark.parametrize(
    ("year", "top"),
    [
        (2014, None),
        (2015, "Kepatuhan Tinggi"),
        (2021, "Kepatuhan Tinggi"),
        (2022, "Kualitas Tertinggi"),
        (2024, "Kualitas Tertinggi"),
        (2025, None),
        (None, "Kualitas Tertinggi"),
    ],
)
def test_the_levels_are_those_of_the_edition(year: int | None, top: str | None) -> None:
    levels = load_catalogue()["ombudsman-kepatuhan"].levels(year)

    assert (levels[0].predicate if levels else None) == top


@pytest.mark.parametrize(
    ("year", "month", "edition", "is_news"),
    [
        (2024, 11, 2024, True),
        (2024, 12, 2024, True),
        (2025, 1, 2024, True),
        (2025, 4, 2024, True),
        (2025, 5, 2024, False),
        (2025, 10, 2024, False),
    ],
)
def test_the_calendar_of_the_ombudsman(
    year: int, month: int, edition: int, *, is_news: bool
) -> None:
    calendar = load_catalogue()["ombudsman-kepatuhan"].calendar

    assert calendar.edition_on(year, month) == edition
    assert calendar.is_news(edition, year, month) is is_news


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("pelayanan publik", True),
        ("Pelayanan-Publik", True),
        ("pelayanan\npublik", True),
        ("pelayanan publikasi", False),
        ("prapelayanan publik", False),
    ],
)
def test_patterns_match_whole_words_over_spaces_and_hyphens(text: str, *, is_found: bool) -> None:
    assert (word_pattern(["pelayanan publik"]).search(text) is not None) is is_found


def test_a_complete_file_is_read() -> None:
    scheme = read_scheme("contoh.toml", SOURCE)

    assert (scheme.id, scheme.scale, scheme.excludes) == ("contoh", 100, None)


def test_an_editor_s_mark_in_front_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "contoh.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode())
    assert read_scheme_file(file).title == read_scheme("contoh.toml", SOURCE).title


def test_a_file_in_another_encoding_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "contoh.toml"
    file.write_bytes(SOURCE.encode("utf-16"))
    with pytest.raises(CatalogueError, match=r"schemes/contoh\.toml: not UTF-8 at byte 0; save"):
        read_scheme_file(file)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "contoh"', "id = contoh", ["not valid TOML"]),
        ('grantor = "Lembaga Contoh"', "", ["grantor", "missing"]),
        ("first_month = 11", "", ["first_month", "missing"]),
        ('names = ["penilaian contoh"]', 'names = ["(penilaian"]', ["names", "pattern"]),
        ('"Baik" = ["baik"]', '"Baik" = ["[baik"]', ["predicates.Baik", "pattern"]),
        ('predicate = "Baik", min', "min", ["predicate", "missing"]),
        ("[scale]\nmax = 100", '[scale]\nmax = "seratus"', ["scale.max", "integer"]),
        ("[calendar]", "[kalender]", ["calendar", "missing"]),
        ("recipients", "recipient", ["recipients", "missing"]),
        ('gate = ["contoh"]', "gate = 5", ["gate"]),
        ('gate = ["contoh"]', 'gate = ["Contoh"]', ["gate", "lower case"]),
        ('gate = ["contoh"]', 'gate = [" ("]', ["gate", "letter or digit"]),
        ('id = "contoh"', 'id = "contoh"\nwarna = "biru"', ["warna", "unknown key"]),
        ('recipients = ["kabupaten"]', 'recipients = ["kampung"]', ["recipients.0", "'kabupaten'"]),
        (
            'family = "public-service"',
            'family = "olahraga"',
            ["family", "'public-service', 'governance' or 'other'"],
        ),
    ],
)
def test_a_broken_file_gives_one_line_with_file_key_and_mend(
    old: str, new: str, words: list[str]
) -> None:
    assert old in SOURCE
    with pytest.raises(CatalogueError) as caught:
        read_scheme("contoh.toml", SOURCE.replace(old, new))

    message = str(caught.value)
    assert message.startswith("schemes/contoh.toml: ")
    assert "\n" not in message
    assert all(word in message for word in words), message
