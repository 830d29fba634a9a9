"""Villages of a list one of which is called like a far regency's capital."""

import pytest

from tests.awards.stories import read

PROKLIM = "meraih Sertifikat Program Kampung Iklim (Proklim) Utama"


def named(story: str, headline: str = "Penghargaan Diserahkan") -> set[str]:
    return {claim.recipient for claim in read(story, headline).claims}


@pytest.mark.parametrize(
    "listed",
    [
        "Kelurahan Klegen, Kanigoro, Patihan, dan Kelurahan Nambangan",
        "Kelurahan Klegen, Kanigoro, Patihan, dan Nambangan",
    ],
)
def test_a_village_of_a_list_is_no_regency(listed: str) -> None:
    names = ("Klegen", "Kanigoro", "Patihan", "Nambangan")
    assert named(f"{listed}, Kota Madiun, {PROKLIM}.") == {
        f"Kelurahan {name} Kota Madiun" for name in names
    }


def test_a_capital_in_front_of_its_regency_tells_where() -> None:
    story = f"Desa Baleharjo, Wonosari, Gunungkidul, dan Desa Tlatar, Boyolali, {PROKLIM}."
    assert named(story) == {
        "Desa Baleharjo Kabupaten Gunungkidul",
        "Desa Tlatar Kabupaten Boyolali",
    }


def test_a_regency_in_a_list_of_villages_is_none_of_them() -> None:
    story = f"Desa Simo, Ngadirojo, Boyolali, dan Desa Tlatar, Klaten, {PROKLIM}."
    assert "Desa Boyolali Kabupaten Klaten" not in named(story)
