"""Two offices that share the word before the first: "Lapas Batang dan Kendal"."""

import pytest

from tests.awards.stories import read


def recipients(who: str, title: str = "Hasil Penilaian WBK 2024") -> list[str]:
    told = (
        f"SEMARANG - {who} meraih predikat Wilayah Bebas dari Korupsi (WBK) tahun 2024 dari"
        " Kementerian PANRB."
    )
    return [claim.recipient for claim in read(told, title).claims]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Lapas Batang dan Kendal", ["Lapas Batang", "Lapas Kendal"]),
        ("Rutan Salatiga dan Demak", ["Rutan Salatiga", "Rutan Demak"]),
        (
            "Kantor Imigrasi Pati, Cilacap dan Wonosobo",
            ["Kantor Imigrasi Pati", "Kantor Imigrasi Cilacap", "Kantor Imigrasi Wonosobo"],
        ),
        (
            "Pengadilan Agama Tegal dan Brebes",
            ["Pengadilan Agama Tegal", "Pengadilan Agama Brebes"],
        ),
        (
            "Kantor Pertanahan Batang dan Kendal",
            ["Kantor Pertanahan Kabupaten Batang", "Kantor Pertanahan Kabupaten Kendal"],
        ),
        (
            "Disdukcapil Batang dan Kendal",
            ["Disdukcapil Kabupaten Batang", "Disdukcapil Kabupaten Kendal"],
        ),
    ],
)
def test_both_are_read(who: str, expected: list[str]) -> None:
    assert recipients(who) == expected


def test_both_of_a_headline_are_read() -> None:
    assert recipients("Dua polres", "Polres Kulon Progo dan Sleman Raih WBK") == [
        "Polres Kulon Progo",
        "Polres Sleman",
    ]
