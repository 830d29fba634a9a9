"""A zone told behind a row of names with their scores, of all but some, or in other words."""

import pytest

from tests.awards.stories import read

_OPENS = (
    "Ombudsman RI Perwakilan Jawa Tengah menyerahkan hasil penilaian kepatuhan pelayanan publik"
    " tahun 2024 di Semarang, Senin (2/12/2024). "
)


def _zones(told: str) -> dict[str, str | None]:
    claims = read(_OPENS + told, "Ombudsman Serahkan Hasil Penilaian Kepatuhan").claims
    return {claim.recipient: claim.zone for claim in claims}


@pytest.mark.parametrize(
    "told",
    [
        "Kendal 92,1, Blora 91,2, dan Demak 90,3 berada di zona hijau, sedangkan Kota Tegal 75,1"
        " dan Rembang 70,2 di zona kuning.",
        "Kendal (92,1), Blora (91,2) dan Demak (90,3) masuk zona hijau. Sisanya, Kota Tegal 75,1"
        " dan Rembang 70,2, zona kuning.",
        "Kendal dengan nilai 92,1, Blora 91,2 serta Demak 90,3 menempati zona hijau. Kota Tegal"
        " 75,1 poin dan Rembang 70,2 poin masuk zona kuning.",
    ],
)
def test_everybody_of_the_row_has_it(told: str) -> None:
    assert _zones(told) == {
        "Kabupaten Kendal": "hijau",
        "Kabupaten Blora": "hijau",
        "Kabupaten Demak": "hijau",
        "Kota Tegal": "kuning",
        "Kabupaten Rembang": "kuning",
    }


def test_a_zone_inside_the_row_is_of_one() -> None:
    told = "Kendal 92,1, Blora 91,2, dan Demak yang mendapat 70,3 masuk zona kuning."

    assert _zones(told)["Kabupaten Kendal"] is None


@pytest.mark.parametrize("left_out", ["kecuali Rembang yang masih kuning", "kecuali Rembang"])
def test_all_but_one(left_out: str) -> None:
    zones = _zones(
        f"Seluruh kabupaten/kota masuk zona hijau {left_out}. Kendal mendapat 92,1, Blora 91,2,"
        " Demak 90,3, dan Rembang 75,2."
    )

    assert zones.pop("Kabupaten Rembang") in {"kuning", None}
    assert set(zones.values()) == {"hijau"}


def test_classes_told_with_their_colours() -> None:
    told = (
        "Kendal masuk tingkat kepatuhan tinggi atau hijau, Blora juga hijau, sedangkan Rembang"
        " masuk tingkat sedang atau kuning."
    )

    assert _zones(told) == {
        "Kabupaten Kendal": "hijau",
        "Kabupaten Blora": "hijau",
        "Kabupaten Rembang": "kuning",
    }
