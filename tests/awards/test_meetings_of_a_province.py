"""Whose meeting it was at which an award was handed over, and units that lie in a province."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "meeting",
    [
        "rapat koordinasi Survei Ekonomi Pertanian (SEP) 2024 Provinsi Lampung",
        "Rapat Kerja Daerah Provinsi Lampung",
        "Rakerda BPS Provinsi Lampung",
        "Musrenbang RKPD tahun 2025 Provinsi Lampung",
    ],
)
def test_the_province_of_a_meeting_receives_nothing(meeting: str) -> None:
    claims = read(
        "Penghargaan EPSS itu diterima Kepala Dinas Kominfo Kabupaten Pesisir Barat bersamaan"
        f" dengan {meeting}, di Bandar Lampung.",
        "Pemkab Pesisir Barat Terima Penghargaan EPSS",
    ).claims
    assert [claim.recipient for claim in claims] == ["Kabupaten Pesisir Barat"]


@pytest.mark.parametrize("short", ["", " (Konut)"])
def test_a_unit_has_its_region_also_by_its_short_name(short: str) -> None:
    claims = read(
        f"Puskesmas Lasolo, Kabupaten Konawe Utara{short}, Sulawesi Tenggara, meraih akreditasi"
        " dengan predikat Madya dari Kementerian Kesehatan.",
        "Puskesmas Lasolo Terakreditasi Madya",
    ).claims
    assert [claim.recipient for claim in claims] == ["Puskesmas Lasolo Kabupaten Konawe Utara"]
