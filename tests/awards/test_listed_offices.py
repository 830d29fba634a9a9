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


def test_a_heading_tells_whose_offices_a_list_of_regions_means() -> None:
    text = (
        "Pengelola terbaik untuk pemerintah kabupaten/kota:\n1. Kabupaten Pati\n2. Kota Tegal\n"
        "Pengelola terbaik untuk sekretariat dewan:\n1. Kabupaten Blora\n2. Kota Tegal"
    )
    claims = read(f"Penerima JDIHN Award 2024:\n{text}", "Ini Penerima JDIHN Award 2024").claims

    assert {claim.recipient: claim.rank for claim in claims} == {
        "Kabupaten Pati": 1,
        "Kota Tegal": 2,
        "Sekretariat DPRD Kabupaten Blora": 1,
        "Sekretariat DPRD Kota Tegal": 2,
    }


def test_police_forces_of_one_list_keep_their_own_names() -> None:
    text = (
        "Tiga polres masuk zona merah, yaitu Polres Pegunungan Arfak, Maybrat, Tambrauw. Polres"
        " Sorong Selatan bernilai 69,51 dan Polres Manokwari Selatan 63,71."
    )

    assert recipients(text) == {
        *("Polres Pegunungan Arfak", "Polres Maybrat", "Polres Tambrauw"),
        *("Polres Sorong Selatan", "Polres Manokwari Selatan"),
    }


def test_governments_named_behind_the_offices_stay_governments() -> None:
    text = (
        "Kantor pertanahan dinilai juga. Pemerintah daerah di zona hijau: Kabupaten Pati dan"
        " Kabupaten Blora."
    )

    assert recipients(text) == {"Kabupaten Pati", "Kabupaten Blora"}


def test_vehicle_tax_offices_are_listed_by_province_and_are_not_their_agency() -> None:
    text = (
        "Zona hijau diraih UPT Samsat Sampit pada Badan Pendapatan Daerah (Bapenda) Provinsi"
        " Kalimantan Tengah. Zona hijau juga diraih Samsat Banten, Jambi, dan Lampung."
    )

    assert recipients(text) == {
        "Samsat Sampit Kabupaten Kotawaringin Timur",
        "Samsat Banten Provinsi Banten",
        "Samsat Provinsi Jambi",
        "Samsat Provinsi Lampung",
    }
