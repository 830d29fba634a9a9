"""A year in which it was once won is no edition; one in which it was won at last is."""

import pytest

from tests.awards.stories import read


def year(story: str, title: str) -> int | None:
    (claim,) = read(story, title, published=None).claims
    return claim.year


@pytest.mark.parametrize("once", ["juga pernah", "dulu pernah", "pernah juga"])
def test_once(once: str) -> None:
    story = (
        'Pemprov Gorontalo meraih penghargaan UHC. "Kami '
        f'{once} meraih penghargaan serupa tahun 2018," katanya.'
    )
    assert year(story, "Pemprov Gorontalo Raih UHC Award") is None


@pytest.mark.parametrize("finally_", ["hingga akhirnya tahun 2019", "sampai akhirnya pada 2019"])
def test_finally(finally_: str) -> None:
    story = f"Kabupaten Lebak terus berjuang {finally_} menerima penghargaan Adipura dari KLHK."
    assert year(story, "Bupati Lebak Arak Piala Adipura") == 2019
