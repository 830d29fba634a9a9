"""Of several schemes that fit, the same one is taken in every run."""

from dataclasses import replace
from itertools import permutations

from crawler.awards.catalogue import load_catalogue
from crawler.awards.schemes_named import SchemesNamed

CATALOGUE = load_catalogue()
RIVALS = ("sakip", "reformasi-birokrasi", "spbe-pemdi")


def test_of_several_rivals_the_first_of_the_story_is_taken() -> None:
    police = replace(CATALOGUE["ombudsman-kepatuhan"], recipients=("unit",), conflicts=RIVALS)
    rivals = {name: replace(CATALOGUE[name], recipients=("kabupaten",)) for name in RIVALS}
    named = SchemesNamed(mentions=(), starts=(), active={police.id: police, **rivals})

    for order in permutations(RIVALS):
        assert named.fit_for("kabupaten", police.id, order) == RIVALS[0]
