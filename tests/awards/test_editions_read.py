"""Of which edition a story tells, and when it does not say so."""

import pytest

from storage.records import EditionBasis
from tests.awards.stories import only_claim, read

SCHEME = "penilaian kepatuhan penyelenggaraan pelayanan publik"


@pytest.mark.parametrize(
    ("text", "year", "edition", "basis"),
    [
        (
            f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME} tahun 2024.",
            2024,
            2024,
            EditionBasis.STATED,
        ),
        (f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME} 2024.", 2024, 2024, EditionBasis.STATED),
        (f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME}.", None, 2024, EditionBasis.CALENDAR),
        (
            f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME}, Senin (2/12/2024).",
            None,
            2024,
            EditionBasis.CALENDAR,
        ),
        (
            f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME} sesuai UU Nomor 25 Tahun 2009.",
            None,
            2024,
            EditionBasis.CALENDAR,
        ),
        pytest.param(
            f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME} sepanjang 2024.",
            2024,
            2024,
            EditionBasis.STATED,
        ),
    ],
)
def test_the_edition_is_stated_or_inferred_and_says_so(
    text: str, year: int | None, edition: int, basis: EditionBasis
) -> None:
    claim = only_claim(f"{text} Penilaian itu dilakukan Ombudsman RI.")

    assert (claim.year, claim.edition_year, claim.edition_basis) == (year, edition, basis)


def test_without_a_day_of_its_own_a_story_gives_no_edition() -> None:
    (claim,) = read(
        f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME} dari Ombudsman RI.", published=None
    ).claims

    assert (claim.year, claim.edition_year, claim.edition_basis) == (None, None, None)


@pytest.mark.parametrize(
    ("tail", "edition"),
    [
        ("Piagam diserahkan di Semarang, Selasa (19/11/2024).", 2024),
        ("Tahun 2023 Kendal peringkat 7. Demikian kata dia, Selasa (19/11/2024).", 2024),
        ("Undang-undang itu ditetapkan pada 18 Juli 2009.", None),
        ("Undang-undang itu lahir Sabtu (18/7/2009). Kendal menerima piagam 2023.", 2023),
    ],
)
def test_the_latest_day_told_as_news_stands_for_a_missing_day_of_publication(
    tail: str, edition: int | None
) -> None:
    text = f"Pemkab Kendal meraih nilai 92,11 dalam {SCHEME} dari Ombudsman RI. {tail}"
    (claim,) = read(text, published=None).claims

    assert claim.edition_year == edition
