"""Awards in groups by size: a name before its group, and those of another group who got it too."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("group", ["untuk kategori kota besar", "(kategori kota besar)"])
def test_an_everyday_name_before_its_group_is_the_town(group: str) -> None:
    text = (
        f"Tiga daerah meraih Adipura 2017 dari KLHK. Ketiga kota tersebut yakni Padang {group},"
        " Bukittinggi dan Payakumbuh (kategori kota sedang)."
    )

    claims = read(text, "Tiga Kota di Sumbar Raih Adipura 2017", None).claims

    named = {claim.recipient for claim in claims}
    assert named == {"Kota Padang", "Kota Bukittinggi", "Kota Payakumbuh"}


@pytest.mark.parametrize("group", ["untuk kategori kota sedang", "kategori kabupaten"])
def test_who_also_got_it_in_another_group_has_it(group: str) -> None:
    text = (
        "Kabupaten Pacitan meraih Piala Wahana Tata Nugraha dari Kementerian Perhubungan."
        f" Kabupaten Jombang, Sidoarjo, dan Banyuwangi juga memperoleh penghargaan {group}."
    )

    claims = read(text, "Pacitan Raih Piala Wahana Tata Nugraha", None).claims

    assert [claim.recipient for claim in claims] == [
        "Kabupaten Pacitan",
        "Kabupaten Jombang",
        "Kabupaten Sidoarjo",
        "Kabupaten Banyuwangi",
    ]


def test_who_also_got_a_prize_of_another_name_has_not() -> None:
    text = (
        "Kabupaten Pacitan meraih Piala Wahana Tata Nugraha dari Kementerian Perhubungan. Kabupaten"
        " Jombang dan Sidoarjo juga memperoleh penghargaan kategori keselamatan dari gubernur."
    )

    claims = read(text, "Pacitan Raih Piala Wahana Tata Nugraha", None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Pacitan"]
