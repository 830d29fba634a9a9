"""At a hand-over officials wish for more: the award of the day is told all the same."""

import pytest

from tests.awards.stories import read

_CUE = "headline wishes at a hand-over"
_WISH = "Wali Kota Tegal Targetkan Predikat A"


@pytest.mark.parametrize(
    ("text", "is_handed"),
    [
        ("Kota Tegal menerima predikat BB SAKIP, diserahkan Menteri PANRB, Senin.", True),
        (
            "Kota Tegal optimistis naik, kata wali kota usai menghadiri penyerahan hasil evaluasi"
            " SAKIP di Bandung. Kota Tegal mendapat nilai 71,73 dengan predikat BB.",
            True,
        ),
        ("Kota Tegal berada di predikat BB dan menargetkan predikat A SAKIP tahun depan.", False),
        ("Wali kota berharap predikat A SAKIP diserahkan kepada Kota Tegal.", False),
    ],
)
def test_a_wish_at_a_hand_over(text: str, is_handed: bool) -> None:
    assert any(reason.cue == _CUE for reason in read(text, _WISH).reasons) == is_handed
