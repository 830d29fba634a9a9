"""Heads of villages in a headline, offices that judge, and regions only measured against."""

import pytest

from tests.awards.stories import read

TOLD = (
    "Desa Sukorejo, Kecamatan Sukorejo, Kabupaten Kendal, menerima Penghargaan Desa Antikorupsi "
    "dari Komisi Pemberantasan Korupsi (KPK), Selasa (3/12/2024).\n"
)


@pytest.mark.parametrize("head", ["Kades", "Kepala Desa"])
def test_head_of_village_receives_for_it(head: str) -> None:
    reading = read(TOLD, f"{head} Sukorejo Terima Penghargaan Desa Antikorupsi")
    assert reading.is_award_story
    assert [claim.recipient for claim in reading.claims] == ["Desa Sukorejo Kabupaten Kendal"]


def test_head_of_village_with_another_prize_is_a_person() -> None:
    told = "Kades Sukorejo Budi Santoso menerima penghargaan dari bupati, Selasa (3/12/2024).\n"
    title = "Kades Sukorejo Terima Penghargaan Pelopor Perdamaian"
    assert not read(told + "Desa itu belum dinilai KPK.", title).is_award_story


@pytest.mark.parametrize(
    "judged",
    [
        "Penghargaan itu diterima setelah penilaian oleh Tim Penilai dari Kementerian Keuangan "
        "(Kemenkeu), Kementerian Desa, serta Inspektorat Kabupaten Kendal. Desa Sukorejo meraih "
        "kategori istimewa dengan nilai 93.",
        "Desa Sukorejo meraih kategori istimewa dengan nilai 93 dari Kementerian Keuangan serta "
        "Inspektorat Provinsi dan Kabupaten selaku tim penilai.",
    ],
)
def test_who_judges_receives_nothing(judged: str) -> None:
    claims = read(TOLD + judged, "Desa Sukorejo Terima Penghargaan Desa Antikorupsi").claims
    assert [(c.recipient, c.score, c.predicate) for c in claims] == [
        ("Desa Sukorejo Kabupaten Kendal", 93.0, "Istimewa")
    ]


@pytest.mark.parametrize("measure", ["melampaui", "di atas", "melebihi"])
def test_region_measured_against_receives_nothing(measure: str) -> None:
    told = (
        "KPK memberikan nilai 94 terhadap indeks MCP Kabupaten Kendal tahun 2024.\n"
        f"Capaian itu {measure} Kabupaten Demak yang hanya 80 poin."
    )
    claims = read(told, "KPK Beri Nilai 94 untuk Indeks MCP Kendal").claims
    assert {claim.recipient: claim.score for claim in claims} == {"Kabupaten Kendal": 94.0}
