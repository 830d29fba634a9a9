"""The three stories the project began from, read as plain text."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from crawler.awards.reader import read_story
from crawler.extraction.text import read_text
from storage.records import Article, Claim, EditionBasis

SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")
pytestmark = needs_seeds

BATANG_UNITS = {
    "Disdukcapil": 93.77,
    "Disdikbud": 89.07,
    "Dinsos": 95.07,
    "Puskesmas Batang I": 95.86,
    "DPMPTSP": 97.55,
    "Puskesmas Batang III": 90.90,
}
RELATED = ("Mistono", "BREAKING NEWS", "Perhutanan Sosial", "Purna Tugas", "Mageri Segoro")


def seed(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    story = read_text(path.read_text(encoding="utf-8")).article
    assert story is not None
    return story


def claim_of(number: str) -> Claim:
    (claim,) = read_story(seed(number)).claims
    return claim


@pytest.mark.parametrize(
    ("number", "recipient", "code", "scheme"),
    [
        ("000", "Kabupaten Blora", "33.16", "ombudsman-kepatuhan"),
        ("002", "Kabupaten Blora", "33.16", "pekppp-ipp"),
        ("003", "Kabupaten Batang", "33.25", "ombudsman-kepatuhan"),
    ],
)
def test_who_received_what(number: str, recipient: str, code: str, scheme: str) -> None:
    claim = claim_of(number)

    assert (claim.recipient, claim.recipient_code, claim.scheme) == (recipient, code, scheme)


@pytest.mark.parametrize(
    ("number", "score", "raw", "scale"),
    [("000", 97.84, "97,84", 100), ("002", 4.42, "4,42", 5), ("003", 93.74, "93,74", 100)],
)
def test_the_score_as_printed_and_its_scale(
    number: str, score: float, raw: str, scale: int
) -> None:
    claim = claim_of(number)

    assert (claim.score, claim.score_raw, claim.scale) == (score, raw, scale)


@pytest.mark.parametrize(
    ("number", "year", "edition", "basis"),
    [
        ("000", None, 2024, EditionBasis.CALENDAR),
        ("002", 2024, 2024, EditionBasis.STATED),
        ("003", 2024, 2024, EditionBasis.STATED),
    ],
)
def test_the_edition(number: str, year: int | None, edition: int, basis: EditionBasis) -> None:
    claim = claim_of(number)

    assert (claim.year, claim.edition_year, claim.edition_basis) == (year, edition, basis)


@pytest.mark.parametrize(
    ("number", "predicate", "category", "zone"),
    [
        ("000", None, None, None),
        ("002", "Sangat Baik", None, None),
        ("003", "Kualitas Tertinggi", "A", "hijau"),
    ],
)
def test_predicate_letter_and_zone(
    number: str, predicate: str | None, category: str | None, zone: str | None
) -> None:
    claim = claim_of(number)

    assert (claim.predicate, claim.category, claim.zone) == (predicate, category, zone)
    assert (claim.rank, claim.rank_scope) == (None, None)


@pytest.mark.parametrize(
    ("number", "day", "venue"),
    [
        ("000", date(2024, 12, 2), "Hotel Quest Semarang"),
        ("002", date(2025, 5, 5), "Gedung Gradhika Bhakti Praja, Semarang"),
        ("003", date(2024, 12, 2), "Hotel Guest, Semarang"),
    ],
)
def test_when_and_where_as_printed(number: str, day: date, venue: str) -> None:
    claim = claim_of(number)

    assert (claim.award_date, claim.venue) == (day, venue)


@pytest.mark.parametrize(
    ("number", "units"), [("000", {"DPMPTSP": 100.0}), ("002", {}), ("003", BATANG_UNITS)]
)
def test_the_units(number: str, units: dict[str, float]) -> None:
    claim = claim_of(number)

    assert {unit.unit: unit.score for unit in claim.units} == units
    assert claim.previous == ()
    assert claim.warnings == ()


def test_the_printed_time_is_that_of_the_outlet() -> None:
    wib = timezone(timedelta(hours=7))

    assert seed("000").published == datetime(2024, 12, 2, 23, 6, tzinfo=wib)


def test_the_text_holds_nothing_of_the_page_around_it() -> None:
    text = seed("003").text

    assert text.rstrip().endswith("mutu pelayanan kepada masyarakat.")
    assert "|" not in text
    assert "Isi komentar" not in text
    assert not any(title in text for title in RELATED)
