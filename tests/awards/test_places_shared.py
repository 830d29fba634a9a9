"""Places that several share, told behind their names."""

import pytest

from tests.awards.stories import read

EVENT = "Ombudsman RI mengumumkan hasil penilaian kepatuhan pelayanan publik 2024 di Jawa Tengah. "


def places(story: str) -> dict[str, int | None]:
    claims = read(EVENT + story, "Ombudsman Umumkan Nilai").claims
    return {claim.recipient: claim.rank for claim in claims}


@pytest.mark.parametrize(
    "shared",
    [
        "Demak dan Kendal berbagi peringkat kedua dengan nilai 92,10.",
        "Demak serta Kendal sama-sama berada di posisi kedua dengan nilai 92,10.",
        "Kabupaten Demak dan Kabupaten Kendal bersama-sama menempati urutan kedua, 92,10.",
    ],
)
def test_both_have_the_place(shared: str) -> None:
    assert places(shared) == {"Kabupaten Demak": 2, "Kabupaten Kendal": 2}


def test_only_the_last_has_a_place_that_is_not_shared() -> None:
    told = places("Nilai Demak 90,10 dan Kendal menempati peringkat kedua dengan nilai 92,10.")
    assert told == {"Kabupaten Demak": None, "Kabupaten Kendal": 2}


@pytest.mark.parametrize("words", ["dengan 93,20", "dengan nilai 93,20", "klasemen dengan 93,20"])
def test_who_is_at_the_top_is_first(words: str) -> None:
    assert places(f"Demak di puncak {words}.") == {"Kabupaten Demak": 1}


def test_a_line_above_numbers_says_their_kind() -> None:
    rows = ("Tiga besar kabupaten:", "1. Demak (98,10)", "2. Tegal (97,20)", "3. Pati (96,10)")
    cities = ("Tiga besar kota:", "1. Tegal (97,10)", "2. Salatiga (96,20)", "3. Magelang (95,20)")
    assert places("\n" + "\n".join(rows + cities)) == {
        "Kabupaten Demak": 1,
        "Kabupaten Tegal": 2,
        "Kabupaten Pati": 3,
        "Kota Tegal": 1,
        "Kota Salatiga": 2,
        "Kota Magelang": 3,
    }
