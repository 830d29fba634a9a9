"""A place that is still judged is not had, and a rise *dari* a score tells that score."""

import pytest

from tests.awards.stories import only_claim, read


@pytest.mark.parametrize(
    "stage",
    [
        "sedang dalam proses penilaian menuju Top 45",
        "masih dilakukan penilaian untuk Top 45",
        "tengah menjalani seleksi Top 45",
    ],
)
def test_the_same_award_is_not_the_stage_still_to_come(stage: str) -> None:
    text = (
        "Pemkab Sragen meraih penghargaan Top 99 Inovasi Pelayanan Publik 2024 dari Menteri PANRB."
        f" Kedua inovasinya {stage}. Penghargaan yang sama diraih Kabupaten Blora, Klaten, dan"
        " Kudus."
    )

    claims = read(text, "Sragen Raih Top 99").claims

    assert {(claim.recipient, claim.predicate) for claim in claims} == {
        (f"Kabupaten {name}", "Top 99") for name in ("Sragen", "Blora", "Klaten", "Kudus")
    }


@pytest.mark.parametrize(
    "rise",
    [
        "mencatat peningkatan signifikan dari nilai 2,71 pada tahun 2023 menjadi",
        "mencatat kenaikan tajam dari 2,71 pada tahun 2023 menjadi",
        "membukukan lonjakan dari skor 2,71 tahun 2023 menjadi",
    ],
)
def test_what_a_rise_is_counted_from_is_an_earlier_score(rise: str) -> None:
    text = (
        "Pemprov Bengkulu meraih predikat Sangat Baik dalam evaluasi SPBE tahun 2024 dari"
        f" Kementerian PANRB. Bengkulu {rise} 3,62 pada tahun 2024."
    )

    claim = only_claim(text, "Bengkulu Raih Predikat SPBE Sangat Baik")

    assert claim.score == 3.62
    assert [(each.year, each.score) for each in claim.previous] == [(2023, 2.71)]
