"""A score brings the one behind it somewhere; what an office's parts win is not its own."""

import pytest

from tests.awards.stories import read

LEAD = "Ombudsman RI mengumumkan hasil penilaian kepatuhan pelayanan publik tahun 2024. "


@pytest.mark.parametrize("verb", ["membuat", "menempatkan", "membawa", "mengantarkan"])
def test_a_score_that_opens_its_sentence_is_that_of_whom_it_brings(verb: str) -> None:
    claims = read(
        f"{LEAD}Pemkab Blora meraih zona hijau dengan nilai 92,15. Sementara nilai 77,20 {verb}"
        " Brebes di zona kuning.",
        "Blora Zona Hijau, Brebes Kuning",
    ).claims
    assert {claim.recipient: claim.score for claim in claims} == {
        "Kabupaten Blora": 92.15,
        "Kabupaten Brebes": 77.2,
    }


def test_a_unit_keeps_its_score_whomever_it_brings_somewhere() -> None:
    (claim,) = read(
        f"{LEAD}Pemkab Blora masuk zona hijau. Puskesmas Cepu dengan nilai 95,20 membawa Kabupaten"
        " Blora ke zona hijau.",
        "Blora Zona Hijau",
    ).claims
    assert (claim.recipient, claim.score) == ("Kabupaten Blora", None)


@pytest.mark.parametrize(
    "won", ["memboyong tiga predikat", "meraih tiga", "menyabet 3 penghargaan"]
)
@pytest.mark.parametrize("link", ["yakni untuk", "yaitu", "masing-masing"])
def test_an_office_that_wins_several_wins_them_by_its_parts(won: str, link: str) -> None:
    claims = read(
        f"Kanwil Kemenkumham Bali {won} WBK tahun 2024 dari Kementerian PANRB, {link} Rutan Kelas"
        " IIB Bangli, Lapas Kelas IIB Tabanan, dan Kantor Imigrasi Kelas II TPI Singaraja.",
        "Tiga Satker Raih WBK",
    ).claims
    assert {claim.recipient for claim in claims} == {
        "Rutan Kelas IIB Bangli",
        "Lapas Kelas IIB Tabanan",
        "Kantor Imigrasi Kelas II TPI Singaraja",
    }


def test_an_office_wins_one_itself() -> None:
    (claim,) = read(
        "Kanwil Kemenkumham Bali meraih predikat WBK tahun 2024 dari Kementerian PANRB.",
        "Kanwil Kemenkumham Bali Raih WBK",
    ).claims
    assert claim.recipient == "Kanwil Kemenkumham Bali"
