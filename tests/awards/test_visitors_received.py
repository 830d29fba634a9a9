"""Who receives visitors or money receives no award."""

import pytest

from tests.awards.stories import read

_HELD = (
    "Kabupaten Maros kedatangan tim penilai penghargaan Swasti Saba selama dua hari.\n"
    "Kabupaten Maros pernah meraih Swasti Saba Wiwerda. Kriterianya kini lebih ketat."
)


@pytest.mark.parametrize(
    "title",
    [
        "Bupati Maros Terima Tim Verifikasi Swasti Saba",
        "Pemkab Maros Terima Rombongan Penilai Swasti Saba",
        "Pemkab Maros Terima Hibah Truk untuk Penilaian Swasti Saba",
    ],
)
def test_visitors_and_money_are_no_award(title: str) -> None:
    assert "headline grants" not in cues(title)


def test_the_award_itself_is_one() -> None:
    assert "headline grants" in cues("Bupati Maros Terima Piala Swasti Saba")


def cues(title: str) -> set[str]:
    return {reason.cue for reason in read(_HELD, title).reasons}


def test_an_award_received_by_a_team_is_one() -> None:
    told = "Kabupaten Maros menerima piala Adipura dari Menteri LHK, Selasa (5/3/2024)."

    assert read(told, "Pemkab Maros Terima Adipura, Tim Kebersihan Bersorak").is_award_story
