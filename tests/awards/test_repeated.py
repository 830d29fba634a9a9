"""Results that are pointed back to, and those who have what others have too."""

import pytest

from tests.awards.stories import read

OPENED = (
    "Komisi Informasi Pusat menyerahkan Anugerah Keterbukaan Informasi Publik tahun 2024."
    " Pemprov Gorontalo meraih kategori Menuju Informatif."
)
HEADLINE = "Gorontalo Raih Anugerah Keterbukaan Informasi Publik"
HANDED = "Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024."


def predicates(text: str) -> dict[str, str | None]:
    return {claim.recipient: claim.predicate for claim in read(text, HEADLINE).claims}


@pytest.mark.parametrize(
    "words",
    [
        "Pada kategori tersebut, Provinsi Jambi meraih nilai 88,12 dan Provinsi Maluku 84,90.",
        "Untuk kategori yang sama, Pemprov Jambi mendapat 88,12 dan Pemprov Maluku mendapat 84,90.",
        "Kategori ini juga diraih Pemprov Jambi dan Pemprov Maluku.",
    ],
)
def test_a_category_that_is_pointed_back_to_is_the_last_one_called_so(words: str) -> None:
    assert predicates(f"{OPENED} {words}") == dict.fromkeys(
        ("Provinsi Gorontalo", "Provinsi Jambi", "Provinsi Maluku"), "Menuju Informatif"
    )


def test_its_proof_is_where_it_is_printed() -> None:
    words = "Pada kategori tersebut, Provinsi Jambi meraih nilai 88,12."
    (claim,) = (c for c in read(f"{OPENED} {words}", HEADLINE).claims if "Jambi" in c.recipient)
    (proof,) = (each for each in claim.evidence if each.field == "predicate")
    assert proof.quote == "Menuju Informatif"


def test_what_is_said_of_the_category_itself_gives_it_to_nobody() -> None:
    words = "Kategori tersebut merupakan yang tertinggi kedua, kata Kepala Diskominfo Kota Ambon."
    assert list(predicates(f"{OPENED} {words}")) == ["Provinsi Gorontalo"]


def test_another_noun_points_to_something_else() -> None:
    words = "Pada zona tersebut, Provinsi Jambi meraih nilai 88,12."
    assert predicates(f"{OPENED} {words}")["Provinsi Jambi"] is None


@pytest.mark.parametrize(
    ("words", "green"),
    [
        ("Selain Pati, zona hijau juga diraih Kabupaten Blora.", {"Pati", "Blora"}),
        (
            "Selain Pati dan Rembang, tiga kabupaten lainnya di zona hijau adalah Blora, Demak,"
            " dan Kudus.",
            {"Pati", "Rembang", "Blora", "Demak", "Kudus"},
        ),
        ("Selain Pati, Kabupaten Blora juga meraih 91,20 dan zona hijau.", {"Blora"}),
        (
            "Selain Pati, Kabupaten Blora, Demak, dan Kudus juga menerima predikat zona hijau.",
            {"Pati", "Blora", "Demak", "Kudus"},
        ),
        ("Selain Pati, dinilai pula Rembang. Zona hijau diraih Blora.", {"Blora"}),
    ],
)
def test_those_beside_whom_others_are_told_have_it_too(words: str, green: set[str]) -> None:
    text = f"{HANDED} Pemkab Pati menerima piagam. {words}"
    claims = read(text, "Pati Terima Penghargaan Ombudsman").claims
    assert {c.recipient.removeprefix("Kabupaten ") for c in claims if c.zone == "hijau"} == green


def test_classes_into_which_results_are_divided_are_nobodys() -> None:
    words = (
        "Penilaian dibagi ke dalam beberapa kategori yaitu informatif, menuju informatif, dan"
        " cukup informatif."
    )
    text = f"Pemprov Gorontalo menerima Anugerah Keterbukaan Informasi Publik tahun 2024. {words}"
    assert predicates(text) == {"Provinsi Gorontalo": None}
