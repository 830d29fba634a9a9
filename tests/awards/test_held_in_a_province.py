"""A province in the name of the award that one of its regions gets; medals go to persons only."""

import pytest

from tests.awards.stories import read

AWARD = "Anugerah Keterbukaan Informasi Publik Provinsi Jawa Tengah 2024"


@pytest.mark.parametrize(
    "told",
    [
        f"Pemkab Kudus menerima {AWARD} dengan predikat Informatif.",
        f"Pada malam itu {AWARD} diterima Pemkab Kudus dengan predikat Informatif.",
        f"Bupati Kudus menerima {AWARD} dengan predikat Informatif.",
    ],
)
def test_the_province_in_the_name_of_an_award_only_tells_where(told: str) -> None:
    claims = read(told, "Kudus Raih Predikat Informatif", None).claims

    assert [(claim.recipient, claim.predicate) for claim in claims] == [
        ("Kabupaten Kudus", "Informatif")
    ]


def test_a_province_whose_own_index_is_told_has_it() -> None:
    text = (
        "Indeks SPBE Provinsi Bali mencapai 4,10 dengan predikat sangat baik, sedangkan Kabupaten"
        " Badung meraih 4,21 pada evaluasi Kementerian PANRB."
    )

    claims = read(text, "Nilai SPBE Bali dan Badung Naik", None).claims

    named = {claim.recipient: claim.score for claim in claims}
    assert named == {"Provinsi Bali": 4.1, "Kabupaten Badung": 4.21}


def test_years_of_service_are_no_claim_of_a_region() -> None:
    text = (
        "Wali Kota Bogor menerima Satyalancana Karya Bhakti Praja Nugraha dari Presiden pada Hari"
        " Otonomi Daerah. Ia berterima kasih kepada Pemkot Bogor atas Satyalancana itu dan kerja"
        " keras selama 10 tahun ini."
    )

    claims = read(text, "Wali Kota Bogor Terima Satyalancana", None).claims

    assert {claim.scheme for claim in claims} <= {"eppd-lppd"}
