"""Who was best of those whom the sentence names first; figures of a kind, where none is named."""

import pytest

from tests.awards.stories import read

EVENT = "KPK merilis hasil Survei Penilaian Integritas (SPI) 2022."
TITLE = "KPK Rilis Hasil Survei Penilaian Integritas 2022"


def told(*lines: str) -> dict[str, tuple[float | None, int | None]]:
    claims = read("\n".join((EVENT, *lines)), TITLE).claims
    return {claim.recipient: (claim.score, claim.rank) for claim in claims}


@pytest.mark.parametrize(
    "best",
    [
        "Dari ratusan kabupaten, Kabupaten Demak mendapatkan skor integritas tertinggi dengan"
        " angka 83,33.",
        "Untuk kategori kabupaten, Demak meraih nilai tertinggi yakni 83,33.",
        "Di antara 29 kabupaten di Jawa Tengah, Kabupaten Demak mencatat indeks paling tinggi"
        " dengan skor 83,33.",
    ],
)
def test_the_best_of_those_named_first_is_first(best: str) -> None:
    assert told(best) == {"Kabupaten Demak": (83.33, 1)}


def test_the_best_of_its_own_parts_has_no_place() -> None:
    story = (
        "Kabupaten Demak meraih skor 83,33. Dari tujuh komponen, Demak mendapat nilai tertinggi"
        " pada transparansi."
    )
    assert told(story) == {"Kabupaten Demak": (83.33, None)}


def test_figures_of_a_kind_are_nobodys() -> None:
    story = (
        "Pada pemerintah provinsi di 2021 berada di angka 71,9 dan di 2022 mencapai angka 72,7.",
        "Skor SPI terendah dimiliki Papua dan Papua Barat dengan skor 58,8.",
    )
    scores = {recipient: score for recipient, (score, _) in told(*story).items()}
    assert scores == {"Provinsi Papua": 58.8, "Provinsi Papua Barat": 58.8}
