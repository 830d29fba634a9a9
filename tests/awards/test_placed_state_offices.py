"""Ministries at a place of their own; villages in districts; lists broken over lines; clusters."""

import pytest

from tests.awards.stories import read, staged

INVESTED = "BKPM menyerahkan Anugerah Layanan Investasi 2024 di Jakarta, Senin (30/9/2024).\n"
HEADLINE = "BKPM Serahkan Anugerah Layanan Investasi"
PLACED = {
    "Kementerian Perhubungan": 1,
    "Kementerian Energi dan Sumber Daya Mineral": 2,
    "Kementerian Pertanian": 3,
}


@pytest.mark.parametrize(
    "text",
    [
        "Kategori kementerian diraih Kementerian Perhubungan sebagai terbaik I, Kementerian ESDM"
        " terbaik II, dan Kementerian Pertanian terbaik III.",
        "Kategori kementerian; Terbaik ke-1 - Kementerian Perhubungan, Terbaik ke-2 - Kementerian"
        " Energi dan Sumber Daya Mineral (ESDM), Terbaik ke-3 - Kementerian Pertanian.",
        "Kategori kementerian: terbaik pertama Kementerian Perhubungan, terbaik kedua Kementerian"
        " ESDM, terbaik ketiga Kementerian Pertanian.",
    ],
)
def test_ministries_receive_at_a_place_of_their_own(text: str) -> None:
    claims = read(INVESTED + text, HEADLINE).claims

    assert {claim.recipient: claim.rank for claim in claims} == PLACED


def test_a_list_may_break_into_a_line_of_names() -> None:
    text = (
        "Penghargaan khusus diberikan kepada Pemerintah Kota Kupang\n"
        "Pemerintah Kabupaten Biak Numfor, dan Pemerintah Provinsi Maluku Utara."
    )

    claims = read(INVESTED + text, HEADLINE).claims

    assert [claim.recipient for claim in claims] == [
        "Kota Kupang",
        "Kabupaten Biak Numfor",
        "Provinsi Maluku Utara",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Desa Tengin Baru di Sepaku, Penajam Paser Utara, sebagai", "Penajam Paser Utara"),
        ("Desa Tengin Baru, Sepaku, Kabupaten Penajam Paser Utara", "Penajam Paser Utara"),
        ("Desa Awan, Kintamani, Bangli, Desa Kubutambahan, Buleleng", "Bangli"),
        ("Desa Awan, Tirto, Batang, dan Kendal", None),
    ],
)
def test_a_village_lies_in_the_region_behind_its_district(text: str, place: str | None) -> None:
    scene = staged(f"KPK meresmikan {text}.", "KPK Resmikan Desa Antikorupsi")
    village = next(unit for unit in scene.cast.units if unit.start >= scene.story.text_start)

    owner = village.owner.name if village.owner else None
    assert owner == place or (place is None and owner != "Kendal")


def test_the_district_behind_a_village_is_where_it_lies() -> None:
    text = (
        "Kemendagri mengumumkan juara lomba desa tingkat nasional 2024, Selasa (13/8/2024). Desa"
        " semparu, Kecamatan Kopang Lombok Tengah diumumkan sebagai juara kedua."
    )

    claims = read(text, "Desa Semparu Juara Dua Lomba Desa", None).claims

    assert [claim.recipient for claim in claims] == ["Desa Semparu Kabupaten Lombok Tengah"]


@pytest.mark.parametrize("kind", ["Kota Administrasi Jakarta Barat", "Kota Adm. Jakarta Barat"])
def test_towns_of_jakarta_own_their_offices(kind: str) -> None:
    text = (
        "Kemendagri menyerahkan Dukcapil Prima Award 2024, Selasa (8/10/2024). Penghargaan"
        f" diberikan kepada Disdukcapil Kota Semarang dan Disdukcapil {kind}."
    )

    claims = read(text, "Dua Disdukcapil Raih Dukcapil Prima Award").claims

    assert [c.recipient for c in claims] == [
        "Disdukcapil Kota Semarang",
        "Disdukcapil Kota Jakarta Barat",
    ]


INDEX = "BSKDN Kemendagri mengumumkan hasil IPKD 2023, Senin (16/12/2024).\n"


@pytest.mark.parametrize(
    "told",
    [
        "Kabupaten Paser memperoleh nilai IPKD tertinggi dalam klaster kemampuan tinggi, 82,64.",
        "Kabupaten Paser meraih nilai tertinggi dari klaster kemampuan tinggi, yakni 82,64.",
    ],
)
def test_the_highest_of_a_cluster_is_its_first(told: str) -> None:
    (claim,) = read(INDEX + told, "Hasil IPKD 2023 Diumumkan").claims

    assert (claim.score, claim.rank) == (82.64, 1)


def test_what_any_body_gets_that_is_good_enough_is_not_held_by_the_next_one() -> None:
    text = (
        "Penghargaan IPKD diberikan kepada pemerintah daerah (pemda) yang mendapat peringkat baik."
        " Kabupaten Paser memperoleh nilai IPKD 82,64."
    )

    (claim,) = read(INDEX + text, "Paser Raih IPKD 82,64").claims

    assert claim.predicate is None


def test_to_inaugurate_a_village_as_one_of_the_scheme_is_to_grant() -> None:
    text = (
        "KPK meresmikan Desa Tengin Baru di Sepaku, Penajam Paser Utara, sebagai Desa Antikorupsi."
        " Desa itu hanya setengah jam dari titik nol ibu kota. Nilai desa itu 96,5.\nDirektur KPK"
        " menyebut pengawasan dan tata laksana di sana berjalan."
    )

    (claim,) = read(text, "Tengin Baru, Desa Antikorupsi di Kalimantan Timur").claims

    assert (claim.recipient, claim.score) == (
        "Desa Tengin Baru Kabupaten Penajam Paser Utara",
        96.5,
    )
