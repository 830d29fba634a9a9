"""Classes whose names begin with "tidak" deny nothing of what is told behind them."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "before",
    [
        "Tidak Memberikan Pendapat (TMP)",
        "Tidak Menyatakan Pendapat",
        "opini Tidak Wajar",
    ],
)
def test_who_rises_from_such_a_class_has_the_better_one(before: str) -> None:
    story = (
        "BPK menyerahkan LHP atas LKPD 2023. Satu pemda naik dari yang sebelumnya"
        f" {before} menjadi WDP, yaitu Pemkab Demak."
    )
    claims = read(story, "BPK Serahkan LHP, Satu Pemda Raih WDP", published=None).claims
    assert {claim.recipient: claim.predicate for claim in claims} == {"Kabupaten Demak": "WDP"}


def test_not_to_get_a_class_is_still_a_denial() -> None:
    story = "BPK menyerahkan LHP atas LKPD 2023. Pemkab Demak tidak mendapat opini WTP."
    assert read(story, "BPK Serahkan LHP", published=None).claims == ()
