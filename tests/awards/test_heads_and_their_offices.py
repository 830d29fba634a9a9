"""An evening of the ministry honours heads of region (pembina) and their offices (PEKPPP)."""

import pytest

from storage.records import Claim
from tests.awards.stories import read

HEAD = (
    "Penghargaan diserahkan Menteri {rb} Asman kepada Bupati Kudus. Bupati Kudus dinilai berhasil "
    "sebagai pembina penyelenggaraan pelayanan publik dengan kategori sangat baik."
)
OFFICES = (
    "Tiga penghargaan juga diberikan kepada tiga OPD penyelenggara pelayanan publik di Kabupaten "
    "Kudus yang berhasil meraih kategori sangat baik.\n"
)


def told(text: str) -> list[Claim]:
    return list(read(text, "Kudus Raih Penghargaan dari KemenPAN-RB", published=None).claims)


@pytest.mark.parametrize("rb", ["PAN- RB", "PAN - RB", "PAN-RB", "PAN dan RB"])
def test_the_ministry_however_it_is_written_is_no_index_of_reform(rb: str) -> None:
    claims = told(HEAD.format(rb=rb))

    assert [(c.recipient, c.scheme, c.predicate) for c in claims] == [
        ("Kabupaten Kudus", "pembina-pelayanan-publik", "Sangat Baik")
    ]


def test_one_class_is_of_the_award_that_is_named_before_it() -> None:
    text = (
        f"{HEAD.format(rb='PANRB')}\nDisdukcapil Kudus meraih kategori sangat baik pada evaluasi "
        "pelayanan publik tahun 2019."
    )

    assert {(c.recipient, c.scheme, c.predicate) for c in told(text)} == {
        ("Kabupaten Kudus", "pembina-pelayanan-publik", "Sangat Baik"),
        ("Disdukcapil Kabupaten Kudus", "pekppp-ipp", "Sangat Baik"),
    }


@pytest.mark.parametrize(
    "listed",
    [
        "Ketiga OPD itu, yaitu DPMPTSP Kudus diterima langsung oleh kepala dinas, Made Arya, "
        "Disdukcapil Kudus diterima oleh kepala dinas, Sri Rahayu dan RSUD Loekmono diterima "
        "oleh direkturnya.",
        "Yakni DPMPTSP Kudus yang diterima Made Arya, Disdukcapil Kudus yang diterima Sri Rahayu, "
        "serta RSUD Loekmono yang diwakili wakil direktur.",
    ],
)
def test_who_took_it_in_his_hands_does_not_end_the_list(listed: str) -> None:
    claims = told(OFFICES + listed)

    assert {(c.recipient, c.scheme, c.predicate) for c in claims} == {
        ("DPMPTSP Kabupaten Kudus", "pekppp-ipp", "Sangat Baik"),
        ("Disdukcapil Kabupaten Kudus", "pekppp-ipp", "Sangat Baik"),
        ("RSUD Loekmono", "pekppp-ipp", "Sangat Baik"),
    }
