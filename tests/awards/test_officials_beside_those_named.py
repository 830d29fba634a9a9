"""Officials receive for their regions, also beside those who are named as having it already."""

import pytest

from tests.awards.stories import read

FIRST = "Pj Bupati Temanggung menerima penghargaan Baznas Award 2024."


def named(story: str) -> set[str]:
    claims = read(f"{FIRST} {story}", "Temanggung Terima Baznas Award 2024").claims
    return {claim.recipient for claim in claims} - {"Kabupaten Temanggung"}


@pytest.mark.parametrize(
    "story",
    [
        "Selain Temanggung, Bupati Blora dan Wali Kota Tegal juga menerima penghargaan serupa.",
        "Di samping Temanggung, Bupati Blora serta Wali Kota Tegal turut meraih penghargaan itu.",
        "Selain Pj Bupati Temanggung, ada Bupati Blora dan Wali Kota Tegal yang juga menerima"
        " penghargaan serupa.",
    ],
)
def test_they_receive_too(story: str) -> None:
    assert named(story) == {"Kabupaten Blora", "Kota Tegal"}


def test_also_one_told_of_with_who() -> None:
    told = "Dari Jawa Tengah selain Pj Bupati Temanggung ada Pj Gubernur Jawa Tengah Budi Santosa"
    assert named(f"{told} yang turut menerima penghargaan serupa.") == {"Provinsi Jawa Tengah"}


def test_who_only_attends_does_not() -> None:
    assert not named("Selain Temanggung, Bupati Blora juga hadir dalam acara itu.")
