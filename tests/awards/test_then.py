"""What was so in a year that the sentence before names, and the class that a score belongs to."""

import pytest

from tests.awards.stories import read

SPBE = "Indeks SPBE Kabupaten Rembang Naik"
LEAD = (
    "Rembang - Kementerian PANRB memberi Pemkab Rembang nilai 2,93 dalam evaluasi Sistem "
    "Pemerintahan Berbasis Elektronik (SPBE) 2024."
)


@pytest.mark.parametrize(
    "then",
    [
        "Capaian itu naik dibandingkan tahun 2022 lalu. Dimana Rembang menyandang predikat kurang "
        "dengan indeks 1,55.",
        "Capaian itu naik dibanding 2022. Saat itu Rembang hanya meraih nilai 1,55 dengan predikat "
        "kurang.",
        "Rembang pertama kali dinilai pada 2022. Penilaian tim asesor ketika itu memberi Rembang "
        "indeks 1,55 atau predikat kurang.",
    ],
)
def test_what_was_so_then_is_earlier(then: str) -> None:
    (claim,) = read(f"{LEAD}\n{then}\nRembang bersyukur atas predikat baik.", SPBE).claims

    assert (claim.score, claim.predicate) == (2.93, "Baik")
    assert [(each.year, each.score) for each in claim.previous] == [(2022, 1.55)]


def test_where_tells_of_now_unless_something_is_compared() -> None:
    text = (
        "Rembang - Kementerian PANRB merilis hasil evaluasi Sistem Pemerintahan Berbasis "
        "Elektronik (SPBE) tahun 2024. Dimana nilai Pemkab Rembang mencapai 2,93 (predikat baik)."
    )

    (claim,) = read(text, SPBE).claims
    assert (claim.score, claim.predicate, claim.previous) == (2.93, "Baik", ())


def test_of_two_predicates_the_one_of_the_score_is_taken() -> None:
    text = (
        f"{LEAD} Hanya Semarang yang menyandang predikat sangat baik.\n"
        "Rembang berpredikat cukup, kata seorang warga.\nRembang meraih predikat baik."
    )

    claims = {claim.recipient: claim.predicate for claim in read(text, SPBE).claims}
    assert claims["Kabupaten Rembang"] == "Baik"


@pytest.mark.parametrize(
    ("headline", "scope"),
    [
        ("Pemprov Bali Raih Peringkat Dua SPBE Se-Indonesia Setelah DKI Jakarta", "Se-Indonesia"),
        ("Bali Raih Peringkat Dua SPBE se-Indonesia Dalam Penilaian KemenPANRB", "se-Indonesia"),
        ("Bali Peringkat Dua SPBE Tingkat Provinsi Se-Indonesia Versi KemenPANRB", None),
    ],
)
def test_a_scope_ends_where_a_headline_goes_on(headline: str, scope: str | None) -> None:
    text = "Denpasar - Kementerian PANRB menilai SPBE Pemprov Bali tahun 2024 dengan indeks 3,42."

    (claim,) = [c for c in read(text, headline).claims if c.recipient == "Provinsi Bali"]
    assert claim.rank == 2
    assert claim.rank_scope == (scope or "Tingkat Provinsi Se-Indonesia")
