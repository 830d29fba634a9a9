"""One body under several names is one; courts of one town are several."""

import pytest

from tests.awards.stories import read

ZONE = "predikat Wilayah Bebas dari Korupsi (WBK) tahun 2024 dari Kementerian PANRB"


def _named(text: str, title: str) -> set[str]:
    return {claim.recipient for claim in read(text, title, None).claims}


def test_what_stands_in_brackets_is_the_one_in_front() -> None:
    text = (
        "Universitas Islam Negeri Raden Intan Lampung (UIN RIL Lampung) meraih predikat Informatif"
        " pada Anugerah Keterbukaan Informasi Publik 2024 dari Komisi Informasi Pusat."
        " UIN RIL memperoleh nilai 93,41. UIN Lampung tahun lalu menuju informatif."
    )

    (claim,) = read(text, "UIN Raden Intan Informatif").claims

    assert (claim.recipient, claim.score) == ("UIN Raden Intan Lampung", 93.41)


def test_courts_of_one_town_are_not_one() -> None:
    text = (
        f"Tiga pengadilan meraih {ZONE}, yaitu Pengadilan Tinggi Medan, Pengadilan Tinggi Tata"
        " Usaha Negara Medan, dan Pengadilan Tinggi Agama Medan."
    )

    assert _named(text, "Tiga Pengadilan Raih WBK") == {
        "Pengadilan Tinggi Medan",
        "Pengadilan Tinggi Tata Usaha Negara Medan",
        "Pengadilan Tinggi Agama Medan",
    }


@pytest.mark.parametrize("title", ["Inspektur Pembantu Wilayah I", "Irban Khusus", "Auditor"])
def test_an_inspector_who_speaks_brings_his_office_nothing(title: str) -> None:
    text = (
        f"RSUD Pandan Arang Boyolali meraih {ZONE}. {title} Inspektorat Daerah Boyolali, Slamet"
        " Widodo, menyampaikan predikat WBK merupakan pengakuan atas kerja rumah sakit."
    )

    assert _named(text, "RSUD Pandan Arang Raih WBK") == {"RSUD Pandan Arang Boyolali"}


def test_all_of_so_many_schools_have_what_was_told_of_them() -> None:
    text = (
        f"Tiga madrasah mencatat sejarah dengan meraih {ZONE}. Ketiga madrasah itu adalah MAN 1"
        " Kota Bogor, MTsN 2 Klaten, dan MAN 3 Sleman. Kepala MAN 1 Kota Bogor mengatakan"
        " predikat WBK hasil kerja keras seluruh guru."
    )

    claims = read(text, "Tiga Madrasah Raih WBK", None).claims

    assert {(c.recipient, c.predicate) for c in claims} == {
        ("MAN 1 Kota Bogor", "WBK"),
        ("MTsN 2 Klaten", "WBK"),
        ("MAN 3 Sleman", "WBK"),
    }


def test_the_liking_for_another_service_is_no_score_of_an_office() -> None:
    text = (
        f"Kantor Kementerian Agama Kota Salatiga meraih {ZONE}. Indeks Kepuasan Layanan KUA naik"
        " dari 77,31 menjadi 78,92, dan Indeks Kesalehan Umat Beragama menjadi 83,90."
    )

    claims = read(text, "Kankemenag Salatiga Raih WBK", None).claims

    assert [(claim.scheme, claim.score) for claim in claims] == [("zona-integritas-wbk-wbbm", None)]
