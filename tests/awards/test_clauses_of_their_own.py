""" "A meraih Adipura, sementara B memperoleh Adipura": who stands in a clause of its own."""

import pytest

from tests.awards.stories import read

HEADLINE = "Kota Tegal Raih Piala Adipura"


def recipients(text: str, title: str = HEADLINE) -> set[str]:
    return {claim.recipient for claim in read(text, title).claims}


@pytest.mark.parametrize(
    "clause",
    [
        "sementara Kabupaten Kudus memperoleh sertifikat Adipura.",
        "sedangkan Kabupaten Kudus juga menerima penghargaan serupa.",
        "dan Kabupaten Kudus kembali mendapat piala Adipura dari kementerian.",
    ],
)
def test_second_clause_has_its_receiver(clause: str) -> None:
    told = f"Kota Tegal dan Kota Salatiga berhasil meraih penghargaan Adipura, {clause}"
    assert recipients(told) == {"Kota Tegal", "Kota Salatiga", "Kabupaten Kudus"}


@pytest.mark.parametrize(
    "clause",
    [
        "sementara Kabupaten Kudus menerima penghargaan Kalpataru.",
        "sementara Kabupaten Kudus belum memperoleh Adipura.",
        "sedangkan Kabupaten Kudus menjadi tuan rumah acara Adipura.",
    ],
)
def test_second_clause_of_something_else_has_none(clause: str) -> None:
    assert "Kabupaten Kudus" not in recipients(f"Kota Tegal meraih penghargaan Adipura, {clause}")


def test_office_of_the_headline_receives_beside_its_region() -> None:
    title = "Sekretariat DPRD Kudus Raih Penghargaan JDIH Terbaik se-Jawa Tengah"
    told = (
        "Sekretariat DPRD Kudus dinobatkan sebagai Pengelola JDIH Terbaik se-Jawa Tengah.\n"
        "Capaian itu melengkapi keberhasilan Pemkab Kudus yang meraih penghargaan Pengelola JDIH "
        "Terbaik I kategori kabupaten se-Jawa Tengah."
    )
    assert recipients(told, title) == {"Sekretariat DPRD Kabupaten Kudus", "Kabupaten Kudus"}
