"""A year that is only wished for is no edition; from 2025 on Ombudsman gives another opinion."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("wish", ["bertekad mempertahankan", "menargetkan", "berharap meraih"])
def test_a_year_wished_for_is_no_edition(wish: str) -> None:
    (claim,) = read(
        f"Pemkab Kendal {wish} predikat zona hijau untuk penilaian kepatuhan pelayanan publik"
        " Ombudsman tahun 2025. Pemkab Kendal meraih predikat zona hijau untuk penilaian kepatuhan"
        " pelayanan publik tahun 2023 dengan nilai 88,87.",
        "Kendal Raih Zona Hijau Ombudsman",
        published=None,
    ).claims
    assert (claim.year, claim.score, claim.previous) == (2023, 88.87, ())


@pytest.mark.parametrize(
    "name", ["Opini Pengawasan Penyelenggaraan Pelayanan Publik", "Opini Pengawasan"]
)
@pytest.mark.parametrize(
    ("year", "scheme"), [(2024, "ombudsman-kepatuhan"), (2025, "ombudsman-opini-maladministrasi")]
)
def test_an_opinion_is_of_the_scheme_of_its_year(name: str, year: int, scheme: str) -> None:
    (claim,) = read(
        f"Ombudsman RI menyerahkan hasil {name} Tahun {year} di Tegal. Pemkot Tegal meraih nilai"
        " 85,04.",
        "Kota Tegal Raih Nilai 85,04 dari Ombudsman",
        published=None,
    ).claims
    assert (claim.scheme, claim.year, claim.score) == (scheme, year, 85.04)


@pytest.mark.parametrize(
    "passed",
    ["Tahap presentasi dan wawancara dilaksanakan pada Juni lalu", "Usai tahap wawancara"],
)
def test_a_stage_that_is_over_is_not_looked_forward_to(passed: str) -> None:
    told = read(
        f"{passed}, 45 inovasi terpilih. Puskesmas Bonang Kabupaten Demak masuk Top 45 Inovasi"
        " Pelayanan Publik 2024.",
        "Masuk Top 45 Inovasi Pelayanan Publik",
    )
    assert all(reason.cue != "lead looks ahead to an assessment" for reason in told.reasons)
