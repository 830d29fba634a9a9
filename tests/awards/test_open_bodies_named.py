"""Other names under which the information commissions' award goes."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "name",
    [
        "Penghargaan di bidang Informasi Publik dari Komisi Informasi Jawa Barat",
        "penghargaan Pemeringkatan Penerapan Keterbukaan Informasi dari Komisi Informasi",
    ],
)
def test_award_of_commission_is_known(name: str) -> None:
    story = f"Kota Pekalongan meraih {name}, Kamis (28/9/2017)."
    story += "\n\nWali kota berterima kasih kepada semua perangkat daerah atas capaian itu."
    (claim,) = read(story, "Kota Pekalongan Raih Penghargaan").claims
    assert (claim.scheme, claim.recipient) == ("keterbukaan-informasi-publik", "Kota Pekalongan")
