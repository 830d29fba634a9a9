"""Who gives stands between an award and its receiver; what was won then is no award of now."""

import pytest

from tests.awards.stories import read

TITLE = "Samsat Jatim Raih Predikat WBK"
LEAD = "Kementerian PANRB memberikan predikat WBK tahun 2021 untuk Samsat. "


@pytest.mark.parametrize("given", ["diberikan", "diserahkan", "resmi dianugerahkan"])
@pytest.mark.parametrize("unit", ["UPT PPD Samsat Pasuruan", "Samsat Pasuruan"])
def test_an_award_is_that_of_whom_it_is_given_to(given: str, unit: str) -> None:
    claims = read(
        f"{LEAD}Predikat WBK tersebut {given} Menteri PANRB Rini Widyantini dalam acara di Jakarta"
        f" kepada {unit}.",
        TITLE,
        published=None,
    ).claims
    told = {claim.recipient: claim.predicate for claim in claims}
    assert told["Samsat Pasuruan Kabupaten Pasuruan"] == "WBK"


@pytest.mark.parametrize("won", ["diperoleh", "diraih oleh", "diterima UPT"])
def test_who_won_it_in_an_earlier_year_receives_nothing_now(won: str) -> None:
    claims = read(
        f"{LEAD}Samsat Pasuruan meraih predikat WBK. Pada tahun 2019 predikat WBK {won} Samsat"
        f" Jombang, dan pada tahun 2020 {won} Samsat Nganjuk.",
        TITLE,
        published=None,
    ).claims
    told = {claim.recipient for claim in claims}
    assert "Samsat Nganjuk Kabupaten Nganjuk" not in told
    assert "Samsat Pasuruan Kabupaten Pasuruan" in told


@pytest.mark.parametrize(
    "second", ["", " Pemprov Bali juga berada di peringkat ke-12 PEKPPP 2024."]
)
def test_who_gives_two_awards_is_named_for_both(second: str) -> None:
    told = read(
        "Wakil Menteri PANRB datang ke Denpasar dan menyerahkan penghargaan. Pemprov Bali menerima"
        f" penghargaan pelayanan publik ramah kelompok rentan 2024.{second}",
        "Wamen PANRB Serahkan Penghargaan untuk Bali",
        published=None,
    )
    assert "headline names the scheme" in {reason.cue for reason in told.reasons}
