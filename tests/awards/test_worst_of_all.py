"""Nobody is honoured by the worst of places."""

import pytest

from tests.awards.stories import read

_OPENS = (
    "Komisi Informasi Riau menyerahkan Anugerah Keterbukaan Informasi Publik 2024, Senin"
    " (2/12/2024). Kabupaten Siak mendapat predikat terbaik dalam keterbukaan informasi. "
)


@pytest.mark.parametrize(
    "told",
    [
        "Kota Dumai malah mendapat predikat terburuk dalam keterbukaan informasi.",
        "Adapun Kota Dumai menyandang predikat paling buruk dalam keterbukaan informasi.",
        "Kota Dumai meraih nilai terendah dalam keterbukaan informasi. Kabupaten Kampar juga"
        " mendapat predikat yang sama.",
    ],
)
def test_the_worst_receives_nothing(told: str) -> None:
    claims = read(_OPENS + told, "Siak Terbaik dalam Keterbukaan Informasi").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Siak"]


def test_who_is_told_beside_the_worst_receives() -> None:
    told = (
        "Kota Dumai mendapat penghargaan keterbukaan informasi, sedangkan Kampar predikat terburuk."
    )
    claims = read(_OPENS + told, "Siak Terbaik dalam Keterbukaan Informasi").claims

    assert {"Kabupaten Siak", "Kota Dumai"} <= {claim.recipient for claim in claims}
