"""A list may print only the regions of the offices it means."""

import pytest

from tests.awards.stories import read

HEADLINE = "Ombudsman Umumkan Hasil Penilaian Kepatuhan"
HANDED = "Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024."
OFFICES = {
    "Kantor Pertanahan Kabupaten Pati",
    "Kantor Pertanahan Kabupaten Blora",
    "Kantor Pertanahan Kabupaten Rembang",
}


def recipients(text: str) -> set[str]:
    return {claim.recipient for claim in read(f"{HANDED}\n{text}", HEADLINE).claims}


@pytest.mark.parametrize(
    "text",
    [
        "Tiga kantor pertanahan masuk zona hijau, yakni Pati, Blora, dan Rembang.",
        "Zona hijau diraih Kantor Pertanahan Pati (91,20), Blora (90,11), Rembang (89,03).",
        "Kantah penerima zona hijau, antara lain Kabupaten Pati, Blora, dan Rembang.",
    ],
)
def test_the_offices_receive_and_not_their_regions(text: str) -> None:
    assert recipients(text) == OFFICES


def test_governments_named_behind_the_offices_stay_governments() -> None:
    text = (
        "Kantor pertanahan dinilai juga. Pemerintah daerah di zona hijau: Kabupaten Pati dan"
        " Kabupaten Blora."
    )

    assert recipients(text) == {"Kabupaten Pati", "Kabupaten Blora"}
