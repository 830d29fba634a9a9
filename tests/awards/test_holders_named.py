"""Somebody whom a headline calls the holder of an award has other news; a list of holders is it."""

import pytest

from tests.awards.stories import read

_HELD = "Kabupaten Kapuas Hulu meraih opini WTP dari BPK. Opini WTP itu yang kelima."


@pytest.mark.parametrize(
    "title",
    [
        "Jembatan Putus di Kapuas Hulu, Peraih WTP",
        "Kabupaten Peraih WTP Digugat Rekanan",
        "Banjir Landa Kapuas Hulu, Kabupaten Penerima WTP",
        "Pegawai Kabupaten Penyandang WTP Mogok",
    ],
)
def test_a_holder_has_other_news(title: str) -> None:
    told = f"Rekanan mengeluhkan tagihan. {_HELD} Pengadilan menunda putusan."

    assert not read(told, title).is_award_story


@pytest.mark.parametrize(
    "title",
    [
        "Ini Daftar Peraih WTP di Kalimantan Barat",
        "Lima Daerah Penerima WTP, Kapuas Hulu Termasuk",
        "Kapuas Hulu Jadi Penerima WTP",
        "Peraih WTP: Kapuas Hulu",
    ],
)
def test_holders_listed_counted_or_made_are_the_news(title: str) -> None:
    told = f"{_HELD} BPK Kalimantan Barat menyerahkannya, Senin (27/5/2024)."

    assert read(told, title).is_award_story
