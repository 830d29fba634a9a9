"""A result beside which no verb grants is background; "akhirnya WTP" needs no verb."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Warga Berebut Foto dengan Piala Adipura di Alun-alun Garut",
            "Warga berebut foto dengan piala Adipura Kabupaten Garut di alun-alun.\n"
            "Dua tenda roboh. Panitia Adipura meminta maaf.",
        ),
        (
            "Ombak Kiriman Rusak Dermaga Kota Ternate, Peraih Adipura Sibuk",
            "Ombak merusak dermaga. Kapal cepat tertahan.\n"
            "Adipura Kota Ternate tersimpan di balai kota. Kota Adipura itu sepi.",
        ),
    ],
)
def test_without_a_granting_verb_it_is_background(title: str, text: str) -> None:
    assert not read(text, title).is_award_story


def test_a_list_of_many_needs_none() -> None:
    told = (
        "Nilai kepatuhan pelayanan publik 2024 versi Ombudsman:\n"
        "1. Kabupaten Garut 95,20\n2. Kabupaten Ciamis 94,10\n3. Kota Banjar 93,40"
    )

    assert len(read(told, "Inilah Nilai Kepatuhan Ombudsman di Priangan Timur").claims) == 3


@pytest.mark.parametrize(
    "title",
    [
        "Belajar dari Kegagalan, Kabupaten Sabu Raijua Akhirnya WTP",
        "Sempat Diusut, Kabupaten Sabu Raijua Kini WTP",
        "Kabupaten Sabu Raijua Resmi WTP",
    ],
)
def test_what_has_come_to_be_is_granted(title: str) -> None:
    told = "Kabupaten Sabu Raijua menerima opini WTP dari BPK NTT, Senin (27/5/2024)."

    (claim,) = read(told, title).claims
    assert claim.predicate == "WTP"


def test_what_is_a_reason_is_no_result_of_it() -> None:
    told = (
        "Tunjangan pegawai Kabupaten Majene naik mulai pekan ini.\n"
        "Opini WTP dari BPK menjadi alasan kenaikan. DPRD Majene meminta hitungan ulang."
    )

    title = "Tunjangan Majene Naik, Opini WTP Jadi Alasan"
    assert not read(told, title).is_award_story
