"""Places told by the numbers of a list, and by the words in front of its lines."""

import pytest

from crawler.awards.rankings import list_ranks
from tests.awards.stories import name_of, read, staged

RESULTS = (
    "Ombudsman RI mengumumkan hasil penilaian kepatuhan penyelenggaraan pelayanan publik 2024."
)
PLAIN, OF_RANKS = "Ombudsman Umumkan Hasil Penilaian", "Ini Peringkat Kepatuhan Daerah"
SCORED = ("1. Kota Tegal 98,17", "2. Kota Salatiga 97,46", "3. Kabupaten Pati 96,10")
BARE = ("1. Kota Tegal", "2. Kota Salatiga", "3. Kabupaten Pati")
PLACES = {"Kota Tegal": 1, "Kota Salatiga": 2, "Kabupaten Pati": 3}


def places(heading: str, *lines: str, title: str = PLAIN) -> dict[str, object]:
    scene = staged("\n".join((RESULTS, heading, *lines)), title)
    facts = list_ranks(scene.story, scene.stage, scene.named)
    return {name_of(fact.owner): fact.value for fact in facts}


def scopes(heading: str) -> set[str | None]:
    scene = staged("\n".join((RESULTS, heading, *BARE)), PLAIN)
    spans = {fact.scope for fact in list_ranks(scene.story, scene.stage, scene.named)}
    return {scene.story.whole[slice(*span)] if span else None for span in spans}


def told(*lines: str) -> dict[str, int | None]:
    text = "\n".join((RESULTS, *lines))
    return {claim.recipient: claim.rank for claim in read(text, PLAIN).claims}


@pytest.mark.parametrize(
    "heading",
    [
        "Tiga besar:",
        "Berikut peringkatnya:",
        "Berikut peringkat daerah di Jawa Tengah.",
        "Ranking nilai kepatuhan:",
        "Daerah dengan nilai tertinggi:",
        "Ini daftar daerah terbaik:",
        "Adapun urutannya:",
        "Tiga teratas yaitu:",
        "Juara tahun ini:",
        "Top 3:",
        "Peringkat kategori kota",
    ],
)
def test_a_numbered_list_is_a_ranking_where_its_heading_says_so(heading: str) -> None:
    assert places(heading, *BARE) == PLACES


@pytest.mark.parametrize("heading", ["Berikut nilainya:", "Daftar daerah:", "Mereka adalah:"])
def test_a_numbered_list_is_none_where_nothing_says_so(heading: str) -> None:
    assert places(heading, *BARE) == {}


def test_falling_scores_make_a_ranking_in_a_story_of_ranks() -> None:
    assert places("Berikut nilainya:", *SCORED, title=OF_RANKS) == PLACES


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (PLAIN, SCORED),
        (OF_RANKS, SCORED[:2]),
        (OF_RANKS, BARE),
        (OF_RANKS, ("1. Kota Tegal 96,17", "2. Kota Salatiga 97,46", "3. Kabupaten Pati 98,10")),
        (OF_RANKS, (*SCORED[:2], "3. Kabupaten Pati")),
    ],
)
def test_scores_are_no_ranking_in_another_story_when_few_rising_or_missing(
    title: str, lines: tuple[str, ...]
) -> None:
    assert places("Berikut nilainya:", *lines, title=title) == {}


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Kota Tegal", "2. Kota Salatiga", "3. Kabupaten Pati"),
        ("1) Kota Tegal", "2) Kota Salatiga", "3) Kabupaten Pati"),
        ("(1) Kota Tegal", "(2) Kota Salatiga", "(3) Kabupaten Pati"),
        ("1. Kota Tegal (98,17)", "2. Kota Salatiga (97,46)", "3. Kabupaten Pati (96,10)"),
        ("1. Pemkot Tegal", "2. Pemkot Salatiga", "3. Pemkab Pati"),
    ],
)
def test_every_way_to_number_a_line(lines: tuple[str, ...]) -> None:
    assert places("Berikut peringkatnya:", *lines) == PLACES


def test_bullets_give_no_place() -> None:
    assert places("Berikut peringkatnya:", "- Kota Tegal", "- Kota Salatiga") == {}


def test_a_list_may_begin_further_down() -> None:
    assert places("Peringkat berikutnya:", "11. Kota Tegal", "12. Kota Salatiga") == {
        "Kota Tegal": 11,
        "Kota Salatiga": 12,
    }


def test_a_line_that_names_nobody_is_passed_over() -> None:
    assert places("Berikut peringkatnya:", "1. Masih dirahasiakan", "2. Kota Salatiga") == {
        "Kota Salatiga": 2
    }


def test_a_line_ranks_the_first_it_names() -> None:
    assert places("Tiga besar:", "1. Kota Tegal yang menggeser Kota Solo") == {"Kota Tegal": 1}


def test_each_list_has_its_own_heading() -> None:
    lines = ("1. Kota Tegal", "2. Kota Salatiga", "Daftar hadir:", "1. Kabupaten Pati")

    assert places("Dua besar kota:", *lines) == {"Kota Tegal": 1, "Kota Salatiga": 2}


@pytest.mark.parametrize(
    ("heading", "scope"),
    [
        ("Tiga besar se-Jawa Tengah:", "se-Jawa Tengah"),
        ("Tiga besar se Jawa Tengah:", "se Jawa Tengah"),
        ("Tiga besar se-Provinsi Bali:", "se-Provinsi Bali"),
        ("Peringkat tingkat nasional:", "tingkat nasional"),
        ("Tiga besar:", None),
    ],
)
def test_the_heading_tells_among_whom(heading: str, scope: str | None) -> None:
    assert scopes(heading) == {scope}


@pytest.mark.parametrize(
    "lines",
    [
        ("Terbaik I: Kota Tegal", "Terbaik II: Kota Salatiga", "Terbaik III: Kabupaten Pati"),
        ("Terbaik I Kota Tegal", "Terbaik II Kota Salatiga", "Terbaik III Kabupaten Pati"),
        ("- Terbaik I: Kota Tegal", "- Terbaik II: Kota Salatiga", "- Terbaik III: Kabupaten Pati"),
        ("Terbaik 1 - Kota Tegal", "Terbaik 2 - Kota Salatiga", "Terbaik 3 - Kabupaten Pati"),
        ("Juara 1 : Kota Tegal", "Juara 2 : Kota Salatiga", "Juara 3 : Kabupaten Pati"),
        ("Peringkat I: Kota Tegal", "Peringkat II: Kota Salatiga", "Peringkat III: Kabupaten Pati"),
        ("Kota Tegal (Terbaik I)", "Kota Salatiga (Terbaik II)", "Kabupaten Pati (Terbaik III)"),
        ("Kota Tegal: Terbaik I", "Kota Salatiga: Terbaik II", "Kabupaten Pati: Terbaik III"),
    ],
)
def test_the_place_in_front_of_a_line_or_behind_it_is_the_line_s(lines: tuple[str, ...]) -> None:
    assert told("Penerimanya:", *lines) == PLACES


def test_the_place_in_front_of_a_line_stays_out_of_the_name_behind_it() -> None:
    text = "\n".join((RESULTS, "Penerimanya:", "Terbaik I Kota Tegal", "Terbaik II Kota Solo"))

    assert {claim.rank_scope for claim in read(text, PLAIN).claims} == {None}
