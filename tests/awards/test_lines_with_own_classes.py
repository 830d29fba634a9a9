"""Lines of a list that each name a class of their own, and what winners are promised."""

import pytest

from tests.awards.stories import read

EVENT = "Komisi Informasi Jawa Tengah menyerahkan Anugerah Keterbukaan Informasi Publik 2024."
TITLE = "Daftar Badan Publik Terbaik Anugerah Keterbukaan Informasi Jawa Tengah 2024"


def told(*lines: str) -> dict[str, int | None]:
    """The recipients with their places."""
    claims = read("\n".join((EVENT, *lines)), TITLE).claims
    return {claim.recipient: claim.rank for claim in claims}


@pytest.mark.parametrize("label", ["Kategori", "Bidang", "Kelompok"])
def test_such_lines_are_numbered_and_not_ranked(label: str) -> None:
    rows = (
        "Penerima penghargaan terbaik di tiap kategori, yaitu:",
        f"1. {label} Pemerintah Kabupaten: Pemkab Kendal",
        f"2. {label} Pemerintah Kota: Pemkot Tegal",
        f"3. {label} Instansi Vertikal: BPS Demak",
        f"4. {label} KPU se-Jawa Tengah: KPU Kota Salatiga",
    )
    assert told(*rows) == {
        "Kabupaten Kendal": None,
        "Kota Tegal": None,
        "BPS Kabupaten Demak": None,
        "KPU Kota Salatiga": None,
    }


def test_lines_without_a_class_are_ranked() -> None:
    rows = ("Berikut peringkat terbaik:", "1. Pemkab Kendal", "2. Pemkot Tegal", "3. Pemkab Demak")
    assert told(*rows) == {"Kabupaten Kendal": 1, "Kota Tegal": 2, "Kabupaten Demak": 3}


@pytest.mark.parametrize(
    "prize",
    [
        "Untuk peringkat I mendapat hadiah piala dan uang pembinaan sebesar Rp1,5 juta.",
        "Bagi para peraih peringkat kedua disediakan uang pembinaan Rp 2 juta.",
        "Sedangkan untuk juara III memperoleh piala serta dana pembinaan.",
    ],
)
def test_what_a_place_is_worth_places_nobody(prize: str) -> None:
    story = f"Pemkab Kendal meraih predikat Informatif dengan nilai 92,10. {prize}"
    assert told(story) == {"Kabupaten Kendal": None}


@pytest.mark.parametrize(
    ("moved", "rank"),
    [
        ("Peringkat Kendal naik dari nomor 11 tahun lalu menjadi peringkat 6 tahun ini.", 6),
        ("Peringkatnya naik dari posisi 11 tahun lalu ke posisi 6 tahun ini.", 6),
        ("Posisi Kendal melorot dari 2 menjadi 9.", 9),
        ("Urutan Kendal turun dari ke-2 menjadi 9.", 9),
        ("Peringkat 6 tahun berturut-turut tidak pernah dicapai Kendal.", None),
    ],
)
def test_a_place_that_moved_is_the_new_one(moved: str, rank: int | None) -> None:
    assert told(f"Pemkab Kendal meraih predikat Informatif. {moved}") == {"Kabupaten Kendal": rank}
