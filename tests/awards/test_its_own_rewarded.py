"""A region that rewards its own offices or people; one that only praises them for an award."""

import pytest

from tests.awards.stories import read

WON = "Kabupaten Kendal meraih zona hijau pada penilaian kepatuhan Ombudsman 2023."
CUE = "a region rewards its own"


def rewards_its_own(told: str, title: str) -> bool:
    return any(reason.cue == CUE for reason in read(told, title).reasons)


@pytest.mark.parametrize(
    "praise",
    [
        "Bupati Kendal memberikan apresiasi kepada seluruh OPD atas capaian itu.",
        "Bupati Kendal memberi ucapan selamat kepada semua perangkat daerah.",
        "Bupati mengapresiasi kerja seluruh perangkat daerah.",
        "Bupati Kendal memberikan arahan kepada dinas dan kecamatan.",
    ],
)
def test_praise_for_an_award_is_no_award(praise: str) -> None:
    assert not rewards_its_own(f"{WON} {praise}", "Nilai Layanan Kendal Naik")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Bupati Kendal Beri Penghargaan OPD Berkinerja Terbaik",
            "Bupati Kendal memberikan penghargaan kepada OPD dengan nilai SAKIP tertinggi."
            " Dinas Kesehatan Kendal memperoleh nilai SAKIP 82,10.",
        ),
        (
            "Bupati Sikka Apresiasi OPD dengan Nilai SAKIP Tertinggi",
            "Acara berlangsung di aula. Dinas Kesehatan Sikka meraih nilai SAKIP 82,10.",
        ),
        (
            "Malam Anugerah Lingkungan Boyolali",
            "Pemerintah Kabupaten Boyolali memberikan penghargaan lingkungan untuk para pegiat."
            " Penghargaan Proklim Utama diberikan kepada Desa Kembang, Kecamatan Musuk.",
        ),
    ],
)
def test_a_region_rewards_its_own(title: str, told: str) -> None:
    assert rewards_its_own(told, title)
    assert not read(told, title).is_award_story


def test_what_the_head_only_hands_on_was_won_beyond() -> None:
    told = (
        "Desa Boja, Kabupaten Kendal, meraih juara II lomba desa tingkat Provinsi Jawa Tengah"
        " 2023. Bupati Kendal menyerahkan piala kepada kepala desa."
    )

    assert read(told, "Desa Boja Juara II Lomba Desa Tingkat Provinsi").is_award_story
    assert rewards_its_own(told, "Desa Boja Juara II Lomba Desa Tingkat Kabupaten")


@pytest.mark.parametrize("people", ["Pegiat Sampah", "Pelaku Seni", "Tenaga Kesehatan"])
def test_people_of_a_region_are_rewarded(people: str) -> None:
    told = "Kota Tegal sendiri meraih Kota Layak Anak kategori Madya 2023. Acara itu meriah."

    assert not read(told, f"Wali Kota Serahkan Penghargaan kepada {people}").is_award_story
