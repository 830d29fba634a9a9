"""Others of a sentence: named beside one who has it, or named by nobody at all."""

import pytest

from tests.awards.stories import read

TITLE = "Kualitas pelayanan publik"
OPINION = (
    "Pemkot Blitar meraih Opini Ombudsman RI Penilaian Maladministrasi Pelayanan Publik Tahun 2024 "
    "dengan Opini Kualitas Tertinggi. "
)
SURVEY = "Menurut penilaian kepatuhan Ombudsman tahun 2024, "


def held(text: str) -> dict[str, str | None]:
    return {claim.recipient: claim.predicate for claim in read(text, TITLE).claims}


@pytest.mark.parametrize("link", ["juga", "ada juga", "ada", "masih ada", "terdapat pula"])
def test_those_only_named_beside_one_have_it_too(link: str) -> None:
    behind = f"Selain Kota Blitar, {link} Kota Malang dan Kota Mojokerto."
    assert held(f"{OPINION}Dari 56 kota, tiga kota memperolehnya. {behind}") == dict.fromkeys(
        ("Kota Blitar", "Kota Malang", "Kota Mojokerto"), "Kualitas Tertinggi"
    )


@pytest.mark.parametrize(
    "behind",
    [
        "Dari 56 kota, tiga memperolehnya. Selain Kota Blitar, juga hadir Kota Malang.",
        "Mereka menerima piagam. Selain Kota Blitar, ada Kota Malang yang memiliki mal pelayanan.",
        "Ada 56 kota yang dinilai. Selain Kota Blitar, juga Kota Malang dan Kota Mojokerto.",
    ],
)
def test_those_named_for_something_else_have_nothing(behind: str) -> None:
    assert list(held(OPINION + behind)) == ["Kota Blitar"]


@pytest.mark.parametrize(
    "clause",
    [
        "sedangkan daerah lainnya berada di zona merah",
        "di daerah lain masih merah",
        "di wilayah lain masih zona kuning",
        "sementara kabupaten/kota yang lain masuk zona kuning",
    ],
)
def test_what_others_have_is_not_of_the_one_in_front(clause: str) -> None:
    [claim] = read(f"{SURVEY}Kota Tangerang mendapat nilai 90,1, {clause}.", TITLE).claims
    assert (claim.recipient, claim.score, claim.zone) == ("Kota Tangerang", 90.1, None)


def test_a_clause_behind_it_may_still_be_its_own() -> None:
    [claim] = read(
        f"{SURVEY}Kota Tangerang mendapat nilai 90,1, mengungguli daerah lain, dan "
        "masuk zona hijau.",
        TITLE,
    ).claims
    assert (claim.score, claim.zone) == (90.1, "hijau")
