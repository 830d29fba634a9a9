"""A result that is only a reminder, or the reason of something else, is no news."""

import pytest

from tests.awards.stories import read

_CUE = "results only recalled"


def is_recalled(text: str) -> bool:
    return any(reason.cue == _CUE for reason in read(text, "Kabar dari Kendal").reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Kursus itu digelar karena Kabupaten Kendal mendapat zona kuning dari Ombudsman.",
        "Sekda menampilkan rapor Ombudsman: Kabupaten Kendal mendapat nilai 61,20, zona kuning.",
        "Bupati mengingatkan Kabupaten Kendal masih berada di zona kuning Ombudsman.",
    ],
)
def test_recalled(text: str) -> None:
    assert is_recalled(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Kendal mendapat zona kuning dari Ombudsman.",
        "Bupati bersyukur karena Kabupaten Kendal mendapat zona hijau dari Ombudsman.",
        "Kabupaten Kendal mendapat nilai 61,20, zona kuning, karena loket Ombudsman sepi.",
    ],
)
def test_told(text: str) -> None:
    assert not is_recalled(text)
