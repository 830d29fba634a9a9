"""Lists for entertainment, and those who are outdone: neither tells of an award won now."""

import pytest

from tests.awards.stories import GRANT, read

_PASSING = (
    "Kota yang bersih menjadi dambaan. Banyak daerah berhasil mendapatkan penghargaan.\n"
    "1. Kota Balikpapan\nBalikpapan berhasil meraih penghargaan Adipura lima kali.\n"
    "2. Kota Bitung\nBitung terkenal dengan pelabuhannya yang ramai dan asri.\n"
    "3. Kota Kendari\nKendari juga menerima piala Adipura berkat pengelolaan sampahnya.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "Inilah 5 Kota Terbersih di Indonesia, Nomor 2 Bikin Kaget",
        "Indonesia Punya 8 Kota Terbersih, Ada Kotamu?",
        "Deretan Kota Paling Nyaman di Sulawesi",
        "Tujuh Kota di Indonesia yang Paling Asri",
    ],
)
def test_a_list_for_show_is_no_award_story(title: str) -> None:
    assert not read(_PASSING, title).is_award_story


def test_a_headline_that_grants_is_one() -> None:
    told = f"{_PASSING}Penghargaan Adipura 2024 diserahkan Menteri LHK, Senin (2/12/2024)."

    assert read(told, "Kota Terbersih, Balikpapan Raih Adipura 2024").is_award_story


@pytest.mark.parametrize(
    "outdone",
    [
        "berada di atas beberapa kota besar di Indonesia di antaranya, Kota Bandung dan Medan",
        "mengungguli sejumlah daerah lain seperti Kota Bandung, Medan, dan Makassar",
        "melampaui beberapa ibu kota provinsi, antara lain Kota Bandung dan Makassar",
    ],
)
def test_examples_of_those_outdone_receive_nothing(outdone: str) -> None:
    claims = read(f"{GRANT} dengan nilai 95,33. Bahkan Kabupaten Kendal {outdone}.").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kendal"]


@pytest.mark.parametrize(
    "clause",
    ["yang hanya mendapat 90,57", "yang berada di peringkat 17 dengan nilai 90,57"],
)
def test_a_clause_of_its_own_tells_of_whom_it_follows(clause: str) -> None:
    told = f"{GRANT} dengan nilai 95,33, unggul atas Kabupaten Demak {clause}."
    claims = {claim.recipient: claim for claim in read(told).claims}

    assert claims["Kabupaten Demak"].score == 90.57
    assert claims["Kabupaten Kendal"].score == 95.33


@pytest.mark.parametrize(
    ("told", "rank"),
    [
        ("Kabupaten Kendal meraih nilai 95,33, tertinggi di antara seluruh kabupaten.", 1),
        ("Untuk kabupaten, nilai tertinggi diraih Kabupaten Kendal dengan nilai 95,33.", 1),
        ("Keaktifan peserta di Kabupaten Kendal tertinggi di Jawa Tengah, nilainya 95,33.", None),
    ],
)
def test_places_told_by_tertinggi(told: str, rank: int | None) -> None:
    (claim,) = read(f"{GRANT}. {told}").claims

    assert claim.rank == rank


def test_those_left_behind_have_what_their_clause_tells() -> None:
    told = (
        f"{GRANT}. Kabupaten Kendal naik ke zona hijau meninggalkan Demak, Blora, dan Kota Tegal"
        " yang masih berada di zona kuning. Kabupaten Rembang yang tadinya berada di atas"
        " Kabupaten Kendal malah tahun ini melorot ke zona merah."
    )
    zones = {claim.recipient: claim.zone for claim in read(told).claims}

    assert zones == {
        "Kabupaten Kendal": "hijau",
        "Kabupaten Demak": "kuning",
        "Kabupaten Blora": "kuning",
        "Kota Tegal": "kuning",
        "Kabupaten Rembang": "merah",
    }
