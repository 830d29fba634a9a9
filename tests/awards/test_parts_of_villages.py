"""A hamlet or ward has a number: "Dusun 3 Desa Suka Maju" is one village, no three."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "part", ["Dusun 3 ", "Dusun II ", "RW 05 ", "RT 2 RW 05 ", "Lingkungan 4 ", "RW. 07 ", ""]
)
@pytest.mark.parametrize("kind", ["Desa", "Kelurahan"])
def test_the_village_receives_what_its_part_does(part: str, kind: str) -> None:
    whole = f"{part}{kind} Suka Maju"
    text = (
        f"{whole}, Kecamatan Rambang, Kota Prabumulih meraih penghargaan Program Kampung Iklim "
        "kategori Lestari dari KLHK, Jumat (28/10/2022)."
    )

    claims = read(text, f"{whole} Raih Proklim Lestari", published=None).claims

    assert [(c.recipient, c.predicate) for c in claims] == [
        (f"{kind} Suka Maju Kota Prabumulih", "Lestari")
    ]


def test_a_number_of_villages_is_none_of_them() -> None:
    text = "Sebanyak 3 Desa Tangguh di Kota Prabumulih meraih ProKlim Lestari dari KLHK."

    assert read(text, "3 Desa Tangguh Raih ProKlim Lestari", published=None).claims == ()
