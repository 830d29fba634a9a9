"""Prizes of firms, of all winners, of another award; a town's; villages each in its sentence."""

import pytest

from tests.awards.stories import read

HEADLINE = "Kulon Progo Raih Paritrana Award 2024"
FIRST = "Juara 1 kategori pemerintah daerah Paritrana Award 2024 diraih Kabupaten Kulon Progo.\n"


def places(text: str, headline: str = HEADLINE) -> dict[str, int | None]:
    return {claim.recipient: claim.rank for claim in read(text, headline).claims}


@pytest.mark.parametrize(
    "firms",
    [
        "Kategori Perusahaan Besar dimenangkan Yogya Sentosa Abadi, disusul Bantul Jaya Makmur.",
        "Untuk kategori usaha kecil mikro, juara pertama jatuh ke Batik Pekalongan, kedua Sleman"
        " Kriya.",
        "Adapun skala perusahaan menengah diraih Sleman Tekstil Nusantara.",
    ],
)
def test_what_a_firm_is_called_is_no_region(firms: str) -> None:
    assert places(FIRST + firms) == {"Kabupaten Kulon Progo": 1}


def test_a_region_behind_the_class_of_firms_receives_in_its_own() -> None:
    text = (
        "Kategori perusahaan dimenangkan Yogya Sentosa, sedangkan kategori pemerintah kabupaten"
        " diraih Kabupaten Bantul sebagai juara 2."
    )

    assert places(FIRST + text) == {"Kabupaten Kulon Progo": 1, "Kabupaten Bantul": 2}


@pytest.mark.parametrize("who", ["Seluruh pemenang", "Para peraih", "Setiap pemenang"])
def test_a_place_of_all_who_won_it_is_nobodys(who: str) -> None:
    text = "Kabupaten Sleman meraih Paritrana Award 2024 sebagai juara 3.\n"

    assert places(f"{text}{who} juara 1 akan maju ke tingkat nasional.", "Sleman Raih Award") == {
        "Kabupaten Sleman": 3
    }


@pytest.mark.parametrize("second", ["dan penghargaan kedua", "sedangkan penghargaan lainnya"])
def test_what_an_award_brings_is_not_that_of_the_next_award(second: str) -> None:
    text = (
        "Kabupaten Batang menerima dua penghargaan JDIH Award 2024. Penghargaan pertama sebagai"
        f" anggota terbaik ketiga nasional, {second} untuk Sekretariat DPRD Kabupaten Batang"
        " sebagai yang terbaik kedua."
    )

    assert places(text, "Batang Raih JDIH Award")["Sekretariat DPRD Kabupaten Batang"] == 2


def test_the_adipura_of_a_district_without_its_regency_is_that_of_the_storys_region() -> None:
    text = (
        "Kecamatan Kepanjen kembali meraih Piala Adipura 2024 untuk kategori kota kecil.\n"
        "Piala itu diserahkan Menteri Lingkungan Hidup kepada Bupati Malang di Jakarta, Senin"
        " (2/12/2024)."
    )

    assert list(places(text, "Kepanjen Raih Adipura")) == ["Kabupaten Malang"]


def test_villages_in_sentences_of_their_own_may_tell_their_province() -> None:
    text = (
        "Tiga desa yang menerima penghargaan Proklim Utama 2023 adalah Desa Arahan Kabupaten Lahat."
        "\nDesa Bumi Kencana Kecamatan Sungai Lilin Kabupaten Musi Banyuasin, Provinsi Sumatera"
        " Selatan.\nDesa Sukamaju Kecamatan Lempuing Kabupaten Ogan Komering Ilir (Sumatera"
        " Selatan)."
    )

    assert list(places(text, "Desa Arahan Terima Penghargaan Proklim")) == [
        "Desa Arahan Kabupaten Lahat",
        "Desa Bumi Kencana Kabupaten Musi Banyuasin",
        "Desa Sukamaju Kabupaten Ogan Komering Ilir",
    ]
