"""The head of another name ends the one before it: "Kementerian Sosial dan Badan Siber"."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        (
            "Kementerian Sosial dan Badan Pusat Statistik",
            ["Kementerian Sosial", "Badan Pusat Statistik"],
        ),
        (
            "Kementerian Kelautan dan Perikanan dan Kementerian Pertanian",
            ["Kementerian Kelautan dan Perikanan", "Kementerian Pertanian"],
        ),
        (
            "Dinas Sosial dan Badan Pendapatan Daerah Kota Tegal",
            ["Dinsos Kota Tegal", "Bapenda Kota Tegal"],
        ),
    ],
)
def test_the_head_of_the_next_name_ends_the_one_before(printed: str, named: list[str]) -> None:
    text = f"{printed} meraih predikat Informatif pada Anugerah Keterbukaan Informasi Publik 2024."

    claims = read(text, "Peraih Anugerah Keterbukaan Informasi Publik", None).claims

    assert [claim.recipient for claim in claims] == named
