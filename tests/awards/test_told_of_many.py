"""What is told of so many is had by those named as its receivers further down."""

import pytest

from tests.awards.stories import read

COURTS = (
    "Tujuh pengadilan di Jawa Timur diganjar predikat WBK oleh Kementerian PANRB. {between}"
    "Ketua kamar mengucapkan selamat. Ia meminta layanan dijaga. Acara ditutup dengan doa. "
    "Pengadilan penerima penghargaan itu antara lain Pengadilan Negeri Tuban, Pengadilan Agama"
    " Jember serta Pengadilan Agama Ngawi{behind}."
)


def test_a_predicate_told_of_more_than_are_named_is_had_by_each_of_them() -> None:
    claims = read(COURTS.format(between="", behind=""), "Tujuh Pengadilan Raih WBK").claims

    assert [(claim.recipient, claim.predicate) for claim in claims] == [
        ("Pengadilan Negeri Tuban", "WBK"),
        ("Pengadilan Agama Jember", "WBK"),
        ("Pengadilan Agama Ngawi", "WBK"),
    ]


def test_those_behind_whom_totals_of_other_classes_stand_have_it_too() -> None:
    text = (
        "Sebanyak 24 satuan kerja (satker) ATR/BPN menerima predikat Wilayah Bebas dari Korupsi"
        " (WBK). Di Sumatera penghargaan diberikan kepada Kantah Kota Jambi, Kantah Kabupaten"
        " Tebo, dan Kantah Kota Padang. Totalnya kini 70 satker WBK dan lima satker WBBM."
    )
    claims = read(text, "24 Satker ATR/BPN Terima Predikat WBK").claims

    assert len(claims) == 3
    assert {claim.predicate for claim in claims} == {"WBK"}


@pytest.mark.parametrize(
    ("between", "behind"),
    [
        ("Dua pengadilan lainnya memperoleh predikat WBBM. ", ""),
        ("", ", yang menerima piagam kategori khusus"),
    ],
)
def test_nobody_has_it_where_two_were_told_or_where_it_has_something_of_its_own(
    between: str, behind: str
) -> None:
    claims = read(COURTS.format(between=between, behind=behind), "Pengadilan Raih WBK").claims

    assert claims[-1].recipient == "Pengadilan Agama Ngawi"
    assert claims[-1].predicate is None


def test_whose_offices_are_counted_receives_nothing() -> None:
    text = (
        "Sebanyak 12 satuan kerja di lingkungan Kanwil Kemenkumham Riau menerima predikat WBK."
        " Satker penerima itu antara lain Lapas Kelas IIA Bengkalis dan Rutan Kelas IIB Dumai."
    )
    claims = read(text, "12 Satker Kemenkumham Riau Terima Predikat WBK").claims

    assert [claim.recipient for claim in claims] == [
        "Lapas Kelas IIA Bengkalis",
        "Rutan Kelas IIB Dumai",
    ]
