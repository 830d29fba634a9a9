"""Zones and places of several, told in the many ways in which outlets print lists."""

import tomllib
from pathlib import Path

import pytest

from tests.awards.stories import read

WAYS = tomllib.loads(Path(__file__).with_name("ways_to_list.toml").read_text(encoding="utf-8"))
HEADLINE = "Ombudsman Umumkan Nilai Kepatuhan Pelayanan Publik di Jateng"
LEAD = (
    "SEMARANG – Ombudsman RI Perwakilan Jawa Tengah menyerahkan hasil penilaian kepatuhan"
    " penyelenggaraan pelayanan publik tahun 2024, Kamis (5/12/2024)."
)
FIVE = (
    *("Kabupaten Kendal", "Kabupaten Kudus", "Kabupaten Demak", "Kota Tegal"),
    "Kabupaten Blora",
)


@pytest.mark.parametrize("way", WAYS["zones"], ids=lambda way: way["text"][:50])
def test_everybody_in_a_list_has_the_zone_it_tells(way: dict[str, object]) -> None:
    claims = read(f"{LEAD}\n{way['text']}", HEADLINE).claims

    told = {claim.recipient: claim.zone for claim in claims}
    yellow = way["yellow"]
    assert isinstance(yellow, list)
    assert told == {name: "kuning" if name in yellow else "hijau" for name in FIVE}


@pytest.mark.parametrize("way", WAYS["places"], ids=lambda way: way["text"][:50])
def test_everybody_in_a_ranking_has_the_place_it_tells(way: dict[str, object]) -> None:
    claims = read(f"{LEAD}\n{way['text']}", HEADLINE).claims

    told = {claim.recipient: claim.rank for claim in claims}
    assert told == {name: place for place, name in enumerate(FIVE, start=1)}
