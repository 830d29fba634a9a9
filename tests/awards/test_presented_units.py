"""Villages that the region in front of them presents, far from the region of the story."""

import pytest

from tests.awards.stories import read

EVENT = (
    "KLHK memberikan penghargaan ProKlim 2024. Desa Ngrapah di Kabupaten Semarang meraih Utama. "
)
TITLE = "Desa di Kabupaten Semarang Raih ProKlim"


@pytest.mark.parametrize(
    ("sentence", "village"),
    [
        (
            "Kabupaten Boyolali diwakili Desa Sruni yang meraih ProKlim Lestari.",
            "Desa Sruni Kabupaten Boyolali",
        ),
        (
            "Adapun Kota Salatiga menempatkan Kelurahan Kutowinangun sebagai ProKlim Lestari.",
            "Kelurahan Kutowinangun Kota Salatiga",
        ),
        (
            "Dari Kabupaten Kendal ada Desa Sruni yang meraih ProKlim Lestari.",
            "Desa Sruni Kabupaten Kendal",
        ),
        (
            "Kabupaten Demak meloloskan satu desa, yakni Desa Sruni, peraih ProKlim Lestari.",
            "Desa Sruni Kabupaten Demak",
        ),
    ],
)
def test_a_village_lies_in_the_region_that_presents_it(sentence: str, village: str) -> None:
    claims = read(EVENT + sentence, TITLE).claims
    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Desa Ngrapah Kabupaten Semarang": "Utama",
        village: "Lestari",
    }


def test_those_listed_on_lie_there_too() -> None:
    sentence = (
        "Kabupaten Boyolali diwakili Desa Sruni, Desa Kemiri, dan Desa Samiran dengan Lestari."
    )
    claims = read(EVENT + sentence, TITLE).claims
    assert {claim.recipient for claim in claims} == {
        "Desa Ngrapah Kabupaten Semarang",
        *(f"Desa {name} Kabupaten Boyolali" for name in ("Sruni", "Kemiri", "Samiran")),
    }


def test_a_region_outdone_presents_nobody() -> None:
    sentence = "Mengungguli Kabupaten Boyolali, yakni Desa Kemiri meraih ProKlim Lestari."
    claims = read(EVENT + sentence, TITLE).claims
    assert "Desa Kemiri Kabupaten Boyolali" not in {claim.recipient for claim in claims}


def test_a_district_called_like_another_regency_lies_where_the_others_do() -> None:
    story = (
        "Bupati Demak menyerahkan penghargaan hasil Survei Kepuasan Masyarakat (SKM) 2024. Terbaik"
        " pertama Kecamatan Karanganyar dengan nilai 89,10 disusul Kecamatan Gajah 88,10."
    )
    claims = read(story, "Pemkab Demak Serahkan Penghargaan SKM").claims
    assert {claim.recipient: claim.rank for claim in claims} == {
        "Kecamatan Karanganyar Kabupaten Demak": 1,
        "Kecamatan Gajah Kabupaten Demak": 2,
    }
