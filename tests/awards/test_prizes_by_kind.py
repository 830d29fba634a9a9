"""One prize after the other, each for bodies of its kind, with a single name under most."""

import pytest

from tests.awards.stories import read

TITLE = "LKPP Serahkan Penghargaan UKPBJ Proaktif"
OPENING = (
    "JAKARTA - Penghargaan UKPBJ Proaktif diserahkan Kepala LKPP kepada para penerima di Jakarta. "
)


def recipients(text: str, title: str = TITLE) -> set[str]:
    return {claim.recipient for claim in read(text, title).claims}


@pytest.mark.parametrize(
    "told",
    [
        "Kategori Kementerian: Kementerian Keuangan. Kategori Provinsi: Jawa Barat. Kategori Kota: "
        "Kota Tangerang.",
        "\n\nKategori Kementerian: Kementerian Keuangan.\nKategori Provinsi: Jawa Barat.\nKategori "
        "Kota: Kota Tangerang.",
        "Kategori kementerian diraih Kementerian Keuangan dan kategori provinsi diraih Jawa Barat. "
        "Kategori kota Tangerang.",
        "Untuk kementerian, penghargaan diberikan kepada Kementerian Keuangan. Untuk provinsi "
        "penerimanya adalah Jawa Barat, sedangkan untuk kota adalah Kota Tangerang.",
        "Kelompok kementerian jatuh kepada Kementerian Keuangan; kelompok provinsi kepada Jawa "
        "Barat; dan kelompok kota kepada Kota Tangerang.",
    ],
)
def test_each_has_its_prize(told: str) -> None:
    assert recipients(OPENING + told) == {
        "Kementerian Keuangan",
        "Provinsi Jawa Barat",
        "Kota Tangerang",
    }


def test_a_village_behind_its_kind_keeps_its_name() -> None:
    told = (
        "Kategori kota diraih Kota Pekalongan, kategori desa Desa Krandegan, Kabupaten Purworejo."
    )
    title = "Anugerah Keterbukaan Informasi Publik Jateng 2024, Ini Peraihnya"
    opening = (
        "Komisi Informasi Jawa Tengah menyerahkan Anugerah Keterbukaan Informasi Publik 2024. "
    )
    assert recipients(opening + told, title) == {
        "Kota Pekalongan",
        "Desa Krandegan Kabupaten Purworejo",
    }


@pytest.mark.parametrize(
    "told",
    [
        "Kategori kota: Kota Tangerang. Kategori provinsi: Jawa Barat. Keduanya baru nominasi.",
        "Nominasi kategori kota diraih Kota Tangerang, nominasi kategori provinsi Jawa Barat.",
    ],
)
def test_nominees_receive_nothing(told: str) -> None:
    title = "LKPP Umumkan Nominasi UKPBJ Proaktif"
    opening = "JAKARTA - LKPP mengumumkan nominasi penghargaan UKPBJ Proaktif tahun ini. "
    assert recipients(opening + told, title) == set()
