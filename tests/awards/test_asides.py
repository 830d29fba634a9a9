"""A lead that tells of an award only in a relative or an adverbial clause has another point."""

import pytest

from tests.awards.stories import read

_CUE = "lead grants only beside the point"


def is_beside(text: str) -> bool:
    return any(reason.cue == _CUE for reason in read(text, "Adipura dan Warga Brebes").reasons)


@pytest.mark.parametrize(
    "lead",
    [
        "Taman itu dibangun sesudah Kabupaten Brebes meraih Adipura.",
        "Warga Kabupaten Brebes yang pernah libur ketika daerahnya meraih Adipura kini mengeluh.",
        'Spanduk bertuliskan "Kabupaten Brebes Meraih Adipura" robek di pagar.',
        "Meski Kabupaten Brebes meraih Adipura, sungainya hitam.",
        "Truk milik Kabupaten Brebes, kota yang menerima Adipura, mogok.",
    ],
)
def test_beside_the_point(lead: str) -> None:
    assert is_beside(f"{lead} Sampah menumpuk di pasar.")


@pytest.mark.parametrize(
    "lead",
    [
        "Kabupaten Brebes meraih Adipura.",
        "Setelah lama menanti, Kabupaten Brebes meraih Adipura.",
        "Kabupaten Brebes yang dulu kotor, kini meraih Adipura.",
        "Kabupaten Brebes menjadi satu-satunya daerah di pantura yang meraih Adipura.",
        "Piala Adipura yang didapat Kabupaten Brebes diserahkan Menteri LHK.",
        "Daerah yang meraih Adipura yaitu Kabupaten Brebes, Kabupaten Tegal, dan Kota Tegal.",
    ],
)
def test_the_point(lead: str) -> None:
    assert not is_beside(f"{lead} Sampah menumpuk di pasar.")
