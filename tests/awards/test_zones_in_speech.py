"""Zones as they are told in speech and in headlines, and units told as places."""

import pytest

from tests.awards.stories import GRANT, only_claim, read

_OPENS = "Ombudsman RI merilis zonasi kepatuhan pelayanan publik 2024 di Jawa Tengah. "


@pytest.mark.parametrize(
    "told",
    [
        '"Zona hijau itu Kota Tegal, Blora dan Kendal. Selebihnya zona kuning termasuk Demak."',
        "Zona hijau ada Kota Tegal, Blora dan Kendal, selebihnya zona kuning termasuk Demak.",
        "Zona hijau adalah Kota Tegal, Blora, dan Kendal. Zona kuning hanya Demak.",
        "Zona hijau yakni Kota Tegal, Blora, dan Kendal. Zona kuning tinggal Demak.",
    ],
)
def test_whoever_follows_a_zone_has_it(told: str) -> None:
    zones = {
        claim.recipient: claim.zone
        for claim in read(_OPENS + told, "Ombudsman Umumkan Hasil Penilaian").claims
    }

    assert zones == {
        "Kota Tegal": "hijau",
        "Kabupaten Blora": "hijau",
        "Kabupaten Kendal": "hijau",
        "Kabupaten Demak": "kuning",
    }


@pytest.mark.parametrize(
    "title",
    [
        "Demak Hijau, Blora Kuning",
        "Demak Hijau dan Blora Kuning",
        "Penilaian Ombudsman: Demak Zona Hijau, Blora Kuning",
        "Hasil Zonasi: Demak Hijau, Blora Masih Kuning",
    ],
)
def test_colours_behind_names_of_a_headline(title: str) -> None:
    told = f"{_OPENS}Demak meraih nilai 90,11, Blora 75,20."
    zones = {claim.recipient: claim.zone for claim in read(told, title).claims}

    assert zones == {"Kabupaten Demak": "hijau", "Kabupaten Blora": "kuning"}


def test_one_colour_of_a_headline_may_be_anything() -> None:
    told = f"{_OPENS}Demak meraih nilai 90,11."

    assert only_claim(told, "Demak Terus Hijau, Pohonnya Rindang").zone is None


@pytest.mark.parametrize(
    "verb", ["mendapat", "meraih", "nilainya", "dengan nilai", "tercatat", "sebesar"]
)
def test_a_unit_told_as_a_place_has_its_own_score(verb: str) -> None:
    told = f"{GRANT} dengan nilai 93,01. Di Disdukcapil {verb} 95,20 dan di Dinsos {verb} 91,00."
    claim = only_claim(told)

    assert {unit.unit: unit.score for unit in claim.units} == {"Disdukcapil": 95.2, "Dinsos": 91.0}
    assert claim.score == 93.01
