"""Whether a result is told as one that was held before."""

import pytest

from crawler.awards.earlier_states import is_earlier_state
from crawler.awards.text import fold


@pytest.mark.parametrize(
    ("text", "result", "is_earlier"),
    [
        ("Predikatnya naik dari B (Baik) menjadi BB (Sangat Baik).", "Baik)", True),
        ("Predikatnya naik dari B (Baik) menjadi BB (Sangat Baik).", "Sangat Baik", False),
        ("Naik kelas dari kategori CC (Cukup) ke B (Baik).", "Cukup", True),
        ("Naik kelas dari kategori CC (Cukup) ke B (Baik).", "Baik", False),
        ("Kendal lepas dari zona kuning.", "kuning", True),
        ("Kendal lebih dulu meraih predikat Baik pada 2021.", "Baik", True),
        ("Nilai naik dari 71,20 (kategori BB) menjadi 81,4 (kategori A).", "BB", True),
        ("Nilai naik dari 71,20 (kategori BB) menjadi 81,4 (kategori A).", "A)", False),
        ("Naik dibanding tahun sebelumnya dengan rincian kategori A Kendal.", "A K", False),
        ("Piagam dari Ombudsman untuk predikat Baik.", "Baik", False),
    ],
)
def test_what_is_left_behind_was_held_before(text: str, result: str, is_earlier: bool) -> None:
    folded = fold(text)

    assert is_earlier_state(folded, 0, folded.index(result)) is is_earlier


@pytest.mark.parametrize(
    ("text", "result", "is_earlier"),
    [
        ("Predikat zona hijau dari Ombudsman yang pernah diterima tak terasa.", "hijau", True),
        ('Opini "WTP" yang sempat disandang pemkab kini lepas.', "WTP", True),
        ("Predikat zona hijau dari Ombudsman yang diterima pemkab tak terasa.", "hijau", False),
    ],
)
def test_what_once_was_received_was_held_before(text: str, result: str, is_earlier: bool) -> None:
    folded = fold(text)
    at = folded.index(result)

    assert is_earlier_state(folded, 0, at, at + len(result)) is is_earlier
