"""Where the villages lie that receive is not told as receiving."""

import pytest

from tests.awards.stories import read


def named(story: str) -> set[str]:
    return {claim.recipient for claim in read(story, "Penghargaan Diserahkan").claims}


@pytest.mark.parametrize("lie", ["tercatat berasal dari", "itu tersebar di"])
def test_where_villages_lie_gets_nothing(lie: str) -> None:
    assert not named(
        "Sebanyak 112 penghargaan Anubhawa Sasana 2018 dari Kemenkumham diberikan kepada desa yang "
        f"{lie} 25 kabupaten kota, di antaranya Kabupaten Kediri, Kota Surabaya, dan Gresik."
    )


def test_heads_of_region_who_come_from_there_do() -> None:
    assert named(
        "Baznas Award 2024 diberikan kepada kepala daerah yang berasal dari tiga kabupaten, yakni "
        "Kabupaten Kediri, Kabupaten Lamongan, dan Kabupaten Gresik."
    ) == {"Kabupaten Kediri", "Kabupaten Lamongan", "Kabupaten Gresik"}


def test_where_the_villages_of_a_contest_lie_gets_nothing() -> None:
    assert named(
        "Desa Semitau Hulu Kabupaten Kapuas Hulu menerima penghargaan juara pertama lomba desa"
        " tingkat provinsi. Tiga besar lomba desa itu yaitu Kabupaten Sambas dan Ketapang."
    ) == {"Desa Semitau Hulu Kabupaten Kapuas Hulu"}
