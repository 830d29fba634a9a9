"""A list whose first name nobody knows, by a slip, is read from the second on."""

import pytest

from tests.awards.stories import read

SLIPS = ["Gayo Luwes", "Kab Sabu Rajua", "Tolikar"]


def zones(text: str) -> dict[str, str | None]:
    claims = read(text, "Hasil Penilaian Kepatuhan Ombudsman").claims
    return {claim.recipient: claim.zone for claim in claims}


@pytest.mark.parametrize("first", SLIPS)
@pytest.mark.parametrize("head", ["yaitu", "yakni", "antara lain", "adalah"])
def test_the_others_have_what_heads_the_list(first: str, head: str) -> None:
    told = zones(
        "Ombudsman mengumumkan penilaian kepatuhan 2024. Delapan daerah meraih zona hijau, yaitu"
        " Blora dan Rembang. Sedangkan yang masuk zona kuning, yang pelayanannya masih harus"
        f" diperbaiki, {head} {first}, Bireuen, Nagan Raya, dan Kota Sabang."
    )
    assert told == {
        "Kabupaten Blora": "hijau",
        "Kabupaten Rembang": "hijau",
        "Kabupaten Bireuen": "kuning",
        "Kabupaten Nagan Raya": "kuning",
        "Kota Sabang": "kuning",
    }


def test_a_town_behind_a_building_is_still_only_where() -> None:
    told = zones(
        "Pemkab Blora meraih zona hijau penilaian kepatuhan Ombudsman 2024. Piagam diserahkan di"
        " tempat yang sama, yakni Hotel Luwansa, Kendal, Selasa (3/12/2024)."
    )
    assert told == {"Kabupaten Blora": "hijau"}
