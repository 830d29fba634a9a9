"""The region behind somebody's office only tells where that lies; it receives nothing."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "who",
    [
        "Kepala Kantor Wilayah Ditjen Perbendaharaan (DJPb) Provinsi Banten",
        "Kepala Kanwil Ditjen Perbendaharaan Provinsi Banten Tiar Sebayang",
        "Kepala BI Provinsi Banten",
        "Kepala Satker PJN Wilayah I Provinsi Banten",
        "Ketua Forum Wartawan Kabupaten Serang",
    ],
)
def test_who_congratulates_receives_nothing_for_his_region(who: str) -> None:
    text = (
        "Pemkab Toba mendapat piagam atas opini WTP dari BPK untuk LKPD 2023.\n"
        f"{who} memberi selamat kepada pemda yang berhasil menyusun laporan keuangan dengan "
        "capaian opini WTP."
    )

    claims = read(text, "Pemkab Toba Raih Opini WTP", published=None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Toba"]


@pytest.mark.parametrize("rank", ["Terbaik Kedua", "Terbaik II", "terbaik kedua", "Terbaik Ke-2"])
def test_a_place_written_large_in_front_of_a_name_is_no_longer_name(rank: str) -> None:
    text = (
        "Bappenas memberikan Penghargaan Pembangunan Daerah (PPD) 2024. Predikat Provinsi Terbaik "
        f"Pertama diraih Jawa Barat, {rank} Kalimantan Selatan, dan Terbaik Ketiga diraih Bali."
    )

    claims = read(text, "Bappenas Beri Penghargaan Pembangunan Daerah", published=None).claims

    assert [(claim.recipient, claim.rank) for claim in claims] == [
        ("Provinsi Jawa Barat", 1),
        ("Provinsi Kalimantan Selatan", 2),
        ("Provinsi Bali", 3),
    ]
