"""Lists of names of which only a count in front tells what they are."""

import pytest

from tests.awards.stories import read

PROKLIM = (
    "{many} desa di Kabupaten Kuningan meraih penghargaan ProKlim 2024 kategori Utama dari"
    " Kementerian Lingkungan Hidup. {list}"
)


@pytest.mark.parametrize(
    ("many", "told"),
    [
        ("Tiga", "Ketiga desa tersebut yakni Cibeureum, Cisantana, dan Puncak."),
        ("3", "Ketiga desa itu: Cibeureum, Cisantana dan Puncak."),
        (
            "Tiga",
            "Penghargaan diterima tiga desa, masing-masing Cibeureum, Cisantana serta Puncak.",
        ),
    ],
)
def test_as_many_names_as_were_counted_are_villages(many: str, told: str) -> None:
    claims = read(PROKLIM.format(many=many, list=told), "Desa di Kuningan Raih ProKlim").claims

    assert [(claim.recipient, claim.predicate) for claim in claims] == [
        ("Desa Cibeureum Kabupaten Kuningan", "Utama"),
        ("Desa Cisantana Kabupaten Kuningan", "Utama"),
        ("Desa Puncak Kabupaten Kuningan", "Utama"),
    ]


def test_fewer_names_than_were_counted_are_nobody() -> None:
    told = "Kelima desa tersebut yakni Cibeureum, Cisantana, dan Puncak."
    claims = read(PROKLIM.format(many="Lima", list=told), "Desa di Kuningan Raih ProKlim").claims

    assert not any(claim.recipient.startswith("Desa C") for claim in claims)


def test_a_kelurahan_called_like_a_regency_is_none() -> None:
    text = (
        "Komisi Informasi Jawa Timur mengumumkan kelurahan informatif 2024. Tiga kelurahan di Kota"
        " Blitar masuk daftar: Sananwetan, Gedog, dan Rembang."
    )
    claims = read(text, "Tiga Kelurahan di Kota Blitar Sabet Predikat Informatif").claims

    assert [claim.recipient for claim in claims] == [
        "Kelurahan Sananwetan Kota Blitar",
        "Kelurahan Gedog Kota Blitar",
        "Kelurahan Rembang Kota Blitar",
    ]
