"""Which edition a story tells of."""

from datetime import datetime

import pytest

from tests.awards.stories import read

GRANT = (
    "Pemkab Batang meraih nilai 93,74 dalam penilaian kepatuhan penyelenggaraan pelayanan publik"
    "{year} dari Ombudsman RI. Piagam diserahkan di Hotel Quest Semarang, Senin (2/12/2024)."
)
TITLE = "Pemkab Batang Raih Nilai 93,74 dari Ombudsman"


@pytest.mark.parametrize(
    ("published", "said", "stated", "edition"),
    [
        ("2024-12-03T10:00:00+07:00", " tahun 2024", 2024, 2024),
        ("2024-12-03T10:00:00+07:00", "", None, 2024),
        ("2025-01-20T10:00:00+07:00", "", None, 2024),
    ],
)
def test_a_stated_year_is_kept_and_a_missing_one_comes_from_the_calendar(
    published: str, said: str, stated: int | None, edition: int
) -> None:
    reading = read(GRANT.format(year=said), TITLE, datetime.fromisoformat(published))

    (claim,) = reading.claims
    assert (claim.year, claim.edition_year) == (stated, edition)
    assert claim.award_date is not None
    assert claim.award_date.isoformat() == "2024-12-02"


def test_an_old_edition_told_again_out_of_season_is_silent() -> None:
    published = datetime.fromisoformat("2025-09-02T10:00:00+07:00")

    assert read(GRANT.format(year=" tahun 2024"), TITLE, published).claims == ()
