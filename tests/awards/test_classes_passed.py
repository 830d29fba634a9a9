"""Classes that somebody has passed are not the one that is held."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "passed",
    [
        "melewati dua kategori sekaligus, yakni Pratama dan Madya",
        "melampaui kategori Pratama dan Madya",
        "melompati kelas Madya",
    ],
)
def test_the_one_reached_is_told_elsewhere(passed: str) -> None:
    claims = read(
        f"Pemkab Blora meraih STBM Award 2023 dari Kementerian Kesehatan. Blora {passed}."
        " Blora meraih kategori Paripurna dalam STBM Award itu.",
        "Pemkab Blora Raih STBM Award",
    ).claims
    assert [(claim.recipient, claim.predicate) for claim in claims] == [
        ("Kabupaten Blora", "Paripurna")
    ]
