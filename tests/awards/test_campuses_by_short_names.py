"""Campuses are told by their short names, in lists too; a disclaimer is an opinion of its own."""

import pytest

from tests.awards.stories import read


def test_campuses_in_a_list_are_read_by_their_short_names() -> None:
    text = (
        "Lima PTN meraih predikat Informatif dari Komisi Informasi Pusat, yakni Unila, ITS, Untan,"
        " UPI, dan Untirta."
    )

    claims = read(text, "Lima PTN Raih Predikat Informatif", None).claims

    assert [claim.recipient for claim in claims] == [
        "Universitas Lampung",
        "Institut Teknologi Sepuluh Nopember",
        "Universitas Tanjungpura",
        "Universitas Pendidikan Indonesia",
        "Universitas Sultan Ageng Tirtayasa",
    ]


@pytest.mark.parametrize("told", ["dan disclaimer untuk", "sedangkan disclaimer kepada"])
def test_a_disclaimer_is_told_without_the_word_opinion(told: str) -> None:
    text = f"BPK memberikan opini WTP kepada Pemprov Maluku {told} Pemkab Kepulauan Aru."

    claims = read(text, "Pemprov Maluku Raih Opini WTP dari BPK", None).claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Provinsi Maluku": "WTP",
        "Kabupaten Kepulauan Aru": "Tidak Memberikan Pendapat",
    }
