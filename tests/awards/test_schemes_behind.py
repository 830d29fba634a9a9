"""A grade is that of the scheme told right behind it: "CC pada RB", "B (SAKIP)"."""

import pytest

from tests.awards.stories import read

_OPENS = "Kementerian PANRB merilis hasil evaluasi SAKIP dan RB tahun 2024. "


@pytest.mark.parametrize(
    "told",
    [
        "Kota Palu meraih predikat BB pada SAKIP dan CC pada RB.",
        "Kota Palu meraih nilai CC untuk RB, sedangkan untuk SAKIP nilainya BB.",
        "Nilai Kota Palu tetap, yakni BB (SAKIP) dan CC (RB).",
        "Kota Palu memperoleh CC dalam evaluasi RB, lalu BB dalam penilaian SAKIP.",
    ],
)
def test_each_grade_has_its_scheme(told: str) -> None:
    claims = read(_OPENS + told, "Kota Palu Raih BB").claims

    assert {claim.scheme: claim.category for claim in claims} == {
        "sakip": "BB",
        "reformasi-birokrasi": "CC",
    }


@pytest.mark.parametrize("both", ["SAKIP dan RB", "SAKIP maupun RB", "RB dan SAKIP", "SAKIP & RB"])
def test_one_grade_may_be_told_for_two(both: str) -> None:
    claims = read(f"{_OPENS}Kota Bitung meraih predikat BB pada {both}.", "Bitung Raih BB").claims

    assert {claim.scheme: claim.category for claim in claims} == {
        "sakip": "BB",
        "reformasi-birokrasi": "BB",
    }


def test_the_name_of_the_ministry_is_no_scheme() -> None:
    told = "Kota Bitung meraih predikat BB dari Kementerian PAN dan RB dalam evaluasi SAKIP 2024."

    assert [claim.scheme for claim in read(told, "Bitung Raih BB SAKIP").claims] == ["sakip"]
