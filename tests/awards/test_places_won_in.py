"""Places whose scope stands behind what they were won in, and places told by what they complete."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "Kabupaten Rokan Hilir meraih peringkat ketiga Penghargaan Pembangunan Daerah (PPD)"
            " tahun 2024 tingkat Provinsi Kepulauan Bangka Belitung.",
            "tingkat Provinsi Kepulauan Bangka Belitung",
        ),
        (
            "Pemkab Sleman menempati posisi kedua Indeks SPBE 2024 tingkat kabupaten se-Indonesia"
            " dengan indeks 4,29.",
            "tingkat kabupaten se-Indonesia",
        ),
        ("Kabupaten Pati juara kedua Opini Ombudsman RI 2024 se-Jawa Tengah.", "se-Jawa Tengah"),
        (
            "Pemkab Kendal menyabet juara kedua penilaian kepatuhan Ombudsman 2024 kategori"
            " pemerintah kabupaten dengan nilai 92,11.",
            "kategori pemerintah kabupaten",
        ),
        (
            "Kabupaten Kendal terbaik kedua penilaian kepatuhan Ombudsman 2024 dengan nilai 92,11.",
            None,
        ),
        (
            "Dengan nilai kepatuhan Ombudsman 2024 92,11 Pemkab Kendal menjadi yang terbaik kedua"
            " di antara 35 kabupaten/kota se-Jawa Tengah.",
            "35 kabupaten/kota se-Jawa Tengah",
        ),
        (
            "Pemkab Sleman menempati posisi kedua SPBE 2024 setelah mengungguli Kabupaten Bantul"
            " di tingkat provinsi.",
            None,
        ),
    ],
)
def test_a_scope_stands_behind_what_the_place_was_won_in(text: str, scope: str | None) -> None:
    claims = read(f"{text} Piagam diserahkan Selasa.", "Raih Penghargaan").claims

    assert [claim.rank_scope for claim in claims] == [scope]


def test_who_completes_so_many_has_the_last_of_their_places() -> None:
    text = (
        "Hasil evaluasi pelayanan publik 2024 Kementerian PANRB diumumkan. Di kelompok kota, Kota"
        " Magelang memimpin dengan 4,85. Kota Salatiga membuntuti di tempat kedua dengan 4,80,"
        " sedangkan Kota Tegal melengkapi tiga besar dengan 4,78. Untuk kelompok kabupaten, posisi"
        " pertama diraih Kabupaten Batang (4,77) dan kedua Kabupaten Demak (4,70)."
    )
    claims = read(text, "Peringkat Indeks Pelayanan Publik 2024 di Jawa Tengah").claims

    assert [(claim.recipient, claim.rank) for claim in claims] == [
        ("Kota Magelang", 1),
        ("Kota Salatiga", 2),
        ("Kota Tegal", 3),
        ("Kabupaten Batang", 1),
        ("Kabupaten Demak", 2),
    ]
    assert {claim.rank_scope for claim in claims[:3]} == {"kelompok kota"}


def test_a_champion_has_the_first_place() -> None:
    text = (
        "Pemkab Kendal kembali menjadi jawara kepatuhan pelayanan publik Ombudsman 2024 se-Jateng."
    )
    (claim,) = read(f"{text} Nilainya 92,11.", "Kendal Raih Penghargaan Ombudsman").claims

    assert (claim.rank, claim.rank_scope) == (1, "se-Jateng")
