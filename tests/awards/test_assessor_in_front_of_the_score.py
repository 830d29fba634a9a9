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
        ("Pada 2024 Pemkab Lamandau meraih nilai MCP KPK 92,41 atau naik dari 2023.", 92.41),
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


@pytest.mark.parametrize("verb", ["melonjak", "melesat", "naik", "terdongkrak"])
def test_what_a_score_rose_by_is_no_score(verb: str) -> None:
    text = (
        f"Nilai SAKIP Pemkab Lamandau {verb} 9,68 poin, dari 64,43 (2023) menjadi 74,11 (2024)."
        " Hasil evaluasi itu diserahkan Kementerian PANRB."
    )
    claim = only_claim(text, "Nilai SAKIP Lamandau Naik")

    assert (claim.score, [(each.year, each.score) for each in claim.previous]) == (
        74.11,
        [(2023, 64.43)],
    )
