"""Predicates, letters, zones and ranks, each with its value in every scheme that knows it."""

import pytest

from crawler.awards.attributes import Attribute, What, find_attributes
from crawler.awards.catalogue import load_catalogue
from crawler.awards.text import fold

OMBUDSMAN, PEKPPP, SAKIP = "ombudsman-kepatuhan", "pekppp-ipp", "sakip"
SPI, ADIPURA = "spi-kpk", "adipura"


def attributes(text: str, *schemes: str) -> list[Attribute]:
    return list(find_attributes(fold(text), [load_catalogue()[scheme] for scheme in schemes]))


def values(what: What, text: str, scheme: str) -> list[str | int | None]:
    return [each.value_for(scheme) for each in attributes(text, scheme) if each.what is what]


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("opini kualitas tertinggi", ["Kualitas Tertinggi"]),
        ("Kualitas Pelayanan Tertinggi", ["Kualitas Tertinggi"]),
        ("kualitas tinggi", ["Kualitas Tinggi"]),
        ("opini kualitas sedang", ["Kualitas Sedang"]),
        ("predikat kepatuhan tinggi", ["Kepatuhan Tinggi"]),
        ("kualitas terbaik", []),
        ("predikat Sangat Baik", []),
    ],
)
def test_predicates_of_the_ombudsman(text: str, predicates: list[str]) -> None:
    assert values(What.PREDICATE, text, OMBUDSMAN) == predicates


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("predikat “Sangat Baik”", ["Sangat Baik"]),
        ("kategori A- (Sangat Baik)", ["Sangat Baik"]),
        ("nilai 4,62 (A, Sangat Baik)", ["Sangat Baik"]),
        ("nilai 4,62 (BB, Sangat Baik)", ["Sangat Baik"]),
        ("predikat A atau Pelayanan Prima", ["Pelayanan Prima"]),
        ("predikat Baik", ["Baik"]),
        ("predikat Baik (dengan catatan)", ["Baik (dengan catatan)"]),
        ("predikat baik dengan catatan", ["Baik (dengan catatan)"]),
        ("predikat pelayanan publik prima", ["Pelayanan Prima"]),
        ("meraih Pelayanan Prima", ["Pelayanan Prima"]),
        ("pelayanan prima bagi warga", []),
        ("hasil yang sangat baik", []),
        ("pelayanan (Samsat) Bantul sangat baik diterima warga", []),
        ("nilai kepatuhan yang cukup tinggi", []),
        ("predikat kurang baik", []),
        ("predikat cukup memuaskan", []),
    ],
)
def test_everyday_words_are_predicates_only_behind_a_cue(text: str, predicates: list[str]) -> None:
    assert values(What.PREDICATE, text, PEKPPP) == predicates


def test_a_wording_that_schemes_share_has_a_value_in_each() -> None:
    (found,) = attributes("predikat Sangat Baik", PEKPPP, SAKIP)

    assert (found.value_for(PEKPPP), found.value_for(SAKIP)) == ("Sangat Baik", "Sangat Baik")
    assert found.value_for(OMBUDSMAN) is None


def test_the_longest_wording_wins_over_those_inside_it() -> None:
    (found,) = attributes("predikat baik dengan catatan", PEKPPP, SAKIP)

    assert found.values == ((PEKPPP, "Baik (dengan catatan)"),)


@pytest.mark.parametrize(
    ("text", "values_there"),
    [
        ("predikat A-", {PEKPPP: "A-"}),
        ("predikat AA", {SAKIP: "AA"}),
        ("predikat A minus", {PEKPPP: "A-"}),
        ("predikat A", {OMBUDSMAN: "A", PEKPPP: "A", SAKIP: "A"}),
        ("nilai BB", {SAKIP: "BB"}),
        ("predikat AB", {}),
    ],
)
def test_a_letter_counts_in_the_schemes_that_give_it(
    text: str, values_there: dict[str, str]
) -> None:
    told = [dict(each.values) for each in attributes(text, OMBUDSMAN, PEKPPP, SAKIP, ADIPURA)]

    assert told == ([values_there] if values_there else [])


def test_a_colour_counts_in_the_schemes_that_give_colours() -> None:
    (found,) = attributes("masuk zona hijau", OMBUDSMAN, SPI, SAKIP)

    assert found.what is What.ZONE
    assert dict(found.values) == {OMBUDSMAN: "hijau", SPI: "hijau"}


def test_a_rank_counts_in_every_scheme() -> None:
    (found,) = attributes("peringkat 3 nasional", OMBUDSMAN, ADIPURA)

    assert found.what is What.RANK
    assert dict(found.values) == {OMBUDSMAN: 3, ADIPURA: 3}


@pytest.mark.parametrize("text", ["masuk zona hijau", "kategori A", "opini WTP"])
def test_what_no_scheme_of_the_story_gives_is_nothing(text: str) -> None:
    assert attributes(text, ADIPURA) == []


def test_all_kinds_come_in_the_order_of_the_text() -> None:
    text = "peringkat 2 nasional, zona hijau, kategori A, opini kualitas tertinggi"

    kinds = [each.what for each in attributes(text, OMBUDSMAN)]
    assert kinds == [What.RANK, What.ZONE, What.CATEGORY, What.PREDICATE]


def test_a_rank_keeps_where_its_scope_is_printed() -> None:
    text = "peringkat 2 dari 35 kabupaten/kota, kategori A"
    rank, letter = attributes(text, OMBUDSMAN)

    assert rank.scope is not None
    assert text[slice(*rank.scope)] == "35 kabupaten/kota"
    assert letter.scope is None


def test_a_quote_holds_no_blank_at_its_ends() -> None:
    text = "nilai tertinggi se-Jawa Tengah"
    (found,) = attributes(text, OMBUDSMAN)

    assert text[found.start : found.end] == "nilai tertinggi"


def test_a_class_stands_right_behind_the_short_name_of_its_award() -> None:
    found = attributes("menerima penghargaan KLA Pratama", "kabupaten-kota-layak-anak")

    assert [dict(each.values) for each in found] == [{"kabupaten-kota-layak-anak": "Pratama"}]
