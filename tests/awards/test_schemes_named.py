"""Of several schemes that fit, the same one is taken in every run."""

from dataclasses import replace
from itertools import permutations

from crawler.awards.catalogue import load_catalogue
from crawler.awards.schemes_named import SchemesNamed
from tests.awards.stories import read

CATALOGUE = load_catalogue()
RIVALS = ("sakip", "reformasi-birokrasi", "spbe-pemdi")


def test_of_several_rivals_the_first_of_the_story_is_taken() -> None:
    police = replace(CATALOGUE["ombudsman-kepatuhan"], recipients=("unit",), conflicts=RIVALS)
    rivals = {name: replace(CATALOGUE[name], recipients=("kabupaten",)) for name in RIVALS}
    named = SchemesNamed(mentions=(), starts=(), active={police.id: police, **rivals})

    for order in permutations(RIVALS):
        assert named.fit_for("kabupaten", police.id, order) == RIVALS[0]


def test_an_aim_called_like_a_scheme_draws_no_results() -> None:
    told = (
        "BKPM menyerahkan penghargaan Pelayanan Terpadu Satu Pintu di bidang penanaman modal. "
        "Wakil Menteri PANRB menyebut perizinan sangat penting dalam reformasi birokrasi. "
        "Kabupaten yang memperoleh penghargaan antara lain Kabupaten Sragen (Peringkat 1) dan "
        "Kabupaten Siak (Peringkat 2)."
    )
    claims = read(told, "BKPM Serahkan Penghargaan PTSP Terbaik").claims
    assert {(claim.scheme, claim.rank) for claim in claims} == {
        ("anugerah-layanan-investasi", 1),
        ("anugerah-layanan-investasi", 2),
    }
