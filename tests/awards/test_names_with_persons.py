"""A word for persons that is part of a name rewards nobody."""

from datetime import datetime

import pytest

from tests.awards.stories import WIB, read

_CUE = "headline rewards persons or firms"


@pytest.mark.parametrize(
    ("headline", "rewards"),
    [
        ("Guru dan Pelajar Kota Tegal Raih Adipura", True),
        ("Pelajar Tegal Terima Penghargaan Adipura", True),
        ("Kota Pelajar Jogja Raih Adipura", False),
        ("Bersamaan dengan Hari Guru, Kota Tegal Raih Adipura", False),
        ("Bupati Kampung Pesilat Terima Penghargaan Adipura", False),
    ],
)
def test_persons_in_names(headline: str, rewards: bool) -> None:
    reading = read("Kota Tegal meraih Adipura dengan nilai 76,20.", headline)

    assert any(reason.cue == _CUE for reason in reading.reasons) == rewards


def test_the_opinion_of_2025_by_its_short_name() -> None:
    reading = read(
        "Pada Penilaian Opini Pelayanan Publik Tahun 2025 yang dirilis Ombudsman RI Kabupaten Buru "
        "meraih nilai 61,40 dengan kualitas sedang tanpa maladministrasi.",
        "Kabupaten Buru Keluar dari Zona Merah Ombudsman",
        datetime(2026, 2, 11, tzinfo=WIB),
    )

    assert [(c.scheme, c.score) for c in reading.claims] == [
        ("ombudsman-opini-maladministrasi", 61.4)
    ]
