"""What a table says of each row is read under the words of its first line."""

from collections.abc import Sequence

import pytest

from crawler.extraction.tables import join_cells
from storage.records import Claim
from tests.awards.stories import read

HEADLINE = "Inilah Nilai Kepatuhan Pelayanan Publik Pemda di Kedu"
LEAD = (
    "MAGELANG - Ombudsman RI Perwakilan Jawa Tengah menyerahkan hasil penilaian kepatuhan"
    " penyelenggaraan pelayanan publik tahun 2024, Kamis (5/12/2024)."
)
ROWS: Sequence[dict[str, str]] = (
    {"Daerah": "Kota Magelang", "2024": "97,01", "2023": "95,80", "Zona": "Hijau"},
    {"Daerah": "Kabupaten Temanggung", "2024": "95,44", "2023": "88,02", "Zona": "Hijau"},
    {"Daerah": "Kabupaten Kebumen", "2024": "77,19", "2023": "70,65", "Zona": "Kuning"},
)
ROMAN = ("I", "II", "III")


def cell(row: int, label: str) -> str:
    if label in ("No", "Peringkat", "Rank"):
        return str(row + 1)
    if label == "Juara":
        return ROMAN[row]
    years = [year for year in ("2023", "2024") if year in label]
    return ROWS[row]["2024" if label == "Nilai" else years[0] if years else label]


def told(labels: Sequence[str], *, typed: bool) -> tuple[Claim, ...]:
    """The claims of a table as extraction prints it, or as an outlet types it."""
    lines = [list(labels), *([cell(row, each) for each in labels] for row in range(len(ROWS)))]
    printed = [" | ".join(line) if typed else f"- {join_cells(line)}" for line in lines]
    return read("\n".join((LEAD, *printed, "Kegiatan ditutup dengan doa.")), HEADLINE).claims


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize(
    "labels",
    [
        ("Peringkat", "Daerah", "Nilai"),
        ("Daerah", "Nilai", "Peringkat"),
        ("No", "Daerah", "Peringkat", "Nilai"),
        ("Rank", "Daerah", "Zona"),
        ("Juara", "Daerah", "Nilai"),
    ],
)
def test_a_column_of_places_tells_everybodys_place(labels: Sequence[str], typed: bool) -> None:
    places = {claim.recipient: claim.rank for claim in told(labels, typed=typed)}

    assert places == {row["Daerah"]: place for place, row in enumerate(ROWS, start=1)}


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize(
    "labels",
    [
        ("No", "Daerah", "2023", "2024"),
        ("Daerah", "Nilai 2024", "Nilai 2023"),
        ("Daerah", "Tahun 2023", "Tahun 2024", "Zona"),
    ],
)
def test_a_column_with_a_year_above_it_holds_the_scores_of_that_year(
    labels: Sequence[str], typed: bool
) -> None:
    scores = {
        claim.recipient: (claim.score, [(each.year, each.score) for each in claim.previous])
        for claim in told(labels, typed=typed)
    }

    assert scores == {
        "Kota Magelang": (97.01, [(2023, 95.8)]),
        "Kabupaten Temanggung": (95.44, [(2023, 88.02)]),
        "Kabupaten Kebumen": (77.19, [(2023, 70.65)]),
    }


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize(
    "labels", [("Daerah", "Zona"), ("No", "Daerah", "Zona", "Nilai"), ("Zona", "Daerah", "Nilai")]
)
def test_a_cell_that_is_a_colour_is_a_zone(labels: Sequence[str], typed: bool) -> None:
    zones = {claim.recipient: claim.zone for claim in told(labels, typed=typed)}

    assert zones == {row["Daerah"]: row["Zona"].lower() for row in ROWS}


def test_a_column_of_running_numbers_tells_no_place() -> None:
    claims = told(("No", "Daerah", "Nilai"), typed=True)

    assert [claim.rank for claim in claims] == [None, None, None]


def test_a_line_with_fewer_cells_than_labels_is_no_row() -> None:
    text = f"{LEAD}\nPeringkat, Daerah, Nilai\nKota Magelang, 97,01"

    assert [claim.rank for claim in read(text, HEADLINE).claims] == [None]
