"""Who had it the year before, who is left without it, and whose category a region only names."""

import pytest

from tests.awards.stories import read

PALU = "Kota Palu masuk zona hijau penilaian kepatuhan Ombudsman."


@pytest.mark.parametrize(
    "told",
    [
        "Tahun ini ada lima daerah di zona hijau ketimbang tahun lalu yang hanya dua daerah yaitu"
        " Pemprov Sulteng dan Kabupaten Banggai.",
        "Jumlah itu bertambah dibanding 2018 yang baru mencakup dua daerah, yakni Pemprov Sulteng"
        " dan Kabupaten Banggai.",
        "Tinggal dua daerah masih tertinggal yakni Kabupaten Donggala dan Kabupaten Toli-Toli.",
        "Tersisa dua daerah yang belum hijau, yaitu Kabupaten Donggala dan Kabupaten Toli-Toli.",
    ],
)
def test_others_of_last_year_or_without_it_have_nothing(told: str) -> None:
    claims = read(f"{PALU} {told}", "Kota Palu Raih Zona Hijau").claims

    assert [c.recipient for c in claims] == ["Kota Palu"]


def test_those_who_have_it_this_year_are_listed() -> None:
    told = "Tahun ini ada tiga daerah hijau, yakni Kota Palu, Kabupaten Poso dan Kabupaten Buol."

    assert len(read(f"{PALU} {told}", "Kota Palu Raih Zona Hijau").claims) == 3


def test_a_category_of_regions_is_no_receiver() -> None:
    told = (
        "Kabupaten Paser meraih Innovative Government Award sebagai kabupaten sangat inovatif. Ada"
        " tiga kategori, yaitu (1) Provinsi Terinovatif, (2) Kabupaten Terinovatif, dan (3)"
        " Kabupaten/Kota Terinovatif kategori Provinsi Papua dan Papua Barat."
    )

    assert [c.recipient for c in read(told, "Paser Raih IGA").claims] == ["Kabupaten Paser"]


def test_an_official_who_is_known_to_receive_too() -> None:
    told = (
        "Bupati Kudus menerima Parasamya Purnakarya Nugraha dari Presiden. Selain Bupati Kudus,"
        " Gubernur Jawa Barat juga diketahui mendapatkan penghargaan Parasamya Purnakarya Nugraha"
        " dari Presiden."
    )

    assert {c.recipient for c in read(told, "Bupati Kudus Raih Parasamya").claims} == {
        *("Kabupaten Kudus", "Provinsi Jawa Barat"),
    }


@pytest.mark.parametrize(
    "told",
    [
        "Skor SPI tertinggi berada di Kabupaten Boyolali sebesar 91,70.",
        "Skor integritas tertinggi yaitu Kabupaten Boyolali dengan nilai 91,70.",
        "Skor tertinggi ada pada Kabupaten Boyolali dengan 91,70.",
    ],
)
def test_where_the_highest_score_is(told: str) -> None:
    told = f"KPK merilis hasil Survei Penilaian Integritas. {told}"

    assert [(c.score, c.rank) for c in read(told, "Boyolali Raih Skor SPI 91,70").claims] == [
        (91.7, 1)
    ]


@pytest.mark.parametrize(
    ("kind", "found"),
    [("provinsi", "Provinsi Daerah Istimewa Yogyakarta"), ("kota", "Kota Yogyakarta")],
)
def test_the_sentence_above_labelled_lines_calls_their_kind(kind: str, found: str) -> None:
    told = (
        "KPK merilis hasil Survei Penilaian Integritas.\nBerikut rincian hasil survei tahun ini"
        f" berdasarkan kategori khusus {kind}:\nTertinggi: Yogyakarta (74,6)\n"
    )

    assert [c.recipient for c in read(told, "Yogyakarta Raih Skor SPI 74,60").claims] == [found]


@pytest.mark.parametrize("doubt", ["ragu dengan opini itu", "meragukan opini itu"])
def test_who_doubts_an_opinion_tells_of_no_award(doubt: str) -> None:
    told = (
        "Keputusan BPK memberikan opini WTP kepada Pemkab Sikka dipertanyakan. Ketua DPRD Sikka"
        f" {doubt} karena banyak temuan."
    )

    assert not read(told, "Ketua Dewan Ragu Opini WTP Pemkab Sikka dari BPK").is_award_story


def test_who_stands_close_behind_another_has_its_own_score() -> None:
    told = (
        "Pemkot Kendari mendapatkan nilai kepatuhan Ombudsman 58,99. Pemkot Baubau yang menempel"
        " ketat Pemkot Kendari meraih nilai 58,40."
    )

    assert {(c.recipient, c.score) for c in read(told, "Kendari Raih Nilai 58,99").claims} == {
        *(("Kota Kendari", 58.99), ("Kota Bau Bau", 58.4)),
    }


@pytest.mark.parametrize(
    ("title", "is_award_story"),
    [
        ("DPRD Dukung Kota Bogor Raih Predikat Utama Kota Layak Anak", False),
        ("Dewan Mendukung Kota Bogor Pertahankan Predikat Kota Layak Anak", False),
        ("Didukung Dewan, Kota Bogor Raih Predikat Nindya Kota Layak Anak", True),
    ],
)
def test_who_supports_somebody_to_get_it_wishes(title: str, is_award_story: bool) -> None:
    told = "Selama dua tahun Kota Bogor meraih predikat Nindya pada penilaian Kota Layak Anak."

    assert read(told, title).is_award_story == is_award_story


def test_an_incentive_for_regions_is_named() -> None:
    told = (
        "Menteri Keuangan menyerahkan insentif. Tiga daerah menerima alokasi terbesar, yakni"
        " Kabupaten Tangerang, Kota Pasuruan dan Kota Madiun."
    )

    title = "Menkeu Serahkan Insentif Fiskal untuk Daerah Berprestasi"
    assert {c.scheme for c in read(told, title).claims} == {"insentif-fiskal"}
