"""Colours beside a class or a score within one bracket, and told of all who were just named."""

import pytest

from tests.awards.stories import read

HEADLINE = "Ombudsman Umumkan Nilai Kepatuhan Pelayanan Publik 2024"
LEAD = (
    "PALU - Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024, Senin "
    "(9/12/2024). "
)


def zones(text: str) -> dict[str, str | None]:
    """The zone of each claim by its recipient."""
    return {claim.recipient: claim.zone for claim in read(LEAD + text, HEADLINE).claims}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(A/hijau)", "(C/kuning)"),
        ("(B - zona hijau)", "(C - zona kuning)"),
        ("(kualitas tinggi, hijau)", "(kualitas sedang, kuning)"),
        ("(hijau/A)", "(kuning/C)"),
    ],
)
def test_a_colour_stands_beside_a_class_in_a_bracket(first: str, second: str) -> None:
    told = f"Kabupaten Poso meraih 90,15 {first}, Kabupaten Buol memperoleh 71,40 {second}."

    assert zones(told) == {"Kabupaten Poso": "hijau", "Kabupaten Buol": "kuning"}


def test_a_score_stands_in_front_of_the_colour_in_a_bracket() -> None:
    told = "Hasilnya, Kabupaten Poso (90,15/hijau) dan Kabupaten Buol (71,40/kuning)."

    assert zones(told) == {"Kabupaten Poso": "hijau", "Kabupaten Buol": "kuning"}


def test_itu_semua_means_all_who_were_just_named() -> None:
    told = '"Poso meraih 90,15 dan Buol memperoleh 88,40. Itu semua zona hijau," kata Asisten.'

    assert zones(told) == {"Kabupaten Poso": "hijau", "Kabupaten Buol": "hijau"}


def test_the_prevention_of_corruption_has_colours_and_classes_too() -> None:
    claims = read(
        "BALIGE - KPK merilis capaian Monitoring Center for Prevention (MCP) tahun 2024, Rabu "
        "(5/3/2025). Kabupaten Toba meraih skor 91,5 dan berada di zona hijau, sedangkan "
        "Kabupaten Dairi dengan skor 70,2 masuk kategori rentan atau zona merah.",
        "Capaian MCP KPK 2024, Toba Zona Hijau",
    ).claims

    assert [(c.recipient, c.score, c.predicate, c.zone) for c in claims] == [
        ("Kabupaten Toba", 91.5, None, "hijau"),
        ("Kabupaten Dairi", 70.2, "Rentan", "merah"),
    ]
