"""Who assesses may be named right in front of the score; whole numbers of a list of units."""

import pytest

from tests.awards.stories import only_claim, read


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (
            "Pemkab Lamandau meraih predikat kualitas tertinggi dalam penilaian kepatuhan pelayanan"
            " publik 2024 Ombudsman RI dengan nilai 92,41.",
            92.41,
        ),
        (
            "Pemkab Lamandau meraih predikat BB dalam evaluasi SAKIP 2024 Kementerian PANRB dengan"
            " nilai 74,11.",
            74.11,
        ),
        (
            "Pemkab Lamandau menerima hasil evaluasi akuntabilitas kinerja (SAKIP) Kementerian"
            " PANRB dengan nilai 74,11 atau BB.",
            74.11,
        ),
        (
            "Pemkab Lamandau meraih predikat kualitas tertinggi dengan skor 92,41 poin dari"
            " Ombudsman RI untuk kepatuhan pelayanan publik 2024.",
            92.41,
        ),
        ("Indeks RB Pemkab Lamandau 2024 ditetapkan Kementerian PANRB 83,27 (A-).", 83.27),
    ],
)
def test_it_is_the_score_of_whom_it_assessed(text: str, score: float) -> None:
    claim = only_claim(text, "Lamandau Raih Predikat dari Pusat")

    assert (claim.recipient, claim.score) == ("Kabupaten Lamandau", score)


def test_one_that_assesses_others_can_have_a_score_itself() -> None:
    text = (
        "Komisi Informasi Pusat mengumumkan badan publik Informatif 2024: Kementerian Keuangan"
        " 98,10, Ombudsman RI 97,20, dan Kementerian PANRB dengan nilai 95,05."
    )
    claims = read(text, "Inilah Badan Publik Informatif 2024").claims

    assert [claim.score for claim in claims] == [98.10, 97.20, 95.05]


def test_a_whole_number_goes_on_where_decimals_stand_behind_units() -> None:
    text = (
        "Pemkab Lamandau meraih nilai 92,41 dari Ombudsman RI untuk kepatuhan pelayanan publik"
        " 2024. RSUD Lamandau dinilai 89,77, Puskesmas Bulik 91, dan Disdukcapil 90,4."
    )
    claim = only_claim(text, "Lamandau Raih Predikat Kepatuhan dari Ombudsman")

    assert {unit.unit: unit.score for unit in claim.units} == {
        "RSUD Lamandau": 89.77,
        "Puskesmas Bulik": 91.0,
        "Disdukcapil": 90.4,
    }
