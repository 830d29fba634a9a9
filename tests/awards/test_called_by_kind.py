"""A sentence that opens with one of several by its kind: "Kabupaten termuda itu meraih 83,94"."""

import pytest

from tests.awards.stories import read

HEADLINE = "Ombudsman Serahkan Predikat Kepatuhan"


def scores(text: str) -> dict[str, float | None]:
    return {claim.recipient: claim.score for claim in read(text, HEADLINE).claims}


@pytest.mark.parametrize(
    "called",
    [
        "Kabupaten di selatan pulau itu meraih nilai 95,10.",
        "Kabupaten ini pun mengantongi nilai 95,10.",
        "Pemerintah kabupaten tersebut mendapat nilai 95,10.",
    ],
)
def test_of_a_province_and_its_regency_the_regency_is_meant(called: str) -> None:
    text = (
        "Ombudsman RI memberi zona hijau penilaian kepatuhan 2024 kepada Provinsi Bali dan"
        f" Kabupaten Badung. {called}"
    )

    assert scores(text) == {"Provinsi Bali": None, "Kabupaten Badung": 95.1}


def test_of_three_kinds_each_is_called_by_its_own() -> None:
    text = (
        "Ombudsman RI memberi zona hijau penilaian kepatuhan 2024 kepada Kota Denpasar,"
        " Kabupaten Badung, dan Provinsi Bali. Kota ini meraih nilai 95,10. Provinsi itu sendiri"
        " mendapat 94,20."
    )

    assert scores(text) == {"Kota Denpasar": 95.1, "Kabupaten Badung": None, "Provinsi Bali": 94.2}


def test_of_two_regencies_the_first_stays_in_mind() -> None:
    text = (
        "Kabupaten Badung menerima zona hijau penilaian kepatuhan Ombudsman RI 2024 bersama"
        " Kabupaten Gianyar. Kabupaten itu meraih nilai 95,10."
    )

    assert scores(text)["Kabupaten Badung"] == 95.1
