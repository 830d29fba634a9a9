"""Villages: where their names end, and the region they lie in."""

import pytest

from crawler.awards.bodies import find_cast
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.text import fold
from tests.awards.stories import read

HEADLINE = "Kabar dari Desa\n\n"


def villages_of(text: str) -> list[str]:
    units = find_cast(fold(text), load_gazetteer(), {}).units
    return [f"{unit.name} {unit.owner.full_name}" if unit.owner else unit.name for unit in units]


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("Desa Sumber Baru, Kabupaten Blora menang", "Desa Sumber Baru Kabupaten Blora"),
        ("Desa Sumber Baru Kabupaten Blora menang", "Desa Sumber Baru Kabupaten Blora"),
        ("Desa Sumber Pasang di Kabupaten Blora", "Desa Sumber Pasang Kabupaten Blora"),
        (
            "Gampong Kebun Aceh, Kecamatan Jaya, Kabupaten Aceh Jaya menang",
            "Gampong Kebun Aceh Kabupaten Aceh Jaya",
        ),
        (
            "adalah desa Sumber Agung kecamatan Jepon, Kabupaten Blora",
            "Desa Sumber Agung Kabupaten Blora",
        ),
        ("Desa Sumber dari Bali", "Desa Sumber Provinsi Bali"),
    ],
)
def test_a_village_s_name_goes_up_to_its_address(text: str, village: str) -> None:
    assert villages_of(HEADLINE + text) == [village]


def test_a_word_of_every_day_ends_a_village_s_name_in_a_headline() -> None:
    assert villages_of("Desa Sumber Baru Raih Piala, Kabupaten Blora Bangga") == ["Desa Sumber"]


def test_a_headline_s_village_has_the_whole_name_that_the_text_prints() -> None:
    text = "Desa Sumber Baru Raih Piala\n\nDesa Sumber Baru di Kabupaten Blora menang."

    assert villages_of(text) == ["Desa Sumber Baru", "Desa Sumber Baru Kabupaten Blora"]


def test_the_region_behind_the_last_village_of_a_list_is_that_of_all() -> None:
    text = "Desa Sumber dan Desa Karang dari Bali, serta Desa Tanjung dari Banten"

    assert villages_of(HEADLINE + text) == [
        "Desa Sumber Provinsi Bali",
        "Desa Karang Provinsi Bali",
        "Desa Tanjung Provinsi Banten",
    ]


def test_a_village_told_with_its_province_lies_in_the_regency_named_elsewhere() -> None:
    text = "Desa Sumber, Kabupaten Blora, bersyukur.\n\nDesa Sumber dari Jawa Tengah menang."

    assert set(villages_of(HEADLINE + text)) == {"Desa Sumber Kabupaten Blora"}


def test_a_village_in_small_letters_receives() -> None:
    reading = read(
        "Percontohan Desa Antikorupsi 2023 dari KPK diraih desa Sumber Baru kecamatan Jepon,"
        " Kabupaten Blora. Desa Sumber Baru memperoleh nilai 92,10 atau kategori AA.",
        title="Desa Sumber Baru Jadi Desa Antikorupsi",
    )

    assert [(claim.recipient, claim.score, claim.category) for claim in reading.claims] == [
        ("Desa Sumber Baru Kabupaten Blora", 92.1, "AA")
    ]
