"""Awards that readers know of already, that are taken away, or that somebody works towards."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "title",
    [
        "Fraksi Pertanyakan Opini WTP yang Diterima Pemkab Sikka",
        "Fraksi Persoalkan Predikat WTP yang Diraih Pemkab Sikka",
    ],
)
def test_an_award_known_already_is_not_granted_by_a_headline(title: str) -> None:
    told = "Fraksi itu mempertanyakan opini WTP yang didapat Kabupaten Sikka dari BPK."

    assert not read(told, title).is_award_story


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "KLH Cabut Piala Adipura Kota Ternate",
            "Kementerian mencabut piala Adipura yang diterima Kota Ternate karena sampah.",
        ),
        (
            "Menteri PANRB Batalkan Predikat WBBM Kantor Imigrasi Kelas I Ngurah Rai",
            "Kementerian PANRB mengambil langkah itu karena pungutan. Predikat itu diterima pada"
            " 2021. Kepala kantor diganti.",
        ),
        (
            "Piala Adipura Kota Ternate Dicabut",
            "Piala Adipura Kota Ternate dicabut kementerian karena TPA masih terbuka.",
        ),
        (
            "Penghargaan Kota Ternate Dibatalkan",
            "Kementerian membatalkan Adipura untuk Kota Ternate karena data keliru.",
        ),
    ],
)
def test_what_is_taken_away_is_not_granted(title: str, text: str) -> None:
    assert not read(text, title).claims


@pytest.mark.parametrize(
    "purpose", ["untuk raih", "guna meraih", "untuk dapat meraih", "guna rebut"]
)
def test_a_purpose_is_no_grant(purpose: str) -> None:
    told = f"Wali kota meminta lurah bekerja keras {purpose} Adipura bagi Kota Bitung."

    assert not read(told, f"Butuh Kerja Keras {purpose} Adipura").is_award_story


def test_what_is_threatened_has_not_happened() -> None:
    told = "DPRD memangkas pagu Dinas Kominfo. Indeks SPBE Kabupaten Ende terancam turun jadi 2,4."

    assert not read(told, "Pagu Dipangkas, Indeks SPBE Ende Terancam Turun").claims


@pytest.mark.parametrize(
    "title",
    [
        "Pemkot Binjai dan Ombudsman Teken Kerja Sama Pengaduan",
        "Wali Kota Binjai Tanda Tangani Nota Kesepakatan dengan Ombudsman",
        "DPRD Binjai Belajar Pengelolaan Pengaduan ke Ombudsman Sumut",
    ],
)
def test_signing_and_learning_are_stages(title: str) -> None:
    told = (
        "Pemerintah Kota Binjai bertemu Ombudsman RI Perwakilan Sumatera Utara di balai kota.\n"
        "Kota Binjai berada di zona hijau dengan nilai 90,14 pada penilaian kepatuhan."
    )

    assert not read(told, title).is_award_story


def test_who_advances_to_the_last_ten_has_won_nothing() -> None:
    told = "Disdukcapil Kabupaten Buton lolos sepuluh besar Dukcapil Prima. Juara diumumkan nanti."

    assert not read(told, "Disdukcapil Kabupaten Buton Lolos 10 Besar").is_award_story
