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
