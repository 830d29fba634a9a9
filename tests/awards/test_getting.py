"""Whatever verb tells that somebody gets something, and in whatever form."""

import pytest

from tests.awards.stories import read

HEADLINE = "Anugerah Keterbukaan Informasi Publik 2024 Jawa Tengah Diserahkan"
LEAD = (
    "Semarang - Komisi Informasi Jawa Tengah menyerahkan Anugerah Keterbukaan Informasi Publik "
    "2024, Rabu (4/12/2024)."
)
GETTING = (
    "meraih",
    "menerima",
    "memperoleh",
    "mendapat",
    "mendapatkan",
    "menyabet",
    "menyandang",
    "mengantongi",
    "menggondol",
    "memboyong",
    "memborong",
    "merebut",
    "merengkuh",
    "membawa pulang",
)
TAKEN = (
    "diraih",
    "diterima",
    "diperoleh",
    "disabet",
    "disandang",
    "dikantongi",
    "digondol",
    "diboyong",
    "direbut",
    "digenggam",
    "dimiliki",
    "dimenangkan",
    "didapatkan",
)
FOUR = {"Kabupaten Kendal", "Kabupaten Kudus", "Kabupaten Demak", "Kota Tegal"}


@pytest.mark.parametrize("verb", GETTING)
def test_whoever_gets_is_found_behind_others(verb: str) -> None:
    text = f"{LEAD}\nKendal, Kudus, Demak, dan Kota Tegal {verb} predikat Informatif."

    assert {claim.recipient for claim in read(text, HEADLINE).claims} == FOUR


@pytest.mark.parametrize("verb", GETTING)
def test_pemkot_also_gets_the_same(verb: str) -> None:
    text = (
        f"{LEAD}\nPredikat Informatif diberikan kepada Kendal, Kudus, dan Demak. "
        f"Kota Tegal juga {verb} predikat yang sama."
    )

    assert {claim.recipient for claim in read(text, HEADLINE).claims} == FOUR


@pytest.mark.parametrize("verb", TAKEN)
def test_what_is_taken_belongs_to_those_behind(verb: str) -> None:
    text = f"{LEAD}\nPredikat Informatif {verb} Kendal, Kudus, Demak, dan Kota Tegal."

    claims = read(text, HEADLINE).claims
    assert {claim.recipient for claim in claims} == FOUR
    assert {claim.predicate for claim in claims} == {"Informatif"}


@pytest.mark.parametrize("verb", GETTING)
def test_scores_stay_with_their_places(verb: str) -> None:
    text = (
        f"{LEAD}\nPeringkat pertama ditempati Kendal yang {verb} nilai 96,10, disusul Kudus yang "
        f"{verb} nilai 95,20."
    )

    told = {claim.recipient: (claim.rank, claim.score) for claim in read(text, HEADLINE).claims}
    assert told == {"Kabupaten Kendal": (1, 96.1), "Kabupaten Kudus": (2, 95.2)}


@pytest.mark.parametrize(
    "headline",
    [
        HEADLINE,
        "Anugerah Keterbukaan Informasi Publik Sulawesi Selatan 2023 Resmi Digelar",
        "Anugerah Keterbukaan Informasi Publik 2025 Bali Diumumkan, Empat Daerah Informatif",
    ],
)
def test_the_province_whose_awards_are_handed_out_gets_none(headline: str) -> None:
    text = f"{LEAD}\nKendal, Kudus, Demak, dan Kota Tegal meraih predikat Informatif."

    assert {claim.recipient for claim in read(text, headline).claims} == FOUR


def test_a_province_that_is_announced_as_something_gets_it() -> None:
    headline = (
        "Anugerah Keterbukaan Informasi Publik 2024, Bali Diumumkan sebagai Provinsi Informatif"
    )

    claims = read("Predikat itu disematkan Komisi Informasi Pusat di Jakarta.", headline).claims
    assert [claim.recipient for claim in claims] == ["Provinsi Bali"]
