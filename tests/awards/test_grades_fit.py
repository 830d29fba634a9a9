"""A grade that a sentence tells of nobody is no one's whose score lies in another class."""

import pytest

from tests.awards.stories import GRANT, read

_SCORES = f"{GRANT} dengan nilai 92,10. Kabupaten Batang menyusul dengan nilai 84,06.\n"


@pytest.mark.parametrize(
    "behind",
    [
        '"Jadi tidak ada pemda dengan rapor kuning, apalagi merah," katanya.',
        "Ia meminta pemda yang telah masuk zona kuning segera berbenah.",
        "Secara umum skor yang diperoleh masih berada di zona merah.",
    ],
)
def test_a_zone_told_of_nobody_does_not_belie_a_score(behind: str) -> None:
    claims = read(_SCORES + behind).claims

    assert {claim.recipient: claim.zone for claim in claims} == {
        "Kabupaten Kendal": None,
        "Kabupaten Batang": None,
    }


@pytest.mark.parametrize(
    "behind",
    [
        "Kabupaten Batang masuk zona kuning.",
        "Kabupaten Kendal berada di zona hijau, sedangkan Batang di zona kuning.",
    ],
)
def test_a_zone_told_of_a_name_is_kept_as_printed(behind: str) -> None:
    zones = {claim.recipient: claim.zone for claim in read(_SCORES + behind).claims}

    assert zones["Kabupaten Batang"] == "kuning"
