"""Many spoken of in one word are those named before, else those named next."""

import pytest

from tests.awards.stories import read

HANDED = "Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024."
HEADLINE = "Ombudsman Umumkan Hasil Penilaian Kepatuhan"
NAMED = "Kabupaten Pati meraih 91,20. Kabupaten Blora meraih 90,11. Kota Tegal meraih 89,03."
THREE = {"Kabupaten Pati", "Kabupaten Blora", "Kota Tegal"}


def green(text: str) -> set[str]:
    claims = read(f"{HANDED}\n{text}", HEADLINE).claims
    return {claim.recipient for claim in claims if claim.zone == "hijau"}


@pytest.mark.parametrize(
    "words",
    [
        "Ketiganya masuk zona hijau.",
        "Ketiga daerah itu sama-sama berada di zona hijau.",
        "Ke-3 pemda tersebut masuk zona hijau.",
        "Tiga daerah tersebut masuk zona hijau.",
        "Semua daerah itu berada di zona hijau.",
    ],
)
def test_a_word_for_many_means_those_named_before(words: str) -> None:
    assert green(f"{NAMED} {words}") == THREE


def test_those_named_next_are_meant_where_nobody_is_named_before() -> None:
    assert green(f"Ketiganya masuk zona hijau.\n{NAMED}") == THREE


def test_a_kind_of_region_leaves_the_others_out() -> None:
    text = f"{NAMED} Kedua kabupaten itu masuk zona hijau."

    assert green(text) == {"Kabupaten Pati", "Kabupaten Blora"}


def test_the_second_award_is_no_pair() -> None:
    text = f"{NAMED} Penghargaan kedua diberikan atas zona hijau Kota Tegal."

    assert green(text) == {"Kota Tegal"}


@pytest.mark.parametrize("rest", ["sisanya", "selebihnya"])
def test_the_rest_are_those_of_the_list_whom_the_sentence_does_not_name(rest: str) -> None:
    text = (
        "Nilai 91,20 diraih Kabupaten Pati, 90,11 Kabupaten Blora, dan 71,03 Kota Tegal."
        f" Kota Tegal masuk zona kuning, {rest} masuk zona hijau."
    )

    assert green(text) == {"Kabupaten Pati", "Kabupaten Blora"}


def test_the_rest_of_lines_are_told_too() -> None:
    text = (
        "Nilai tiap daerah:\n- Kabupaten Pati: 91,20\n- Kabupaten Blora: 90,11\n"
        "- Kota Tegal: 71,03\nKota Tegal berada di zona kuning, sisanya berada di zona hijau."
    )

    assert green(text) == {"Kabupaten Pati", "Kabupaten Blora"}
