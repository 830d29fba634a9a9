"""What ministries and auditors publish in English."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("verb", ["Receives", "Received", "Obtains", "Earns"])
def test_an_opinion_told_in_english_is_read(verb: str) -> None:
    text = (
        "BANDUNG, BPK - The Audit Board of the Republic of Indonesia (BPK) handed over the Audit "
        "Report on the Financial Statements of the West Java Provincial Government for 2024. "
        "BPK gave an Unqualified Opinion. The governor thanked all of the staff. He promised to "
        "follow up on what had been found."
    )

    claims = read(text, f"Jawa Barat Provincial Government {verb} Unqualified Opinion").claims

    assert [(c.recipient, c.predicate) for c in claims] == [("Provinsi Jawa Barat", "WTP")]
