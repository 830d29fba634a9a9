"""A place told by the one before it: "peringkatnya naik dari 60 ke 21"."""

import pytest

from tests.awards.stories import read

STORY = "Ombudsman RI menyerahkan hasil penilaian kepatuhan 2024. Pemkab Blora memperoleh 95,20. "


@pytest.mark.parametrize(
    "told",
    [
        "Peringkatnya naik dari 60 ke 21 nasional.",
        "Peringkat Blora pun melonjak dari ke-60 menjadi ke-21 nasional.",
        "Posisi Blora melesat ke 21 nasional.",
        "Peringkat Blora juga naik menjadi 21 nasional dari sebelumnya 60.",
    ],
)
def test_the_place_of_now_is_the_one_moved_to(told: str) -> None:
    (claim,) = read(STORY + told, "Blora Raih 95,20 dari Ombudsman").claims
    assert (claim.rank, claim.score, claim.previous) == (21, 95.2, ())


def test_a_score_that_moves_is_no_place() -> None:
    (claim,) = read(
        f"{STORY}Nilai itu naik dari 92,15 menjadi 95,20.", "Blora Raih 95,20 dari Ombudsman"
    ).claims
    assert (claim.rank, claim.score) == (None, 95.2)
    assert [each.score for each in claim.previous] == [92.15]
