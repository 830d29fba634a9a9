"""Clinics listed with an "and" in the midst of them."""

import pytest

from tests.awards.stories import read

ACCREDITED = "di Kabupaten Blora memperoleh akreditasi Paripurna dari Kementerian Kesehatan."


def named(story: str) -> set[str]:
    return {claim.recipient for claim in read(story, "Penghargaan Diserahkan").claims}


@pytest.mark.parametrize(
    "listed",
    [
        "Puskesmas Ngawen dan Tunjungan, Japah, Todanan dan Kunduran",
        "Puskesmas Ngawen, Tunjungan dan Japah, Todanan serta Kunduran",
    ],
)
def test_an_and_does_not_end_a_list_that_goes_on(listed: str) -> None:
    names = ("Ngawen", "Tunjungan", "Japah", "Todanan", "Kunduran")
    assert named(f"{listed} {ACCREDITED}") == {
        f"Puskesmas {name} Kabupaten Blora" for name in names
    }
