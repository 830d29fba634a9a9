"""The total of listed units is the region's; a clinic may be named without its number."""

import pytest

from tests.awards.stories import read

LEAD = (
    "Ombudsman RI mengumumkan hasil penilaian kepatuhan pelayanan publik tahun 2024. Pemkab Blora"
    " masuk zona hijau.\n"
)
TOTALS = ["Nilai akhir: 92,15", "Total nilai 92,15", "Secara keseluruhan nilainya 92,15."]


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize(
    "units",
    [
        "Rincian nilai unit layanan:\nDisdukcapil 95,10\nDPMPTSP 93,20\nPuskesmas Cepu 88,40\n",
        "Unit yang dinilai yakni Disdukcapil 95,10, DPMPTSP 93,20 dan Puskesmas Cepu 88,40. ",
    ],
)
def test_the_total_of_several_units_is_that_of_their_region(units: str, total: str) -> None:
    (claim,) = read(f"{LEAD}{units}{total}", "Blora Raih Zona Hijau").claims
    assert (claim.recipient, claim.score) == ("Kabupaten Blora", 92.15)
    assert {unit.unit: unit.score for unit in claim.units} == {
        "Disdukcapil": 95.1,
        "DPMPTSP": 93.2,
        "Puskesmas Cepu": 88.4,
    }


def test_a_final_score_below_each_unit_is_its_own() -> None:
    (claim,) = read(
        f"{LEAD}Puskesmas Cepu\nNilai akhir: 88,40\nPuskesmas Jiken\nNilai akhir: 93,20",
        "Blora Raih Zona Hijau",
    ).claims
    assert claim.score is None


@pytest.mark.parametrize("number", ["I", "II", "2"])
def test_a_clinic_is_the_same_without_its_number(number: str) -> None:
    claims = read(
        f"Inovasi Puskesmas Bandar {number}, Kabupaten Batang, masuk Top 45 Inovasi Pelayanan"
        " Publik 2024 dari Kementerian PANRB.",
        "Puskesmas Bandar Raih Top 45 Inovasi Pelayanan Publik",
    ).claims
    assert [c.recipient for c in claims] == [f"Puskesmas Bandar {number} Kabupaten Batang"]


def test_of_two_clinics_of_one_name_neither_is_meant() -> None:
    claims = read(
        "Puskesmas Bandar I dan Puskesmas Bandar II, Kabupaten Batang, meraih Top 45 Inovasi"
        " Pelayanan Publik 2024 dari Kementerian PANRB.",
        "Dua Puskesmas Raih Top 45 Inovasi Pelayanan Publik",
    ).claims
    assert {claim.recipient for claim in claims} == {
        "Puskesmas Bandar I Kabupaten Batang",
        "Puskesmas Bandar II Kabupaten Batang",
    }
