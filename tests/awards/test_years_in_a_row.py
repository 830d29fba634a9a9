"""Scores of several years in one sentence, each with its own year."""

import pytest

from tests.awards.stories import GRANT, only_claim, read

_STORY = f"{GRANT}. "


@pytest.mark.parametrize(
    ("told", "earlier"),
    [
        (
            "Kendal mendapat 88,01 pada 2022 dan setahun kemudian 92,10. Tahun ini nilainya 95,33.",
            [(2022, 88.01), (2023, 92.1)],
        ),
        (
            "Kendal mendapat 71,4 pada 2021, dua tahun kemudian 88,2, dan kini 95,33.",
            [(2021, 71.4), (2023, 88.2)],
        ),
        (
            "Nilai Kendal kini 95,33. Pada 2022 nilainya 75,10, penilaian berikutnya 88,20.",
            [(2022, 75.1), (2023, 88.2)],
        ),
        (
            "Grafik nilainya terus naik: 80,1 (2022), 85,2 (2023), 95,33 (2024).",
            [(2022, 80.1), (2023, 85.2)],
        ),
        (
            "Nilai Kendal selalu meningkat : 80,1 (2022), 85,2 (2023), 95,33 (2024).",
            [(2022, 80.1), (2023, 85.2)],
        ),
    ],
)
def test_every_score_has_its_year(told: str, earlier: list[tuple[int, float]]) -> None:
    claim = only_claim(_STORY + told)

    assert claim.score == 95.33
    assert [(each.year, each.score) for each in claim.previous] == earlier


@pytest.mark.parametrize("mark", [" dan ", ", ", " / ", "; "])
def test_two_numbers_in_one_bracket_are_both_of_the_name_in_front(mark: str) -> None:
    told = f"Disusul Batang (91,27{mark}58), Demak (88,13{mark}63), dan Blora (82,66{mark}64)."
    claims = read(f"{GRANT} dengan nilai 95,33. {told}").claims

    assert {claim.recipient: claim.score for claim in claims} == {
        "Kabupaten Kendal": 95.33,
        "Kabupaten Batang": 91.27,
        "Kabupaten Demak": 88.13,
        "Kabupaten Blora": 82.66,
    }
