"""Sentences that say who the receivers are, without a verb of getting."""

import pytest

from tests.awards.stories import read

FIRST = "Kabupaten Kudus menerima penghargaan Adipura dari KLHK. Acara itu dihadiri banyak tamu."


def others(story: str) -> set[str]:
    claims = read(f"{FIRST} {story}", "Kudus Terima Adipura").claims
    return {claim.recipient for claim in claims} - {"Kabupaten Kudus"}


@pytest.mark.parametrize(
    "story",
    [
        "Penerima lainnya adalah Kabupaten Pati.",
        "Salah satu penerima penghargaan itu adalah Kabupaten Pati.",
        "Peraih Adipura yang lain yakni Kabupaten Pati.",
        "Kabupaten Pati termasuk penerima penghargaan Adipura.",
        "Kabupaten Pati termasuk salah satu peraih penghargaan tersebut.",
    ],
)
def test_they_have_it(story: str) -> None:
    assert others(story) == {"Kabupaten Pati"}


@pytest.mark.parametrize(
    "story",
    [
        "Calon penerima lainnya adalah Kabupaten Pati.",
        "Penerima Adipura tahun lalu adalah Kabupaten Pati.",
        "Kabupaten Pati belum termasuk penerima Adipura.",
    ],
)
def test_not_yet_or_no_more(story: str) -> None:
    assert not others(story)
