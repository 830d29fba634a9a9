"""A story that spends a single sentence on an award has another point."""

import pytest

from tests.awards.stories import read

_ELSEWHERE = (
    "Sepuluh stan berdiri di alun-alun Purworejo sejak pagi. Warga mengurus KTP dan paspor.\n"
    "{}\nAcara ditutup orkes keroncong."
)
_BACKGROUND = [
    "Kabupaten Purworejo meraih predikat Pelayanan Prima dari Kementerian PANRB.",
    "Purworejo memperoleh opini WTP dari BPK, dan pasar malam itu syukurannya.",
    "Nilai SAKIP Kabupaten Purworejo 75,20 dengan predikat BB.",
]
_LONG_AGO = "Pasar Malam Layanan Ramaikan Alun-alun Purworejo"


@pytest.mark.parametrize("background", _BACKGROUND)
def test_a_single_sentence_below_the_opening_is_background(background: str) -> None:
    assert not read(_ELSEWHERE.format(background), _LONG_AGO).is_award_story


@pytest.mark.parametrize("background", _BACKGROUND)
def test_the_same_sentence_first_under_its_headline_is_the_news(background: str) -> None:
    told = f"{background}\nBupati berterima kasih kepada warga."

    assert read(told, "Kabupaten Purworejo Terima Penghargaan").is_award_story


def test_two_sentences_have_one_point() -> None:
    told = (
        "Selasa menjadi hari istimewa bagi Pemkab Purworejo. "
        "Kementerian PANRB menyerahkan nilai PEKPPP 4,60 kepada Kabupaten Purworejo."
    )

    assert read(told, "Selasa Ceria bagi Pemkab Purworejo").is_award_story


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ekonomi Kabupaten Halmahera Tengah Tumbuh Tertinggi se-Indonesia",
            "Ekonomi daerah itu tumbuh 27 persen, kata BPS. Nikel menyumbang paling banyak.\n"
            "Bupati menyebut opini WTP dari BPK ikut menarik penanam modal.",
        ),
        (
            "Lembaga Pemeringkat Pertahankan Peringkat Utang Banten",
            "Lembaga itu mempertahankan peringkat utang Provinsi Banten di BBB.\n"
            "Banten memperoleh opini WTP dari BPK dan utangnya kecil. Prospeknya stabil.",
        ),
    ],
)
def test_a_place_in_something_else_is_none_of_ours(title: str, text: str) -> None:
    assert not read(text, title).is_award_story
