"""What does not fit becomes a warning; the claim itself stays as printed."""

from dataclasses import replace
from typing import Any

import pytest

from crawler.awards.catalogue import load_catalogue
from crawler.awards.check import warnings_of
from storage.records import Claim, UnitScore

CLAIM = Claim(
    recipient="Kabupaten Batang",
    recipient_code="33.25",
    recipient_kind="kabupaten",
    scheme="ombudsman-kepatuhan",
    grantor="Ombudsman RI",
    edition_year=2024,
    score=93.74,
    scale=100,
    predicate="Kualitas Tertinggi",
    category="A",
    zone="hijau",
)


def units(*scores: float) -> tuple[UnitScore, ...]:
    return tuple(
        UnitScore(unit=f"Puskesmas {number}", score=score, raw=str(score))
        for number, score in enumerate(scores, start=1)
    )


def warnings(**changes: Any) -> tuple[str, ...]:
    claim = replace(CLAIM, **changes)
    return warnings_of(claim, load_catalogue()[claim.scheme])


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"score": None, "scale": None},
        {"predicate": None, "category": None, "zone": None},
        {"score": 88.0},
        {"score": 87.995, "predicate": "Kualitas Tinggi", "category": "B"},
        {"score": 80.0, "predicate": "Kualitas Tinggi", "category": "B"},
        {
            "score": 80.0,
            "predicate": "Kepatuhan Sedang",
            "category": None,
            "zone": "kuning",
            "edition_year": 2021,
        },
        {"edition_year": 2025},
        {"edition_year": None},
        {"units": units(93.77, 89.07, 95.07, 95.86, 97.55, 90.90)},
        {"units": units(60.0, 61.0)},
        {
            "scheme": "pekppp-ipp",
            "score": 4.42,
            "scale": 5,
            "predicate": "Sangat Baik",
            "category": "A-",
            "zone": None,
        },
    ],
)
def test_a_claim_that_fits_gives_no_warning(changes: dict[str, Any]) -> None:
    assert warnings(**changes) == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"score": 101.5}, ["score 101.5", "0-100"]),
        ({"score": 93.74, "units": units(93.0, 103.5)}, ["Puskesmas 2 103.5", "0-100"]),
        (
            {"predicate": "Kualitas Sedang"},
            ["predicate Kualitas Sedang", "93.74", "Kualitas Tertinggi"],
        ),
        ({"predicate": "Kepatuhan Tinggi"}, ["predicate Kepatuhan Tinggi", "edition 2024"]),
        ({"category": "B"}, ["category B", "A"]),
        ({"zone": "kuning"}, ["zone kuning", "hijau"]),
        (
            {
                "score": 80.0,
                "predicate": "Kepatuhan Tinggi",
                "category": None,
                "zone": "kuning",
                "edition_year": 2021,
            },
            ["predicate Kepatuhan Tinggi", "Kepatuhan Sedang"],
        ),
        ({"units": units(70.0, 71.0, 72.0)}, ["mean of the 3 units is 71.00", "93.74"]),
        (
            {
                "scheme": "pekppp-ipp",
                "score": 4.44,
                "scale": 5,
                "predicate": None,
                "category": "A",
                "zone": None,
            },
            ["category A", "4.44", "A-"],
        ),
    ],
)
def test_each_misfit_is_one_warning_that_says_what_and_why(
    changes: dict[str, Any], words: list[str]
) -> None:
    (warning,) = warnings(**changes)

    assert all(word in warning for word in words), warning


def test_the_misfit_of_every_field_is_told() -> None:
    assert len(warnings(predicate="Kualitas Rendah", category="D", zone="merah")) == 3
